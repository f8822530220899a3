// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Foundation
import TestKit
import Testing

/// `aigate check --explain FINGERPRINT` says why, and never what.
struct ExplainedFindingTests {
    private let sample: SampleRepository
    private let token: String

    init() throws {
        sample = try SampleRepository("small")
        var expander = ExampleText(seed: "explain")
        token = String(decoding: try expander.expand("ghp_{alnum:30}{crc32-base62}"), as: UTF8.self)
    }

    private func explain(_ fingerprint: String, _ arguments: [String] = ["HEAD"]) throws -> Subprocess.Result {
        try Program.check(["--ci", "none", "--explain", fingerprint] + arguments, in: sample)
    }

    private func fingerprint() throws -> String {
        let found = try Program.judge(["HEAD", "--ci", "none"], in: sample).evidence.findings.filter {
            $0.ruleId.hasPrefix("secret")
        }
        #expect(found.count == 1)
        return try #require(found.first).fingerprint
    }

    @Test func saysTierChecksumPlaceAndLevel() throws {
        try sample.commit("tests/client.py", "\ntoken = \"\(token)\"\n")
        let fingerprint = try fingerprint()
        for asked in [fingerprint, String(fingerprint.prefix(8)), fingerprint.prefix(12).uppercased()] {
            let result = try explain(asked)
            #expect(result.status == 0, "\(result.errors)")
            for words in [
                "secret/github-token", "tests/client.py:2", fingerprint, "by its format", "the checksum holds",
                "in a test: one level lower",
                "no policy sets one", "waiver       none: {rule: secret/github-token", "fix ",
            ] { #expect(result.output.contains(words), "\(words) in \(result.output)") }
            #expect(!result.output.contains(token.dropFirst(4).prefix(6)))
        }
        #expect(!FileManager.default.fileExists(atPath: sample.folder.appending(path: "aigate-report").path))
    }

    @Test func namesThePolicyThatSetsTheLevel() throws {
        try sample.commit(".aigate/policy.yml", "version: 1\nchecks:\n  secret: {level: monitor}\n")
        try sample.commit("client.py", "token = \"\(token)\"\n")
        let fingerprint = try fingerprint()
        let result = try explain(fingerprint)
        #expect(
            result.output.contains("monitor: the policy says monitor; the default would be block"), "\(result.output)")
    }

    @Test func saysTheWaiver() throws {
        try sample.commit("client.py", "token = \"\(token)\"\n")
        let fingerprint = try fingerprint()
        try sample.git(["reset", "--quiet", "--hard", "HEAD~1"])
        try sample.commit(".aigate/policy.yml", "version: 1\n")
        try sample.commit(
            ".aigate/waivers.yml",
            "version: 1\nwaivers:\n  - {rule: secret, fingerprint: \(fingerprint), reason: made up, owner: platform, expires: 2026-12-01}\n"
        )
        try sample.commit("client.py", "token = \"\(token)\"\n")
        #expect(try explain(fingerprint).output.contains("waived until 2026-12-01 by .aigate/waivers.yml:"))
    }

    @Test(arguments: [("0123456789", "give the range"), ("xyz1", "hexadecimal"), ("12", "4 to 64")])
    func unknownOnesEndWithTheRemedy(fingerprint: String, words: String) throws {
        try sample.commit("client.py", "token = \"\(token)\"\n")
        let result = try explain(fingerprint)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(words), "\(result.errors)")
    }
}
