// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// What a push would send, by the lines that git gives its hook.
struct PushHookTests {
    let sample: SampleRepository
    let first: String
    let second: String
    private let none = String(repeating: "0", count: 40)

    init() throws {
        sample = try SampleRepository("small")
        first = try sample.git(["rev-parse", "HEAD"])
        second = try sample.commit("a.txt", "a\n")
        try sample.git(["update-ref", "refs/remotes/origin/main", first])
        try sample.git(["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"])
    }

    private func judge(_ lines: String..., remote: String = "origin") throws -> Judged {
        try Program.judge(["--pre-push", "--remote", remote], in: sample, input: lines.map { $0 + "\n" }.joined())
    }

    @Test func updateIsJudgedFromWhatTheRemoteHas() throws {
        let run = try judge("refs/heads/main \(second) refs/heads/main \(first)")
        #expect(run.evidence.commits.map(\.sha) == [second])
        #expect(run.evidence.range.policyCommit == first)
    }

    @Test func newBranchIsJudgedFromWhatTheRemoteHas() throws {
        let run = try judge("refs/heads/topic \(second) refs/heads/topic \(none)")
        #expect(run.evidence.commits.map(\.sha) == [second])
        #expect(run.evidence.range.policyCommit == first)
    }

    @Test func whatAnotherRemoteHasDoesNotCount() throws {
        let line = "refs/heads/topic \(second) refs/heads/topic \(none)"
        #expect(try judge(line, remote: "backup").evidence.commits.map(\.sha) == [first, second])
        try sample.git(["update-ref", "refs/remotes/backup/main", second])
        #expect(try judge(line, remote: "backup").evidence.commits.isEmpty)
    }

    @Test func deletionBringsNothing() throws {
        let run = try judge("(delete) \(none) refs/heads/old \(first)")
        #expect(run.status == 0)
        #expect(run.evidence.commits.isEmpty)
        #expect(run.output.contains("nothing to judge"))
    }

    @Test func everyRefIsJudged() throws {
        try sample.git(["checkout", "--quiet", "-b", "topic", first])
        let topic = try sample.commit("b.txt", hiddenText)
        let run = try judge(
            "refs/heads/main \(second) refs/heads/main \(first)", "(delete) \(none) refs/heads/old \(first)",
            "refs/heads/topic \(topic) refs/heads/topic \(none)")
        #expect(run.status == 1)
        #expect(Set(run.evidence.commits.map(\.sha)) == [second, topic])
    }

    @Test func branchOfItsOwnHistoryIsJudgedWhole() throws {
        try sample.git(["checkout", "--quiet", "--orphan", "pages"])
        let pages = try sample.commit("index.html", "text\n")
        let run = try judge("refs/heads/pages \(pages) refs/heads/pages \(none)")
        #expect(run.status == 0)
        #expect(run.evidence.commits.map(\.sha) == [pages])
    }

    @Test func firstPushToAnEmptyRemoteIsJudgedWhole() throws {
        try sample.git(["symbolic-ref", "--delete", "refs/remotes/origin/HEAD"])
        try sample.git(["update-ref", "-d", "refs/remotes/origin/main"])
        let run = try judge("refs/heads/main \(second) refs/heads/main \(none)")
        #expect(run.evidence.commits.map(\.sha) == [first, second])
        #expect(run.evidence.policySource.first?.kind == "built-in")
    }

    @Test func linesThatAreNoneAreThree() throws {
        #expect(try judge("refs/heads/main").status == 3)
    }

    @Test func nothingToPushIsLegal() throws {
        #expect(try Program.judge(["--pre-push"], in: sample, input: "").status == 0)
    }
}
