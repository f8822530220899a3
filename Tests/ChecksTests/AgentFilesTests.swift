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
        "docs/agents.md", "docs/AGENTS.md.txt", "src/mcp.json", ".vscode/settings.json", ".github/workflows/ci.yml",
        "x",
        ".agent-trace/readme.md", ".crush", "", "/", "settings.json",
    ])
    func leavesOthersAlone(_ path: String) {
        #expect(AgentFiles.embedded.kind(of: Path(path)) == nil)
    }

    /// A file system that tells no cases apart opens them all the same.
    @Test(
        arguments: [
            (".Claude/settings.json", AgentFiles.Kind.executable), (".MCP.json", .executable),
            ("claude.md", .instructions),
            ("agents.md", .instructions), ("apps/.CLAUDE/Agents/a.md", .instructions),
            (".AIDER.chat.history.md", .residue),
        ] as [(String, AgentFiles.Kind)])
    func otherCaseIsTheSameFile(_ path: String, _ kind: AgentFiles.Kind) {
        #expect(AgentFiles.embedded.kind(of: Path(path)) == kind)
    }

    /// `.claude -> conf`: what is in conf is then read as if it stood here.
    @Test(arguments: [0o120000, 0o160000] as [UInt32])
    func aLinkInPlaceOfAFolderSteers(_ mode: UInt32) {
        func kinds(_ path: String, _ mode: UInt32) -> Set<AgentFiles.Kind> {
            AgentFiles.embedded.kinds(
                of: ChangedFile(
                    path: Path(path), status: .added, oldMode: 0, newMode: mode, oldBlob: nil, newBlob: nil,
                    content: .submodule))
        }
        #expect(kinds(".claude", mode) == [.executable])
        #expect(kinds("apps/web/.CLAUDE", mode) == [.executable])
        #expect(kinds(".clinerules", mode) == [.executable])
        #expect(kinds(".github", mode) == [.executable])
        #expect(kinds(".claude/other", mode).isEmpty)
        #expect(kinds("docs", mode).isEmpty)
        #expect(kinds(".claude", 0o100644).isEmpty)
    }

    @Test func aMarkHidesNoAgentFile() {
        #expect(AgentControlChanged.about.judgesGeneratedFiles)
        #expect(AgentResidue.about.judgesGeneratedFiles)
    }
}
