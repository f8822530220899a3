// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// What is judged for a pull or merge request: its own commits, by the policy of the target's tip.
struct PullRequestEventTests {
    let sample: SampleRepository
    /// The target when the event was sent; no policy yet, so hidden characters block.
    let stale: String
    /// The target now; its policy only warns.
    let tip: String
    let topic: [String]

    init() throws {
        sample = try SampleRepository("small")
        stale = try sample.git(["rev-parse", "HEAD"])
        try sample.git(["checkout", "--quiet", "-b", "topic"])
        topic = [try sample.commit("a.txt", "a\n"), try sample.commit("b.txt", hiddenText)]
        try sample.git(["checkout", "--quiet", "main"])
        tip = try sample.commit(".aigate/policy.yml", "version: 1\nchecks: {hidden-unicode: {level: warn}}\n")
    }

    private func checkOutMerge() throws -> String {
        // As a checkout of the whole history leaves it.
        try sample.git(["update-ref", "refs/remotes/origin/main", tip])
        try sample.git(["checkout", "--quiet", "--detach", "main"])
        try sample.git(["merge", "--quiet", "--no-ff", "--message", "Merge \(topic[1]) into \(tip)", "topic"])
        return try sample.git(["rev-parse", "HEAD"])
    }

    private func judge(_ event: String = "github/pull_request", base: String? = nil) throws -> Judged {
        let names = [
            CIEvent.pullHead: topic[1], CIEvent.mainTip: base ?? stale, CIEvent.mergeBase: base ?? stale,
            CIEvent.merge: try sample.git(["rev-parse", "HEAD"]),
        ]
        return try Program.judge(in: sample, environment: CIEvent(event, names, in: sample).environment)
    }

    @Test(arguments: ["github/pull_request", "github/pull_request-fork", "gitlab/merged_result"])
    func mergeRefIsJudgedWithoutTheMerge(event: String) throws {
        let merge = try checkOutMerge()
        let run = try judge(event)
        #expect(run.status == 0)
        #expect(run.evidence.commits.map(\.sha) == topic)
        #expect(run.evidence.range.base == tip)
        #expect(run.evidence.range.policyCommit == tip)
        #expect(run.findings == ["hidden-unicode/bidi warn b.txt"])
        #expect(run.evidence.excluded.map(\.commit) == [merge])
        #expect(run.evidence.excluded.first?.reason.contains("synthetic merge") == true)
        #expect(run.evidence.invocation.kind == "pull-request")
        #expect(!run.evidence.invocation.authoritative, "a clock that somebody set proves nothing")
    }

    @Test func runOfThePipelineItselfIsAuthoritative() throws {
        let merge = try checkOutMerge()
        let names = [
            CIEvent.pullHead: topic[1], CIEvent.mainTip: stale, CIEvent.mergeBase: stale, CIEvent.merge: merge,
        ]
        let environment = try CIEvent("github/pull_request", names, in: sample).environment
        let result = try Program.run(["check", "--output-dir", "report"], in: sample.folder, environment: environment)
        #expect(result.status == 0)
        #expect(try sample.read("report/run.json").contains("\"authoritative\":true"))
    }

    @Test func mergeOfSomebodyElsesPolicyIsNoBase() throws {
        try sample.git(["update-ref", "refs/remotes/origin/main", stale])
        try sample.git(["checkout", "--quiet", "-b", "evil", stale])
        let evil = try sample.commit(".aigate/policy.yml", "version: 1\nchecks: {hidden-unicode: {level: off}}\n")
        try sample.git(["merge", "--quiet", "--no-ff", "--message", "Merge \(topic[1]) into \(evil)", "topic"])
        let run = try judge()
        #expect(run.status == 1)
        #expect(run.evidence.range.policyCommit == stale)
    }

    @Test(arguments: ["github/pull_request", "gitlab/merge_request"])
    func headIsJudgedFromTheTargetsTip(event: String) throws {
        try sample.git(["update-ref", "refs/remotes/origin/main", tip])
        try sample.git(["checkout", "--quiet", "--detach", "topic"])
        let run = try judge(event)
        #expect(run.evidence.commits.map(\.sha) == topic)
        #expect(run.evidence.range.policyCommit == tip)
        #expect(run.evidence.range.reasons.joined().contains("origin/main"))
        #expect(run.evidence.excluded.isEmpty)
    }

    @Test func baseOfTheEventCountsWhenTheTargetIsNotThere() throws {
        try sample.git(["checkout", "--quiet", "--detach", "topic"])
        let run = try judge()
        #expect(run.status == 1)
        #expect(run.evidence.range.base == stale)
        #expect(run.evidence.range.reasons.joined().contains("origin/main is not in this clone"))
    }

    @Test func missingBaseNamesTheFetch() throws {
        try sample.git(["checkout", "--quiet", "--detach", "topic"])
        let run = try judge(base: CIEvent.mainTip)
        #expect(run.status == 3)
        #expect(run.output.contains("git fetch origin main"))
    }

    /// A merge with the form of a forge's, pushed as the request's head, lands like any other commit.
    @Test func forgedMergeIsJudged() throws {
        try sample.git(["checkout", "--quiet", "--detach", "main"])
        try sample.git(["merge", "--quiet", "--no-ff", "--no-commit", "topic"])
        try sample.commit("c.txt", hiddenText, "unused")
        let tree = try sample.git(["rev-parse", "HEAD^{tree}"])
        let forged = try sample.git([
            "commit-tree", tree, "-p", tip, "-p", topic[1], "-m", "Merge \(topic[1]) into \(tip)",
        ])
        let text = try sample.git(["cat-file", "commit", forged]).replacingOccurrences(
            of: "committer Ann Lee <ann@example.org>", with: "committer GitHub <noreply@github.com>")
        let head = try sample.git(["hash-object", "-t", "commit", "-w", "--stdin"], input: .init(text.utf8))
        let run = try Program.judge(["\(tip)..\(head)", "--policy-from", stale], in: sample)
        #expect(run.status == 1)
        #expect(run.evidence.commits.last?.sha == head)
        #expect(run.findings.contains("hidden-unicode/bidi block c.txt"))
    }

    /// Typed in a step that runs on the merge ref.
    @Test func cleanMergeOfTheForgeIsLeftOutOfATypedRange() throws {
        let merge = try checkOutMerge()
        let text = try sample.git(["cat-file", "commit", merge]).replacingOccurrences(
            of: "committer Ann Lee <ann@example.org>", with: "committer GitHub <noreply@github.com>")
        let head = try sample.git(["hash-object", "-t", "commit", "-w", "--stdin"], input: .init(text.utf8))
        let run = try Program.judge(["\(tip)..\(head)"], in: sample)
        #expect(run.evidence.commits.map(\.sha) == topic)
        #expect(run.evidence.excluded.map(\.commit) == [head])
    }

    @Test func foreignRightsAreRefused() throws {
        let event = try CIEvent(
            "github/pull_request_target", [CIEvent.pullHead: topic[1], CIEvent.mainTip: tip], in: sample)
        let run = try Program.judge(in: sample, environment: event.environment)
        #expect(run.status == 3)
        #expect(run.output.contains("run on pull_request instead"))
    }
}
