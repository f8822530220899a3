// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Checks

struct AgentFilesTests {
    @Test(
        arguments: [
            ("AGENTS.md", AgentFiles.Kind.instructions), ("apps/web/AGENTS.md", .instructions),
            (".cursor/rules/style.mdc", .instructions), (".github/copilot-instructions.md", .instructions),
            (".claude/skills/a/SKILL.md", .instructions), ("docs/SKILL.md", .instructions),
            (".mcp.json", .executable), ("a/.mcp.json", .executable), (".claude/settings.json", .executable),
            (".cursor/mcp.json", .executable), (".vscode/mcp.json", .executable), (".kiro/hooks/a.hook", .executable),
            (".opencode/plugin/a.ts", .executable), (".opencode/agent/a.md", .instructions),
            (".claude/settings.local.json", .residue), (".aider.chat.history.md", .residue),
            (".opencode/plans/a.md", .residue), (".agent-trace/traces.jsonl", .residue), ("CLAUDE.local.md", .residue),
            (".qwen/skills/auto-skill-1/SKILL.md", .residue), ("a/.crush/log", .residue),
        ] as [(String, AgentFiles.Kind)])
    func knowsThem(_ path: String, _ kind: AgentFiles.Kind) {
        #expect(AgentFiles.embedded.kind(of: Path(path)) == kind)
    }

    @Test(arguments: [
        "agents.md", "docs/AGENTS.md.txt", "src/mcp.json", ".vscode/settings.json", ".github/workflows/ci.yml", "x",
        ".agent-trace/readme.md", ".crush", "", "/", "settings.json",
    ])
    func leavesOthersAlone(_ path: String) {
        #expect(AgentFiles.embedded.kind(of: Path(path)) == nil)
    }
}
