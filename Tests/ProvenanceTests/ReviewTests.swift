// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import Testing

struct ReviewTests {
    private let ai = "Co-authored-by: Claude <noreply@anthropic.com>"

    private func review(
        _ message: String, kind: RunKind = .landed, author: Identity = Sample.ann, committer: Identity = Sample.ann,
        policy: (inout Policy.ReviewPolicy) -> Void = { _ in }
    ) throws -> ReviewState {
        var rules = Policy.ReviewPolicy()
        policy(&rules)
        let commit = try Sample.commit(message, author: author, committer: committer)
        let reader = ProvenanceReader()
        return reader.review(
            of: commit, files: [], provenance: reader.read(commit), on: ReviewBasis(policy: rules, kind: kind)
        ) { _ in nil }
    }

    private func review(trailer: String, policy: (inout Policy.ReviewPolicy) -> Void = { _ in }) throws -> ReviewState {
        try review("Add a thing\n\n\(ai)\n\(trailer)\n", policy: policy)
    }

    @Test func withoutASignOfAINothingIsAsked() throws {
        #expect(try review("Add a thing\n").result == .notRequired)
    }

    @Test func beforeItHasLandedThereIsTime() throws {
        for kind in RunKind.allCases where !kind.hasLanded {
            #expect(try review("Add\n\n\(ai)\n", kind: kind).result == .pending)
        }
        for kind in RunKind.allCases where kind.hasLanded {
            #expect(try review("Add\n\n\(ai)\n", kind: kind).result == .none)
        }
    }

    @Test func anIndependentPersonCounts() throws {
        let state = try review(trailer: "Reviewed-by: Bo Ray <bo@example.org>")
        #expect(state.result == .independent)
        #expect(state.level == .asserted)
        #expect(state.reasons == ["Reviewed-by on line 4 counts: it names one person who is none of the commit's own"])
        #expect(try review(trailer: "approved-BY: Bo Ray <bo@example.org>").result == .independent)
    }

    @Test(arguments: [
        "Reviewed-by: Ann Lee <ANN@example.org>", "Reviewed-by: Ann Lee <ann@work.example>",
        "Co-authored-by: Bo Ray <bo@example.org>\nReviewed-by: Bo Ray <bo@example.org>",
        "Assisted-by: Bo Ray <bo@example.org>\nReviewed-by: Bo Ray <bo@example.org>",
        "Co-authored-by: B <1+bo@users.noreply.github.com>\nReviewed-by: Bo Ray <bo@users.noreply.github.com>",
    ])
    func onesOwnWordIsNoReview(_ trailers: String) throws {
        let state = try review(trailer: trailers)
        #expect(state.result == .selfReview)
        #expect(state.level == .none)
    }

    @Test(arguments: [
        "Reviewed-by: Claude <noreply@anthropic.com>", "Reviewed-by: Claude Opus 4.6 <bo@example.org>",
        "Reviewed-by: coderabbitai[bot] <136622811+coderabbitai[bot]@users.noreply.github.com>",
        "Reviewed-by: github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>",
        "Reviewed-by: GitHub <noreply@github.com>",
    ])
    func automationIsNoReviewer(_ trailer: String) throws {
        #expect(try review(trailer: trailer).result == .robot)
    }

    @Test(arguments: [
        "Reviewed-by:", "Reviewed-by: Bo Ray", "Reviewed-by: Bo Ray <bo@example.org> # looks good",
        "Reviewed-by: Bo Ray <bo@example.org>, Cy Fox <cy@example.org>", "Reviewed-by: Your Name <you@example.com>",
        "Reviewed-by: Bo Ray bo@example.org", "Acked-by: Bo Ray <bo@example.org>",
    ])
    func whatIsNotOnePersonIsNoReview(_ trailer: String) throws {
        #expect(try review(trailer: trailer).result == .none)
    }

    @Test func outsideTheBlockNothingCounts() throws {
        let state = try review("Add\n\nReviewed-by: Bo Ray <bo@example.org>\n\n\(ai)\n")
        #expect(state.result == .none)
        #expect(
            state.reasons == [
                "Reviewed-by on line 3 does not count: it does not stand in the last paragraph, the trailer block"
            ])
    }

    @Test func thePolicyNamesKeysAndHumans() throws {
        let bo = "Checked-by: Bo Ray <bo@example.org>"
        #expect(try review(trailer: bo).result == .none)
        #expect(try review(trailer: bo) { $0.trailers = ["checked-by"] }.result == .independent)
        #expect(
            try review(trailer: bo) { rules in
                rules.trailers = ["checked-by"]
                rules.humans = ["cy@example.org"]
            }.result == .none)
        #expect(
            try review(trailer: "Reviewed-by: Bo Ray <bo@example.org>") { $0.humans = ["BO@example.org"] }.result
                == .independent)
    }

    @Test(arguments: [
        "(cherry picked from commit 0123456789abcdef0123456789abcdef01234567)",
        "This reverts commit 0123456789abcdef0123456789abcdef01234567.",
    ])
    func anotherCommitsReviewDoesNotCount(_ line: String) throws {
        let state = try review("Add\n\n\(line)\n\n\(ai)\nReviewed-by: Bo Ray <bo@example.org>\n")
        #expect(state.result == .none)
        #expect(state.reasons.count == 1)
    }

    @Test func thePersonWhoAskedTheAgentIsNoReviewer() throws {
        let agent = Identity(name: "Copilot", email: "198982749+Copilot@users.noreply.github.com")
        let message =
            "Add\n\nCo-authored-by: bo <1+bo@users.noreply.github.com>\n"
            + "Reviewed-by: Bo Ray <bo@users.noreply.github.com>\n"
        #expect(try review(message, author: agent).result == .selfReview)
    }

    @Test func reasonsNameNobody() throws {
        let state = try review(trailer: "Reviewed-by: Bo Ray <bo@example.org>\nReviewed-by: Ann Lee <ann@example.org>")
        #expect(state.result == .independent)
        #expect(state.reasons.count == 2)
        for reason in state.reasons { #expect(!reason.contains("@") && !reason.contains("Bo")) }
    }
}

struct CreditTests {
    private func holders(_ trailers: String...) throws -> [Credit.Holder] {
        try Sample.read("Add\n\n" + trailers.joined(separator: "\n") + "\n").credits.map(\.holder)
    }

    @Test func everyCreditHasAHolder() throws {
        let found = try holders(
            "Signed-off-by: Bo Ray <bo@example.org>", "Acked-by: Codex <codex@openai.com>",
            "Tested-by: dependabot[bot] <support@github.com>", "Approved-by: looks good to me",
            "Reviewed-by: Claude Warren <claude@apache.org>", "Reported-by: Cy Fox <cy@example.org>")
        #expect(
            found == [
                .person, .ai(tool: "openai-codex"), .robot, .unreadable("there is no <e-mail>"), .person,
            ])
    }

    @Test func aModelsNameIsAnAIWhateverTheAddress() throws {
        #expect(try holders("Signed-off-by: Claude Opus 4.6 <ann@example.org>") == [.ai(tool: "unknown")])
        #expect(try holders("Signed-off-by: Claude <ann@example.org>") == [.person])
    }

    @Test func outsideTheBlockThereIsNoCredit() throws {
        #expect(try Sample.read("Add\n\nSigned-off-by: Bo Ray <bo@example.org>\n\nText.\n").credits.isEmpty)
    }
}
