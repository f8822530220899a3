// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git
import Provenance

/// What signed records say they are over, computed anew, where it has landed as a part of a range.
struct RecordedParts {
    private let repository: Repository
    private let range: CommitRange
    private let members: RangeMembers

    init(_ repository: Repository, _ range: CommitRange, _ members: RangeMembers) {
        self.repository = repository
        self.range = range
        self.members = members
    }

    /// Only for records that one of the allowed signers signed: each costs a patch id.
    func parts(of signOffs: [SignOff]) throws(GitError) -> [CommitRange] {
        var parts: [CommitRange] = []
        for signOff in signOffs where signOff.signature.person != nil {
            guard !parts.contains(where: { $0.base == signOff.base && $0.head == signOff.head }) else { continue }
            do throws(GitError) {
                if let part = try part(from: signOff.base, to: signOff.head) { parts.append(part) }
            } catch {
                // What a record names need not be a commit, nor here.
                guard error.kind == .malformed || error.kind == .missingObject else { throw error }
            }
        }
        return parts
    }

    /// Nil where the head did not land with the range, or the base is none of what was there before: then nobody can
    /// tell which of the range's commits it leaves out.
    private func part(from base: ObjectID?, to head: ObjectID) throws(GitError) -> CommitRange? {
        guard let last = range.head, !members.landed(head, with: last).isEmpty else { return nil }
        var part = CommitRange(spec: range.spec)
        part.base = base
        part.head = head
        part.headTree = try repository.commit(head).tree
        if let base {
            guard repository.contains(base), try repository.mergeBase(base, last) == base,
                let fork = try repository.mergeBase(base, head)
            else { return nil }
            part.mergeBase = fork
        }
        let before = try part.mergeBase.map { id throws(GitError) in try repository.commit(id).tree }
        part.patchID = try part.headTree.flatMap { tree throws(GitError) in
            try repository.patchID(from: before, to: tree)
        }
        return part
    }
}
