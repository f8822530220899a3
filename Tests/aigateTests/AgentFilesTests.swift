// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import TestKit
import Testing

/// Files that steer agents, by where the change stands and who reviewed it.
struct AgentFilesTests {
    let sample: SampleRepository
    let base: String

    init() throws {
        sample = try SampleRepository("small")
        base = try sample.git(["rev-parse", "HEAD"])
    }

    private func landed() throws -> Judged {
        let head = try sample.git(["rev-parse", "HEAD"])
        let event = try CIEvent("github/push", [CIEvent.mainBefore: base, CIEvent.mainTip: head], in: sample)
        return try Program.judge(in: sample, environment: event.environment)
    }

    @Test func instructionsHaveUntilTheyLand() throws {
        try sample.commit("AGENTS.md", "Be kind.\n", "Guide agents")
        let open = try Program.judge(["HEAD~1..HEAD"], in: sample)
        #expect(open.findings.isEmpty)
        #expect(try landed().findings == ["agent-control-changed/instructions warn AGENTS.md"])
    }

    @Test func commandsAreShownAtOnce() throws {
        try sample.commit("tools/.mcp.json", "{\"mcpServers\": {\"a\": {\"command\": \"x\"}}}\n", "Add a tool server")
        let finding = ["agent-config-exec/server warn tools/.mcp.json"]
        #expect(try Program.judge(["HEAD~1..HEAD"], in: sample).findings == finding)
        #expect(try landed().findings == finding)
    }

    /// A person's commit needs a review here too, and one with AI in it needs it only once.
    @Test func anIndependentReviewClearsIt() throws {
        try sample.commit("AGENTS.md", "Be kind.\n", "Guide agents\n\nReviewed-by: Bo Ray <bo@example.org>")
        #expect(try landed().findings.isEmpty)
        try sample.commit("CLAUDE.md", "Be kind.\n", "Guide\n\nAssisted-by: Claude:claude-opus-4-6")
        #expect(try landed().findings == ["review-missing warn", "agent-control-changed/instructions warn CLAUDE.md"])
    }

    @Test func residueIsSeenUntilItIsGone() throws {
        try sample.commit(".aider.chat.history.md", "# chat\n", "Add history")
        #expect(
            try Program.judge(["HEAD~1..HEAD"], in: sample).findings == ["agent-residue warn .aider.chat.history.md"])
        try sample.git(["rm", "--quiet", ".aider.chat.history.md"])
        try sample.git(["commit", "--quiet", "--message", "Remove it"])
        #expect(try Program.judge(["HEAD~1..HEAD"], in: sample).findings.isEmpty)
    }

    /// A rename is judged by both of its names.
    @Test func aRenameHidesNothing() throws {
        try sample.commit("AGENTS.md", String(repeating: "Be kind.\n", count: 20), "Guide agents")
        try sample.git(["mv", "AGENTS.md", "old.md"])
        try sample.git(["commit", "--quiet", "--message", "Put it away"])
        #expect(try landed().findings.contains("agent-control-changed/instructions warn old.md"))
    }
}
