// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Foundation
import Gate
import TestKit
import Testing

/// The action asks the forge for the reviews of a request, and goes on without them.
@Suite struct ActionApprovalsTests {
    static let repository = "repos/octo-shop/till"
    static let head = ActionRun.head

    static func review(_ login: String, _ state: String = "APPROVED", type: String = "User") -> String {
        """
        {"id": 80, "user": {"login": "\(login)", "id": 502, "type": "\(type)", "site_admin": false}, "body": "A private word",
         "state": "\(state)", "author_association": "MEMBER", "submitted_at": "2026-03-11T15:20:00Z", "commit_id": "\(head)"}
        """
    }

    static func pull(type: String = "User", commits: Int = 1, fork: Bool = false) -> String {
        """
        {"number": 40, "commits": \(commits), "user": {"login": "rosa-example", "type": "\(type)"},
         "assignees": [{"login": "max-example"}],
         "base": {"ref": "main"}, "merged": true,
         "head": {"sha": "\(head)", "ref": "codex/count-cents", "repo": {"full_name": "\(fork ? "fork" : "octo-shop")/till"}}}
        """
    }

    static let pullsOfPush = "\(repository)/commits/35cc9f00fe880db8d6351cdeb5f5796b43e9e808/pulls?per_page=100&page=1"

    static let answers = [
        "\(repository)/pulls/40": pull(),
        "\(repository)/pulls/40/reviews?per_page=100&page=1": "[\(review("ben-example"))]",
        "\(repository)/pulls/40/commits?per_page=100&page=1":
            "[{\"author\": {\"login\": \"rosa-example\"}, \"committer\": {\"login\": \"web-flow\"}}]",
        "\(repository)/collaborators/ben-example/permission": "{\"permission\": \"write\"}",
        "\(repository)/activity?per_page=100&ref=refs/heads/codex%2Fcount-cents":
            "[{\"after\": \"\(head)\", \"actor\": {\"login\": \"pat-example\"}}]",
        pullsOfPush: """
        [{"number": 39, "merge_commit_sha": "1111111111111111111111111111111111111111", "base": {"ref": "main"}},
         {"number": 38, "merge_commit_sha": "35cc9f00fe880db8d6351cdeb5f5796b43e9e808", "base": {"ref": "topic"}},
         {"number": 40, "merge_commit_sha": "35cc9f00fe880db8d6351cdeb5f5796b43e9e808", "base": {"ref": "main"}}]
        """,
    ]

    private func run(
        _ event: String, _ answers: [String: String] = answers, inputs: [String: String] = [:],
        edit: (String) -> String = { $0 }
    ) throws -> ActionRun {
        let recorded = try Recorded("github/\(event)")
        let file = projectRoot.appending(path: "Fixtures/Events/github/\(event).json")
        let text = edit(try String(contentsOf: file, encoding: .utf8))
        let forge = try Scratch()
        try forge.write(text, "event.json")
        var variables = recorded.environment.merging(try FakeForge.install(answers, in: forge)) { $1 }
        variables["GITHUB_API_URL"] = "https://api.github.example"
        variables["GITHUB_EVENT_PATH"] = forge.url.appending(path: "event.json").path
        let given = ["approvals": "auto", "token": FakeForge.token].merging(inputs) { $1 }
        let run = try ActionRun(
            code: 0, files: ["run.json": ActionRun.runJSON("pass")], inputs: given, environment: variables)
        #expect(try run.outputs()["result"] == "pass", "\(run.log)")
        // On no command line, and in no environment of the program's.
        for log in [try forge.read("log") ?? "", run.log] { #expect(!log.contains(FakeForge.token)) }
        if let headers = try forge.read("headers") {
            #expect(
                headers.split(separator: "\n").allSatisfy {
                    $0 == "header = \"Authorization: Bearer \(FakeForge.token)\""
                })
        }
        return run
    }

    private func file(_ run: ActionRun) throws -> String? {
        guard let argument = try run.arguments()?.first(where: { $0.hasPrefix("--approvals=") }) else { return nil }
        return try String(contentsOf: URL(filePath: String(argument.dropFirst("--approvals=".count))), encoding: .utf8)
    }

    @Test(arguments: ["pull_request", "pull_request-fork", "pull_request_review", "merge_group", "push"])
    func fetchesTheReviewsOfTheRequest(event: String) throws {
        // The fork's request has another number.
        let answers = Self.answers.merging(
            Self.answers.filter { $0.key.contains("pulls/40") }.map {
                (
                    $0.key.replacingOccurrences(of: "pulls/40", with: "pulls/41"),
                    $0.value.replacingOccurrences(of: "\"number\": 40", with: "\"number\": 41")
                )
            }, uniquingKeysWith: { $1 })
        let text = try #require(try file(run(event, answers)))
        let read = try ApprovalsFile.read(Array(text.utf8))
        #expect(
            read.reviews == [
                Approval(
                    login: "ben-example", state: .approved, account: .person, permission: .write,
                    commit: ObjectID(hex: Self.head))
            ])
        #expect(read.involved == ["rosa-example", "web-flow"])
        #expect(read.namesWriters)
        // Whose push the event is about, it says itself.
        #expect(
            read.lastPusher
                == (event.hasPrefix("pull_request") && event != "pull_request_review" ? "rosa-example" : "pat-example"))
        #expect(!text.contains("private word"))
    }

    @Test(arguments: ["schedule", "workflow_dispatch", "push-tag"]) func otherEventsAskNothing(event: String) throws {
        let run = try run(event, [:])
        #expect(try file(run) == nil)
        #expect(!run.log.contains("::notice") && !run.log.contains("::error"))
    }

    @Test func pagesAreAllRead() throws {
        var answers = Self.answers
        let page = "[" + Array(repeating: Self.review("ben-example"), count: 100).joined(separator: ",") + "]"
        answers["\(Self.repository)/pulls/40/reviews?per_page=100&page=1"] = page
        answers["\(Self.repository)/pulls/40/reviews?per_page=100&page=2"] = page
        answers["\(Self.repository)/pulls/40/reviews?per_page=100&page=3"] =
            "[\(Self.review("ben-example", "DISMISSED"))]"
        let text = try #require(try file(run("pull_request", answers)))
        #expect(try ApprovalsFile.read(Array(text.utf8)).reviews.map(\.state) == [.dismissed])
    }

    @Test func whoAskedAnAgentIsNamed() throws {
        var answers = Self.answers
        answers["\(Self.repository)/pulls/40"] = Self.pull(type: "Bot")
        let text = try #require(try file(run("pull_request", answers)))
        #expect(try ApprovalsFile.read(Array(text.utf8)).involved.contains("max-example"))
    }

    @Test func writersAreNamedOnlyWhenAllAreKnown() throws {
        for commits in ["[]", "[{\"author\": null, \"committer\": {\"login\": \"web-flow\"}}]"] {
            var answers = Self.answers
            answers["\(Self.repository)/pulls/40/commits?per_page=100&page=1"] = commits
            let text = try #require(try file(run("pull_request", answers)))
            #expect(try !ApprovalsFile.read(Array(text.utf8)).namesWriters)
        }
    }

    private static let asked = ["pulls/40", "pulls/40/reviews?per_page=100&page=1"]

    /// Without approvals a trailer would be enough, and anybody can type one.
    @Test(arguments: ["push", "merge_group"]) func failedFetchOfWhatLandsCannotBeJudged(event: String) throws {
        for path in Self.asked.map({ "\(Self.repository)/\($0)" }) + (event == "push" ? [Self.pullsOfPush] : []) {
            for answer in [nil, ""] {
                var answers = Self.answers
                answers[path] = answer
                let run = try run(event, answers)
                let text = try #require(try file(run), "\(path)")
                #expect {
                    try ApprovalsFile.read(Array(text.utf8))
                } throws: { error in
                    guard let error = error as? ForgeError else { return false }
                    return error.kind == .cannotJudge
                        && error.description.contains("give 'permissions: pull-requests: read'")
                }
                #expect(run.log.contains("::error title=aigate::"))
            }
        }
    }

    @Test(arguments: asked) func failedFetchForAnOpenRequestIsANotice(path: String) throws {
        var answers = Self.answers
        answers["\(Self.repository)/\(path)"] = nil
        let run = try run("pull_request", answers)
        #expect(try file(run) == nil)
        #expect(run.log.contains("::notice title=aigate::"))
        #expect(run.log.contains("judged without the forge's approvals: give 'permissions: pull-requests: read'"))
    }

    @Test func moreThanThePageLimitCannotBeJudged() throws {
        var answers = Self.answers
        let page = "[" + Array(repeating: Self.review("ben-example"), count: 100).joined(separator: ",") + "]"
        for number in 1...50 { answers["\(Self.repository)/pulls/40/reviews?per_page=100&page=\(number)"] = page }
        let text = try #require(try file(run("push", answers)))
        #expect(throws: ForgeError.self) { try ApprovalsFile.read(Array(text.utf8)) }
    }

    @Test func directPushGivesApprovalsOfNobody() throws {
        for requests in [
            "[]", "[{\"number\": 39, \"merge_commit_sha\": \"1111111111111111111111111111111111111111\"}]",
        ] {
            var answers = Self.answers
            answers[Self.pullsOfPush] = requests
            let text = try #require(try file(run("push", answers)))
            let read = try ApprovalsFile.read(Array(text.utf8), target: "main", kind: .landed)
            #expect(read.reviews.isEmpty && read.limitations.isEmpty)
        }
    }

    @Test func queueOfAnotherNameGivesApprovalsOfNobody() throws {
        let run = try run("merge_group") { $0.replacingOccurrences(of: "/pr-40-", with: "/group-40-") }
        let text = try #require(try file(run))
        #expect(try ApprovalsFile.read(Array(text.utf8)).reviews.isEmpty)
    }

    @Test func approvalForAnotherBranchSaysNothingOfThisOne() throws {
        let text = try #require(try file(run("push")))
        #expect(try ApprovalsFile.read(Array(text.utf8), target: "main", kind: .landed).reviews.count == 1)
        let read = try ApprovalsFile.read(Array(text.utf8), target: "release", kind: .landed)
        #expect(read.reviews.isEmpty)
        #expect(read.limitations.contains { $0.contains("the request is for 'main' and the run judges 'release'") })
    }

    @Test(arguments: ["", "a b", "x\"\nurl = \"https://evil.example"]) func tokenThatIsNoneIsNotSent(token: String)
        throws
    {
        let run = try run("pull_request", inputs: ["token": token])
        #expect(try file(run) == nil)
        #expect(run.log.contains("::notice"))
    }

    @Test func garbageIsNoAnswer() throws {
        for garbage in ["", "<html>", "null", "{\"message\": \"x\"}"] {
            var answers = Self.answers
            answers["\(Self.repository)/pulls/40/reviews?per_page=100&page=1"] = garbage
            let run = try run("pull_request", answers)
            if let text = try file(run) {
                #expect((try? ApprovalsFile.read(Array(text.utf8)).reviews.isEmpty) != false, "\(garbage)")
            }
        }
    }

    @Test func givenFileAndOff() throws {
        let given = try run("pull_request", inputs: ["approvals": "my file.json", "judged": "old/run.json"])
        #expect(try given.arguments()?.contains("--approvals=my file.json") == true)
        #expect(try given.arguments()?.contains("--judged=old/run.json") == true)
        for event in ["pull_request", "push"] { #expect(try file(run(event, inputs: ["approvals": "off"])) == nil) }
    }

    @Test func signOffIsHandedOn() throws {
        #expect(
            try run("push", inputs: ["sign-off": "my record.json"]).arguments()?.contains("--sign-off=my record.json")
                == true)
    }

    /// An account of the organisation's may have the right to read alone.
    @Test func accountOfUnknownRightsDoesNotCount() throws {
        var answers = Self.answers
        answers["\(Self.repository)/collaborators/ben-example/permission"] = nil
        let text = try #require(try file(run("push", answers)))
        #expect(try ApprovalsFile.read(Array(text.utf8)).reviews.map(\.permission) == [.unknown])
    }

    /// What the forge answers is data to the script, whatever it holds.
    @Test func hostileAnswersRunNothing() throws {
        var answers = Self.answers
        let hostile = "$(touch pwned)`id`'; ::error::x"
        answers["\(Self.repository)/pulls/40"] = Self.pull().replacingOccurrences(of: "rosa-example", with: hostile)
        answers["\(Self.repository)/pulls/40/reviews?per_page=100&page=1"] = "[\(Self.review(hostile))]"
        let run = try run("push", answers)
        #expect(try run.scratch.read("workspace/pwned") == nil)
        #expect(!run.log.contains("::error"))
        #expect(try file(run)?.contains("touch pwned") == true)
    }
}
