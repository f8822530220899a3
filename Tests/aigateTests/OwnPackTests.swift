// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// Rule packs of a repository's own, from the base commit.
struct OwnPackTests {
    private let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
        try sample.commit(".aigate/policy.yml", "version: 1\n")
    }

    private static let pack = """
        pack: acme
        rules:
          - id: deploy-token
            title: Deploy token of Acme
            keywords: [acme-deploy-]
            pattern: 'acme-deploy-[a-z0-9]{12}'
            prefix: 12
            fix: revoke it in the deploy console
            match: ['token: acme-deploy-{lowernum:12}']
            no-match: ['acme-deploy-{lowernum:4}']

        """
    private static let line = "token = \"acme-deploy-" + "k3v9q1x7w2b8" + "\"\n"

    @Test func itsRulesBlock() throws {
        try sample.commit(".aigate/packs/acme.yml", OwnPackTests.pack)
        try sample.commit("app.py", OwnPackTests.line)
        let judged = try Program.judge(["HEAD~1..HEAD", "--ci", "none"], in: sample)
        #expect(judged.evidence.findings.map(\.ruleId) == ["secret/acme.deploy-token"])
        #expect(judged.evidence.findings.map(\.level) == ["block"])
        let text = try Program.check(["HEAD~1..HEAD", "--ci", "none"], in: sample).output
        #expect(text.contains("acme-deploy-... (24)"))
    }

    @Test func aPolicyMayNameThem() throws {
        try sample.commit(".aigate/packs/acme.yml", OwnPackTests.pack)
        try sample.commit(".aigate/policy.yml", "version: 1\nchecks:\n  secret/acme.deploy-token: {level: warn}\n")
        try sample.commit("app.py", OwnPackTests.line)
        let judged = try Program.judge(["HEAD~1..HEAD", "--ci", "none"], in: sample)
        #expect(judged.evidence.findings.map(\.level) == ["warn"])
    }

    /// A pack that a change brings along does not judge that change.
    @Test func theBaseCounts() throws {
        try sample.commit(".aigate/packs/acme.yml", OwnPackTests.pack)
        let judged = try Program.judge(["HEAD~1..HEAD", "--ci", "none"], in: sample)
        #expect(!judged.evidence.findings.contains { $0.ruleId.hasPrefix("secret/acme") })
    }

    @Test(arguments: [
        (
            "pack: acme\nrules:\n  - {id: a, title: A, keywords: [abcd], pattern: '(', fix: f}\n",
            "pattern: the expression is wrong"
        ),
        ("pack: acme\nrules:\n  - {id: a, title: A, keywords: [ab], pattern: 'ab+', fix: f}\n", "too short"),
        (
            "pack: acme\nrules:\n  - {id: a, titel: A, keywords: [abcd], pattern: 'ab+', fix: f}\n",
            "did you mean 'title'"
        ),
    ]) func aMistakeEndsWithTwo(pack: String, words: String) throws {
        try sample.commit(".aigate/packs/acme.yml", pack)
        try sample.commit("app.py", "x = 1\n")
        let result = try Program.check(["HEAD~1..HEAD", "--ci", "none"], in: sample)
        #expect(result.status == 2)
        #expect(result.output.contains(words), "\(result.output)")
        let file = sample.folder.appending(path: ".aigate/packs/acme.yml").path
        #expect(try Program.run(["rules", "check", file], in: sample.folder).status == 2)
    }

    @Test func itsExamplesAreHeldAgainstIt() throws {
        try sample.commit(".aigate/packs/acme.yml", OwnPackTests.pack)
        let file = sample.folder.appending(path: ".aigate/packs/acme.yml")
        #expect(
            try Program.run(["rules", "check", file.path], in: sample.folder).output
                == "1 rule does what its 2 examples say\n")
        try Data(OwnPackTests.pack.replacing("{lowernum:4}", with: "{lowernum:12}").utf8).write(to: file)
        let result = try Program.run(["rules", "check", file.path], in: sample.folder)
        #expect(result.status == 1)
        #expect(result.errors.contains("deploy-token: a match in"))
    }
}
