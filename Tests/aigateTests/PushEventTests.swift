// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// What is judged for a push, a merge queue, a schedule and a button.
struct PushEventTests {
    let sample: SampleRepository
    let before: String
    let after: String

    init() throws {
        sample = try SampleRepository("small")
        before = try sample.commit("a.txt", "a\n")
        after = try sample.commit("b.txt", "b\n")
    }

    private func judge(_ event: String, _ names: [String: String] = [:]) throws -> Judged {
        try Program.judge(in: sample, environment: CIEvent(event, names, in: sample).environment)
    }

    @Test(arguments: ["github/push", "gitlab/push"]) func pushIsJudgedFromWhereTheBranchWas(event: String) throws {
        let run = try judge(event, [CIEvent.mainBefore: before, CIEvent.mainTip: after])
        #expect(run.status == 0)
        #expect(run.evidence.commits.map(\.sha) == [after])
        #expect(run.evidence.range.policyCommit == before)
        #expect(run.evidence.invocation.kind == "landed")
    }

    @Test(arguments: ["github/push-new-branch", "gitlab/push-new-branch"])
    func newBranchIsJudgedFromTheDefaultBranch(event: String) throws {
        try sample.git(["checkout", "--quiet", "-b", "topic"])
        let topic = try sample.commit("c.txt", "c\n")
        let run = try judge(event, [CIEvent.branchTip: topic])
        #expect(run.evidence.commits.map(\.sha) == [topic])
        #expect(run.evidence.range.policyCommit == after)
        #expect(run.evidence.invocation.kind == "push")
        #expect(run.evidence.range.reasons.joined().contains("a new branch"))
    }

    /// Without it nobody knows by which policy, and what looks like another default branch may be the change itself.
    @Test func defaultBranchThatIsNotThereIsFetched() throws {
        try sample.git(["branch", "--move", "main", "master"])
        let run = try judge("github/push-new-branch", [CIEvent.branchTip: after])
        #expect(run.status == 3)
        #expect(run.output.contains("git fetch origin main"))
    }

    @Test func firstPushOfTheDefaultBranchIsJudgedWhole() throws {
        let run = try judge(
            "github/push", [CIEvent.mainBefore: String(repeating: "0", count: 40), CIEvent.mainTip: after])
        #expect(run.evidence.commits.count == 3)
        #expect(run.evidence.policySource.first?.kind == "built-in")
    }

    @Test func orphanedBranchIsJudgedWhole() throws {
        try sample.git(["checkout", "--quiet", "--orphan", "pages"])
        let head = try sample.commit("index.html", hiddenText)
        let run = try judge("github/push-new-branch", [CIEvent.branchTip: head])
        #expect(run.status == 1)
        #expect(run.evidence.commits.map(\.sha) == [head])
        #expect(run.evidence.range.policyCommit == after)
        #expect(run.evidence.range.base == nil)
    }

    @Test func lostPredecessorOfTheDefaultBranchIsFetched() throws {
        let run = try judge("github/push", [CIEvent.mainTip: after])
        #expect(run.status == 3)
        #expect(run.output.contains("git fetch origin \(CIEvent.mainBefore)"))
    }

    @Test func lostPredecessorOfAnotherBranchIsSaid() throws {
        try sample.git(["checkout", "--quiet", "-b", "topic"])
        let topic = [try sample.commit("c.txt", "c\n"), try sample.commit("d.txt", "d\n")]
        let run = try judge("github/push-forced", [CIEvent.branchTip: topic[1]])
        #expect(run.status == 0)
        #expect(run.evidence.commits.map(\.sha) == topic)
        #expect(run.evidence.range.reasons.joined().contains("the former tip is not in this clone"))
    }

    @Test func defaultBranchIsProtectedWhateverThePolicyNames() throws {
        let base = try sample.commit(".aigate/policy.yml", "version: 1\nprotected-branches: ['release/*']\n")
        let head = try sample.commit("c.txt", "c\n", "Change\n\nAssisted-by: Claude:claude-opus-4-6")
        let run = try judge("github/push", [CIEvent.mainBefore: base, CIEvent.mainTip: head])
        #expect(run.evidence.invocation.kind == "landed")
        #expect(run.findings.map { $0.hasPrefix("review-missing warn") } == [true])
    }

    @Test func forcedPushBackToAnOlderPolicyIsAFinding() throws {
        let strict = try sample.commit(".aigate/policy.yml", "version: 1\nchecks: {policy-changed: {level: block}}\n")
        try sample.git(["reset", "--quiet", "--hard", after])
        let run = try judge("github/push", [CIEvent.mainBefore: strict, CIEvent.mainTip: after])
        #expect(run.evidence.commits.isEmpty)
        #expect(run.findings == ["policy-changed block .aigate/policy.yml"])
        #expect(run.status == 1)
    }

    @Test func shallowCheckoutSaysHowToDeepen() throws {
        let clone = sample.folder.appending(path: "clone")
        try sample.git(["clone", "--quiet", "--depth", "1", "file://\(sample.path)", clone.path])
        let event = try CIEvent("github/push", [CIEvent.mainBefore: before, CIEvent.mainTip: after], in: sample)
        let result = try Program.run(["check"], in: clone, environment: event.environment)
        #expect(result.status == 3)
        #expect(result.output.contains("fetch-depth: 0"))
    }

    @Test func mergeGroupIsJudgedFromItsBase() throws {
        let run = try judge("github/merge_group", [CIEvent.mainTip: before, CIEvent.queueHead: after])
        #expect(run.evidence.commits.map(\.sha) == [after])
        #expect(run.evidence.range.policyCommit == before)
        #expect(run.evidence.invocation.kind == "merge-queue")
    }

    @Test(arguments: ["github/schedule", "github/workflow_dispatch", "gitlab/schedule"])
    func auditJudgesTheWholeDefaultBranch(event: String) throws {
        let run = try judge(event)
        #expect(run.evidence.commits.count == 3)
        #expect(run.evidence.range.policyCommit == after)
        #expect(run.evidence.invocation.kind == "audit")
    }

    @Test func dispatchOnABranchIsJudgedByTheDefaultBranchsPolicy() throws {
        try sample.git(["checkout", "--quiet", "-b", "release/1.x"])
        try sample.commit(".aigate/policy.yml", "version: 1\nchecks: {hidden-unicode: {level: off}}\n")
        try sample.commit("c.txt", hiddenText)
        let run = try judge("github/workflow_dispatch-branch")
        #expect(run.status == 1)
        #expect(run.evidence.commits.count == 5)
        #expect(run.evidence.range.policyCommit == after)
    }

    @Test func branchThatIsNotThereIsNotReplacedByAnother() throws {
        let run = try judge("github/workflow_dispatch-branch")
        #expect(run.status == 3)
        #expect(run.output.contains("git fetch origin release/1.x"))
    }
}
