// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A dated exception: whoever grants it says what, why, who and until when.
package struct Waiver: Hashable, Sendable {
    package enum Scope: Hashable, Sendable {
        /// Findings in files that match.
        case path(PathPattern)
        /// Findings of one commit.
        case commit(ObjectID)
        /// One finding, wherever it reappears.
        case fingerprint(String)
    }

    /// A check's id, or `check/rule`.
    package let rule: String
    package let scope: Scope
    package let reason: String
    package let owner: String
    /// The last day on which it holds.
    package let expires: Day
    /// Where it was written: file and line.
    package let file: String
    package let line: Int

    package init(rule: String, scope: Scope, reason: String, owner: String, expires: Day, file: String, line: Int) {
        self.rule = rule
        self.scope = scope
        self.reason = reason
        self.owner = owner
        self.expires = expires
        self.file = file
        self.line = line
    }

    /// `file:line`, unique in a run.
    package var id: String { "\(file):\(line)" }
}
