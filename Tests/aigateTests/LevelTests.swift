// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// Levels by path, day and mode; files that a program or somebody else wrote.
struct LevelTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
    }

    private func policy(_ lines: String) throws {
        try sample.commit(".aigate/policy.yml", "version: 1\n" + lines)
    }

    @Test func pathsHaveLevels() throws {
        try policy("paths: [{match: ['docs/'], checks: {hidden-unicode: {level: warn}}}]\n")
        try sample.commit("docs/a.txt", hiddenText)
        try sample.commit("a.txt", hiddenText)
        let run = try Program.judge(["HEAD~2..HEAD"], in: sample)
        #expect(run.findings == ["hidden-unicode/bidi warn docs/a.txt", "hidden-unicode/bidi block a.txt"])
        #expect(try Program.judge(["HEAD~1"], in: sample).status == 0)
    }

    @Test(arguments: [("2027-01-14", 0), ("2027-01-15", 0), ("2027-01-16", 1)])
    func blockBeginsAfterItsDay(day: String, status: Int32) throws {
        try policy("checks: {hidden-unicode: {level: block, block-after: 2027-01-15}}\n")
        try sample.commit("a.txt", hiddenText)
        let run = try Program.judge(["HEAD"], in: sample, now: "\(day)T23:59:59Z")
        #expect(run.status == status)
        #expect(run.findings == ["hidden-unicode/bidi \(status == 0 ? "warn" : "block") a.txt"])
    }

    /// Dates in git are claims: neither an old clock on the runner nor one in the commit keeps a grace period open.
    @Test(arguments: [
        ("2027-01-10", 1_799_366_400, 0), ("2027-01-20", 1_799_366_400, 1), ("2027-01-10", 1_802_736_000, 1),
    ])
    func laterOfRunAndCommitterDateCounts(run day: String, committed: Int, status: Int32) throws {
        try policy("checks: {hidden-unicode: {level: block, block-after: 2027-01-15}}\n")
        try sample.commit("a.txt", hiddenText)
        let commit = try sample.git(["cat-file", "commit", "HEAD"])
            .replacing(/committer (.*>) \d+/) { "committer \($0.1) \(committed)" }
        let id = try sample.git(["hash-object", "-t", "commit", "-w", "--stdin"], input: Data((commit + "\n").utf8))
        #expect(try Program.judge([id], in: sample, now: "\(day)T12:00:00Z").status == status)
    }

    @Test func monitorHidesOneAndNothingElse() throws {
        try policy("enforcement: monitor\n")
        try sample.commit("a.txt", hiddenText)
        let run = try Program.judge(["HEAD"], in: sample)
        #expect(run.status == 0)
        #expect(!run.evidence.enforced)
        #expect(run.evidence.result.verdict == "fail")
        #expect(run.evidence.result.exitCode == 0)
        #expect(try Program.judge(["HEAD", "--org-policy", "missing:a"], in: sample).status == 3)
    }

    /// Hidden characters are what nobody looks for in a generated file.
    @Test(arguments: [
        "gen/a.txt", "root.gen", "deep/nested.gen", "package-lock.json", "vendor/lib.txt", "others/lib.txt",
    ])
    func markedFilesAreJudgedForHiddenCharacters(path: String) throws {
        try policy("generated: ['gen/']\nvendored: ['others/']\n")
        try sample.commit(".gitattributes", "*.gen linguist-generated\n")
        try sample.commit("deep/.gitattributes", "nested.gen linguist-vendored\n")
        try sample.commit(path, hiddenText)
        let run = try Program.judge(["HEAD"], in: sample)
        #expect(run.findings.filter { !$0.hasPrefix("manifest-unreadable") } == ["hidden-unicode/bidi block \(path)"])
        #expect(run.status == 1)
    }
}
