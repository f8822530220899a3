// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import Testing

struct AIStatusTests {
    private let claude = Identity(name: "Claude", email: "noreply@anthropic.com")
    private let forge = Identity(name: "GitHub", email: "noreply@github.com")
    private let copilot = Identity(
        name: "copilot-swe-agent[bot]", email: "198982749+Copilot@users.noreply.github.com")

    @Test func anAgentThatIsTheAuthorDeclaresItself() throws {
        let ai = try Sample.read("Add a thing\n", author: copilot, committer: forge).ai
        #expect(ai.state == .declared)
        #expect(ai.tools == [AITool(id: "github-copilot", name: "GitHub Copilot", models: [])])
        #expect(
            ai.evidence == [AIEvidence(source: .author, tool: "github-copilot", role: "author", confidence: .high)])
    }

    @Test func aCommitterAloneIsDetected() throws {
        let ai = try Sample.read("Add a thing\n", committer: claude).ai
        #expect(ai.state == .detected)
        #expect(ai.evidence.map(\.source) == [.committer])
    }

    @Test func aMarkerInTheBodyAloneIsDetected() throws {
        let message = "Add a thing\n\nText.\n\n🤖 GENERATED with [Claude Code](https://claude.com/claude-code)\n"
        let ai = try Sample.read(message).ai
        #expect(ai.state == .detected)
        #expect(
            ai.evidence == [AIEvidence(source: .body, tool: "claude-code", role: "assist", confidence: .high, line: 5)])
    }

    @Test func quotedTextIsNoEvidence() throws {
        let message =
            "Revert \"x\"\n\n> Generated with [Claude Code](u)\n> Co-authored-by: Claude <noreply@anthropic.com>\n"
        #expect(try Sample.read(message).ai.state == .noEvidence)
    }

    @Test func evidenceAndDeclarationAreBothListed() throws {
        let ai = try Sample.read(
            "Add\n\n* Co-authored-by: Claude Opus 4.6 <noreply@anthropic.com>\n\n"
                + "Generated with [Claude Code](u)\n\nText.\n",
            committer: copilot
        ).ai
        #expect(ai.state == .declared)
        #expect(ai.evidence.map(\.source) == [.trailer, .committer, .body])
        #expect(ai.evidence.map(\.line) == [3, nil, 5])
        #expect(ai.tools.map(\.id) == ["claude-code", "github-copilot"])
        #expect(ai.tools.map(\.models) == [["Claude Opus 4.6"], []])
    }

    @Test func aidersMarkInTheAuthorsNameDeclares() throws {
        let marked = Identity(name: "Ann Lee (aider)", email: "ann@example.org")
        #expect(try Sample.read("Add\n", author: marked, committer: marked).ai.state == .declared)
        let ai = try Sample.read("Add\n", committer: marked).ai
        #expect(ai.state == .noEvidence)
        #expect(ai.hints == [])
    }

    @Test func lowConfidenceIsAHint() throws {
        let person = Identity(name: "Bo Ray", email: "1-bo@users.noreply.replit.com")
        let ai = try Sample.read("Add\n", author: person).ai
        #expect(ai.state == .noEvidence)
        #expect(ai.tools == [])
        #expect(ai.hints.map(\.tool) == ["replit-agent"])
        #expect(try Sample.read(trailers: "Codex-Session: 1").ai.state == .noEvidence)
    }

    @Test func aReviewByAIIsAHint() throws {
        let reviewer = Identity(
            name: "copilot", email: "copilot-pull-request-reviewer[bot]@users.noreply.github.com")
        #expect(try Sample.read("Add\n", author: reviewer).ai.state == .noEvidence)
        let ai = try Sample.read(trailers: "Reviewed-by: Claude <noreply@anthropic.com>").ai
        #expect(ai.state == .noEvidence)
        #expect(ai.hints.map(\.role) == ["ai-review"])
    }

    @Test func aSignOffByAIIsDetected() throws {
        let ai = try Sample.read(trailers: "Signed-off-by: Claude <noreply@anthropic.com>").ai
        #expect(ai.state == .detected)
        #expect(ai.evidence.map(\.key) == ["Signed-off-by"])
    }

    @Test func aBranchIsAHint() throws {
        let ai = try Sample.read("Add\n", branch: "Claude/add-a-thing").ai
        #expect(ai.state == .noEvidence)
        #expect(ai.hints == [AIEvidence(source: .branch, tool: "claude-code", role: "assist", confidence: .low)])
        #expect(try Sample.read("Add\n", branch: "add-claude/x").ai.hints == [])
    }

    @Test func aTitleIsAHintAtMost() throws {
        let ai = try Sample.read("aider: fix a thing\n").ai
        #expect(ai.state == .noEvidence)
        #expect(ai.hints.map(\.tool) == ["aider"])
    }

    @Test func aDeclarationWithoutAIYieldsToEvidence() throws {
        #expect(try Sample.read(trailers: "Assisted-by: none").ai.state == .declaredWithout)
        #expect(try Sample.read(trailers: "Assisted-by: none", author: copilot).ai.state == .declared)
        #expect(try Sample.read(trailers: "Assisted-by: none", committer: claude).ai.state == .detected)
    }

    @Test func sharedAddressesNeedTheName() throws {
        let scanner = "62310815+github-advanced-security[bot]@users.noreply.github.com"
        #expect(
            try Sample.read("Fix\n", author: Identity(name: "github-advanced-security[bot]", email: scanner)).ai.state
                == .noEvidence)
        #expect(
            try Sample.read("Fix\n", author: Identity(name: "Copilot Autofix powered by AI", email: scanner)).ai.state
                == .declared)
        #expect(try Sample.read(trailers: "Co-authored-by: Bo Ray <noreply@github.com>").ai.state == .noEvidence)
        #expect(try Sample.read(trailers: "Co-authored-by: GitHub Copilot <noreply@github.com>").ai.state == .declared)
    }

    @Test func theAccountNumberIsOptionalAndHostsVary() throws {
        for email in ["claude[bot]@users.noreply.github.com", "1+CLAUDE[bot]@users.noreply.git.example.org"] {
            #expect(try Sample.read("Fix\n", author: Identity(name: "claude[bot]", email: email)).ai.state == .declared)
        }
    }
}
