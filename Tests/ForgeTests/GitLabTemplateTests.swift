// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Foundation
import Gate
import TestKit
import Testing

/// `.gitlab/templates/aigate.yml`, held against GitLab's schema and run.
@Suite struct GitLabTemplateTests {
    let path = ".gitlab/templates/aigate.yml"

    /// The validator takes one document at a time, so the header and the job go separately.
    @Test(arguments: [0, 1]) func isValid(document: Int) throws {
        let scratch = try Scratch()
        let text = try String(contentsOf: projectRoot.appending(path: path), encoding: .utf8)
        let documents = text.components(separatedBy: "\n---\n")
        #expect(documents.count == 2)
        try scratch.write(documents[document], "document.yml")
        let run = try Subprocess(
            Foreign.validator("check-jsonschema"),
            ["--builtin-schema", "vendor.gitlab-ci", scratch.url.appending(path: "document.yml").path])
        #expect(run.status == 0, "\(run.output)")
    }

    func job() throws -> [String: Any] {
        let document = try #require(try Foreign.yaml(path).last as? [String: Any])
        return try #require(document["aigate"] as? [String: Any])
    }

    @Test func keepsTheWholeHistoryAndTheEvidence() throws {
        let job = try job()
        #expect((job["variables"] as? [String: String])?["GIT_DEPTH"] == "0")
        let artifacts = try #require(job["artifacts"] as? [String: Any])
        #expect(artifacts["when"] as? String == "always")
        #expect(artifacts["paths"] as? [String] == ["aigate-report/"])
        #expect((artifacts["reports"] as? [String: String])?["junit"] == "aigate-report/junit.xml")
    }

    @Test func everyInputIsUsedAndNoneCanLeaveItsQuotes() throws {
        let header = try #require(try Foreign.yaml(path).first as? [String: Any])
        let inputs = try #require((header["spec"] as? [String: Any])?["inputs"] as? [String: [String: Any]])
        let text = try String(contentsOf: projectRoot.appending(path: path), encoding: .utf8)
        let script = try #require((try job()["script"] as? [String])?.first)
        for (name, input) in inputs {
            #expect(text.contains("$[[ inputs.\(name) ]]"))
            guard script.contains("$[[ inputs.\(name) ]]") else { continue }
            #expect(script.contains("='$[[ inputs.\(name) ]]'"))
            let pattern = input["regex"] as? String
            #expect(pattern == "^[A-Za-z0-9._/@~^:+-]*$" || input["options"] as? [String] == ["enforce", "monitor"])
        }
    }

    /// Runs the job's script with inputs put in, as GitLab does before the pipeline exists.
    func run(
        _ inputs: [String: String], code: Int = 0, environment: [String: String] = [:],
        prepare: (Scratch) throws -> Void = { _ in }
    ) throws -> (run: Subprocess, scratch: Scratch) {
        let scratch = try Scratch()
        try scratch.write(FakeAigate.script, "fake/aigate", executable: true)
        try scratch.write(String(code), "fake/code")
        try scratch.write("", "workspace/README.md")
        try prepare(scratch)
        var script = try #require((try job()["script"] as? [String])?.joined(separator: "\n"))
        let names = [
            "mode", "policy-from", "org-policy", "waivers", "approvals", "api-url", "project", "sign-off", "registers",
            "people", "tasks", "sarif",
        ]
        for name in names {
            script = script.replacingOccurrences(of: "$[[ inputs.\(name) ]]", with: inputs[name] ?? "")
        }
        try scratch.write("#!/bin/sh\n" + script, "script.sh")
        let check = try Foreign.shellcheck([scratch.url.appending(path: "script.sh").path])
        #expect(check.status == 0, "\(check.output)")
        let fake = scratch.url.appending(path: "fake").path
        let run = try Subprocess(
            "/bin/sh", ["-e", scratch.url.appending(path: "script.sh").path],
            environment: ["PATH": "\(fake):\(scratch.url.path)/forge/bin:/usr/bin:/bin", "FAKE": fake]
                .merging(["FORGE": "\(scratch.url.path)/forge"].merging(environment) { $1 }) { $1 },
            in: scratch.url.appending(path: "workspace"))
        return (run, scratch)
    }

    @Test(arguments: [0, 1, 2, 3, 4]) func keepsTheExitCode(code: Int) throws {
        #expect(try run(["mode": "enforce"], code: code).run.status == Int32(code))
    }

    @Test func turnsInputsIntoFlags() throws {
        let plain = try run(["mode": "enforce"])
        #expect(try plain.scratch.read("fake/arguments") == "check\n--ci\ngitlab\n--output-dir=aigate-report\n")
        let full = try run([
            "mode": "monitor", "policy-from": "main", "org-policy": "origin/org", "waivers": "w.yml",
            "sign-off": "r.json", "registers": "origin/isms", "people": "p.yml", "tasks": "t", "sarif": "b.sarif",
        ])
        #expect(
            try full.scratch.read("fake/arguments")
                == "check\n--ci\ngitlab\n--output-dir=aigate-report\n--monitor\n--policy-from=main\n"
                + "--org-policy=origin/org\n--waivers=w.yml\n--sign-off=r.json\n"
                + "--registers=origin/isms\n--people=p.yml\n--tasks=t\n--sarif=b.sarif\n")
    }

    @Test func refusesEvidenceThatWasThereBefore() throws {
        let forged = try run(["mode": "enforce"]) { try $0.write("{}", "workspace/aigate-report/run.json") }
        #expect(forged.run.status == 2)
        #expect(try forged.scratch.read("fake/arguments") == nil)
    }

    static let project = "projects/octo%2Ftill"
    static let requestsOfPush = "\(project)/repository/commits/\(ActionRun.base)/merge_requests?per_page=100"

    static let answers = [
        "\(project)/merge_requests/40": """
        {"iid": 40, "sha": "\(ActionRun.head)", "author": {"username": "rosa"}, "target_branch": "main", "state": "merged"}
        """,
        "\(project)/merge_requests/40/approvals": """
        {"approved_by": [{"user": {"id": 2, "username": "ben", "name": "Ben Example", "state": "active"},
                          "approved_at": "2026-03-11T15:20:00.000Z"}]}
        """,
        "\(project)/merge_requests/40/versions?per_page=100": """
        [{"head_commit_sha": "\(ActionRun.head)", "created_at": "2026-03-11T14:00:00.000Z"},
         {"head_commit_sha": "\(ActionRun.base)", "created_at": "2026-03-12T14:00:00.000Z"}]
        """,
        "users/2": "{\"id\": 2, \"username\": \"ben\", \"state\": \"active\", \"bot\": false}",
        "\(project)/members/all/2": "{\"id\": 2, \"username\": \"ben\", \"access_level\": 30}",
        requestsOfPush: """
        [{"iid": 38, "state": "merged", "target_branch": "topic"}, {"iid": 39, "state": "opened", "target_branch": "main"},
         {"iid": 40, "state": "merged", "target_branch": "main"}]
        """,
    ]

    static let inputs = ["mode": "enforce", "api-url": "https://gitlab.example/api/v4", "project": "octo/till"]

    /// What GitLab says in each of the pipelines that the forge is asked in.
    static let events = [
        "open": [
            "CI_PIPELINE_SOURCE": "merge_request_event", "CI_MERGE_REQUEST_EVENT_TYPE": "detached",
            "CI_MERGE_REQUEST_IID": "40",
        ],
        "train": [
            "CI_PIPELINE_SOURCE": "merge_request_event", "CI_MERGE_REQUEST_EVENT_TYPE": "merge_train",
            "CI_MERGE_REQUEST_IID": "40",
        ],
        "push": ["CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "main"],
    ]

    private func fetched(
        _ event: String, _ answers: [String: String] = answers, inputs: [String: String] = inputs,
        environment: [String: String] = [:]
    ) throws -> (run: Subprocess, scratch: Scratch, text: String?) {
        var variables = ["AIGATE_API_TOKEN": FakeForge.token, "CI_COMMIT_SHA": ActionRun.base]
        variables.merge(Self.events[event] ?? ["CI_PIPELINE_SOURCE": event]) { $1 }
        variables.merge(environment) { $1 }
        let (run, scratch) = try run(inputs, environment: variables) { _ = try FakeForge.install(answers, in: $0) }
        #expect(try scratch.read("forge/log")?.contains(FakeForge.token) != true)
        let argument = try scratch.read("fake/arguments")?.split(separator: "\n").first { $0.hasPrefix("--approvals=") }
        let file = argument.map { URL(filePath: String($0.dropFirst("--approvals=".count))) }
        return (run, scratch, try file.map { try String(contentsOf: $0, encoding: .utf8) })
    }

    @Test(arguments: ["open", "train", "push"]) func fetchesTheApprovals(event: String) throws {
        let (run, _, found) = try fetched(event)
        #expect(run.status == 0, "\(run.output)")
        let text = try #require(found, "\(run.output)")
        let read = try ApprovalsFile.read(
            Array(text.utf8), target: "main", kind: event == "push" ? .landed : .pullRequest)
        #expect(
            read.reviews == [
                Approval(
                    login: "ben", state: .approved, account: .person, permission: .write,
                    commit: ObjectID(hex: ActionRun.head))
            ])
        #expect(read.involved == ["rosa"])
        #expect(!text.contains("Ben Example"))
        #expect(try ApprovalsFile.read(Array(text.utf8), target: "release").reviews.isEmpty)
    }

    /// The list of approvals has no `bot`: an access token's account looks like a person's.
    @Test(arguments: ["{\"bot\": true}", "{\"id\": 2}", "", nil]) func accountThatIsNotSaidToBeAPersonDoesNotCount(
        user: String?
    ) throws {
        var answers = Self.answers
        answers["users/2"] = user
        let text = try #require(try fetched("push", answers).text)
        #expect(try !ApprovalsFile.read(Array(text.utf8)).reviews.contains { $0.account == .person })
    }

    private static let asked = answers.keys.filter { $0.contains("merge_requests/40") }.sorted()

    @Test(arguments: ["push", "train"]) func failedFetchOfWhatLandsCannotBeJudged(event: String) throws {
        for path in Self.asked + (event == "push" ? [Self.requestsOfPush] : []) {
            let (run, _, found) = try fetched(event, Self.answers.filter { $0.key != path })
            let text = try #require(found, "\(path) \(run.output)")
            #expect { try ApprovalsFile.read(Array(text.utf8)) } throws: { ($0 as? ForgeError)?.kind == .cannotJudge }
        }
        // Whoever starts a pipeline can take the token away.
        let text = try #require(try fetched(event, environment: ["AIGATE_API_TOKEN": ""]).text)
        #expect { try ApprovalsFile.read(Array(text.utf8)) } throws: {
            ($0 as? ForgeError)?.description.contains("read_api") == true
        }
    }

    @Test(arguments: asked) func failedFetchForAnOpenRequestIsANotice(path: String) throws {
        let (run, _, text) = try fetched("open", Self.answers.filter { $0.key != path })
        #expect(run.status == 0)
        #expect(text == nil)
        #expect(run.output.contains("judged without them"))
    }

    @Test(arguments: ["[]", "[{\"iid\": 39, \"state\": \"opened\"}]"]) func directPushGivesApprovalsOfNobody(
        requests: String
    ) throws {
        var answers = Self.answers
        answers[Self.requestsOfPush] = requests
        let text = try #require(try fetched("push", answers).text)
        let read = try ApprovalsFile.read(Array(text.utf8), target: "main", kind: .landed)
        #expect(read.reviews.isEmpty && read.limitations.isEmpty)
    }

    /// The token goes where the inputs say, whatever the pipeline was started with.
    @Test func variablesDoNotSayWhereTheTokenGoes() throws {
        let stranger = [
            "CI_API_V4_URL": "https://evil.example/api/v4", "CI_PROJECT_ID": "666",
            "CI_SERVER_URL": "https://evil.example",
        ]
        for event in Self.events.keys.sorted() {
            let asked = try #require(try fetched(event, environment: stranger).scratch.read("forge/log"))
            for line in asked.split(separator: "\n") {
                let place = try #require(line.split(separator: " ").last)
                #expect(
                    place.hasPrefix("https://gitlab.example/api/v4/\(Self.project)/")
                        || place == "https://gitlab.example/api/v4/users/2")
            }
        }
        let unnamed = try fetched("push", inputs: ["mode": "enforce"], environment: stranger)
        #expect(try unnamed.scratch.read("forge/log") == nil)
        #expect(unnamed.run.output.contains("input api-url has to name its GitLab"))
    }

    @Test func variablesCannotLeadToAnotherProject() throws {
        let open = try fetched("open", environment: ["CI_MERGE_REQUEST_IID": "40/../../../8/merge_requests/40"])
        #expect(try open.scratch.read("forge/log") == nil && open.text == nil)
        let push = try fetched("push", environment: ["CI_COMMIT_SHA": "../../../8/repository/commits/main"])
        #expect(try push.scratch.read("forge/log") == nil)
        let text = try #require(push.text)
        #expect(throws: ForgeError.self) { try ApprovalsFile.read(Array(text.utf8)) }
    }

    @Test(arguments: [
        ["api-url": "https://gitlab.example/api/v4"], ["project": "7"], ["api-url": "gitlab.example", "project": "7"],
        ["api-url": "http://gitlab.example/api/v4", "project": "7"],
    ])
    func placeHasToBeWhole(inputs: [String: String]) throws {
        let run = try fetched("push", inputs: inputs.merging(["mode": "enforce"]) { $1 })
        #expect(run.run.status == 2)
        #expect(try run.scratch.read("forge/log") == nil)
    }

    @Test func givenFileOrAuditAsksNothing() throws {
        let given = try run(
            Self.inputs.merging(["approvals": "a/b.json"]) { $1 }, environment: ["AIGATE_API_TOKEN": FakeForge.token])
        #expect(try given.scratch.read("fake/arguments")?.contains("--approvals=a/b.json\n") == true)
        #expect(try given.scratch.read("forge/log") == nil)
        let audit = try fetched("schedule")
        #expect(try audit.scratch.read("forge/log") == nil && audit.text == nil)
    }
}
