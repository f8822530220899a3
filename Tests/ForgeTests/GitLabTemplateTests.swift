// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
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
    func run(_ inputs: [String: String], code: Int = 0, prepare: (Scratch) throws -> Void = { _ in }) throws
        -> (run: Subprocess, scratch: Scratch)
    {
        let scratch = try Scratch()
        try scratch.write(FakeAigate.script, "fake/aigate", executable: true)
        try scratch.write(String(code), "fake/code")
        try scratch.write("", "workspace/README.md")
        try prepare(scratch)
        var script = try #require((try job()["script"] as? [String])?.joined(separator: "\n"))
        for name in ["mode", "policy-from", "org-policy", "waivers"] {
            script = script.replacingOccurrences(of: "$[[ inputs.\(name) ]]", with: inputs[name] ?? "")
        }
        try scratch.write("#!/bin/sh\n" + script, "script.sh")
        let check = try Foreign.shellcheck([scratch.url.appending(path: "script.sh").path])
        #expect(check.status == 0, "\(check.output)")
        let fake = scratch.url.appending(path: "fake").path
        let run = try Subprocess(
            "/bin/sh", ["-e", scratch.url.appending(path: "script.sh").path],
            environment: ["PATH": "\(fake):/usr/bin:/bin", "FAKE": fake], in: scratch.url.appending(path: "workspace"))
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
}
