// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// What stands beside one commit in the stores of claims, before anybody has read it.
package struct StoredClaims: Sendable {
    /// git-ai's note.
    package let note: CommitNote
    /// Other stores that have something for this commit.
    package let others: [ClaimSource]
    /// What to say where a trailer of the commit names a checkpoint of Entire.
    package let checkpoint: ClaimSource
    /// Every note on the commit that came with the range, by the ref that holds it.
    package let notes: [(ref: String, text: [UInt8])]

    package init(
        note: CommitNote, others: [ClaimSource], checkpoint: ClaimSource, notes: [(ref: String, text: [UInt8])] = []
    ) {
        self.note = note
        self.others = others
        self.checkpoint = checkpoint
        self.notes = notes
    }

    /// For a commit that does not exist yet.
    package static let none = StoredClaims(
        note: .absent, others: [], checkpoint: ClaimSource(.entireCheckpoints, .absent))
}
