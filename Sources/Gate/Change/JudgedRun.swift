// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What an earlier `run.json` says it judged: most often a pull request, of which a squash or rebase lands later.
package struct JudgedRun: Hashable, Sendable {
    package let id: String
    /// Of the file, lower-case hexadecimal.
    package let sha256: String
    /// As in `CommitRange`.
    package let base: ObjectID?
    package let head: ObjectID
    package let headTree: ObjectID
    package let patchID: String?
    package let filesDigest: String?

    package init(
        id: String, sha256: String, base: ObjectID?, head: ObjectID, headTree: ObjectID, patchID: String?,
        filesDigest: String?
    ) {
        self.id = id
        self.sha256 = sha256
        self.base = base
        self.head = head
        self.headTree = headTree
        self.patchID = patchID
        self.filesDigest = filesDigest
    }
}

/// The earlier run that judged what a landed commit holds. The commit is judged again all the same.
package struct LinkedRun: Hashable, Sendable {
    /// How they are known to be the same, the strongest first.
    package enum Proof: String, Sendable, CaseIterable {
        /// The judged head itself has landed, and the commit with it.
        case commit
        /// The same files go from the same content to the same content.
        case files
        /// The tree is the judged head's; what it was before may differ.
        case tree
        /// The same lines around the same lines. Blanks and binary files do not show in a patch id.
        case patchID = "patch-id"

        /// What was said of the judged head holds for the commit, byte by byte.
        package var carriesReviews: Bool { self == .commit || self == .files }
    }

    package let id: String
    /// Of its `run.json`, lower-case hexadecimal.
    package let sha256: String
    package let proof: Proof

    package init(_ run: JudgedRun, by proof: Proof) {
        id = run.id
        sha256 = run.sha256
        self.proof = proof
    }
}
