// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// How the process ends. Where several hold, the one that says that less is known wins: 4, then 2, then 3, then 1.
enum ExitCode {
    /// Judged, nothing blocks.
    static let pass: Int32 = 0
    /// Judged, something blocks. The only one that monitor mode hides.
    static let blocked: Int32 = 1
    /// A mistake in the command line or the policy.
    static let usage: Int32 = 2
    /// Something could not be judged.
    static let incomplete: Int32 = 3
    /// An error in aigate, or evidence that could not be written.
    static let failed: Int32 = 4
}

/// A command cannot go on: what to say on standard error, and how to end.
struct Stop: Error {
    let code: Int32
    let sentences: [String]

    init(_ code: Int32, _ sentences: String...) {
        self.code = code
        self.sentences = sentences
    }

    init(_ code: Int32, _ sentences: [String]) {
        self.code = code
        self.sentences = sentences
    }
}
