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
        for name in ["mode", "policy-from", "org-policy", "waivers", "approvals"] {
            script = script.replacingOccurrences(of: "$[[ inputs.\(name) ]]", with: inputs[name] ?? "")
        }
        try scratch.write("#!/bin/sh\n" + script, "script.sh")
        let check = try Foreign.shellcheck([scratch.url.appending(path: "script.sh").path])
        #expect(check.status == 0, "\(check.output)")
        let fake = scratch.url.appending(path: "fake").path
        let run = try Subprocess(
            "/bin/sh", ["-e", scratch.url.appending(path: "script.sh").path],
            environment: ["PATH": "\(fake):\(scratch.url.path)/forge/bin:/usr/bin:/bin", "FAKE": fake]
                .merging(["FORGE": "\(scratch.url.path)/forge"].merging(environment) { $1 }) { $1 }, in: scratch.url.appending(path: "workspace"))
        return (run, scratch)
    }

    @Test(arguments: [0, 1, 2, 3, 4]) func keepsTheExitCode(code: Int) throws {
        #expect(try run(["mode": "enforce"], code: code).run.status == Int32(code))
    }

    @Test func turnsInputsIntoFlags() throws {
        let plain = try run(["mode": "enforce"])
        #expect(try plain.scratch.read("fake/arguments") == "check\n--ci\ngitlab\n--output-dir=aigate-report\n")
        let full = try run(["mode": "monitor", "policy-from": "main", "org-policy": "origin/org", "waivers": "w.yml"])
        #expect(
            try full.scratch.read("fake/arguments")
                == "check\n--ci\ngitlab\n--output-dir=aigate-report\n--monitor\n--policy-from=main\n"
                + "--org-policy=origin/org\n--waivers=w.yml\n")
    }

    @Test func refusesEvidenceThatWasThereBefore() throws {
        let forged = try run(["mode": "enforce"]) { try $0.write("{}", "workspace/aigate-report/run.json") }
        #expect(forged.run.status == 2)
        #expect(try forged.scratch.read("fake/arguments") == nil)
    }

    static let project = "projects/7"

    static let answers = [
        "\(project)/merge_requests/40": "{\"iid\": 40, \"sha\": \"\(ActionRun.head)\", \"author\": {\"username\": \"rosa\"}}",
        "\(project)/merge_requests/40/approvals": """
            {"approved_by": [{"user": {"id": 2, "username": "ben", "name": "Ben Example", "state": "active"},
                              "approved_at": "2026-03-11T15:20:00.000Z"}]}
            """,
        "\(project)/merge_requests/40/versions": """
            [{"head_commit_sha": "\(ActionRun.head)", "created_at": "2026-03-11T14:00:00.000Z"},
             {"head_commit_sha": "\(ActionRun.base)", "created_at": "2026-03-12T14:00:00.000Z"}]
            """,
        "\(project)/members/all/2": "{\"id\": 2, \"username\": \"ben\", \"access_level\": 30}",
        "\(project)/repository/commits/\(ActionRun.base)/merge_requests": "[{\"iid\": 40, \"state\": \"merged\"}]",
    ]

    static let environment = [
        "CI_API_V4_URL": "https://gitlab.example/api/v4", "CI_PROJECT_ID": "7", "AIGATE_API_TOKEN": FakeForge.token,
        "CI_COMMIT_SHA": ActionRun.base,
    ]

    private func approvals(_ scratch: Scratch) throws -> String? {
        guard let line = try scratch.read("fake/arguments")?.split(separator: "\n").first(where: { $0.hasPrefix("--approvals=") })
        else { return nil }
        return try String(contentsOf: URL(filePath: String(line.dropFirst("--approvals=".count))), encoding: .utf8)
    }

    @Test(arguments: ["40", nil]) func fetchesTheApprovals(request: String?) throws {
        var environment = Self.environment
        environment["CI_MERGE_REQUEST_IID"] = request
        let (run, scratch) = try run(["mode": "enforce"], environment: environment) {
            _ = try FakeForge.install(Self.answers, in: $0)
        }
        #expect(run.status == 0, "\(run.output)")
        let text = try #require(try approvals(scratch), "\(run.output)")
        let read = try ApprovalsFile.read(Array(text.utf8))
        #expect(
            read.reviews == [
                Approval(
                    login: "ben", state: .approved, account: .person, permission: .write, commit: ObjectID(hex: ActionRun.head))
            ])
        #expect(read.involved == ["rosa"])
        #expect(!text.contains("Ben Example"))
        #expect(try scratch.read("forge/log")?.contains(FakeForge.token) == false)
    }

    @Test(arguments: answers.keys.filter { !$0.contains("members") }.sorted()) func failedFetchIsSaidAndStopsNothing(
        path: String
    ) throws {
        let (run, scratch) = try run(["mode": "enforce"], environment: Self.environment) { scratch in
            _ = try FakeForge.install(Self.answers.filter { $0.key != path }, in: scratch)
        }
        #expect(run.status == 0)
        #expect(try approvals(scratch) == nil)
        #expect(run.output.contains("judged without them"))
    }

    @Test func givenFileOrNoTokenAsksNothing() throws {
        let given = try run(["mode": "enforce", "approvals": "a/b.json"], environment: Self.environment)
        #expect(try given.scratch.read("fake/arguments")?.contains("--approvals=a/b.json\n") == true)
        #expect(try given.scratch.read("forge/log") == nil)
    }
}
