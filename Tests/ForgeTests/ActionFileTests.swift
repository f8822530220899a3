// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// `action.yml` and the project's own workflow.
@Suite struct ActionFileTests {
    func action() throws -> [String: Any] {
        try #require(try Foreign.yaml("action.yml").first as? [String: Any])
    }

    func steps() throws -> [[String: Any]] {
        try #require((try action()["runs"] as? [String: Any])?["steps"] as? [[String: Any]])
    }

    @Test(arguments: [
        ("vendor.github-actions", "action.yml"), ("vendor.github-workflows", ".github/workflows/gate.yml"),
    ])
    func isValid(schema: String, path: String) throws {
        let run = try Subprocess(
            Foreign.validator("check-jsonschema"), ["--builtin-schema", schema, projectRoot.appending(path: path).path])
        #expect(run.status == 0, "\(run.output)")
    }

    /// An expression in a script is text that the shell then obeys.
    @Test func scriptsHaveNoExpressions() throws {
        let scripts = try steps().compactMap { $0["run"] as? String }
        #expect(scripts.count == 2)
        #expect(!scripts.contains { $0.contains("${{") })
    }

    @Test func everyInputReachesTheScript() throws {
        let inputs = try #require(try action()["inputs"] as? [String: Any])
        let environment = try #require(try steps().first?["env"] as? [String: String])
        let script = try String(contentsOf: projectRoot.appending(path: ".github/action/check.sh"), encoding: .utf8)
        #expect(environment.count == inputs.count)
        for name in inputs.keys {
            let variable = "INPUT_" + name.uppercased().replacingOccurrences(of: "-", with: "_")
            #expect(environment[variable] == "${{ inputs.\(name) }}")
            #expect(script.contains(variable), "nobody reads \(variable)")
        }
    }

    @Test func outputsAreThoseOfTheScript() throws {
        let outputs = try #require(try action()["outputs"] as? [String: [String: Any]])
        #expect(outputs.keys.sorted() == ["base", "commits", "exit-code", "findings", "head", "report-dir", "result"])
        let written = try ActionRun(code: 0, files: ["run.json": ActionRun.runJSON("pass")]).outputs()
        for (name, output) in outputs {
            #expect((output["value"] as? String)?.hasPrefix("${{ steps.check.outputs.\(name) ") == true)
            #expect(written[name]?.isEmpty == false)
        }
    }

    @Test func otherActionsArePinned() throws {
        let workflow = try #require(try Foreign.yaml(".github/workflows/gate.yml").first as? [String: Any])
        let jobs = try #require(workflow["jobs"] as? [String: [String: Any]])
        let all = try steps() + jobs.values.flatMap { $0["steps"] as? [[String: Any]] ?? [] }
        let used = all.compactMap { $0["uses"] as? String }.filter { $0 != "./" }
        #expect(used.count == 2)
        for use in used {
            #expect(use.firstMatch(of: /^actions\/[a-z-]+@[0-9a-f]{40}$/) != nil, "\(use)")
        }
    }

    /// Evidence is uploaded whatever the verdict, and the job turns red after that.
    @Test(arguments: ["0", "1", "2", "3", "4", nil]) func turnsRedLast(code: String?) throws {
        let steps = try steps()
        let upload = try #require(steps.firstIndex { ($0["uses"] as? String)?.contains("upload-artifact") == true })
        #expect(upload == steps.count - 2)
        #expect((steps[upload]["if"] as? String)?.contains("always() && ") == true)
        #expect((steps[upload]["with"] as? [String: Any])?["if-no-files-found"] as? String == "error")
        let last = try #require(steps.last)
        #expect(last["if"] as? String == "${{ always() }}")
        let script = try #require(last["run"] as? String)
        let run = try Subprocess("/bin/bash", ["-e", "-c", script], environment: code.map { ["EXIT_CODE": $0] } ?? [:])
        #expect(String(run.status) == code ?? "4")
    }
}
