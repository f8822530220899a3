// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What stays of a commit after it was judged.
package struct CommitRecord: Sendable {
    package let id: ObjectID
    package let tree: ObjectID
    package let parents: [ObjectID]
    /// Claimed; seconds since 1970-01-01T00:00:00Z.
    package let committedAt: Instant
    /// Masked, for a person at a terminal; no report holds it.
    package let subject: Excerpt
    /// Pseudonyms under the organisation's key; nil without a key.
    package let author: String?
    package let committer: String?
    package let signature: SignatureKind?
    /// What came of checking it; nil without one.
    package let signatureVerdict: SignatureVerdict?
    /// Length of the message, in bytes.
    package let messageBytes: Int
    package let ai: AIStatus
    package let lines: LineClaims?
    package let claimSources: [ClaimSource]
    package let review: ReviewState
    /// The run that judged the same change before it landed.
    package let linkedRun: LinkedRun?
    package let files: Int
    package let addedLines: Int
    package let removedLines: Int
    /// Files of a commit with AI in it that no pattern of the register of data names; none without a register.
    package let unclassified: Int
    /// Files nobody looked into, and why.
    package let unread: [Unread]
    /// What it did for the tasks that it names; nil where it names none that is known, or has no AI in it.
    package let taskWork: TaskWork?

    package struct Unread: Hashable, Sendable {
        package enum Reason: String, Sendable, CaseIterable {
            case binary
            case submodule
            /// The limit of the policy; makes the verdict `incomplete`.
            case tooLarge = "too-large"
        }

        package let path: Path
        package let reason: Reason
        package let bytes: UInt64?

        package init(path: Path, reason: Reason, bytes: UInt64? = nil) {
            self.path = path
            self.reason = reason
            self.bytes = bytes
        }
    }

    package init(
        _ change: CommitChange, author: String? = nil, committer: String? = nil, linkedRun: LinkedRun? = nil,
        signatureVerdict: SignatureVerdict? = nil, taskWork: TaskWork? = nil, mask: ValueMask = ValueMask([])
    ) {
        self.taskWork = mask.isEmpty ? taskWork : taskWork.map(mask.masked)
        let commit = change.commit
        id = commit.id
        tree = commit.tree
        parents = commit.parents
        committedAt = Instant(seconds: commit.committer.seconds)
        subject = Excerpt(Excerpt(line: commit.message.subject), by: mask)
        self.author = author
        self.committer = committer
        signature = commit.signature
        messageBytes = commit.message.bytes.count
        let provenance = change.provenance
        ai = mask.isEmpty ? provenance.ai : mask.masked(provenance.ai)
        lines = mask.isEmpty ? provenance.lines : provenance.lines.map(mask.masked)
        claimSources = provenance.claimSources.map(mask.masked)
        review = mask.masked(change.review)
        self.linkedRun = linkedRun
        self.signatureVerdict = signatureVerdict
        files = change.files.count
        addedLines = change.files.reduce(0) { $0 + $1.addedLines }
        removedLines = change.files.reduce(0) { $0 + $1.removedLines }
        unclassified = change.unclassified
        unread = change.files.compactMap { file in
            switch file.content {
            case .binary: Unread(path: mask.masked(file.path), reason: .binary)
            case .submodule: Unread(path: mask.masked(file.path), reason: .submodule)
            case .tooLarge(let bytes): Unread(path: mask.masked(file.path), reason: .tooLarge, bytes: bytes)
            case .text, .symlink, .unchanged: nil
            }
        }
    }
}
