// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Neighbouring lines of a file that one commit brought.
package struct BlamedLines: Equatable, Sendable {
    package let commit: ObjectID
    /// Where the file stood in that commit.
    package let path: Path
    /// The first of them in the file as it is looked at, from 1.
    package let first: Int
    /// The first of them in that commit's own version, from 1.
    package let original: Int
    package let count: Int

    package init(commit: ObjectID, path: Path, first: Int, original: Int, count: Int) {
        self.commit = commit
        self.path = path
        self.first = first
        self.original = original
        self.count = count
    }
}
