// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The commits of a range, how they hang together, and whose they are: what reviews of the whole range need of it.
package struct RangeMembers: Sendable {
    private var parents: [ObjectID: [ObjectID]] = [:]
    /// Parents before children.
    private(set) var ids: [ObjectID] = []
    /// Indices in `identities`.
    private var people: [ObjectID: [Int]] = [:]
    private var identities: [Identity] = []
    private var known: [Identity: Int] = [:]

    package init() {}

    /// Adds a commit after its parents. `own`: author, committer, signer, co-authors and helpers.
    mutating func add(_ commit: Commit, own: [Identity]) {
        parents[commit.id] = commit.parents
        ids.append(commit.id)
        people[commit.id] = own.map { identity in
            if let index = known[identity] { return index }
            identities.append(identity)
            known[identity] = identities.count - 1
            return identities.count - 1
        }
    }

    func contains(_ id: ObjectID) -> Bool { parents[id] != nil }

    /// A commit of the range and all of its ancestors there.
    func reached(from head: ObjectID) -> Set<ObjectID> {
        var reached: Set<ObjectID> = []
        var open = [head]
        while let id = open.popLast() {
            guard let next = parents[id], reached.insert(id).inserted else { continue }
            open += next
        }
        return reached
    }

    /// Heads of what the merges on the way from the range's head to its base brought in: nothing came after these
    /// before they landed.
    func mergedHeads(from head: ObjectID) -> Set<ObjectID> {
        var heads: Set<ObjectID> = []
        var seen: Set<ObjectID> = []
        var next: ObjectID? = head
        while let id = next, let up = parents[id], seen.insert(id).inserted {
            heads.formUnion(up.dropFirst().filter(contains))
            next = up.first
        }
        return heads
    }

    /// The commits that landed with a head, which is the range's or was merged into it; empty where it did not land.
    package func landed(_ head: ObjectID, with last: ObjectID) -> Set<ObjectID> {
        head == last || mergedHeads(from: last).contains(head) ? reached(from: head) : []
    }

    /// Everybody who made one of the commits.
    func own(of commits: Set<ObjectID>) -> [Identity] {
        let indices = commits.reduce(into: Set<Int>()) { $0.formUnion(people[$1] ?? []) }
        return indices.sorted().map { identities[$0] }
    }
}

extension ProvenanceReader {
    /// Adds a commit to the range, after its parents. `signature`: what came of checking it; nil where it has none.
    package func add(_ commit: Commit, signature: SignatureVerdict?, to members: inout RangeMembers) {
        members.add(commit, own: ownPeople(of: commit, read(commit), signature: signature))
    }
}
