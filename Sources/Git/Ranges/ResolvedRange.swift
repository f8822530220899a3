// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// A range with what is needed to walk it.
package struct ResolvedRange {
    package var range: CommitRange
    /// Where policy and attributes are read from; nil: the built-in defaults hold.
    package var policyCommit: ObjectID? {
        didSet { range.policyCommit = policyCommit }
    }
    /// Where waivers are read from.
    package var waiverCommit: ObjectID?
    /// The one commit, whatever its other parents bring.
    var onlyHead = false
    var heads: [ObjectID]
    var hidden: [ObjectID]
    package var excluded: [(commit: ObjectID, reason: String)] = []

    init(_ spec: String, base: ObjectID?, head: ObjectID?, policy: ObjectID?, _ reason: String) {
        range = CommitRange(spec: spec)
        range.base = base
        range.head = head
        range.policyCommit = policy
        range.reasons = [reason]
        policyCommit = policy
        waiverCommit = policy
        heads = [head].compactMap(\.self)
        hidden = [base].compactMap(\.self)
    }

    /// The commits to judge, parents before children, without those that `since` reaches.
    package mutating func commits(in repository: Repository, since: ObjectID?) throws(GitError) -> [ObjectID] {
        if let since, !repository.contains(since) {
            throw GitError(
                .missingObject, doing: "apply the policy's since", reason: "commit \(since.hex) is not in this clone",
                remedy: "fetch the whole history, or correct since in the policy")
        }
        if onlyHead, let head = range.head {
            let isBeforeSince =
                try since.map { since throws(GitError) in try repository.mergeBase(head, since) == head } ?? false
            return isBeforeSince ? [] : [head]
        }
        let ids = try repository.commits(from: heads, hiding: hidden + [since].compactMap(\.self))
        guard let last = ids.last, last == range.head, try SyntheticMerge.isOne(repository.commit(last), in: repository)
        else {
            return ids
        }
        excluded.append((last, "the forge's synthetic merge of a pull request"))
        return ids.dropLast()
    }
}
