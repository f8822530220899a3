// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Foundation
import Gate
import Policy
import TestKit
import Testing

/// What keeps agents from paths: made from the register, put into files that others write too.
@Suite struct AgentIgnoreTests {
    private let today = Day(number: 20_000)

    private func registers(central: String? = nil, own: String? = nil) throws -> Registers {
        func file(_ text: String, _ path: String) -> RegisterFile {
            RegisterFile(
                .data, name: "data.yml", bytes: Array(text.utf8),
                source: PolicySource(role: "data", kind: .file, path: path))
        }
        return try RegistersReader(today: today).read(
            RegisterFiles(
                central: central.map { [file($0, "central.yml")] } ?? [], own: own.map { [file($0, "own.yml")] } ?? [],
                hasCentral: central != nil))
    }

    private func lines(_ tool: String, _ registers: Registers) throws -> [String] {
        try #require(AgentIgnore.named(tool)).lines(registers, on: today)
    }

    private static let text = """
        version: 1
        paths:
          - {match: [docs/], class: public}
          - {match: [customers/, "*.csv", /salaries], class: personal}
          - {match: [customers/README.md], class: public}

        """

    @Test func everyFormOfAPattern() throws {
        let registers = try registers(own: AgentIgnoreTests.text)
        #expect(
            try lines("cursor", registers) == [
                "**/customers/**", "!**/customers/**/", "*.csv", "/salaries", "!customers/README.md",
                "!/customers/README.md/**",
            ])
        #expect(try lines("aider", registers) == ["customers/", "*.csv", "/salaries", "!customers/README.md"])
        #expect(try lines("gemini-code-assist", registers) == ["customers/", "*.csv", "/salaries"])
        #expect(
            try lines("claude-code", registers) == [
                "Read(/**/customers/**)", "Read(/**/*.csv)", "Read(/**/*.csv/**)", "Read(/salaries)",
                "Read(/salaries/**)",
            ])
        #expect(try lines("github-copilot", registers).first == "- \"/**/customers/**\"")
        #expect(
            try lines("openai-codex", registers).suffix(5) == [
                "[permissions.aigate.filesystem.\":workspace_roots\"]", "\"**/customers/**\" = \"deny\"",
                "\"**/*.csv\" = \"deny\"", "\"**/*.csv/**\" = \"deny\"", "\"salaries\" = \"deny\"",
            ])
    }

    @Test func prohibitedDefaultLeavesTheExceptions() throws {
        let registers = try registers(own: "version: 1\npreset: strict\npaths: [{match: [docs/], class: public}]\n")
        #expect(try lines("cursor", registers) == ["*", "!*/", "!docs/", "!**/docs/**"])
        // For pathspec "!*/" would open all that is in a folder.
        #expect(try lines("aider", registers) == ["*", "!docs/"])
        #expect(try lines("claude-code", registers) == ["Read(/**)"])
        #expect(try lines("openai-codex", registers).last == "\".\" = \"deny\"")
    }

    @Test func repositoryOpensNothingOfTheOrganisation() throws {
        let registers = try registers(
            central: AgentIgnoreTests.text,
            own: "version: 1\npaths: [{match: [customers/, src/], class: public}, {match: [keys/], class: payment}]\n")
        #expect(
            try lines("aider", registers) == ["customers/", "*.csv", "/salaries", "!customers/README.md", "keys/"])
    }

    private static let paths = [
        "top.txt", "docs/x", "docs/d/y", "a/docs/z", "a/b.c", "customers/a.csv", "customers/README.md",
        "customers/README.md/x", "customers/sub/x", "customers/sub/open.md", "x/customers/q", "salaries",
        "salaries/2024",
        "salaries/open.md", "salaries/sub/open.md", "a/salaries", "data/x.csv", "x.csv/inner", "keys/a", "docs/keys/a",
        "keys/docs/a", "#plan", "customers/docs/x",
    ]

    private static let written = [
        text, "version: 1\npreset: strict\npaths: [{match: [docs/], class: public}]\n",
        "version: 1\npreset: strict\npaths: [{match: [docs, /a/b.c, \"*.md\"], class: public}, {match: [docs/keys/], class: personal}]\n",
        "version: 1\npaths: [{match: [salaries, customers/, \"#plan\"], class: personal}, {match: [open.md, README.md], class: public}]\n",
        "version: 1\npaths: [{match: [customers/], class: personal}, {match: [docs/], class: public}, {match: [keys/**], class: payment}]\n",
        "version: 1\npaths: [{match: [/customers, x.csv], class: personal}, {match: [customers/sub/open.md, \"salaries/*\"], class: public}]\n",
    ]

    /// What git ignores by the lines is what the register keeps from the agent, exceptions too.
    @Test(arguments: written) func gitKeepsWhatTheRegisterKeeps(_ text: String) throws {
        let registers = try registers(own: text)
        let sample = try SampleRepository("small")
        let lines = try lines("cursor", registers).joined(separator: "\n")
        try Data("\(lines)\n".utf8).write(to: sample.folder.appending(path: ".gitignore"))
        let ignored = try Subprocess.run(
            "/usr/bin/env", ["git", "check-ignore", "--no-index", "--stdin"], in: sample.folder,
            environment: Subprocess.cleanGit, input: Data(AgentIgnoreTests.paths.joined(separator: "\n").utf8))
        #expect(ignored.output.split(separator: "\n").map(String.init) == kept("cursor", registers), "\(lines)")
    }

    /// As aider matches: each path alone.
    @Test(arguments: written) func pathspecKeepsWhatTheRegisterKeeps(_ text: String) throws {
        let registers = try registers(own: text)
        let program = """
            import json, pathspec, sys
            lines, paths = json.load(sys.stdin)
            spec = pathspec.PathSpec.from_lines(pathspec.patterns.GitWildMatchPattern, lines)
            print("\\n".join(path for path in paths if spec.match_file(path)))
            """
        let given = try JSONEncoder().encode([try lines("aider", registers), AgentIgnoreTests.paths])
        let python = projectRoot.appending(path: ".build/validators/bin/python3").path
        let result = try Subprocess.run(python, ["-c", program], in: projectRoot, input: given)
        #expect(result.status == 0, "\(result.errors); install it with .ci/validators")
        #expect(result.output.split(separator: "\n").map(String.init) == kept("aider", registers))
    }

    private func kept(_ tool: String, _ registers: Registers) -> [String] {
        let days = JudgedDays(commit: today, run: today)
        return AgentIgnoreTests.paths.filter { path in
            guard let data = registers.data else { return false }
            let access = registers.access(of: tool, to: data.classification(of: Path(path)), on: days)
            return access.map { !$0.answer.isPermitted } ?? false
        }
    }

    @Test func nothingProhibitedIsNothingToWrite() throws {
        let registers = try registers(own: "version: 1\n")
        for agent in AgentIgnore.all {
            #expect(agent.lines(registers, on: today) == [], "\(agent.tool)")
            #expect(try agent.merged([], into: nil) == nil)
        }
    }

    /// What others wrote stays, in every line and in its order, and writing twice is writing once.
    @Test(arguments: ["", "node_modules/\n", "a\r\nb\r\n", "no end", "# aigate: begin, from the register of data\nx\n"])
    func patternFilesKeepWhatOthersWrote(_ text: String) throws {
        let agent = try #require(AgentIgnore.named("cursor"))
        let once = try #require(try agent.merged(["customers/"], into: Array(text.utf8)))
        #expect(agent.state(of: once, ["customers/"]) == .current)
        #expect(try agent.merged(["customers/"], into: once) == once)
        let after = String(decoding: once, as: UTF8.self)
        for line in text.split(separator: "\n") { #expect(after.contains(line)) }
        let changed = try #require(try agent.merged(["keys/"], into: once))
        #expect(!String(decoding: changed, as: UTF8.self).contains("customers/"))
        #expect(agent.state(of: once, ["keys/"]) != .current)
        #expect(agent.state(of: Array((after + "!customers/a\n").utf8), ["customers/"]) != .current)
    }

    @Test(arguments: [
        "{}", "{ }\n", "{\"a\": 1}", "{\n  \"permissions\": {}\n}\n",
        "{\"permissions\": {\"allow\": [\"x\"]}, \"y\": \"]}\"}",
        "{\"permissions\": {\"deny\": []}}",
        "{\"permissions\": {\"deny\": [\"Read(./.env)\"], \"deny2\": [\"\\\"]\"]}}",
        "{\"hooks\": {\"permissions\": {\"deny\": []}}, \"permissions\": {\"deny\": [ \"a\" ]}}",
    ])
    func settingsOnlyGrow(_ text: String) throws {
        let agent = try #require(AgentIgnore.named("claude-code"))
        let lines = ["Read(./customers/**)", "Read(./a \"b\")"]
        let after = try #require(try agent.merged(lines, into: Array(text.utf8)))
        #expect(agent.state(of: after, lines) == .current)
        #expect(try agent.merged(lines, into: after) == after)
        var old = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        var new = try #require(try JSONSerialization.jsonObject(with: Data(after)) as? [String: Any])
        var before = old["permissions"] as? [String: Any] ?? [:]
        var grown = try #require(new["permissions"] as? [String: Any])
        let denied = before["deny"] as? [String] ?? []
        #expect((grown["deny"] as? [String]).map(Set.init) == Set(denied + lines))
        for key in ["deny"] { (before[key], grown[key]) = (nil, nil) }
        (old["permissions"], new["permissions"]) = (nil, nil)
        #expect(NSDictionary(dictionary: before) == NSDictionary(dictionary: grown))
        #expect(NSDictionary(dictionary: old) == NSDictionary(dictionary: new))
    }

    @Test(arguments: ["", "[]", "{", "{\"permissions\": 1}", "{\"permissions\": {\"deny\": {}}}", "\u{0}"])
    func brokenSettingsAreLeftAlone(_ text: String) throws {
        let agent = try #require(AgentIgnore.named("claude-code"))
        #expect(throws: SettingError.self) { try agent.merged(["Read(./x)"], into: Array(text.utf8)) }
        #expect(agent.state(of: Array(text.utf8), ["Read(./x)"]) != .current)
    }

    @Test func everyMutationOfSettingsIsAnswered() throws {
        let agent = try #require(AgentIgnore.named("claude-code"))
        let text = Array("{\"a\": \"]}\", \"permissions\": {\"allow\": [\"x\"], \"deny\": [\"Read(./.env)\"]}}\n".utf8)
        var random = SeededRandom(seed: 0x5E771)
        var taken = 0
        for _ in 0..<10_000 {
            var bytes = text
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert("{}[]\",:\\ x".utf8.randomElement(using: &random) ?? 0, at: place)
            default: bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                let after = try #require(try agent.merged(["Read(./x)"], into: bytes))
                #expect(agent.state(of: after, ["Read(./x)"]) == .current, "\(String(decoding: bytes, as: UTF8.self))")
                taken += 1
            } catch is SettingError {}
        }
        #expect((1..<10_000).contains(taken))
    }
}
