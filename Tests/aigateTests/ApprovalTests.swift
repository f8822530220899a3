// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// A forge's approvals, from the file to the verdict.
struct ApprovalTests {
    private typealias Change = ReviewedChange

    @Test func independentApprovalOfTheHeadCounts() throws {
        let change = try Change()
        let head = try change.commit()
        let run = try change.judge(approvals: Change.envelope([Change.review("ben", of: head)]))
        #expect(run.reviews == ["R3 of R3, independent"])
        #expect(run.findings.isEmpty)
        #expect(run.output.contains("review independent"))
    }

    @Test func twoOfThemAreFour() throws {
        let change = try Change([".aigate/policy.yml": "version: 1\nreview: {level: R4}\n"])
        let head = try change.commit()
        let one = Change.review("ben", of: head)
        #expect(try change.judge(approvals: Change.envelope([one])).reviews == ["R3 of R4, insufficient"])
        #expect(try change.judge(approvals: Change.envelope([one])).findings == ["review-missing/insufficient warn"])
        let both = Change.envelope([one, Change.review("cy", of: head)])
        #expect(try change.judge(approvals: both).reviews == ["R4 of R4, independent"])
    }

    @Test func twoAccountsOfOnePersonAreOne() throws {
        let mailmap = """
            Ben <ben@example.org> <ben@users.noreply.github.com>
            Ben <ben@example.org> <77+benwork@users.noreply.github.com>

            """
        let change = try Change([".mailmap": mailmap])
        let head = try change.commit()
        let run = try change.judge(
            approvals: Change.envelope([Change.review("ben", of: head), Change.review("benwork", of: head)]))
        #expect(run.reviews == ["R3 of R3, independent"])
        #expect(run.reasons.contains("another account of the same person counts already"))
    }

    @Test(arguments: ["github/pull_request", "github/pull_request_review"]) func openRequest(event: String) throws {
        let change = try Change()
        let head = try change.commit()
        let none = try change.judge(approvals: Change.envelope([]), event: event)
        #expect(none.reviews == ["R0 of R3, pending"])
        #expect(none.findings.isEmpty)
        let approved = try change.judge(approvals: Change.envelope([Change.review("ben", of: head)]), event: event)
        #expect(approved.reviews == ["R3 of R3, independent"])
    }

    @Test func strictPolicyAsksAtOnce() throws {
        let change = try Change([".aigate/policy.yml": "version: 1\nreview: {strict: true}\n"])
        try change.commit()
        #expect(try change.judge(approvals: "[]", event: "github/pull_request").findings == ["review-missing warn"])
    }

    /// The queue's head is a merge of the forge's; what was approved is its second parent.
    @Test func mergeQueueHoldsTheApprovedHead() throws {
        let change = try Change()
        try change.sample.git(["checkout", "--quiet", "-b", "topic"])
        try change.commit()
        let head = try change.commit("b.txt")
        try change.sample.git(["checkout", "--quiet", "main"])
        try change.commit("c.txt", trailers: "Signed-off-by: Ann Lee <ann@example.org>")
        let base = try change.sample.git(["rev-parse", "HEAD"])
        try change.sample.git(["merge", "--quiet", "--no-ff", "--message", "Merge pull request #40", "topic"])
        let run = try change.judge(
            approvals: Change.envelope([Change.review("ben", of: head)]), event: "github/merge_group", from: base)
        #expect(run.reviews == ["R3 of R3, independent", "R3 of R3, independent", "R0 of R0, not-required"])
    }

    /// Merged into the request's own branch, an approved commit is an older head.
    @Test func mergeInsideAnOpenRequestIsNoBinding() throws {
        let change = try Change()
        try change.sample.git(["checkout", "--quiet", "-b", "approved"])
        let approved = try change.commit()
        try change.sample.git(["checkout", "--quiet", "main"])
        try change.commit("evil.txt")
        try change.sample.git(["merge", "--quiet", "--no-ff", "--message", "Merge", "approved"])
        let run = try change.judge(
            approvals: Change.envelope([Change.review("ben", of: approved)]), event: "github/pull_request")
        #expect(run.reviews.prefix(2).allSatisfy { $0 == "R0 of R3, pending" })
        #expect(run.reasons.contains("stale"))
    }

    @Test func withoutAFileOneTrailerIsAsked() throws {
        let change = try Change()
        try change.commit(trailers: "\(Change.ai)\nReviewed-by: Bo Ray <bo@example.org>")
        #expect(try change.judge().reviews == ["R1 of R1, independent"])
        #expect(try change.judge(approvals: "[]").reviews == ["R1 of R3, insufficient"])
    }

    @Test func pathsAndToolsAskForMore() throws {
        let policy = """
            version: 1
            review:
              level: R1
              levels:
                - {level: R3, paths: ["src/**"]}
                - {level: R4, paths: ["src/crypto/"], tools: [claude-code, github-copilot]}
                - {level: R2, tools: [openai-codex]}

            """
        let change = try Change([".aigate/policy.yml": policy])
        try change.commit("docs/a.md")
        try change.commit("src/a.c")
        try change.commit("src/crypto/a.c", trailers: "Co-authored-by: Claude <noreply@anthropic.com>")
        try change.commit("docs/b.md", trailers: "Assisted-by: Codex:gpt-5")
        try change.sample.git(["mv", "src/a.c", "b.c"])
        try change.commit("docs/c.md")
        #expect(try change.judge().evidence.commits.map(\.review.asked) == ["R1", "R3", "R4", "R2", "R3"])
    }

    @Test func levelNothingAsksForNothing() throws {
        let change = try Change([".aigate/policy.yml": "version: 1\nreview: {level: R0}\n"])
        try change.commit()
        #expect(try change.judge().reviews == ["R0 of R0, not-required"])
    }

    @Test func unknownToolIsAMistake() throws {
        let change = try Change([
            ".aigate/policy.yml": "version: 1\nreview: {levels: [{level: R4, tools: [claude-cod]}]}\n"
        ])
        try change.commit()
        let run = try change.judge()
        #expect(run.status == 2)
        #expect(run.output.contains("unknown tool 'claude-cod'; did you mean 'claude-code'?"))
    }

    @Test func listOfHumansIsHeld() throws {
        let change = try Change([
            ".aigate/policy.yml": "version: 1\nreview: {humans: [ben@example.org]}\n",
            ".mailmap": "Ben <ben@example.org> <502+ben@users.noreply.github.com>\n",
        ])
        let head = try change.commit()
        #expect(
            try change.judge(approvals: Change.envelope([Change.review("ben", of: head)])).reviews == [
                "R3 of R3, independent"
            ])
        let stranger = try change.judge(approvals: Change.envelope([Change.review("cy", of: head)]))
        #expect(stranger.reviews == ["R0 of R3, none"])
        #expect(stranger.reasons.contains("list of humans"))
    }

    @Test func fileIsAnInputAndIsKept() throws {
        let change = try Change()
        let head = try change.commit()
        let run = try change.judge(
            approvals: Change.envelope([Change.review("ben", of: head)], author: "ann@example.org"))
        let input = try #require(run.evidence.inputs.first)
        #expect(input.role == "approvals" && input.name == "approvals.json" && input.sha256.count == 64)
        let kept = try #require(run.evidence.attachments.first)
        #expect(kept.kind == "approvals" && kept.originalSha256 == input.sha256)
        let text = try change.sample.read(Judged.directory + "/" + kept.name)
        #expect(text.contains("APPROVED") && !text.contains("ann@example.org"))
    }

    /// Reports say why and never who.
    @Test func reportsNameNobody() throws {
        let change = try Change()
        let head = try change.commit()
        let run = try change.judge(
            approvals: Change.envelope([Change.review("ben-example", of: head), Change.review("rosa", of: head)]))
        for name in ["run.json", "junit.xml", "summary.md", "report.html"] {
            let text = try change.sample.read(Judged.directory + "/" + name)
            #expect(!text.contains("ben-example") && !text.contains("rosa"), "\(name)")
        }
        #expect(!run.output.contains("ben-example"))
        #expect(run.reasons.contains("review 1 of 2 at the forge counts"))
    }

    @Test(arguments: [
        "", "<html>", "{\"message\": \"Not Found\"}", "[{\"state\": \"APPROVED\", \"commit_id\": \"main\"}]",
    ])
    func fileThatIsNoneIsAMistake(text: String) throws {
        let change = try Change()
        try change.commit()
        let run = try change.judge(approvals: text)
        #expect(run.status == 2)
        #expect(run.evidence.result.verdict == "incomplete")
        #expect(run.output.contains("--approvals: "))
    }

    @Test func missingFileIsAMistake() throws {
        let change = try Change()
        try change.commit()
        let result = try Program.check(["HEAD~1..HEAD", "--approvals", "/nowhere/approvals.json"], in: change.sample)
        #expect(result.status == 2)
        #expect(result.errors.contains("cannot read"))
    }
}
