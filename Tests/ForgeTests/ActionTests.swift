// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// The action's script, run.
@Suite struct ActionTests {
    static let verdicts: [(code: Int, verdict: String, result: String, exit: String)] = [
        (0, "pass", "pass", "0"), (0, "fail", "fail", "0"), (1, "fail", "fail", "1"), (2, "incomplete", "error", "2"),
        (3, "incomplete", "incomplete", "3"), (4, "fail", "error", "4"),
        // What contradicts itself is never green, and never tolerated as mere findings.
        (0, "incomplete", "error", "4"), (1, "pass", "error", "4"), (0, "PASS", "error", "4"),
        (139, "pass", "error", "4"),
    ]

    @Test(arguments: verdicts) func handsOnTheVerdict(code: Int, verdict: String, result: String, exit: String) throws {
        let run = try ActionRun(code: code, files: ["run.json": ActionRun.runJSON(verdict), "summary.md": "## seen\n"])
        #expect(run.status == 0)
        let outputs = try run.outputs()
        #expect(outputs["result"] == result)
        #expect(outputs["exit-code"] == exit)
        #expect(outputs["base"] == ActionRun.base)
        #expect(outputs["head"] == ActionRun.head)
        #expect(outputs["commits"] == "3")
        #expect(outputs["findings"] == "2")
        #expect(outputs["artifact-name"] == "aigate-gate-2")
        #expect(outputs["report-dir"]?.hasSuffix("/workspace/aigate-report") == true)
        #expect(try run.scratch.read("summary") == "## seen\n")
        #expect(try run.report("run.json") != nil)
        #expect(try (run.report("not-judged.txt") != nil) == (exit == "4" && code != 4), "\(run.log)")
    }

    @Test(arguments: [
        (0, "4", "error"), (1, "4", "error"), (2, "2", "error"), (3, "3", "incomplete"), (4, "4", "error"),
    ])
    func leavesEvidenceWhereThereIsNoReport(code: Int, exit: String, result: String) throws {
        for files in [[:], ["run.json": ""], ["run.json": "{\"result\": {\"verdict\": \"pa"], ["run.json": "[1]"]] {
            let run = try ActionRun(code: code, files: files)
            #expect(try run.outputs()["exit-code"] == exit)
            #expect(try run.outputs()["result"] == result)
            #expect(try run.report("not-judged.txt")?.hasSuffix("exit code \(exit)\n") == true)
            #expect(try run.scratch.read("summary")?.hasPrefix("### aigate: \(result)\n\n    ") == true)
            #expect(run.log.contains("::error title=aigate::"))
        }
    }

    @Test func isAnErrorWhenTheProgramCannotStart() throws {
        let missing = try ActionRun(code: 0, inputs: ["path": "/nowhere/aigate"])
        #expect(try missing.outputs()["result"] == "error")
        #expect(try missing.outputs()["exit-code"] == "4")
        #expect(try missing.report("not-judged.txt")?.contains("there is no program '/nowhere/aigate'") == true)
        let broken = try ActionRun(code: 0) { try $0.write("#!/nowhere/sh\n", "fake/aigate", executable: true) }
        #expect(try broken.outputs()["exit-code"] == "4")
        #expect(try broken.report("not-judged.txt")?.contains("could not run or was stopped") == true)
    }

    @Test func isAnErrorWhenTheScriptItselfStops() throws {
        // A runner without a part of its own tools.
        let stopped = try ActionRun(
            code: 0, files: ["run.json": ActionRun.runJSON("pass")], environment: ["PATH": "bin:/usr/bin:/bin"]
        ) { scratch in
            try scratch.write("#!/bin/sh\nexit 1\n", "workspace/bin/od", executable: true)
        }
        #expect(stopped.status == 0)
        #expect(try stopped.outputs()["exit-code"] == "4")
        #expect(try stopped.report("not-judged.txt")?.contains("stopped") == true)
    }

    @Test func buildsWithTheSetUpOfTheAction() throws {
        let files = ["run.json": ActionRun.runJSON("pass")]
        let run = try ActionRun(code: 0, files: files, inputs: ["install": "build"]) { scratch in
            try scratch.write(
                "#!/bin/sh\nmkdir -p .build/release && cp \"$FAKE/aigate\" .build/release/\n", "action/.ci/setup",
                executable: true)
        }
        #expect(try run.outputs()["result"] == "pass", "\(run.log)")
        let broken = try ActionRun(code: 0, files: files, inputs: ["install": "build"]) { scratch in
            try scratch.write("#!/bin/sh\nexit 7\n", "action/.ci/setup", executable: true)
        }
        #expect(try broken.outputs()["exit-code"] == "4")
        #expect(try broken.report("not-judged.txt")?.contains("could not be built") == true)
        #expect(try broken.arguments() == nil)
    }

    @Test(arguments: try Recorded.names(of: "github")) func handsOnTheEvent(name: String) throws {
        let path = projectRoot.appending(path: "Fixtures/Events/\(name).json").path
        var variables = try Recorded(name).environment
        variables["GITHUB_EVENT_PATH"] = path
        let run = try ActionRun(code: 0, files: ["run.json": ActionRun.runJSON("pass")], environment: variables)
        let event = try #require(variables["GITHUB_EVENT_NAME"])
        #expect(try run.scratch.read("fake/event") == "\(event) \(path)")
        let report = try #require(try run.outputs()["report-dir"])
        #expect(try run.arguments() == ["check", "--ci", "github", "--output-dir=\(report)"])
    }

    @Test func turnsInputsIntoFlags() throws {
        let hostile = "$(touch pwned)'\"; `id` %0A"
        let run = try ActionRun(
            code: 0, files: ["run.json": ActionRun.runJSON("pass")],
            inputs: [
                "range": "-x..\(hostile)", "policy": hostile, "policy-from": "main", "org-policy": "--monitor",
                "waivers": "a b", "registers": hostile, "people": "p q.yml", "tasks": "t",
                "sarif": "a b.sarif\nc.sarif\n",
                "mode": "monitor", "require-commits": "true", "output-dir": "out/gate",
            ])
        let report = try #require(try run.outputs()["report-dir"])
        #expect(report.hasSuffix("/workspace/out/gate"))
        #expect(
            try run.arguments() == [
                "check", "--ci", "github", "--output-dir=\(report)", "--policy=\(hostile)", "--policy-from=main",
                "--org-policy=--monitor", "--waivers=a b",
                "--registers=\(hostile)", "--people=p q.yml", "--tasks=t", "--sarif=a b.sarif", "--sarif=c.sarif",
                "--monitor", "--require-commits", "--", "-x..\(hostile)",
            ])
        #expect(try run.scratch.read("workspace/pwned") == nil)
    }

    @Test(arguments: [
        ("mode", "monitr"), ("install", "download"), ("require-commits", "yes"), ("upload", "1"),
        ("retention-days", "1y"),
        ("working-directory", "nowhere"), ("output-dir", ".gate"), ("output-dir", "a\nb"), ("output-dir", "."),
        ("mode", "x\n::set-output name=result::pass\nresult=pass%0A"), ("mode", "\u{1B}[2Jx"),
    ])
    func refusesWrongInputs(name: String, value: String) throws {
        let run = try ActionRun(code: 0, files: ["run.json": ActionRun.runJSON("pass")], inputs: [name: value]) {
            try $0.write("", "workspace/README.md")
        }
        #expect(try run.arguments() == nil)
        let outputs = try run.outputs()
        #expect(outputs["result"] == "error")
        #expect(outputs["exit-code"] == "2")
        #expect(try run.report("not-judged.txt")?.contains("\(name)") == true)
        // One command, and everything else in the log is that command's text.
        #expect(run.log.split(separator: "\n").filter { $0.hasPrefix("::") }.count == 1, "\(run.log)")
        #expect(!run.log.contains("\u{1B}"))
    }

    /// A change could bring a folder of that name along, with a verdict in it.
    @Test func refusesEvidenceThatWasThereBefore() throws {
        let forged = try ActionRun(code: 3) {
            try $0.write(ActionRun.runJSON("pass"), "workspace/aigate-report/run.json")
        }
        #expect(try forged.outputs()["exit-code"] == "2")
        #expect(try forged.outputs()["report-dir"]?.contains("/temporary/aigate-report.") == true)
        #expect(try forged.report("run.json") == nil)
        #expect(try forged.report("not-judged.txt")?.contains("is there already") == true)
        let link = try ActionRun(code: 0, files: ["run.json": ActionRun.runJSON("pass")]) { scratch in
            try FileManager.default.createSymbolicLink(
                at: scratch.url.appending(path: "workspace/aigate-report"),
                withDestinationURL: scratch.url.appending(path: "temporary"))
        }
        #expect(try link.outputs()["exit-code"] == "2")
        #expect(try link.arguments() == nil)
    }

    @Test func believesNothingHostileInTheReport() throws {
        let hostile = """
            {"result": {"verdict": "pass", "counts": {"findings": "1\\nresult=pass"}},
             "range": {"base": "\(ActionRun.base)\\nresult=pass", "head": "main", "commitCount": "%0A"},
             "retention": {"days": "$(id)"}}
            """
        let run = try ActionRun(code: 0, files: ["run.json": hostile])
        let outputs = try run.outputs()
        #expect(outputs["result"] == "pass")
        for name in ["base", "head", "commits", "findings"] { #expect(outputs[name] == "") }
        #expect(outputs["retention-days"] == "90")
        let verdict = try ActionRun(
            code: 0, files: ["run.json": hostile.replacingOccurrences(of: "\"pass\"", with: "\"pass\\n\"")])
        #expect(try verdict.outputs()["exit-code"] == "4")
    }

    /// Whatever the program prints, the runner obeys none of it.
    @Test func stopsCommandsWhileTheProgramRuns() throws {
        let run = try ActionRun(
            code: 1, files: ["run.json": ActionRun.runJSON("fail")],
            log: "::error::planted\n::add-mask::a\n::stop-commands::x")
        let lines = run.log.split(separator: "\n").map(String.init)
        let stop = try #require(lines.first)
        #expect(stop.hasPrefix("::stop-commands::"))
        let token = stop.dropFirst("::stop-commands::".count)
        #expect(token.count == 32)
        #expect(lines == [stop, "::error::planted", "::add-mask::a", "::stop-commands::x", "::\(token)::"])
    }

    @Test func needsAWayToReadTheVerdict() throws {
        let run = try ActionRun(
            code: 0, files: ["run.json": ActionRun.runJSON("pass")], environment: ["PATH": "bin:/usr/bin:/bin"]
        ) { scratch in
            try scratch.write("#!/bin/sh\nexit 5\n", "workspace/bin/jq", executable: true)
        }
        #expect(try run.outputs()["exit-code"] == "4")
        #expect(try run.outputs()["head"] == "")
    }

    @Test func keepsTheSummaryBelowTheRunnersLimit() throws {
        let summary = String(repeating: "0123456789abcdef\n", count: 60_000)
        let run = try ActionRun(code: 0, files: ["run.json": ActionRun.runJSON("pass"), "summary.md": summary])
        #expect(
            try run.scratch.read("summary")
                == "### aigate: pass\n\nThe summary has 1020000 bytes: see summary.md in the artefact.\n")
    }

    static let retentions: [(asked: String, input: String, ceiling: String?, kept: String, said: Bool)] = [
        ("null", "", nil, "90", false), ("30", "", nil, "30", false), ("365", "", "90", "90", true),
        ("365", "", "400", "365", false), ("365", "30", "400", "30", true), ("30", "60", "90", "60", false),
        ("365", "0", "090", "90", true), ("null", "400", "90", "90", false),
    ]

    @Test(arguments: retentions)
    func keepsEvidenceAsLongAsAsked(asked: String, input: String, ceiling: String?, kept: String, said: Bool) throws {
        let run = try ActionRun(
            code: 0, files: ["run.json": ActionRun.runJSON("pass", retention: asked)],
            inputs: ["retention-days": input],
            environment: ceiling.map { ["GITHUB_RETENTION_DAYS": $0] } ?? [:])
        #expect(try run.outputs()["retention-days"] == kept)
        let notice =
            "::notice title=aigate::the policy asks to keep evidence for \(asked) days, "
            + "this artefact is kept for \(kept):"
        #expect(run.log.contains(notice) == said)
    }

    @Test func givesArtefactsANameThatUploadsAccept() throws {
        let run = try ActionRun(
            code: 0, files: ["run.json": ActionRun.runJSON("pass")], inputs: ["artifact-name": "a/b:c*\"d\\e\nf"])
        #expect(try run.outputs()["artifact-name"] == "a_b_c__d_e f")
    }

    @Test func isCleanShell() throws {
        let run = try Foreign.shellcheck([projectRoot.appending(path: ".github/action/check.sh").path])
        #expect(run.status == 0, "\(run.output)")
    }
}
