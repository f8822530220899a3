// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Content
import Gate
import Git
import Policy
import Provenance

// What is about to be committed.
extension CheckRun {
    /// What is staged, with its message where there is one.
    func judgePending(_ repository: Repository, _ state: inout GateState) throws {
        let parents = try PendingCommit.parents(in: repository)
        let head = parents.first
        state.range = CommitRange(spec: what.message == nil ? "--staged" : "--message")
        state.range.base = head
        state.range.policyCommit = head
        state.policy = try PolicyLoading(options: policyOptions, kinds: Checks.all, today: start.day)
            .load(from: repository, commit: head, waivers: head, change: nil)
        var commit = PendingCommit.staged(parents: parents)
        if let file = what.message {
            let comment = try repository.setting("core.commentchar")
            commit = PendingCommit.message(
                PendingCommit.cleaned(try read(file, limit: 4 << 20), comment: comment), parents: parents,
                author: try PendingCommit.identity("author", repository, environment.variables),
                committer: try PendingCommit.identity("committer", repository, environment.variables))
        }
        // A bare repository has no index, which looks like one that is empty.
        let staged = repository.workingFolder == nil ? nil : try StagedFiles(parents, repository, state.policy)
        try judgeOne(commit, staged, &state, repository)
    }

    private func judgeOne(_ commit: Commit, _ staged: StagedFiles?, _ state: inout GateState, _ repository: Repository)
        throws
    {
        let judge = try Judge(Checks.all, policy: state.policy, today: start.day)
        let judging = CommitJudging(
            folder: what.repository, judge: judge, policy: state.policy, base: nil, stores: nil, branch: nil,
            people: nil,
            reviews: try loadReviews(&state, repository, []),
            content: try wantedContent(&state, repository)?.compiled(), today: start.day, jobs: 1)
        try checkTaskPattern(state.policy)
        let reader = ProvenanceReader(policy: state.policy.repository.ai)
        let scanner = try judging.content.map { try ContentScanner($0) }
        let head = staged.map { _ in IndexFiles(repository) }
        let base = BaseFacts(staged?.base ?? MemoryTree(), beginning: commit.parents.isEmpty ? head : nil)
        var touches = Touches()
        let tasks = try judging.taskReader()
        let judged = judging.judge(
            commit, staged?.files ?? [], reader, scanner, tasks, texts: staged?.texts ?? .added,
            base: base, into: &touches
        ) { _ in nil }
        state.facts.commits = [judged.record]
        state.facts.outcomes = judged.outcomes
        state.facts.unjudged += judged.unjudged
        sayWhatLacks(&state)
        let changes = PolicyChanges(repository: repository, review: state.policy.repository.review)
        let policyChanges = (staged?.files ?? []).filter { changes.concerns($0.path) }
        judgeRange(
            judge, touches, policyChanges, &state, base: staged?.base, head: head, policy: base,
            data: try dataAfter(policyChanges, head, state, repository))
    }
}

/// What is staged, against the commit that it will follow.
private struct StagedFiles {
    let files: [ChangedFile]
    let texts: ChangeTexts
    let base: any FileTree

    init(_ parents: [ObjectID], _ repository: Repository, _ policy: PolicySet) throws {
        let tree = try parents.first.map { try TreeFiles(repository, commit: $0) }
        let marks = try FileMarks(policy: policy, base: tree)
        let reader = try ChangeReader(repository, fileLimit: policy.fileLimit, areAlike: marks.areAlike)
        let staged = try reader.stagedFiles()
        files = try marks.mark(
            parents.count > 1 ? PendingMerge(parents[0], parents[1], repository, reader).own(staged) : staged)
        texts = reader.texts
        base = tree ?? MemoryTree()
    }
}
