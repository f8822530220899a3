// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// What the program is made of, and what its generated files say.
struct ProgramShapeTests {
    @Test func linksNoLargeFoundationAndNoICU() throws {
        let result = try Subprocess.run("/usr/bin/env", ["ldd", Program.path])
        #expect(result.status == 0)
        #expect(result.output.contains("libFoundationEssentials.so"))
        for library in ["libFoundation.so", "lib_FoundationICU", "libFoundationInternationalization"] {
            #expect(
                !result.output.contains(library), "\(library): something imports Foundation, not FoundationEssentials")
        }
    }

    @Test func generatedFilesAreFresh() throws {
        let result = try Program.run(["docs", "--check"], in: projectRoot)
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test func staleFileIsNamed() throws {
        let sample = try SampleRepository("small")
        for path in ["README.md", "Sources/Checks/Rules.docc", "Sources/CRulePacks", "Fixtures/Policies"] {
            let copy = sample.folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
            if FileManager.default.fileExists(atPath: copy.path) { try FileManager.default.removeItem(at: copy) }
            try FileManager.default.copyItem(at: projectRoot.appending(path: path), to: copy)
        }
        let page = "Sources/Checks/Rules.docc/hidden-unicode.md"
        let fresh = try sample.read(page)
        try Data("stale".utf8).write(to: sample.folder.appending(path: page))
        let result = try Program.run(["docs", "--check"], in: sample.folder)
        #expect(result.status == 1)
        #expect(result.errors == "aigate: \(page) is stale: run aigate docs\n")
        #expect(try Program.run(["docs"], in: sample.folder).status == 0)
        #expect(try sample.read(page) == fresh)
    }

    @Test(arguments: [[], ["waivers"], ["tools"], ["data"], ["people"], ["task"], ["run"]]) func schemasAreJSON(
        arguments: [String]
    ) throws {
        let result = try Program.run(["policy", "schema"] + arguments, in: projectRoot)
        #expect(result.status == 0)
        let schema = try JSONDecoder().decode([String: Part].self, from: Data(result.outputBytes))
        #expect(schema["$schema"]?.text == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["$id"]?.text?.hasPrefix("urn:aigate:schema:") == true)
    }

    /// A member of a JSON object, of which only texts matter.
    private struct Part: Decodable {
        let text: String?
        init(from decoder: any Decoder) throws {
            do { text = try decoder.singleValueContainer().decode(String.self) } catch DecodingError.typeMismatch {
                text = nil
            }
        }
    }

    @Test func rulesAreListedForPrograms() throws {
        struct Rule: Decodable {
            let id: String
            let level: String
            let why: String
            let fix: String
        }
        let result = try Program.run(["rules", "--format", "json"], in: projectRoot)
        let rules = try JSONDecoder().decode([Rule].self, from: Data(result.outputBytes))
        #expect(rules.contains { $0.id == "hidden-unicode" && $0.level == "block" })
        let text = try Program.run(["rules"], in: projectRoot).output
        #expect(text.split(separator: "\n").count == rules.count)
        for rule in rules {
            let page = try Program.run(["explain", rule.id], in: projectRoot)
            #expect(page.status == 0)
            #expect(page.output.hasPrefix("# \(rule.id)\n"))
            #expect(page.output.contains(rule.why))
        }
    }

    @Test func unknownCheckIsSuggested() throws {
        let result = try Program.run(["explain", "hiden-unicode"], in: projectRoot)
        #expect(result.status == 2)
        #expect(result.errors.contains("hidden-unicode"))
        #expect(try Program.run(["explain", "hidden-unicode/bidi"], in: projectRoot).status == 0)
        let mode = try Program.run(["explain", "forbid-ai"], in: projectRoot)
        #expect(mode.status == 2)
        #expect(mode.errors.contains("'forbid-ai' is a mode of ai.use; 'aigate explain ai-forbidden' says"))
        #expect(try Program.run(["explain", "hidden-unicode/nothing"], in: projectRoot).status == 2)
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func completionsAreScripts(shell: String) throws {
        let result = try Program.run(["completions", shell], in: projectRoot)
        #expect(result.status == 0)
        #expect(result.output.contains("rehearse"))
        if shell == "bash" {
            let syntax = try Subprocess.run("/bin/bash", ["-n"], input: Data(result.outputBytes))
            #expect(syntax.status == 0)
        }
    }

    @Test(arguments: [
        [], ["check"], ["doctor"], ["init"], ["explain"], ["rules"], ["policy"], ["policy", "show"],
        ["policy", "schema"],
        ["policy", "validate"], ["waivers"], ["rehearse"], ["sign-off"], ["completions"], ["docs"],
    ])
    func helpHasAnExample(command: [String]) throws {
        let result = try Program.run(command + ["--help"], in: projectRoot)
        #expect(result.status == 0)
        let overview = try #require(result.output.components(separatedBy: "USAGE:").first)
        #expect(overview.contains((["aigate"] + command).joined(separator: " ") + " "))
    }

    @Test func versionIsOneLine() throws {
        let result = try Program.run(["--version"], in: projectRoot)
        #expect(result.status == 0)
        #expect(result.output.split(separator: "\n").count == 1)
    }
}
