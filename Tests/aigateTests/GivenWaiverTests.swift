// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// Waivers that the pipeline hands to one run.
struct GivenWaiverTests {
    let sample: SampleRepository
    let head: String
    let fingerprint: String

    init() throws {
        sample = try SampleRepository("small")
        try sample.commit(".aigate/policy.yml", "version: 1\nreview: {humans: [bo@example.org, ann@example.org]}\n")
        head = try sample.commit("a.txt", hiddenText)
        fingerprint = try #require(Program.judge(["HEAD"], in: sample).evidence.findings.first?.fingerprint)
    }

    private func judge(
        head: String? = nil, approver: String = "bo@example.org", expires: String = "2026-11-28"
    ) throws -> Judged {
        let text = """
            version: 1
            head: \(head ?? self.head)
            approver: \(approver)
            waivers:
              - {rule: hidden-unicode, fingerprint: \(fingerprint), reason: a sample, owner: Bo Ray, expires: \(expires)}
            """
        try Data(text.utf8).write(to: sample.folder.appending(path: ".git/given.yml"))
        return try Program.judge(["HEAD", "--waivers", ".git/given.yml"], in: sample)
    }

    @Test func approvedForThisHeadItLifts() throws {
        let run = try judge()
        #expect(run.status == 0)
        #expect(run.evidence.findings.map(\.disposition) == ["waived"])
    }

    @Test func anotherHeadIsRefused() throws {
        let run = try judge(head: sample.git(["rev-parse", "HEAD~1"]))
        #expect(run.status == 2)
        #expect(run.output.contains("have that one approved"))
    }

    @Test func authorCannotApprove() throws {
        let run = try judge(approver: "Ann@Example.org")
        #expect(run.status == 2)
        #expect(run.output.contains("somebody else must approve"))
    }

    @Test(arguments: ["Co-authored-by: Bo Ray <bo@example.org>", "Co-authored-by: Bo <bo@home.example>"])
    func coAuthorCannotApprove(trailer: String) throws {
        try sample.git(["reset", "--quiet", "--hard", "HEAD~1"])
        try sample.commit(".mailmap", "Bo Ray <bo@example.org> <bo@home.example>\n")
        let last = try sample.commit("a.txt", hiddenText, "Change\n\n\(trailer)")
        let run = try judge(head: last)
        #expect(run.status == 2)
        #expect(run.output.contains("somebody else must approve"))
    }

    /// Whoever wrote an earlier commit of the range approves their own work too.
    @Test func authorOfAnyJudgedCommitCannotApprove() throws {
        try sample.git([
            "commit", "--quiet", "--allow-empty", "--message", "More", "--author", "Cleo Day <cleo@example.org>",
        ])
        let other = try sample.git(["rev-parse", "HEAD"])
        let text = """
            version: 1
            head: \(other)
            approver: cleo@example.org
            waivers:
              - {rule: hidden-unicode, fingerprint: \(fingerprint), reason: a sample, owner: Bo Ray, expires: 2026-11-28}
            """
        try sample.commit(".aigate/policy.yml", "version: 1\nreview: {humans: [bo@example.org, cleo@example.org]}\n")
        let last = try sample.commit("c.txt", "c\n")
        try Data(text.replacingOccurrences(of: other, with: last).utf8).write(
            to: sample.folder.appending(path: ".git/given.yml"))
        let run = try Program.judge(
            ["HEAD~3..HEAD", "--policy-from", "HEAD", "--waivers", ".git/given.yml"], in: sample)
        #expect(run.status == 2)
        #expect(run.output.contains("somebody else must approve"))
    }

    @Test func strangerCannotApprove() throws {
        #expect(try judge(approver: "eve@example.org").status == 2)
    }

    @Test func aWeekIsTheLongest() throws {
        #expect(try judge(expires: "2026-11-29").status == 2)
    }
}
