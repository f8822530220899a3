// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import Testing

/// A strict policy asks for the review before the change has landed.
struct StrictReviewTests {
    @Test(arguments: [(false, ReviewState.Result.pending), (true, .none)])
    func openChange(isStrict: Bool, expected: ReviewState.Result) throws {
        let id = try #require(ObjectID(hex: String(repeating: "1", count: 40)))
        let ann = Signature(identity: Identity(name: "Ann Lee", email: "ann@example.org"), seconds: 0, offsetMinutes: 0)
        let commit = Commit(
            id: id, tree: id, parents: [], author: ann, committer: ann,
            message: CommitMessage("Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n"))
        let reader = ProvenanceReader(catalogue: .embedded)
        var policy = Policy.ReviewPolicy()
        policy.strict = isStrict
        let state = reader.review(
            of: commit, files: [], provenance: reader.read(commit), on: ReviewBasis(policy: policy, kind: .pullRequest)
        ) { _ in nil }
        #expect(state.result == expected)
    }
}
