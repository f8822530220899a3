// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// `aigate inventory`: which AI tools a repository shows, by what, and what the register says.
struct InventoryCommandTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("inventory")
    }

    private func run(
        _ arguments: String..., in folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> Subprocess.Result {
        try Program.run(
            ["inventory", "--now", Program.now] + arguments, in: folder ?? sample.folder, environment: environment)
    }

    private struct Document: Decodable {
        struct Tool: Decodable {
            struct Trace: Decodable {
                let kind, name: String
                let count: Int
            }
            let id, register: String
            let registerSince: String?
            let commits, hints, people: Int
            let evidence: [String: Int]
            let traces: [Trace]
        }
        struct Scope: Decodable { let commits, markedCommits, people: Int }
        struct Register: Decodable { let unseen: [String] }
        struct Usage: Decodable {
            struct Group: Decodable {
                let count: Int
                let people: [String]?
            }
            struct Tool: Decodable {
                let id: String
                let idle: Int
                let isSeen: Bool
                let used, matched, withoutTrace, notInGit, gitOnly: Group
            }
            let mapping: String
            let tools: [Tool]
            let unnamed: [String]
        }
        let gaps, limitations: [String]
        let register: Register
        let schema: String
        let scope: Scope
        let tools: [Tool]
        let usage: Usage?
    }

    private func document(_ result: Subprocess.Result) throws -> Document {
        try JSONDecoder().decode(Document.self, from: Data(result.outputBytes))
    }

    @Test(arguments: ["table", "json", "csv", "cyclonedx"]) func printsEachFormat(format: String) throws {
        let result = try run("--format", format)
        #expect(result.status == 0 && result.errors.isEmpty)
        let ending = ["table": "txt", "cyclonedx": "cdx.json"][format] ?? format
        try expectSnapshot(result.outputBytes, "Fixtures/Reports/inventory.\(ending)")
        #expect(result.output.split(separator: "\n").allSatisfy { format != "table" || $0.count <= 80 })
        // Values of keys, names and addresses of people stay inside.
        for inside in ["fill-me-in", "Ann", "ann@", "bobday"] { #expect(!result.output.contains(inside)) }
        for jobs in ["1", "8"] {
            #expect(try run("--format", format, "--jobs", jobs).outputBytes == result.outputBytes)
        }
    }

    @Test func countsCommitsPeopleAndHints() throws {
        let found = try document(run("--format", "json"))
        #expect(found.schema == "urn:aigate:schema:inventory:v1")
        #expect(found.scope.commits == 5 && found.scope.markedCommits == 3 && found.scope.people == 2)
        let claude = try #require(found.tools.first { $0.id == "claude-code" })
        #expect(claude.commits == 2 && claude.people == 2 && claude.hints == 0 && claude.evidence == ["trailer": 2])
        // The agent itself is the author, and the forge the committer: nobody is known.
        let copilot = try #require(found.tools.first { $0.id == "github-copilot" })
        #expect(copilot.commits == 1 && copilot.people == 0 && copilot.evidence == ["author": 1])
        let reviewer = try #require(found.tools.first { $0.id == "coderabbit" })
        #expect(reviewer.commits == 0 && reviewer.hints == 1)
    }

    @Test func findsFilesPackagesImportsKeysAndBranches() throws {
        let tools = try document(run("--format", "json")).tools
        func traces(_ id: String) -> [String] {
            tools.filter { $0.id == id }.flatMap(\.traces).map { "\($0.kind) \($0.name) \($0.count)" }
        }
        #expect(
            traces("claude-code") == [
                "file .claude/commands/ 1", "file CLAUDE.md 2", "package anthropics/claude-code-action (github) 1",
                "branch claude/ 1",
            ])
        #expect(traces("openai-api") == ["package @ai-sdk/openai (npm) 1", "package openai (pypi) 1"])
        #expect(traces("anthropic-api") == ["import anthropic (python) 1"])
        #expect(traces("groq-api") == ["import groq-sdk (javascript) 1"])
        #expect(traces("gemini-api") == ["key GEMINI_API_KEY 1"])
        #expect(traces("mistral-api") == ["key MISTRAL_API_KEY 1"])
        // What is vendored is other people's.
        #expect(traces("cohere-api") == [])
    }

    @Test func saysWhereEachToolStandsOnTheDay() throws {
        func standing(_ day: String) throws -> [String: String] {
            let result = try Program.run(
                ["inventory", "--format", "json", "--now", "\(day)T09:00:00Z"], in: sample.folder)
            return Dictionary(uniqueKeysWithValues: try document(result).tools.map { ($0.id, $0.register) })
        }
        let before = try standing("2026-01-04")
        #expect(before["claude-code"] == "requested" && before["openai-api"] == "requested")
        let between = try standing("2026-01-05")
        #expect(between["claude-code"] == "approved" && between["openai-api"] == "approved")
        #expect(try standing("2026-01-19")["openai-api"] == "approved")
        #expect(try standing("2026-01-20")["openai-api"] == "suspended")
        #expect(between["github-copilot"] == "unregistered")
        #expect(try document(run("--format", "json")).register.unseen == ["aider"])
        try FileManager.default.createDirectory(
            at: sample.folder.appending(path: "central"), withIntermediateDirectories: true)
        let other = try Program.run(
            ["inventory", "--registers", "central"], in: sample.folder)
        #expect(other.status == 2 && other.errors.contains("holds no register"))
    }

    @Test func leavesOutWhatARevisionReaches() throws {
        let found = try document(run("--format", "json", "--since", "HEAD~3"))
        #expect(found.scope.commits == 3 && found.scope.markedCommits == 2)
        #expect(try document(run("--format", "json", "--since", "HEAD")).scope.commits == 0)
        let wrong = try run("--since", "nowhere")
        #expect(wrong.status == 2 && wrong.errors.contains("--since"))
    }

    @Test func aShallowCloneIsIncomplete() throws {
        let clone = sample.folder.appending(path: "clone")
        try sample.git(["clone", "--quiet", "--depth", "2", "file://\(sample.path)", clone.path])
        let result = try run("--format", "json", in: clone)
        #expect(result.status == 3)
        #expect(result.errors.contains("shallow") && result.errors.contains("git fetch --unshallow"))
        let found = try document(result)
        #expect(found.scope.commits == 2 && found.gaps.count == 1)
        #expect(found.tools.contains { $0.id == "github-copilot" })
        #expect(try run("--format", "json", "--jobs", "1", in: clone).outputBytes == result.outputBytes)
    }

    @Test func readsNotesAsCheckDoes() throws {
        let notes = try SampleRepository("notes")
        let result = try run("--format", "json", in: notes.folder)
        #expect(result.status == 0)
        let found = try document(result)
        let check = try Program.check(["HEAD", "--all", "--ci", "none", "--output-dir", "reports"], in: notes)
        #expect(check.status <= 1)
        struct Run: Decodable {
            struct Commit: Decodable {
                struct AI: Decodable {
                    struct Tool: Decodable { let id: String }
                    let tools: [Tool]
                }
                let ai: AI
            }
            let commits: [Commit]
        }
        let run = try JSONDecoder().decode(
            Run.self, from: Data(contentsOf: notes.folder.appending(path: "reports/run.json")))
        let ids = run.commits.flatMap { $0.ai.tools.map(\.id) }
        #expect(!ids.isEmpty)
        for tool in found.tools { #expect(tool.commits == ids.count { $0 == tool.id }, "\(tool.id)") }
        #expect(found.limitations.contains { $0.contains("notes of git-ai could not be read") })
    }

    @Test func aRepositoryWithoutACommitHasNothing() throws {
        let empty = sample.folder.appending(path: "empty")
        try sample.git(["init", "--quiet", empty.path])
        #expect(try run(in: empty).status == 3)
    }

    /// The schema with all of its rules, and the library's own model of it.
    @Test func cycloneDXIsReadByItsOwnLibrary() throws {
        let python = projectRoot.path + "/.build/validators/bin/python3"
        try #require(FileManager.default.isExecutableFile(atPath: python), "install it with: .ci/validators")
        let file = sample.folder.appending(path: "bom.json")
        let bytes = try run("--format", "cyclonedx").outputBytes
        try Data(bytes).write(to: file)
        let script = """
            import json, sys, warnings
            from cyclonedx.model.bom import Bom
            from cyclonedx.schema import SchemaVersion
            from cyclonedx.validation.json import JsonStrictValidator
            warnings.simplefilter("ignore")
            text = open(sys.argv[1]).read()
            error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
            if error: sys.exit(str(error))
            bom = Bom.from_json(json.loads(text))
            print(len(bom.components), len(bom.services), bom.serial_number.version)
            """
        let read = try Subprocess.run(python, ["-c", script, file.path])
        #expect(read.status == 0 && read.output == "3 5 8\n", "\(read.errors)")
        try Data(String(decoding: bytes, as: UTF8.self).replacing("\"excluded\"", with: "\"none\"").utf8).write(to: file)
        #expect(try Subprocess.run(python, ["-c", script, file.path]).status == 1)
    }

    // MARK: Usage

    private func usage(_ text: String, _ arguments: [String] = [], key: String? = nil) throws -> Subprocess.Result {
        try Data(text.utf8).write(to: sample.folder.appending(path: "usage.csv"))
        return try Program.run(
            ["inventory", "--now", Program.now, "--format", "json", "--usage", "usage.csv"] + arguments,
            in: sample.folder, environment: key.map { ["AIGATE_PEOPLE_KEY": $0] } ?? [:])
    }

    @Test func holdsCopilotsReportAgainstGit() throws {
        let result = try usage(
            """
            \u{FEFF}Report Time,Login,Last Authenticated At,Last Activity At,Last Surface Used\r
            2026-11-20T00:00:00Z,BobDay,2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,"vscode, \"\"1.9\"\"\"\r
            2026-11-20T00:00:00Z,carol,2026-11-01T00:00:00Z,2026-11-05T00:00:00Z,vim\r
            2026-11-20T00:00:00Z,dan,None,None,None\r\n
            """)
        #expect(result.status == 0, "\(result.errors)")
        let usage = try #require(try document(result).usage)
        #expect(usage.mapping == "GitHub Copilot activity report" && usage.unnamed == [])
        let tool = try #require(usage.tools.first)
        #expect(usage.tools.count == 1 && tool.id == "github-copilot" && tool.isSeen && tool.idle == 1)
        #expect(tool.used.count == 2 && tool.withoutTrace.count == 1 && tool.notInGit.count == 1)
        #expect(tool.used.people == nil)
        for name in ["BobDay", "bobday", "carol", "dan\""] { #expect(!result.output.contains(name)) }
    }

    @Test func comparesToolsAndAccountsBothWays() throws {
        let text = """
            Product;E-Mail;Last used
            Claude Code;ANN@example.org;2026-11-02
            Cursor;ann@example.org;2026-11-03
            Cursor;eve@example.org;03/11/2026
            =HYPERLINK("x");eve@example.org;
            """
        let result = try usage(text, key: "a key of the organisation")
        let found = try document(result)
        let usage = try #require(found.usage)
        #expect(usage.tools.map(\.id) == ["claude-code", "cursor", "hyperlink-x"])
        #expect(usage.tools.map(\.isSeen) == [true, false, false])
        #expect(usage.tools.map(\.matched.count) == [1, 0, 0])
        #expect(usage.tools.map(\.gitOnly.count) == [1, 0, 0])
        #expect(usage.tools.map(\.withoutTrace.count) == [0, 1, 0])
        #expect(usage.tools.map(\.notInGit.count) == [0, 1, 0])
        #expect(usage.tools.map(\.idle) == [0, 0, 1])
        #expect(usage.unnamed == ["coderabbit", "github-copilot"])
        #expect(usage.tools[0].used.people == usage.tools[1].withoutTrace.people)
        #expect(usage.tools[0].used.people?.first?.hasPrefix("p_") == true)
        #expect(found.limitations.contains { $0.contains("1 rows of the export have a day") })
        #expect(!result.output.contains("ann@") && !result.output.contains("eve@"))
        let csv = try Program.run(
            ["inventory", "--now", Program.now, "--format", "csv", "--usage", "usage.csv"], in: sample.folder)
        #expect(csv.output.contains("\nhyperlink-x,\"'=HYPERLINK(\"\"x\"\")\","))
        let table = try Program.run(["inventory", "--now", Program.now, "--usage", "usage.csv"], in: sample.folder)
        #expect(table.output.contains("used, but nothing in git shows it"))
        #expect(table.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func aMissingColumnIsNamedWithTheRemedy() throws {
        let text = "Who,What\nann@example.org,Cursor\n"
        var result = try usage(text)
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains("'Who', 'What'") && result.errors.contains("--usage-map account=COLUMN"))
        result = try usage(text, ["--usage-map", "account=Who"])
        #expect(result.status == 2 && result.errors.contains("--usage-map tool=COLUMN"))
        result = try usage(text, ["--usage-map", "account=Whom"])
        #expect(result.status == 2 && result.errors.contains("has no column 'Whom'"))
        result = try usage(text, ["--usage-map", "account=Who", "--usage-map", "tool=What"])
        #expect(try document(result).usage?.tools.map(\.id) == ["cursor"])
        result = try usage(text, ["--usage-map", "account=Who", "--usage-map", "tool-id=windsurf"])
        #expect(try document(result).usage?.tools.map(\.id) == ["windsurf"])
        // A table without a header shows people in its place.
        result = try usage("ann@example.org,Cursor\n")
        #expect(result.status == 2 && !result.errors.contains("ann@"))
        #expect(try usage(text, ["--usage-map", "who"]).status == 2)
        #expect(try run("--usage-map", "account=Who").status == 2)
        #expect(try run("--usage", "nowhere.csv").status == 2)
        #expect(try usage("").status == 2)
        #expect(try usage("a,\"b\nc").errors.contains("line 1: a quote is opened"))
    }
}
