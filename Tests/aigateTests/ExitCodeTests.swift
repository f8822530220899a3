// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// How a run ends, and what it says.
struct ExitCodeTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("shapes")
    }

    private let override = "let a = \"\u{202E}b\"\n"

    @Test func passIsZero() throws {
        let result = try Program.check(["HEAD~1..HEAD"], in: sample)
        #expect(result.status == 0)
        #expect(result.output.contains("aigate: PASS 0 blocking"))
    }

    @Test func blockIsOneAndMonitorHidesIt() throws {
        try sample.commit("a.swift", override)
        let result = try Program.check(["HEAD~1..HEAD"], in: sample)
        #expect(result.status == 1)
        #expect(result.output.contains("hidden-unicode/bidi"))
        #expect(result.output.contains("\\u{202E}"))
        #expect(!result.output.contains("\u{202E}"))
        let monitored = try Program.check(["HEAD~1..HEAD", "--monitor"], in: sample)
        #expect(monitored.status == 0)
        #expect(monitored.output.contains("aigate: FAIL 1 blocking"))
    }

    @Test func emptyRangeIsLegalUnlessCommitsAreRequired() throws {
        #expect(try Program.check(["HEAD..HEAD"], in: sample).status == 0)
        let required = try Program.check(["HEAD..HEAD", "--require-commits"], in: sample)
        #expect(required.status == 3)
    }

    @Test(arguments: [
        ["--bogus"], ["A..B", "--staged"], ["--jobs", "0"], ["--now", "yesterday"],
        ["HEAD", "--policy", "missing.yml"], ["-x"],
    ])
    func mistakesAreTwo(arguments: [String]) throws {
        let result = try Program.check(arguments, in: sample)
        #expect(result.status == 2)
    }

    @Test(arguments: ["nonsense..HEAD", "HEAD..nonsense", "HEAD~999", "o1..o2"]) func rangesThatCannotBeToldAreThree(
        range: String
    ) throws {
        let result = try Program.check([range], in: sample)
        #expect(result.status == 3)
        #expect(result.output.contains("aigate: INCOMPLETE"))
    }

    @Test func outsideARepositoryIsThree() throws {
        let result = try Program.run(["check", "HEAD"], in: FileManager.default.temporaryDirectory)
        #expect(result.status == 3)
        #expect(result.output.contains("--repository"))
    }

    @Test func evidenceThatCannotBeWrittenIsFour() throws {
        try sample.commit("report", "in the way\n")
        let result = try Program.check(["HEAD~1..HEAD", "--output-dir", "report"], in: sample)
        #expect(result.status == 4)
        #expect(try sample.read("report") == "in the way\n")
        #expect(try Program.check(["HEAD~1..HEAD", "--output-dir", ".hidden"], in: sample).status == 4)
    }

    @Test func policyMistakeIsTwoAndNamesTheLine() throws {
        try sample.commit(".aigate/policy.yml", "version: 1\nlevls: {}\n")
        let result = try Program.check(["HEAD..HEAD"], in: sample)
        #expect(result.status == 2)
        #expect(result.output.contains(".aigate/policy.yml: line 2: unknown key 'levls'"))
    }

    @Test func readerThatGoesAwayIsNoError() throws {
        let result = try Subprocess.run(
            "/bin/bash", ["-c", "'\(Program.path)' rules | true; echo ${PIPESTATUS[0]}"],
            environment: Subprocess.cleanGit)
        #expect(result.output == "0\n")
        #expect(result.errors.isEmpty)
    }

    @Test func terminatedRunLeavesNoArtefact() throws {
        let script = """
            mkfifo pipe
            '\(Program.path)' check --pre-push --output-dir report <pipe & pid=$!
            exec 3>pipe
            kill -TERM $pid
            wait $pid; echo $?
            ls report 2>/dev/null
            """
        let result = try Subprocess.run(
            "/bin/bash", ["-c", script], in: sample.folder, environment: Subprocess.cleanGit)
        #expect(result.output == "143\n")
    }
}
