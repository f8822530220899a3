// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git
import Provenance

/// Finds the commits of a range that hold what an earlier run judged: a squash, a rebase or the judged head itself.
struct RunLinks {
    private let repository: Repository
    private let range: CommitRange
    private let members: RangeMembers

    init(_ repository: Repository, _ range: CommitRange, _ members: RangeMembers) {
        self.repository = repository
        self.range = range
        self.members = members
    }

    /// By commit. Patch ids are computed for each, so this is for ranges that have just landed.
    func links(of ids: [ObjectID], to judged: JudgedRun) throws(GitError) -> [ObjectID: LinkedRun] {
        var proofs: [ObjectID: LinkedRun.Proof] = [:]
        if let head = range.head {
            for id in members.landed(judged.head, with: head) { proofs[id] = .commit }
        }
        // A rebase: its commits together are what the judged ones were together.
        if let digest = judged.filesDigest, digest == range.filesDigest {
            for id in ids where proofs[id] == nil { proofs[id] = .files }
        }
        for id in ids where proofs[id] == nil { proofs[id] = try proof(id, judged) }
        return proofs.mapValues { LinkedRun(judged, by: $0) }
    }

    private func proof(_ id: ObjectID, _ judged: JudgedRun) throws(GitError) -> LinkedRun.Proof? {
        let commit = try repository.commit(id)
        let parent = try commit.parents.first.map { id throws(GitError) in try repository.commit(id).tree }
        // An empty change is the same as any other.
        guard let judgedDigest = judged.filesDigest,
            let digest = try repository.filesDigest(from: parent, to: commit.tree)
        else { return nil }
        if digest == judgedDigest { return .files }
        if commit.tree == judged.headTree { return .tree }
        guard !commit.isMerge, let patch = judged.patchID else { return nil }
        return try repository.patchID(from: parent, to: commit.tree) == patch ? .patchID : nil
    }
}
