// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What became of one check on one commit, or on the range. That nothing was found is not recorded: it is what is left.
package struct Outcome: Sendable {
    package enum Result: Sendable {
        /// At least one; `more` that would warn or block were found beyond `Judge.findingLimit` and are only counted.
        case found([Finding], more: Int = 0)
        /// Not applicable, and why.
        case skipped(String)
        /// Failed, and how: the verdict is at best `incomplete`.
        case broke(String)
    }

    package let check: String
    /// Nil for a range check.
    package let commit: ObjectID?
    package let result: Result

    package init(check: String, commit: ObjectID?, result: Result) {
        self.check = check
        self.commit = commit
        self.result = result
    }
}
