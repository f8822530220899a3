// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import TestKit
import Testing

/// Where the policy is read from, and that a change never chooses it.
struct PolicySourceTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
    }

    private let policyPath = ".aigate/policy.yml"
    private let relaxed = "version: 1\nchecks: {hidden-unicode: {level: off}}\n"

    @Test func changeNeverRelaxesItsOwnGate() throws {
        try sample.commit(policyPath, "version: 1\n")
        try sample.commit(policyPath, relaxed)
        try sample.commit("a.txt", hiddenText)
        let run = try Program.judge(["HEAD~2..HEAD"], in: sample)
        #expect(run.status == 1)
        #expect(run.findings == ["hidden-unicode/bidi block a.txt", "policy-changed monitor .aigate/policy.yml"])
        #expect(run.evidence.policySource.first?.commit == (try sample.git(["rev-parse", "HEAD~2"])))
        #expect(try Program.judge(["HEAD~1..HEAD"], in: sample).status == 0)
    }

    @Test func aFirstPolicyDoesNotJudgeItself() throws {
        try sample.commit(policyPath, relaxed)
        try sample.commit("a.txt", hiddenText)
        let run = try Program.judge(["HEAD~2..HEAD"], in: sample)
        #expect(run.status == 1)
        #expect(run.evidence.policySource.first?.kind == "built-in")
        #expect(run.output.hasPrefix("no policy at "))
    }

    @Test func namedRevisionIsNoAuthority() throws {
        try sample.commit("a.txt", hiddenText)
        try sample.commit(policyPath, relaxed)
        let run = try Program.judge(["HEAD~1", "--policy-from", "HEAD"], in: sample)
        #expect(run.status == 0)
        #expect(!run.evidence.invocation.authoritative)
        #expect(run.evidence.policySource.first?.commit == (try sample.git(["rev-parse", "HEAD"])))
        #expect(try Program.judge(["HEAD~1", "--policy-from", "missing"], in: sample).status == 3)
    }

    @Test func policyMayBeAFileOfAKnownDigest() throws {
        try sample.commit("a.txt", hiddenText)
        let file = sample.folder.appending(path: ".git/given.yml")
        try Data(relaxed.utf8).write(to: file)
        let digest = Fingerprint.sha256(Array(relaxed.utf8))
        let run = try Program.judge(
            ["HEAD", "--policy", ".git/given.yml", "--policy-sha256", digest.uppercased()], in: sample)
        #expect(run.status == 0)
        #expect(run.evidence.policySource.first?.sha256 == digest)
        let wrong = String(repeating: "0", count: 64)
        let refused = try Program.judge(["HEAD", "--policy", ".git/given.yml", "--policy-sha256", wrong], in: sample)
        #expect(refused.status == 2)
        #expect(refused.output.contains("the policy's digest is \(digest), but --policy-sha256 asks for \(wrong)"))
        #expect(try Program.judge(["HEAD", "--policy-sha256", digest], in: sample).status == 2)
        #expect(try Program.check(["HEAD", "--policy-sha256", "abc"], in: sample).status == 2)
    }

    @Test func sinceLeavesOutWhatItReaches() throws {
        try sample.commit("a.txt", hiddenText)
        let old = try sample.git(["rev-parse", "HEAD"])
        try sample.commit(policyPath, "version: 1\nsince: \(old)\n")
        let new = try sample.commit("b.txt", hiddenText)
        let run = try Program.judge(["HEAD", "--all"], in: sample)
        #expect(run.findings == ["hidden-unicode/bidi block b.txt", "policy-changed monitor .aigate/policy.yml"])
        #expect(run.evidence.commits.last?.sha == new)
        #expect(run.evidence.limitations.contains { $0.contains("since, in the policy") })
        #expect(try Program.judge(["HEAD~2", "--policy-from", "HEAD"], in: sample).evidence.commits.isEmpty)
    }

    @Test func sinceThatIsNotThereIsThree() throws {
        try sample.commit(policyPath, "version: 1\nsince: \(String(repeating: "1", count: 40))\n")
        let run = try Program.judge(["HEAD..HEAD"], in: sample)
        #expect(run.status == 3)
        #expect(run.output.contains("apply the policy's since"))
    }
}
