// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// From the finding's own text to an exception that holds, and to its end.
struct WaiverTests {
    let sample: SampleRepository
    /// The entry that the finding proposes, as printed.
    let proposed: String

    init() throws {
        sample = try SampleRepository("small")
        try sample.commit(".aigate/policy.yml", "version: 1\n")
        try sample.git(["checkout", "--quiet", "-b", "topic"])
        try sample.commit("a.txt", hiddenText)
        try sample.commit("b.txt", hiddenText)
        let run = try Program.judge(["main..topic"], in: sample)
        let line = try #require(run.output.split(separator: "\n").first { $0.contains("waiver: - {") })
        proposed = line.drop { $0 != "-" }.description
    }

    private func filledIn(expires: String = "2026-12-01") throws -> String {
        let entry = proposed.replacingOccurrences(of: "reason: \"...\"", with: "reason: \"a sample\"")
            .replacingOccurrences(of: "owner: \"...\"", with: "owner: \"Bo Ray\"")
        let start = try #require(entry.firstRange(of: "expires: "))
        return entry[..<start.upperBound] + expires + "}"
    }

    /// Grants it on main, and brings the topic there.
    private func grant(_ entry: String) throws {
        try sample.git(["checkout", "--quiet", "main"])
        try sample.commit(".aigate/waivers.yml", "version: 1\nwaivers:\n  \(entry)\n")
        try sample.git(["rebase", "--quiet", "main", "topic"])
    }

    @Test func proposalLiftsExactlyItsFinding() throws {
        try grant(filledIn())
        let run = try Program.judge(["main..topic"], in: sample)
        #expect(run.evidence.findings.map(\.disposition) == ["waived", "open"])
        #expect(run.evidence.findings.first?.waiver == ".aigate/waivers.yml:3")
        #expect(run.status == 1)
        #expect(try Program.judge(["HEAD~1"], in: sample).status == 0)
        #expect(try Program.judge(["HEAD"], in: sample).status == 1)
    }

    @Test func proposalThatNobodyFilledInIsRefused() throws {
        try grant(proposed)
        let run = try Program.judge(["main..topic"], in: sample)
        #expect(run.status == 2)
        #expect(run.output.contains("says nothing"))
    }

    @Test func fingerprintsOutliveRebaseAndAmendment() throws {
        let before = try Program.judge(["main..topic"], in: sample).evidence.findings.map(\.fingerprint)
        try sample.git(["checkout", "--quiet", "main"])
        try sample.commit("c.txt", "c\n")
        try sample.git(["rebase", "--quiet", "main", "topic"])
        try sample.git(["commit", "--quiet", "--amend", "--message", "Other words"])
        #expect(try Program.judge(["main..topic"], in: sample).evidence.findings.map(\.fingerprint) == before)
    }

    @Test func fingerprintOfACommitFindingOutlivesRebase() throws {
        try sample.commit("d.txt", "d\n", "Add d\n\nGenerated with [Claude Code](https://claude.com/claude-code)")
        let before = try Program.judge(["HEAD"], in: sample).evidence.findings.map(\.fingerprint)
        try sample.git(["checkout", "--quiet", "main"])
        try sample.commit("c.txt", "c\n")
        try sample.git(["rebase", "--quiet", "main", "topic"])
        #expect(before.count == 1)
        #expect(try Program.judge(["HEAD"], in: sample).evidence.findings.map(\.fingerprint) == before)
    }

    @Test(arguments: [("2026-11-20", "expired-waiver"), ("2026-11-21", "waived"), ("2026-11-22", "waived")])
    func waiverHoldsToTheEndOfItsDay(expires: String, disposition: String) throws {
        try grant(filledIn(expires: expires))
        let run = try Program.judge(["main..topic"], in: sample)
        #expect(run.evidence.findings.first { $0.path == "a.txt" }?.disposition == disposition)
        #expect(run.findings.contains("waiver-expired warn .aigate/waivers.yml") == (disposition != "waived"))
    }

    @Test func noWaiversIgnoresThem() throws {
        try grant(filledIn())
        let run = try Program.judge(["main..topic", "--no-waivers"], in: sample)
        #expect(run.evidence.findings.map(\.disposition) == ["open", "open"])
        #expect(!run.evidence.invocation.authoritative)
    }

    @Test func listTellsUsedUnusedAndExpired() throws {
        let unused = "- {rule: hidden-unicode, path: nowhere/, reason: r, owner: o, expires: 2027-06-01}"
        let expired = "- {rule: hidden-unicode, path: nowhere/, reason: r, owner: o, expires: 2026-11-20}"
        try grant([filledIn(), unused, expired].joined(separator: "\n  "))
        let all = try Program.run(["waivers", "--now", Program.now], in: sample.folder)
        #expect(all.status == 0)
        #expect(all.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } } == ["used", "unused", "expired"])
        let soon = try Program.run(["waivers", "--expiring", "14d", "--now", Program.now], in: sample.folder)
        #expect(soon.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } } == ["used", "expired"])
        #expect(try Program.run(["waivers", "--expiring", "soon"], in: sample.folder).status == 2)
    }
}
