// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import Testing

/// Commits to read.
enum Sample {
    static let ann = Identity(name: "Ann Lee", email: "ann@example.org")
    static let bo = Identity(name: "Bo Ray", email: "bo@example.org")

    static func commit(_ message: String, author: Identity = ann, committer: Identity = ann) throws -> Commit {
        let id = try #require(ObjectID(hex: "0123456789abcdef0123456789abcdef01234567"))
        return Commit(
            id: id, tree: id, parents: [], author: Signature(identity: author, seconds: 0, offsetMinutes: 0),
            committer: Signature(identity: committer, seconds: 0, offsetMinutes: 0), message: CommitMessage(message))
    }

    /// What is known of a commit with one trailer block.
    static func read(
        trailers: String..., author: Identity = ann, committer: Identity = ann, branch: String? = nil
    ) throws -> CommitProvenance {
        let message = "Add a thing\n\nSo that it works.\n\n" + trailers.joined(separator: "\n") + "\n"
        return try read(message, author: author, committer: committer, branch: branch)
    }

    static func read(
        _ message: String, author: Identity = ann, committer: Identity = ann, branch: String? = nil
    ) throws -> CommitProvenance {
        ProvenanceReader().read(try commit(message, author: author, committer: committer), branch: branch)
    }
}
