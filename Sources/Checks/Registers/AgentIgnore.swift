// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// How an agent is kept from paths: the file that it reads, or what to paste where it reads no file.
package struct AgentIgnore: Sendable {
    package enum Form: Sendable {
        /// Files of patterns, all with the same lines.
        case patterns(files: [String])
        /// `permissions.deny` of Claude Code's settings.
        case denials(file: String)
        /// Where it goes: a setting of a server or of a machine.
        case pasted(into: String)
    }

    /// Id in the catalogue, or the name by which its maker goes.
    package let tool: String
    package let form: Form
    /// Where its maker describes it.
    package let source: String
    /// What its maker says it does not do; nil where that is nothing.
    package let limit: String?
    private let dialect: KeptPaths.Dialect

    private init(
        _ tool: String, _ form: Form, _ source: String, _ dialect: KeptPaths.Dialect = .git, limit: String? = nil
    ) {
        self.tool = tool
        self.form = form
        self.source = source
        self.limit = limit
        self.dialect = dialect
    }

    /// From the repository's root; none where there is none to write.
    package var files: [String] {
        switch form {
        case .patterns(let files): files
        case .denials(let file): [file]
        case .pasted: []
        }
    }

    package static let all: [AgentIgnore] = [
        AgentIgnore(
            "claude-code", .denials(file: ".claude/settings.json"), "https://code.claude.com/docs/en/permissions"),
        AgentIgnore("cursor", .patterns(files: [".cursorignore"]), "https://cursor.com/docs/reference/ignore-file"),
        AgentIgnore(
            "github-copilot", .pasted(into: "the repository's settings: Copilot, Content exclusion"),
            "https://docs.github.com/en/copilot/how-tos/content-exclusion/excluding-content-from-github-copilot",
            limit: "it holds for completions and chat: the CLI, the cloud agent and agent mode do not heed it"),
        AgentIgnore(
            "gemini-cli", .patterns(files: [".geminiignore"]), "https://geminicli.com/docs/cli/gemini-ignore/"),
        // https://developers.google.cn/idx/guides/aiexclude: no negation there.
        AgentIgnore(
            "gemini-code-assist", .patterns(files: [".aiexclude"]),
            "https://developers.google.com/gemini-code-assist/docs/create-aiexclude-file", .withoutExceptions),
        AgentIgnore(
            "openai-codex", .pasted(into: "~/.codex/config.toml, which must not set sandbox_mode"),
            "https://developers.openai.com/codex/permissions",
            limit: "patterns are looked up when it starts, eight folders deep: what is made later is not kept from it"),
        // pathspec's patterns: aider/repo.py of Aider-AI/aider.
        AgentIgnore(
            "aider", .patterns(files: [".aiderignore"]), "https://aider.chat/docs/config/options.html", .pathspec),
        // The first is heeded when the agent opens a file, the second when the editor makes its index.
        AgentIgnore(
            "windsurf", .patterns(files: [".windsurfignore", ".codeiumignore"]),
            "https://docs.devin.ai/desktop/context-awareness/devin-ignore"),
        AgentIgnore(
            "cline", .patterns(files: [".clineignore"]), "https://docs.cline.bot/customization/clineignore",
            limit: "its maker calls it no boundary of access and means to withdraw it; @ mentions pass"),
        AgentIgnore("roo-code", .patterns(files: [".rooignore"]), "https://docs.roocode.com/features/rooignore"),
        // AI Assistant reads it too: https://www.jetbrains.com/help/ai-assistant/disable-ai-assistant.html
        AgentIgnore(
            "junie", .patterns(files: [".aiignore"]), "https://www.jetbrains.com/help/junie/aiignore.html",
            limit: "it asks before it opens such a file; AI Assistant heeds it once 'Enable .aiignore' is set"),
    ]

    package static func named(_ tool: String) -> AgentIgnore? { all.first { $0.tool == tool } }

    /// The lines, settings or text to paste that keep the tool from what it may not see on that day; empty where it may
    /// see all that the register names.
    package func lines(_ registers: Registers, on day: Day) -> [String] {
        let paths = KeptPaths(of: tool, registers, on: JudgedDays(commit: day, run: day))
        switch form {
        case .patterns: return paths.patterns(dialect)
        // From the project's root: a path without a slash in front would be one from the folder that it is started in.
        case .denials: return paths.globs(root: "/").map { "Read(\($0))" }
        case .pasted where tool == "github-copilot":
            return paths.globs(root: "/").map { "- \(YAMLText.quoted($0))" }
        case .pasted: return AgentIgnore.codexProfile(paths.codexPaths())
        }
    }

    private static func codexProfile(_ paths: [String]) -> [String] {
        guard !paths.isEmpty else { return [] }
        return [
            "default_permissions = \"aigate\"", "", "[permissions.aigate]", "extends = \":workspace\"", "",
            "[permissions.aigate.filesystem]", "glob_scan_max_depth = 8", "",
            "[permissions.aigate.filesystem.\":workspace_roots\"]",
        ] + paths.map { "\(YAMLText.quoted($0)) = \"deny\"" }
    }
}
