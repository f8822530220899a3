// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// Ways past a review gate that other tools leave open, one test each.
struct ReviewHoleTests {
    private typealias Change = ReviewedChange

    private static let bo = "Reviewed-by: Bo Ray <bo@example.org>"

    @Test(arguments: [
        "Signed-off-by: Claude <noreply@anthropic.com>", "Reviewed-by: Claude <noreply@anthropic.com>",
        "Reviewed-by: Claude Opus 4.6 <bo@example.org>", "Signed-off-by: Bo Ray <bo@example.org>",
    ])
    func signOffOfAnAIOrOfOriginIsNoReview(trailer: String) throws {
        let change = try Change()
        try change.commit(trailers: "\(Change.ai)\n\(trailer)")
        let run = try change.judge()
        #expect(run.findings.contains("review-missing warn"))
        #expect(run.reviews.first?.hasPrefix("R0 of R1, ") == true)
    }

    @Test(arguments: [
        ("github-actions[bot]", "Bot"), ("github-actions", "Bot"), ("github-actions", "User"),
        ("dependabot[bot]", "Bot"),
        ("copilot-pull-request-reviewer[bot]", "Bot"), ("Copilot", "Bot"), ("Copilot", "User"), ("claude[bot]", "Bot"),
        ("coderabbitai[bot]", "Bot"), ("octo-bot", "Bot"),
    ])
    func approvalOfABotIsNoReview(login: String, type: String) throws {
        let change = try Change()
        let head = try change.commit()
        let run = try change.judge(approvals: Change.envelope([Change.review(login, of: head, type: type)]))
        #expect(run.reviews == ["R0 of R3, robot"])
        #expect(run.findings == ["review-missing warn"])
    }

    @Test func selfReviewUnderASecondAddressIsNoReview() throws {
        let change = try Change([".mailmap": "Ann Lee <ann@example.org> <a.lee@home.example>\n"])
        try change.commit(trailers: "\(Change.ai)\nReviewed-by: A. L. <A.Lee@home.example>")
        #expect(try change.judge().reviews == ["R0 of R1, self"])
    }

    @Test func selfReviewUnderASecondAccountIsNoReview() throws {
        let change = try Change([".mailmap": "Ann Lee <ann@example.org> <ann-at-work@users.noreply.github.com>\n"])
        let head = try change.commit()
        let run = try change.judge(approvals: Change.envelope([Change.review("ann-at-work", of: head)]))
        #expect(run.reviews == ["R0 of R3, self"])
    }

    /// Two people are made of one, or one of two, only by the base commit.
    @Test func mailmapOfTheChangeIsNotBelieved() throws {
        let change = try Change([".mailmap": "Ann Lee <ann@example.org> <a.lee@home.example>\n"])
        try change.commit(".mailmap", "", trailers: "\(Change.ai)\nReviewed-by: A. L. <a.lee@home.example>")
        #expect(try change.judge().reviews == ["R0 of R1, self"])
    }

    @Test func coAuthorAsReviewerIsNoReview() throws {
        let change = try Change()
        try change.commit(trailers: "\(Change.ai)\nCo-authored-by: Bo Ray <bo@example.org>\n\(Self.bo)")
        #expect(try change.judge().reviews == ["R0 of R1, self"])
        for address in ["502+bo@users.noreply.github.com", "bo@users.noreply.github.com", "bo@example.org"] {
            let other = try Change()
            let head = try other.commit(trailers: "\(Change.ai)\nCo-authored-by: Bo Ray <\(address)>")
            let run = try other.judge(approvals: Change.envelope([Change.review("Bo", of: head)]))
            #expect(run.reviews == ["R0 of R3, self"], "\(address)")
        }
    }

    /// An author of any commit of the request, not of the last one alone.
    @Test func authorOfAnotherCommitIsNoReviewer() throws {
        let change = try Change()
        try change.commit(author: "B <502+ben@users.noreply.github.com>")
        let head = try change.commit("b.txt")
        let run = try change.judge(approvals: Change.envelope([Change.review("ben", of: head)]))
        #expect(run.reviews == ["R0 of R3, self", "R0 of R3, self"])
    }

    @Test func approvalByTheRequesterIsNoReview() throws {
        let change = try Change()
        let agent = "copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>"
        let head = try change.commit(
            trailers: "Co-authored-by: ben <502+ben@users.noreply.github.com>", author: agent)
        let approval = Change.review("ben", of: head)
        #expect(
            try change.judge(approvals: Change.envelope([approval], author: "Copilot")).reviews == ["R0 of R3, self"])
        // Who asked need not stand in the commit.
        let other = try Change()
        let silent = try other.commit(trailers: "Fixes: #1", author: agent)
        let run = try other.judge(
            approvals: Change.envelope([Change.review("ben", of: silent)], author: "Copilot", requesters: ["Ben"]))
        #expect(run.reviews == ["R0 of R3, self"])
    }

    @Test(arguments: ["rosa", "Pat"]) func approvalByWhoOpenedOrLastPushedIsNoReview(login: String) throws {
        let change = try Change()
        let head = try change.commit()
        let run = try change.judge(approvals: Change.envelope([Change.review(login, of: head)], pusher: "pat"))
        #expect(run.reviews == ["R0 of R3, self"])
    }

    @Test func staleApprovalIsNoReview() throws {
        let change = try Change()
        let first = try change.commit()
        let second = try change.commit("b.txt")
        let third = try change.commit("c.txt")
        let run = try change.judge(approvals: Change.envelope([Change.review("ben", of: first)]))
        #expect(run.reviews == ["R0 of R3, stale", "R0 of R3, stale", "R0 of R3, stale"])
        #expect(
            run.findings == ["review-missing/stale warn", "review-missing/stale warn", "review-missing/stale warn"])
        #expect(run.reasons.contains("2 more came after (\(second.prefix(10)), \(third.prefix(10)))"))
    }

    @Test(arguments: ["CHANGES_REQUESTED", "DISMISSED"]) func withdrawnApprovalIsNoReview(state: String) throws {
        let change = try Change()
        let head = try change.commit()
        let run = try change.judge(
            approvals: Change.envelope([
                Change.review("ben", of: head), Change.review("ben", of: head, state, at: "2026-03-12T10:00:00Z"),
            ]))
        #expect(run.reviews == ["R0 of R3, none"])
    }

    @Test(arguments: ["CONTRIBUTOR", "NONE", "FIRST_TIME_CONTRIBUTOR"]) func approvalWithoutRightsIsNoReview(
        word: String
    ) throws {
        let change = try Change()
        let head = try change.commit()
        let run = try change.judge(approvals: Change.envelope([Change.review("ben", of: head, association: word)]))
        #expect(run.reviews == ["R0 of R3, none"])
        #expect(run.reasons.contains("may not write"))
    }

    /// GitLab's answer names no commit, and approvals may outlive a push.
    @Test func gitLabsApprovalBeforeTheLastPushIsNoReview() throws {
        let change = try Change()
        let head = try change.commit()
        func envelope(since: String) -> String {
            """
            {"system": "gitlab", "head": "\(head)", "headSince": "\(since)", "permissions": {"ben": 40}, "lastPusher": "rosa",
             "pullRequest": {"author": "rosa"}, "reviews": {"approved_by": [
              {"user": {"id": 2, "username": "ben", "state": "active", "bot": false}, "approved_at": "2026-03-11T10:00:00.000Z"}]}}
            """
        }
        #expect(
            try change.judge(approvals: envelope(since: "2026-03-11T09:00:00.000Z")).reviews == [
                "R3 of R3, independent"
            ])
        #expect(try change.judge(approvals: envelope(since: "2026-03-11T11:00:00.000Z")).reviews == ["R0 of R3, none"])
    }

    @Test func trailerCarriedOverByARevertIsNoReview() throws {
        let change = try Change()
        try change.commit(
            trailers: "This reverts commit \(change.base).\n\n\(Change.ai)\n\(Self.bo)", subject: "Revert \"Add a\"")
        #expect(try change.judge().reviews == ["R0 of R1, none"])
    }

    @Test func trailerCarriedOverByACherryPickNeedsTheSamePatch() throws {
        let change = try Change()
        try change.sample.git(["checkout", "--quiet", "-b", "source"])
        let source = try change.commit("p.txt", "one\n", trailers: "\(Change.ai)\n\(Self.bo)")
        try change.sample.git(["checkout", "--quiet", "main"])
        try change.sample.git(["cherry-pick", "-x", source])
        let faithful = try change.judge()
        #expect(faithful.reviews == ["R1 of R1, independent"])

        try change.sample.git(["reset", "--quiet", "--hard", change.base])
        let trailers = "(cherry picked from commit \(source))\n\(Change.ai)\n\(Self.bo)"
        try change.commit("p.txt", "another\n", trailers: trailers)
        let changed = try change.judge()
        #expect(changed.reviews == ["R0 of R1, none"])
        #expect(changed.reasons.contains("its patch is not the source's"))

        let blob = try change.sample.git(["rev-parse", "HEAD:p.txt"])
        for source in [String(repeating: "1", count: 40), blob, try change.sample.git(["rev-parse", "HEAD^{tree}"])] {
            try change.sample.git(["reset", "--quiet", "--hard", change.base])
            try change.commit(
                "p.txt", "one\n",
                trailers: trailers.replacingOccurrences(of: trailers.prefix(68).suffix(40), with: source))
            let unknown = try change.judge()
            #expect(unknown.reviews == ["R0 of R1, none"])
            #expect(unknown.status == 0)
        }
    }
}
