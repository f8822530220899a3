// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Why a note was not read.
struct NoteProblem: Error, Equatable {
    enum Kind: Equatable {
        /// Over a limit.
        case tooLarge
        /// Against the format.
        case unparsable
    }

    let kind: Kind
    /// A sentence of ours; holds nothing of the note but numbers.
    let reason: String

    init(_ kind: Kind, _ reason: String) {
        self.kind = kind
        self.reason = reason
    }
}
