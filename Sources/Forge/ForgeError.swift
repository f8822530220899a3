// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Why a forge's word, a hook's or the command line's names nothing to judge: what is wrong, and the remedy.
package struct ForgeError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Sendable {
        /// The person who typed it can mend it: exit 2.
        case usage
        /// What CI or git handed over cannot be judged: exit 3.
        case cannotJudge
    }

    package let kind: Kind
    /// Sentences that are safe to show.
    package let description: String

    private init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    static func usage(_ sentence: String) -> ForgeError { ForgeError(.usage, sentence) }
    static func cannotJudge(_ sentence: String) -> ForgeError { ForgeError(.cannotJudge, sentence) }

    /// The way out of every event that we do not understand.
    static let passRange = "pass a range instead: aigate check A..B"
}

/// A value from outside, quoted, safe to show and short.
func quoted(_ text: String) -> String { "'\(VisibleText.of(text, limit: 120))'" }
