// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// Files of approvals that a pipeline or a stranger could make too much of, from the file to the verdict.
struct ApprovalHoleTests {
    private typealias Change = ReviewedChange

    private static func withoutReviews(complete: Bool, _ reason: String = "") -> String {
        """
        {"system": "github", "complete": \(complete), "reason": "\(reason)", "pullRequest": {"author": null}, "lastPusher": null,
         "reviews": []}
        """
    }

    /// Anybody can type the trailer that would be enough without approvals.
    @Test(arguments: ["github/push", "github/merge_group"]) func failedFetchCannotBeJudged(event: String) throws {
        let change = try Change()
        try change.commit(trailers: "\(Change.ai)\nReviewed-by: Bo Ray <bo@example.org>")
        let file = Self.withoutReviews(
            complete: false, "the request could not be found: give 'permissions: pull-requests: read'")
        let run = try change.judge(approvals: file, event: event)
        #expect(run.status == 3)
        #expect(run.evidence.result.verdict == "incomplete")
        #expect(
            run.output.contains(
                "could not be had: the request could not be found: give 'permissions: pull-requests: read'"))
    }

    @Test func directPushIsAskedForAnApproval() throws {
        let change = try Change()
        try change.commit(trailers: "\(Change.ai)\nReviewed-by: Bo Ray <bo@example.org>")
        let run = try change.judge(approvals: Self.withoutReviews(complete: true, "the event is about no request"))
        #expect(run.reviews == ["R1 of R3, insufficient"])
        #expect(run.findings == ["review-missing/insufficient warn"])
    }

    @Test(arguments: ["MEMBER", "COLLABORATOR"]) func belongingIsNoRightToWrite(word: String) throws {
        let change = try Change()
        let head = try change.commit()
        let run = try change.judge(approvals: "[\(Change.review("ben", of: head, association: word))]")
        #expect(run.reviews == ["R0 of R3, none"])
        #expect(run.reasons.contains("the file does not say whether its account may write"))
        #expect(run.output.contains("give an envelope with 'permissions'"))
    }

    @Test func gitLabAccountIsAPersonOnlyWhereThatIsSaid() throws {
        let change = try Change()
        let head = try change.commit()
        func reviews(_ bot: String) throws -> [String] {
            try change.judge(
                approvals: """
                    {"system": "gitlab", "complete": true, "head": "\(head)", "headSince": "2026-03-11T09:00:00Z",
                     "permissions": {"ben": 40}, "lastPusher": null, "pullRequest": {"author": "rosa"}, "reviews": {"approved_by": [
                      {"user": {"username": "ben", "state": "active"\(bot)}, "approved_at": "2026-03-11T10:00:00Z"}]}}
                    """
            ).reviews
        }
        #expect(try reviews("") == ["R0 of R3, none"])
        #expect(try reviews(", \"bot\": false") == ["R3 of R3, independent"])
    }

    @Test func approvalForAnotherBranchSaysNothingOfThisOne() throws {
        let change = try Change()
        let head = try change.commit()
        func judge(_ base: String, merged: Bool = true) throws -> Judged {
            try change.judge(
                approvals: """
                    {"system": "github", "complete": true, "pullRequest": {"author": "rosa", "base": "\(base)", "merged": \(merged)},
                     "lastPusher": "rosa", "reviews": [\(Change.review("ben", of: head))]}
                    """)
        }
        #expect(try judge("main").reviews == ["R3 of R3, independent"])
        let run = try judge("topic")
        #expect(run.reviews == ["R0 of R3, none"])
        #expect(run.output.contains("the request is for 'topic' and the run judges 'main', so no approval counts"))
        #expect(try judge("main", merged: false).reviews == ["R0 of R3, none"])
    }

    /// What waits for review anyway is judged, and says why nothing is known.
    @Test func failedFetchForAnOpenRequestIsALimitation() throws {
        let change = try Change()
        try change.commit()
        let run = try change.judge(approvals: Self.withoutReviews(complete: false, "x"), event: "github/pull_request")
        #expect(run.reviews == ["R0 of R3, pending"])
        #expect(run.output.contains("the forge's approvals could not be had: x"))
    }

    /// Each form that the help names, filled in, is read and counts.
    @Test func helpNamesWhatIsRead() throws {
        let change = try Change()
        let head = try change.commit()
        let help = try Program.run(["check", "--help"], in: change.sample.folder).output
        let words = help.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        let review = Change.review("ben", of: head)
        #expect(words.contains("gh api --paginate repos/OWNER/NAME/pulls/NUMBER/reviews"))
        for text in ["[\(review)]", "[\(review)][]", "[[\(review)]]"] {
            #expect(try change.judge(approvals: text).reviews == ["R3 of R3, independent"])
        }
        #expect(
            words.contains(
                "author { login } and reviews, with totalCount, pageInfo { hasNextPage } and nodes { author "
                    + "{ __typename login } state submittedAt authorAssociation commit { oid } }; or latestReviews"))
        for key in ["reviews", "latestReviews"] {
            let answer = """
                {"data": {"repository": {"pullRequest": {"author": {"login": "rosa"}, "\(key)": {"totalCount": 1,
                 "pageInfo": {"hasNextPage": false}, "nodes": [{"author": {"__typename": "User", "login": "ben"}, "state": "APPROVED",
                 "submittedAt": "2026-03-11T10:00:00Z", "authorAssociation": "OWNER", "commit": {"oid": "\(head)"}}]}}}}}
                """
            #expect(try change.judge(approvals: answer).reviews == ["R3 of R3, independent"])
            #expect(try change.judge(approvals: "[\(answer)]").reviews == ["R3 of R3, independent"])
        }
        let example = try #require(words.firstRange(of: "{\"system\": \"github\"").map { words[$0.lowerBound...] })
        let end = try #require(example.firstRange(of: "}}"))
        let envelope = example[..<end.upperBound].replacingOccurrences(
            of: "\"permissions\": {\"LOGIN\"", with: "\"permissions\": {\"ben\""
        )
        .replacingOccurrences(of: "LOGIN", with: "rosa")
        .replacingOccurrences(of: "[...]", with: "[\(Change.review("ben", of: head, association: "MEMBER"))]")
        #expect(try change.judge(approvals: envelope).reviews == ["R3 of R3, independent"])
    }
}
