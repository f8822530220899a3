// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// The commands around a policy: write it, validate it, show it, try it on the past.
struct PolicyCommandTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
    }

    private func run(_ arguments: String...) throws -> Subprocess.Result {
        try Program.run(arguments, in: sample.folder)
    }

    private func write(_ path: String, _ text: String) throws {
        let file = sample.folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    @Test func initWritesAPolicyThatValidatesAndJudges() throws {
        let result = try run("init")
        #expect(result.status == 0)
        #expect(result.output.contains(".aigate/policy.yml"))
        #expect(try run("policy", "validate").status == 0)
        try sample.commit("a.txt", "a\n")
        #expect(try Program.judge(["HEAD..HEAD"], in: sample).evidence.enforced)
    }

    /// What aigate writes itself is nothing that it warns of.
    @Test func whatInitWritesPassesTheGate() throws {
        _ = try run("init")
        try sample.git(["add", ".aigate"])
        let run = try Program.judge(["--staged"], in: sample)
        #expect(run.status == 0)
        #expect(run.findings.filter { !$0.contains(" monitor ") } == [])
    }

    @Test func initNeverOverwrites() throws {
        try write(".aigate/policy.yml", "mine\n")
        let result = try run("init")
        #expect(result.status == 2)
        #expect(result.errors.contains("already there"))
        #expect(try sample.read(".aigate/policy.yml") == "mine\n")
    }

    @Test func initDoesNotFollowALink() throws {
        try FileManager.default.createDirectory(
            at: sample.folder.appending(path: ".aigate"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: sample.folder.appending(path: ".aigate/policy.yml").path, withDestinationPath: "../elsewhere.yml")
        #expect(try run("init").status != 0)
        #expect(!FileManager.default.fileExists(atPath: sample.folder.appending(path: "elsewhere.yml").path))
    }

    @Test func initMayStartSoftly() throws {
        try sample.commit("a.txt", hiddenText)
        let old = try sample.git(["rev-parse", "HEAD"])
        #expect(try run("init", "--monitor", "--since", "HEAD").status == 0)
        #expect(try sample.read(".aigate/policy.yml").contains("since: \(old)"))
        #expect(try run("policy", "validate").status == 0)
        try sample.commit("b.txt", hiddenText)
        let run = try Program.judge(["HEAD", "--all", "--policy-from", "HEAD"], in: sample)
        #expect(run.status == 0)
        #expect(!run.evidence.enforced)
        #expect(run.findings.filter { $0.hasPrefix("hidden") } == ["hidden-unicode/bidi block b.txt"])
    }

    @Test func initSinceNothingKnownIsThree() throws {
        #expect(try run("init", "--since", "missing").status == 3)
        #expect(!FileManager.default.fileExists(atPath: sample.folder.appending(path: ".aigate").path))
    }

    @Test func validateNamesEveryMistake() throws {
        try write(".aigate/policy.yml", "version: 1\nenforcment: monitor\nchecks: {hidden-unicod: {level: off}}\n")
        let result = try run("policy", "validate")
        #expect(result.status == 2)
        #expect(result.errors.contains("line 2"))
        #expect(result.errors.contains("line 3"))
        #expect(result.errors.contains("hidden-unicode"))
    }

    @Test func validateReadsWaiversAndTheFolder() throws {
        try write(".aigate/policy.yml", "version: 1\n")
        try write(".aigate/waivers.yml", "version: 1\nwaivers: [{rule: nothing}]\n")
        #expect(try run("policy", "validate").status == 2)
        try write(".aigate/waivers.yml", "version: 1\nwaivers: []\n")
        #expect(try run("policy", "validate").status == 0)
        try write(".aigate/polcy.yml", "version: 1\n")
        let result = try run("policy", "validate")
        #expect(result.status == 2)
        #expect(result.errors.contains("polcy.yml"))
    }

    @Test func validateWithoutAPolicyIsTwo() throws {
        #expect(try run("policy", "validate").status == 2)
    }

    @Test func shownPolicyIsOne() throws {
        try sample.commit(".aigate/policy.yml", "version: 1\nchecks: {hidden-unicode: {level: warn}}\n")
        let shown = try run("policy", "show")
        #expect(shown.status == 0)
        #expect(shown.output.contains("hidden-unicode: {level: warn}"))
        try write(".aigate/policy.yml", shown.output)
        #expect(try run("policy", "validate").status == 0)
    }

    @Test func rehearsalCountsMergesThatWouldHaveBeenBlocked() throws {
        for (branch, text) in [("one", hiddenText), ("two", "clean\n"), ("three", hiddenText)] {
            try sample.git(["checkout", "--quiet", "-b", branch])
            try sample.commit("\(branch).txt", text)
            try sample.commit("\(branch)-more.txt", text)
            try sample.git(["checkout", "--quiet", "main"])
            try sample.git(["merge", "--quiet", "--no-ff", "--message", "Merge \(branch)", branch])
        }
        let start = try sample.git(["rev-list", "--max-parents=0", "HEAD"])
        let result = try run("rehearse", "--since", start, "--now", Program.now)
        #expect(result.status == 0)
        #expect(result.output.contains("block\t2\t4\thidden-unicode/bidi"))
        #expect(result.output.contains("Merge one"))
        #expect(!result.output.contains("Merge two"))
        #expect(result.output.hasSuffix("aigate: 2 of 3 merges since \(start) would have been blocked\n"))
        try write("lenient.yml", "version: 1\nchecks: {hidden-unicode: {level: warn}}\n")
        let lenient = try run("rehearse", "--since", start, "--policy", "lenient.yml", "--now", Program.now)
        #expect(lenient.output.contains("0 of 3 merges"))
        #expect(try run("rehearse", "--since", "HEAD").output.contains("0 of 0 merges"))
        #expect(try run("rehearse", "--since", "missing").status == 3)
    }
}
