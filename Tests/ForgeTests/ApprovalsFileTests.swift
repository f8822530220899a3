// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Foundation
import Gate
import Testing

/// The forms in which forges tell of reviews.
@Suite struct ApprovalsFileTests {
    static let head = String(repeating: "a", count: 40)
    static let older = String(repeating: "b", count: 40)

    /// One review as GitHub's REST interface has it.
    static func review(
        _ login: String, _ state: String = "APPROVED", commit: String = head, at: String = "2026-03-11T10:00:00Z",
        type: String = "User", association: String = "OWNER"
    ) -> String {
        """
        {"id": 80, "node_id": "PRR_80", "user": {"login": "\(login)", "id": 502, "type": "\(type)", "site_admin": false},
         "body": "Looks good", "state": "\(state)", "html_url": "https://github.example/octo-shop/till/pull/40",
         "author_association": "\(association)", "submitted_at": "\(at)", "commit_id": "\(commit)"}
        """
    }

    private func read(_ text: String) throws(ForgeError) -> Approvals { try ApprovalsFile.read(Array(text.utf8)) }

    private func states(_ text: String) throws -> [Approval.State] { try read(text).reviews.map(\.state) }

    @Test func listOfReviews() throws {
        let read = try read("[\(Self.review("Ben-Example"))]")
        #expect(
            read.reviews == [
                Approval(
                    login: "ben-example", state: .approved, account: .person, permission: .write,
                    commit: ObjectID(hex: Self.head))
            ])
        #expect(read.limitations.count == 1)
        #expect(try self.read("[]").reviews.isEmpty)
    }

    /// `gh api --paginate` prints one list after the other, with `--slurp` a list of lists.
    @Test func pages() throws {
        let (one, two) = (Self.review("ben"), Self.review("ben", "DISMISSED", at: "2026-03-12T10:00:00Z"))
        for text in ["[\(one)][\(two)]", "[[\(one)],[\(two)]]", "[\(one),\(two)]"] {
            #expect(try states(text) == [.dismissed])
        }
    }

    @Test(arguments: [
        (["APPROVED", "COMMENTED"], Approval.State.approved), (["APPROVED", "PENDING"], .approved),
        (["APPROVED", "CHANGES_REQUESTED"], .changesRequested), (["CHANGES_REQUESTED", "APPROVED"], .approved),
        (["APPROVED", "DISMISSED"], .dismissed), (["APPROVED", "CHANGES_REQUESTED", "COMMENTED"], .changesRequested),
        (["APPROVED", "SOMETHING_NEW"], .unknown),
    ])
    func lastWordCounts(words: [String], expected: Approval.State) throws {
        let reviews = words.enumerated().map { Self.review("ben", $1, at: "2026-03-1\($0)T10:00:00Z") }
        #expect(try states("[\(reviews.joined(separator: ","))]") == [expected])
    }

    @Test func commentIsNoWord() throws {
        #expect(try states("[\(Self.review("ben", "COMMENTED"))]").isEmpty)
    }

    /// Neither the order of the list nor the clock alone makes an approval the last word.
    @Test func orderAndClockHaveToAgree() throws {
        let approval = Self.review("ben", at: "2026-03-11T10:00:00Z")
        let later = Self.review("ben", "CHANGES_REQUESTED", at: "2026-03-12T10:00:00Z")
        let earlier = Self.review("ben", "CHANGES_REQUESTED", at: "2026-03-10T10:00:00Z")
        #expect(try states("[\(later),\(approval)]") == [.changesRequested])
        #expect(try states("[\(approval),\(earlier)]") == [.changesRequested])
        #expect(try states("[\(earlier),\(approval)]") == [.approved])
    }

    @Test(arguments: [
        ("ben", "User", Approval.Account.person), ("copilot-pull-request-reviewer[bot]", "Bot", .ai),
        ("Copilot", "Bot", .ai), ("copilot-pull-request-reviewer", "User", .ai), ("github-actions[bot]", "Bot", .robot),
        ("github-actions", "User", .robot), ("ben[bot]", "User", .robot), ("ben", "Bot", .robot),
        ("octo-shop", "Organization", .robot), ("claude[bot]", "Bot", .ai), ("project_12_bot_0a1b", "User", .robot),
    ])
    func accounts(login: String, type: String, expected: Approval.Account) throws {
        #expect(try read("[\(Self.review(login, type: type))]").reviews.map(\.account) == [expected])
    }

    @Test(arguments: [
        ("OWNER", Approval.Permission.write), ("MEMBER", .unknown), ("COLLABORATOR", .unknown), ("CONTRIBUTOR", .none),
        ("NONE", .none), ("FIRST_TIMER", .none),
    ])
    func association(word: String, expected: Approval.Permission) throws {
        #expect(try read("[\(Self.review("ben", association: word))]").reviews.map(\.permission) == [expected])
    }

    @Test(arguments: ["reviews", "latestReviews"]) func graphQL(key: String) throws {
        let node = """
            {"author": {"__typename": "User", "login": "ben"}, "commit": {"oid": "\(Self.head)"}, "state": "APPROVED",
             "submittedAt": "2026-03-11T10:00:00Z", "authorAssociation": "OWNER"}
            """
        let request =
            "{\"author\": {\"login\": \"rosa\"}, \"\(key)\": {\"nodes\": [\(node)], \"pageInfo\": {\"hasNextPage\": false}}}"
        let expected = Approval(
            login: "ben", state: .approved, account: .person, permission: .write, commit: ObjectID(hex: Self.head))
        let data = "{\"data\": {\"repository\": {\"pullRequest\": \(request)}}}"
        // With `--slurp` a list of answers.
        for text in [request, data, "[\(data)]"] {
            let read = try read(text)
            #expect(read.reviews == [expected])
            #expect(read.involved == ["rosa"])
        }
        let bot = node.replacingOccurrences(of: "User", with: "Bot").replacingOccurrences(of: "ben", with: "copilot")
        #expect(try read("{\"\(key)\": {\"totalCount\": 1, \"nodes\": [\(bot)]}}").reviews.map(\.account) == [.ai])
    }

    /// What is on the next page may withdraw what is on this one.
    @Test func unfinishedAnswerCountsForNothing() throws {
        let node = "{\"author\": {\"__typename\": \"User\", \"login\": \"ben\"}, \"state\": \"APPROVED\"}"
        let read = try read("{\"reviews\": {\"pageInfo\": {\"hasNextPage\": true}, \"nodes\": [\(node)]}}")
        #expect(read.reviews.isEmpty)
        #expect(read.limitations.contains { $0.contains("fetch all pages") })
    }

    static let gitLab = """
        {"id": 5, "iid": 5, "approvals_required": 1, "approvals_left": 0, "approved": true,
         "approved_by": [{"user": {"id": 1, "username": "Ben", "name": "Ben Example", "state": "active", "bot": false},
                          "approved_at": "2026-03-11T10:00:00.123Z"}]}
        """

    @Test func gitLabAlone() throws {
        #expect(
            try read(Self.gitLab).reviews == [
                Approval(login: "ben", state: .approved, account: .person, permission: .unknown, commit: nil)
            ])
    }

    @Test(arguments: [("2026-03-11T09:59:59Z", true), ("2026-03-11T10:00:01Z", false)])
    func gitLabInAnEnvelope(since: String, isBound: Bool) throws {
        let read = try read(
            """
            {"system": "gitlab", "head": "\(Self.head)", "headSince": "\(since)", "permissions": {"ben": 40},
             "pullRequest": {"author": "rosa", "requesters": [], "writers": ["ann"]}, "lastPusher": "Rosa",
             "reviews": \(Self.gitLab)}
            """)
        #expect(
            read.reviews == [
                Approval(
                    login: "ben", state: .approved, account: .person, permission: .write,
                    commit: isBound ? ObjectID(hex: Self.head) : nil)
            ])
        #expect(read.involved == ["rosa", "ann"])
        #expect(read.lastPusher == "rosa")
        #expect(read.namesWriters)
        #expect(read.limitations.isEmpty)
    }

    /// With one approval and further members.
    static func envelope(_ members: String) -> String {
        """
        {"system": "github", "pullRequest": {"number": 40, "author": "rosa"}, "lastPusher": null,
         "reviews": [\(review("ben"))], \(members)}
        """
    }

    /// Whoever is left out of the envelope by a misspelt key would count as independent.
    @Test func misspeltKeysAreRefused() {
        let good = Self.envelope("\"permissions\": {\"ben\": \"write\"}")
        #expect(throws: Never.self) { try read(good) }
        for key in [
            "system", "pullRequest", "author", "lastPusher", "reviews", "permissions", "number", "user", "login",
            "state",
        ] {
            let bad = good.replacingOccurrences(of: "\"\(key)\":", with: "\"\(key.dropLast())\":")
            #expect(bad != good)
            #expect(throws: ForgeError.self, "\(key)") { try read(bad) }
        }
    }

    @Test func reviewsInNoOrderAreNoApproval() throws {
        let timeless = Self.review("ben", "CHANGES_REQUESTED").replacingOccurrences(of: "submitted_at", with: "sent_at")
        #expect(try states("[\(timeless),\(Self.review("ben"))]") == [.unknown])
    }

    @Test(arguments: [
        ("\"write\"", Approval.Permission.write), ("\"admin\"", .write), ("\"maintain\"", .write), ("\"read\"", .none),
        ("\"triage\"", .none), ("30", .write), ("20", .none), ("null", .none), ("true", .none),
    ])
    func permissionsBeatTheAssociation(value: String, expected: Approval.Permission) throws {
        #expect(try read(Self.envelope("\"permissions\": {\"Ben\": \(value)}")).reviews.map(\.permission) == [expected])
    }

    @Test func twoSpellingsOfAnAccountGiveTheLess() throws {
        #expect(
            try read(Self.envelope("\"permissions\": {\"Ben\": \"write\", \"ben\": \"read\"}")).reviews.map(
                \.permission) == [.none])
    }

    @Test func accountThatIsGone() throws {
        let review = "{\"user\": null, \"state\": \"APPROVED\", \"commit_id\": \"\(Self.head)\"}"
        #expect(try read("[\(review),\(review)]").reviews.map(\.login) == ["", ""])
    }

    @Test(arguments: [
        "", "<html>Bad gateway</html>", "{}", "42", "{\"message\": \"Not Found\", \"status\": \"404\"}", "[1]", "[{}]",
        "{\"reviews\": 1}", "{\"reviews\": {\"nodes\": {}}}", "{\"system\": \"github\", \"reviews\": null}",
        "[{\"state\": \"APPROVED\", \"commit_id\": \"main\"}]", "{\"approved_by\": [{}]}",
    ])
    func refusesWhatIsNone(_ text: String) {
        #expect { try read(text) } throws: { error in
            (error as? ForgeError).map { $0.kind == .usage && $0.description.hasPrefix("--approvals: ") } ?? false
        }
    }
}
