// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Turns what was asked for into base, head and the commit that the policy is read from.
package struct RangeResolution {
    let repository: Repository
    let situation: Situation

    package init(_ repository: Repository, situation: Situation) {
        self.repository = repository
        self.situation = situation
    }

    /// Throws when the range cannot be told for certain: a guess would be judged as if it were the change.
    package func resolve() throws(GitError) -> ResolvedRange {
        var result = try ends()
        var range = result.range
        range.isShallow = repository.isShallow
        range.targetBranch = situation.targetBranch
        if let head = range.head {
            range.headTree = try repository.treeID(of: head)
            if let base = range.base {
                range.mergeBase = try repository.mergeBase(base, head)
                if range.mergeBase == nil {
                    try allowOwnHistory(base, head)
                    range.base = nil
                    range.reasons.append("it has no commit in common with \(base.short): everything it reaches")
                }
            }
        }
        result.range = range
        return result
    }

    /// A push may bring a history of its own, such as a branch of pages; elsewhere a base that is none is a mistake.
    private func allowOwnHistory(_ base: ObjectID, _ head: ObjectID) throws(GitError) {
        switch situation.request {
        case .push, .prePush: return
        case .between, .symmetric, .revision, .upstream, .pullRequest, .mergeGroup, .branch:
            throw GitError(
                .unknownRevision, doing: "compare \(base.short) with \(head.short)",
                reason: "they have no commit in common", remedy: "name a base that the head descends from")
        }
    }

    private func ends() throws(GitError) -> ResolvedRange {
        switch situation.request {
        case .between(let from, let to): try between(from, to)
        case .symmetric(let from, let to): try symmetric(from, to)
        case .revision(let revision, let withAncestors): try single(revision, withAncestors: withAncestors)
        case .upstream: try upstream()
        case .pullRequest(let head, let branch, let tip): try pullRequest(head, branch, tip)
        case .push(let before, let after, _): try push(before, after)
        case .mergeGroup(let base, let head): try mergeGroup(base, head)
        case .branch(let name): try wholeBranch(name)
        case .prePush(let refs, let remote): try prePush(refs, remote)
        }
    }

    private func between(_ from: String, _ to: String) throws(GitError) -> ResolvedRange {
        let base = try repository.commitID(of: from)
        let head = try repository.commitID(of: to)
        guard try repository.mergeBase(base, head) == base else {
            throw GitError(
                .unknownRevision, doing: "judge \(from)..\(to)", reason: "\(from) is no ancestor of \(to)",
                remedy: "write \(from)...\(to) to start from their merge base")
        }
        return ResolvedRange("\(from)..\(to)", base: base, head: head, policy: base, "base and head as given")
    }

    private func symmetric(_ from: String, _ to: String) throws(GitError) -> ResolvedRange {
        let base = try repository.commitID(of: from)
        let head = try repository.commitID(of: to)
        return ResolvedRange("\(from)...\(to)", base: base, head: head, policy: base, "from the merge base of both")
    }

    private func single(_ revision: String, withAncestors: Bool) throws(GitError) -> ResolvedRange {
        let head = try repository.commitID(of: revision)
        if withAncestors {
            let policy = try defaultTip() ?? head
            return ResolvedRange(
                "\(revision) --all", base: nil, head: head, policy: policy, "\(revision) and everything it reaches")
        }
        let parent = try repository.commit(head).parents.first
        if let parent, !repository.contains(parent) {
            throw repository.shallowError(doing: "judge \(revision)", reason: "its parent \(parent.short) is missing")
        }
        var result = ResolvedRange(
            revision, base: parent, head: head, policy: parent,
            parent == nil ? "one commit, the first of its history" : "one commit, against its first parent")
        result.onlyHead = true
        return result
    }

    private func upstream() throws(GitError) -> ResolvedRange {
        let head = try repository.commitID(of: "HEAD")
        if let tip = try repository.upstreamTip() {
            return ResolvedRange(
                "@{upstream}..HEAD", base: tip, head: head, policy: tip, "what the branch's upstream lacks")
        }
        guard let tip = try repository.referencedCommit("refs/remotes/origin/HEAD") else {
            throw GitError(
                .unknownRevision, doing: "choose a range", reason: "the branch has no upstream and origin no HEAD",
                remedy: "name a range, such as: aigate check HEAD~1..HEAD")
        }
        return ResolvedRange(
            "origin/HEAD..HEAD", base: tip, head: head, policy: tip, "no upstream: what origin's default branch lacks")
    }

    private func pullRequest(_ head: ObjectID, _ branch: String, _ hint: ObjectID?) throws(GitError) -> ResolvedRange {
        try require(head, "the head of the request")
        let spec = "\(situation.ci?.event ?? "request") into \(branch)"
        // The merge ref is rebuilt when the target moves; the event keeps the base of the day it was sent.
        if let merge = try repository.headCommit(), merge != head {
            let parents = try repository.commit(merge).parents
            if parents.count == 2, parents.contains(head), let other = parents.first(where: { $0 != head }),
                try isTarget(other, branch, hint)
            {
                try require(other, "the target branch's tip")
                var result = ResolvedRange(
                    spec, base: other, head: head, policy: other,
                    "base: the other parent of the forge's merge \(merge.short)")
                result.excluded = [(merge, "the forge's synthetic merge of the request")]
                return try withWaivers(result, branch)
            }
        }
        if let tip = try repository.referencedCommit("refs/remotes/origin/\(branch)") {
            return ResolvedRange(spec, base: tip, head: head, policy: tip, "base: the tip of origin/\(branch)")
        }
        guard let hint, repository.contains(hint) else {
            throw GitError(
                .unknownRevision, doing: "find the base of the request",
                reason: "this clone has no branch origin/\(branch)",
                remedy:
                    "fetch it: git fetch origin \(branch), in GitHub Actions fetch-depth: 0, in GitLab GIT_DEPTH: \"0\""
            )
        }
        return ResolvedRange(
            spec, base: hint, head: head, policy: hint,
            "base: as the event names it; origin/\(branch) is not in this clone")
    }

    /// Anybody can push a merge whose other parent brings a policy of their own: it counts only where the target branch
    /// holds it, or the event itself names it.
    private func isTarget(_ commit: ObjectID, _ branch: String, _ hint: ObjectID?) throws(GitError) -> Bool {
        // In a merge train the other parent is the forge's own merge of the request before.
        if situation.kind == .mergeQueue { return true }
        guard let tip = try repository.referencedCommit("refs/remotes/origin/\(branch)") else { return commit == hint }
        try require(commit, "the target branch's tip")
        return try repository.mergeBase(commit, tip) == commit
    }

    /// A waiver granted on the target branch while the request is open counts at once.
    private func withWaivers(_ range: ResolvedRange, _ branch: String) throws(GitError) -> ResolvedRange {
        var result = range
        if let tip = try repository.referencedCommit("refs/remotes/origin/\(branch)"), let base = range.policyCommit,
            try repository.mergeBase(base, tip) == base
        {
            result.waiverCommit = tip
        }
        return result
    }

    private func push(_ before: ObjectID?, _ after: ObjectID) throws(GitError) -> ResolvedRange {
        try require(after, "the pushed commit")
        let spec = "push to \(situation.targetBranch ?? "a branch")"
        if let before, repository.contains(before) {
            let isForced = try repository.mergeBase(before, after) != before
            return ResolvedRange(
                spec, base: before, head: after, policy: before,
                isForced ? "a forced push: what the branch's former tip lacks" : "what was pushed")
        }
        guard isOnDefaultBranch else {
            let tip = try defaultTip()
            let reason = before == nil ? "a new branch" : "the former tip is not in this clone"
            let part =
                tip == nil ? "everything it reaches, for there is no default branch" : "what the default branch lacks"
            return ResolvedRange(spec, base: tip, head: after, policy: tip, "\(reason): \(part)")
        }
        guard let before else {
            return ResolvedRange(
                spec, base: nil, head: after, policy: nil, "the first push of the default branch: everything it reaches"
            )
        }
        if repository.isShallow {
            throw repository.shallowError(
                doing: "find what was pushed", reason: "the branch's former tip \(before.short) is missing")
        }
        throw GitError(
            .missingObject, doing: "find what was pushed",
            reason: "the branch's former tip \(before.hex) is not in this clone",
            remedy: "a forced push left it behind; fetch it: git fetch origin \(before.hex)")
    }

    /// As the forge says, or where it does not, by the usual names.
    private var isOnDefaultBranch: Bool {
        guard let branch = situation.targetBranch else { return false }
        return situation.defaultBranch.map { $0 == branch } ?? ["main", "master"].contains(branch)
    }

    /// Nil when nobody names a default branch and none has a usual name. One that the forge names has to be there: what
    /// looks like another could be the change itself, and would bring its own policy.
    private func defaultTip() throws(GitError) -> ObjectID? {
        let tip = try repository.defaultTip(situation.defaultBranch)
        if tip == nil, let name = situation.defaultBranch { throw missingBranch(name) }
        return tip
    }

    private func missingBranch(_ name: String) -> GitError {
        GitError(
            .unknownRevision, doing: "find the branch \(name)",
            reason: "this clone has neither origin/\(name) nor \(name)",
            remedy: "fetch it: git fetch origin \(name), in GitHub Actions fetch-depth: 0, in GitLab GIT_DEPTH: \"0\"")
    }

    private func mergeGroup(_ base: ObjectID, _ head: ObjectID) throws(GitError) -> ResolvedRange {
        try require(head, "the head of the merge group")
        try require(base, "the base of the merge group")
        return ResolvedRange(
            "merge group", base: base, head: head, policy: base, "base and head as the merge queue names them")
    }

    private func wholeBranch(_ name: String?) throws(GitError) -> ResolvedRange {
        let head: ObjectID
        if let name {
            guard let tip = try repository.branchTip(name) else { throw missingBranch(name) }
            head = tip
        } else {
            head = try repository.commitID(of: "HEAD")
        }
        // A checkout of the default branch need not have a branch of that name.
        let policy = isOnDefaultBranch ? try repository.defaultTip(situation.defaultBranch) : try defaultTip()
        return ResolvedRange(name ?? "HEAD", base: nil, head: head, policy: policy ?? head, "everything on the branch")
    }

    private func prePush(_ refs: [RangeRequest.PushedRef], _ remote: String) throws(GitError) -> ResolvedRange {
        guard let first = refs.first else {
            return ResolvedRange("push", base: nil, head: nil, policy: nil, "nothing but deletions")
        }
        var result = ResolvedRange(
            "push to \(remote)", base: nil, head: first.local, policy: nil, "what the remote lacks")
        var known: [ObjectID] = []
        for remote in refs.compactMap(\.remote) where repository.contains(remote) {
            // An annotated tag is pushed as the tag's own object.
            known.append(try repository.commitID(of: remote.hex))
        }
        for name in try repository.references(startingWith: "refs/remotes/\(remote)/") {
            if let tip = try repository.referencedCommit(name) { known.append(tip) }
        }
        result.heads = []
        for ref in refs { result.heads.append(try repository.commitID(of: ref.local.hex)) }
        result.range.head = result.heads.first
        result.hidden = known
        if let tip = first.remote, repository.contains(tip) {
            result.range.base = try repository.commitID(of: tip.hex)
        } else {
            result.range.base = try repository.referencedCommit("refs/remotes/\(remote)/HEAD") ?? known.first
        }
        result.policyCommit = result.range.base
        return result
    }

    private func require(_ id: ObjectID, _ what: String) throws(GitError) {
        guard !repository.contains(id) else { return }
        if repository.isShallow {
            throw repository.shallowError(doing: "find \(what)", reason: "\(id.short) is missing")
        }
        throw GitError(
            .missingObject, doing: "find \(what)", reason: "\(id.hex) is not in this clone",
            remedy: "fetch it: git fetch origin \(id.hex)")
    }
}
