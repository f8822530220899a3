// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// `aigate scan`: a text on its way to an AI tool.
struct ScanCommandTests {
    private let sample: SampleRepository

    init() throws { sample = try SampleRepository("small") }

    private static let key = "my key is AKIA" + "Z7QX4NVTR2LMWKDJ" + ", why is it refused?\n"

    private func scan(_ text: String, _ arguments: [String] = []) throws -> Subprocess.Result {
        try Program.run(["scan", "--stdin"] + arguments, in: sample.folder, input: text)
    }

    @Test func harmlessTextPasses() throws {
        let result = try scan("how do I sort a list?\n")
        #expect(result.status == 0)
        #expect(result.output.isEmpty)
    }

    @Test func credentialIsBlockedAndNotShown() throws {
        let result = try scan(ScanCommandTests.key)
        #expect(result.status == 1)
        #expect(result.output.contains("block secret/aws-access-key"))
        #expect(!(result.output + result.errors).contains("Z7QX4NVTR2LMWKDJ"))
    }

    /// Registers that were asked for by name are not left out where there is no repository to read them with.
    @Test func registersWithoutARepositoryAreNotForgotten() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "aigate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try Program.run(["scan", "--stdin"], in: folder, input: "hello\n").status == 0)
        let result = try Program.run(["scan", "--stdin", "--registers", "."], in: folder, input: "hello\n")
        #expect(result.status == 3)
        #expect(result.errors.contains("repository"))
    }

    @Test func hookEndsWithTwoAndSaysWhy() throws {
        let result = try scan("{\"prompt\": \"\(ScanCommandTests.key.dropLast())\"}", ["--hook"])
        #expect(result.status == 2)
        #expect(result.output.isEmpty, "an agent reads standard output as JSON")
        #expect(result.errors.contains("this prompt is not sent"))
        #expect(try scan("{\"prompt\": \"how do I sort a list?\"}", ["--hook"]).status == 0)
    }

    @Test func jsonNamesRuleAndLine() throws {
        let result = try scan("first\n" + ScanCommandTests.key, ["--format", "json"])
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(document["verdict"] as? String == "fail")
        let finding = try #require((document["findings"] as? [[String: Any]])?.first)
        #expect(finding["line"] as? Int == 2)
        #expect(finding["level"] as? String == "block")
    }

    @Test func policyOfHeadIsInForce() throws {
        try sample.commit(".aigate/policy.yml", "version: 1\nchecks:\n  secret: {level: warn}\n")
        let result = try scan(ScanCommandTests.key)
        #expect(result.status == 0)
        #expect(result.output.contains("warn secret/aws-access-key"))
    }

    @Test func outsideOfARepositoryTheDefaultsHold() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "aigate-scan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        #expect(try Program.run(["scan", "--stdin"], in: folder, input: ScanCommandTests.key).status == 1)
    }

    @Test(arguments: [["scan"], ["scan", "--stdin", "--hook", "--format", "json"]])
    func mistakesAreExplained(_ arguments: [String]) throws {
        let result = try Program.run(arguments, in: sample.folder, input: "")
        #expect(result.status == 2)
        #expect(result.errors.contains("--"))
    }

    /// A hook that cannot judge must not let the prompt pass.
    @Test func brokenPolicyStopsThePrompt() throws {
        try sample.commit(".aigate/policy.yml", "version: 1\nchekcs: {}\n")
        #expect(try scan("how do I sort a list?", ["--hook"]).status == 2)
        #expect(try scan("how do I sort a list?").status == 2)
    }
}
