// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import TestKit
import Testing

/// Whether an AI-marked commit has its review, by where it stands.
struct ReviewStateTests {
    let sample: SampleRepository
    let base: String

    init() throws {
        sample = try SampleRepository("small")
        base = try sample.git(["rev-parse", "HEAD"])
    }

    private func judge(_ event: String, trailers: String = "") throws -> Judged {
        let head = try sample.commit("a.txt", "a\n", "Add a\n\nAssisted-by: Claude:claude-opus-4-6\n\(trailers)")
        let names = [
            CIEvent.pullHead: head, CIEvent.queueHead: head, CIEvent.mainBefore: base,
            CIEvent.mainTip: event == "github/push" ? head : base,
        ]
        return try Program.judge(in: sample, environment: CIEvent(event, names, in: sample).environment)
    }

    @Test func openRequestIsPending() throws {
        let run = try judge("github/pull_request")
        #expect(run.findings.isEmpty)
        #expect(run.output.contains("review pending"))
    }

    @Test(arguments: ["github/push", "github/merge_group"]) func landedWithoutReviewIsAFinding(event: String) throws {
        let run = try judge(event)
        #expect(run.findings == ["review-missing warn"])
        #expect(run.status == 0)
    }

    @Test(arguments: ["github/push", "github/merge_group"]) func independentReviewerClearsIt(event: String) throws {
        let run = try judge(event, trailers: "Reviewed-by: Bo Ray <bo@example.org>\n")
        #expect(run.findings.isEmpty)
        #expect(run.output.contains("review independent"))
    }

    @Test func ownReviewDoesNot() throws {
        let run = try judge("github/push", trailers: "Reviewed-by: Ann Lee <ann@example.org>\n")
        #expect(run.findings == ["review-missing warn"])
    }

    @Test func commitWithoutAINeedsNone() throws {
        let head = try sample.commit("a.txt", "a\n")
        let event = try CIEvent("github/push", [CIEvent.mainBefore: base, CIEvent.mainTip: head], in: sample)
        #expect(try Program.judge(in: sample, environment: event.environment).findings.isEmpty)
    }
}
