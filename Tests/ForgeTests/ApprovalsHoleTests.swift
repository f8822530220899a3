// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Foundation
import Gate
import Testing

/// Files of approvals that look like more than they prove.
@Suite struct ApprovalsHoleTests {
    private static let head = ApprovalsFileTests.head

    private func read(_ text: String, target: String? = nil, kind: RunKind? = nil) throws(ForgeError) -> Approvals {
        try ApprovalsFile.read(Array(text.utf8), target: target, kind: kind)
    }

    private static func connection(_ count: Int, _ more: String) -> String {
        let nodes = (0..<count).map { number in
            """
            {"author": {"__typename": "User", "login": "ben\(number)"}, "commit": {"oid": "\(head)"}, "state": "APPROVED",
             "submittedAt": "2026-03-11T10:00:00Z", "authorAssociation": "OWNER"}
            """
        }
        return """
            {"data": {"repository": {"pullRequest": {"author": {"login": "rosa"},
             "reviews": {"nodes": [\(nodes.joined(separator: ","))]\(more)}}}}}
            """
    }

    @Test(arguments: [
        (1, "", 0), (1, ", \"pageInfo\": {}", 0), (1, ", \"pageInfo\": {\"hasNextPage\": null}", 0),
        (1, ", \"pageInfo\": {\"hasNextPage\": true}", 0), (1, ", \"pageInfo\": {\"hasNextPage\": false}", 1),
        (2, ", \"totalCount\": 2", 2), (2, ", \"totalCount\": 3", 0),
        (1, ", \"totalCount\": 1, \"pageInfo\": {\"hasNextPage\": true}", 0),
        (1, ", \"pageInfo\": {\"hasNextPage\": false, \"hasPreviousPage\": true}", 0), (0, ", \"totalCount\": 0", 0),
    ])
    func graphQLAnswerThatDoesNotSayItIsWholeCountsForNothing(count: Int, more: String, expected: Int) throws {
        let read = try read(Self.connection(count, more))
        #expect(read.reviews.count == expected)
        #expect(expected > 0 || count == 0 || read.limitations.contains { $0.contains("no approval counts") })
    }

    @Test func graphQLPagesHaveToMeet() throws {
        let (more, end) = (", \"pageInfo\": {\"hasNextPage\": true}", ", \"pageInfo\": {\"hasNextPage\": false}")
        let (first, last) = (Self.connection(2, more), Self.connection(1, end))
        for text in [first + last, "[\(first),\(last)]"] { #expect(try !read(text).reviews.isEmpty) }
        for text in [last + first, first + first, last + last] { #expect(try read(text).reviews.isEmpty) }
    }

    @Test(arguments: ["[{\"type\": \"FORBIDDEN\", \"path\": [\"repository\"]}]", "[]", "\"x\""])
    func errorsBesideDataAreRefused(errors: String) {
        let whole = Self.connection(1, ", \"pageInfo\": {\"hasNextPage\": false}")
        #expect(throws: Never.self) { try read(whole) }
        #expect { try read("{\"errors\": \(errors), " + whole.dropFirst()) } throws: {
            ($0 as? ForgeError)?.kind == .usage
        }
    }

    private static func list(_ count: Int) -> String {
        "[" + (0..<count).map { ApprovalsFileTests.review("ben\($0)") }.joined(separator: ",") + "]"
    }

    @Test(arguments: [
        (1, true), (29, true), (30, false), (31, true), (60, false), (100, false), (200, false), (101, true),
    ])
    func listThatMayBeOnePageCountsForNothing(count: Int, isWhole: Bool) throws {
        for text in [Self.list(count), "[\(Self.list(30)),\(Self.list(count))]", Self.list(30) + Self.list(count)] {
            let read = try read(text)
            #expect(read.reviews.isEmpty != isWhole)
            #expect(isWhole || read.limitations.contains { $0.contains("\(count) entries") })
        }
        #expect(try !read(Self.list(30) + "[]").reviews.isEmpty)
    }

    private static func envelope(
        _ members: String = "", base: String = "\"main\"", merged: String = "true", reviews: String = list(1)
    ) -> String {
        """
        {"system": "github", "pullRequest": {"author": "rosa", "writers": ["rosa"], "base": \(base), "merged": \(merged)},
         "lastPusher": "rosa"\(members), "reviews": \(reviews)}
        """
    }

    @Test func envelopeSaysThatTheListIsWhole() throws {
        #expect(try read(Self.envelope(reviews: Self.list(30))).reviews.isEmpty)
        #expect(try read(Self.envelope(", \"complete\": true", reviews: Self.list(30))).reviews.count == 30)
        // What the forge says itself weighs more.
        let cut = "{\"reviews\": {\"totalCount\": 9, \"nodes\": []}}"
        #expect(try !read(Self.envelope(", \"complete\": true", reviews: cut)).limitations.isEmpty)
    }

    @Test func bareListSaysWhomItDoesNotName() throws {
        #expect(
            try read(Self.list(1), target: "main").limitations == [
                "the approvals file does not name who opened the request or who wrote its commits or who pushed last, "
                    + "so an approval by that account is not seen",
                "the approvals file does not say which branch the request is for, so nobody compared it",
            ])
        #expect(try read(Self.envelope(), target: "main", kind: .landed).limitations.isEmpty)
    }

    /// GitHub's word for whoever belongs to the organisation, be it with the right to read alone.
    @Test(arguments: ["MEMBER", "COLLABORATOR"]) func belongingIsNoRightToWrite(word: String) throws {
        let review = ApprovalsFileTests.review("ben", association: word)
        let bare = try read("[\(review)]")
        #expect(bare.reviews.map(\.permission) == [.unknown])
        #expect(bare.limitations.contains { $0.contains("give an envelope with 'permissions'") })
        let proven = try read(Self.envelope(", \"permissions\": {\"ben\": \"write\"}", reviews: "[\(review)]"))
        #expect(proven.reviews.map(\.permission) == [.write])
        #expect(proven.limitations.isEmpty)
    }

    @Test(arguments: [
        ("", Approval.Account.unknown), (", \"bot\": null", .unknown), (", \"bot\": true", .robot),
        (", \"bot\": false", .person),
        (", \"bot\": \"false\"", .unknown),
    ])
    func gitLabAccountIsAPersonOnlyWhereThatIsSaid(bot: String, expected: Approval.Account) throws {
        let text = "{\"approved_by\": [{\"user\": {\"username\": \"ben\", \"state\": \"active\"\(bot)}}]}"
        #expect(try read(text).reviews.map(\.account) == [expected])
    }

    @Test func approvalForAnotherBranchSaysNothingOfThisOne() throws {
        #expect(try read(Self.envelope(), target: "main", kind: .landed).reviews.count == 1)
        #expect(try read(Self.envelope(), kind: .landed).reviews.count == 1)
        let read = try read(Self.envelope(base: "\"topic\\u001b[31m\""), target: "main", kind: .landed)
        #expect(read.reviews.isEmpty)
        #expect(
            read.limitations.contains {
                $0.contains("the request is for 'topic") && $0.contains("judges 'main', so no approval counts")
            })
        #expect(!read.limitations.joined().unicodeScalars.contains(where: VisibleText.isHidden))
    }

    @Test(arguments: [
        (RunKind.landed, false), (.audit, false), (.mergeQueue, true), (.pullRequest, true), (.push, true),
        (.local, true),
    ])
    func requestThatIsNotMergedBroughtNothing(kind: RunKind, counts: Bool) throws {
        #expect(try read(Self.envelope(merged: "false"), target: "main", kind: kind).reviews.isEmpty != counts)
        #expect(try read(Self.envelope(merged: "true"), target: "main", kind: kind).reviews.count == 1)
    }

    private static let failed = """
        {"system": "github", "complete": false, "reason": "the reviews could not be fetched\\n::error::x", "lastPusher": null,
         "pullRequest": {"author": null}, "reviews": [\(ApprovalsFileTests.review("ben"))]}
        """

    @Test(arguments: [nil, RunKind.landed, .mergeQueue, .audit]) func forgeThatCouldNotBeAskedCannotBeJudged(
        kind: RunKind?
    ) {
        #expect { try read(Self.failed, kind: kind) } throws: { error in
            guard let error = error as? ForgeError else { return false }
            return error.kind == .cannotJudge
                && error.description.contains("could not be had: the reviews could not be fetched")
                && !error.description.unicodeScalars.contains(where: VisibleText.isHidden)
        }
    }

    @Test(arguments: [RunKind.pullRequest, .push, .local]) func forgeThatCouldNotBeAskedIsSaid(kind: RunKind) throws {
        let read = try read(Self.failed, kind: kind)
        #expect(read.reviews.isEmpty)
        #expect(read.limitations.count == 1)
    }

    @Test(arguments: ["\"complete\": \"true\"", "\"complete\": 1"]) func flagsAreTrueOrFalse(member: String) {
        #expect { try read(Self.envelope(", " + member)) } throws: { ($0 as? ForgeError)?.kind == .usage }
    }

    @Test func envelopeStandsAlone() {
        for text in [
            Self.envelope() + "[]", "[]" + Self.envelope(), Self.envelope() + Self.envelope(),
            "[{\"data\": {}},\(Self.envelope())]",
        ] {
            #expect { try read(text) } throws: { ($0 as? ForgeError)?.kind == .usage }
        }
    }
}
