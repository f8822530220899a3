// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// How an agent is kept from paths: the file that it reads, or what to paste where it reads no file.
package struct AgentIgnore: Sendable {
    package enum Form: Sendable {
        /// A file of patterns as .gitignore writes them; `negates`: it knows patterns that begin with `!`.
        case patterns(file: String, negates: Bool)
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

    /// The file; nil where there is none to write.
    package var file: String? {
        switch form {
        case .patterns(let file, _), .denials(let file): file
        case .pasted: nil
        }
    }

    package static let all: [AgentIgnore] = [
        AgentIgnore(
            tool: "claude-code", form: .denials(file: ".claude/settings.json"),
            source: "https://code.claude.com/docs/en/settings"),
        patterns("cursor", ".cursorignore", "https://cursor.com/docs/context/ignore-files"),
        AgentIgnore(
            tool: "github-copilot", form: .pasted(into: "the repository's settings: Copilot, Content exclusion"),
            source: "https://docs.github.com/en/copilot/how-tos/content-exclusion/excluding-content-from-github-copilot"),
        patterns("gemini-cli", ".geminiignore", "https://geminicli.com/docs/cli/gemini-ignore/"),
        // https://developers.google.cn/idx/guides/aiexclude: no negation there.
        AgentIgnore(
            tool: "gemini-code-assist", form: .patterns(file: ".aiexclude", negates: false),
            source: "https://developers.google.com/gemini-code-assist/docs/create-aiexclude-file"),
        AgentIgnore(
            tool: "openai-codex", form: .pasted(into: "~/.codex/config.toml, a permission profile"),
            source: "https://developers.openai.com/codex/permissions"),
        patterns("aider", ".aiderignore", "https://aider.chat/docs/config/options.html"),
        patterns("windsurf", ".codeiumignore", "https://docs.windsurf.com/context-awareness/windsurf-ignore"),
        patterns("cline", ".clineignore", "https://docs.cline.bot/customization/clineignore"),
        patterns("roo-code", ".rooignore", "https://docs.roocode.com/features/rooignore"),
        // AI Assistant reads it too: https://www.jetbrains.com/help/ai-assistant/disable-ai-assistant.html
        patterns("junie", ".aiignore", "https://www.jetbrains.com/help/junie/aiignore.html"),
    ]

    private static func patterns(_ tool: String, _ file: String, _ source: String) -> AgentIgnore {
        AgentIgnore(tool: tool, form: .patterns(file: file, negates: true), source: source)
    }

    package static func named(_ tool: String) -> AgentIgnore? { all.first { $0.tool == tool } }

    /// The lines, settings or text to paste that keep the tool from what it may not see on that day; empty where it may
    /// see all that the register names.
    package func lines(_ registers: Registers, on day: Day) -> [String] {
        let paths = KeptPaths(of: tool, registers, on: JudgedDays(commit: day, run: day))
        switch form {
        case .patterns(_, let negates): return paths.patterns(negates: negates)
        case .denials: return paths.globs(root: "./").map { "Read(\($0))" }
        case .pasted where tool == "github-copilot":
            return paths.globs(root: "/").map { "- \(YAMLText.quoted($0))" }
        case .pasted:
            let globs = paths.globs(root: "").map { "  \(YAMLText.quoted($0)) = \"none\"," }
            return globs.isEmpty
                ? [] : ["[permissions.workspace.filesystem]", "\":project_roots\" = {", "  \".\" = \"write\","] + globs + ["}"]
        }
    }
}

/// The patterns of the register by whether a tool is kept from them, in the order in which they count.
private struct KeptPaths {
    private struct Entry {
        let pattern: String
        let isKept: Bool
    }

    private let isDefaultKept: Bool
    private var layers: [[Entry]] = []

    init(of tool: String, _ registers: Registers, on days: JudgedDays) {
        guard let data = registers.data else {
            isDefaultKept = false
            return
        }
        func isKept(_ dataClass: DataClass) -> Bool {
            let classification = DataClassification(dataClass)
            return registers.access(of: tool, to: classification, on: days).map { !$0.answer.isPermitted } ?? false
        }
        isDefaultKept = isKept(data.defaultClass)
        layers = data.layers.map { rules in
            rules.flatMap { rule in
                let isKept = isKept(rule.dataClass)
                return rule.patterns.map { Entry(pattern: $0.text, isKept: isKept) }
            }
        }
    }

    /// As .gitignore writes them. What a repository says besides the organisation only keeps more.
    func patterns(negates: Bool) -> [String] {
        var lines: [String] = []
        // Folders stay open, for below one that is shut nothing can be opened again: gitignore(5).
        if isDefaultKept { lines += negates ? ["*", "!*/"] : ["*"] }
        for (number, layer) in layers.enumerated() {
            for entry in layer {
                if entry.isKept {
                    lines.append(entry.pattern.hasPrefix("#") ? "\\\(entry.pattern)" : entry.pattern)
                } else if number == 0, negates, !lines.isEmpty {
                    lines.append("!\(entry.pattern)")
                }
            }
        }
        return lines.contains { !$0.hasPrefix("!") } ? lines : []
    }

    /// Globs from a root, where nothing can be opened again: what is kept stays kept, with all that is in it.
    func globs(root: String) -> [String] {
        if isDefaultKept { return ["\(root)**"] }
        var globs: [String] = []
        for entry in layers.joined() where entry.isKept {
            for glob in KeptPaths.globs(of: entry.pattern, root: root) where !globs.contains(glob) {
                globs.append(glob)
            }
        }
        return globs
    }

    /// A pattern covers a file of its name and all below a folder of its name; with a slash at its end the folder's
    /// content alone.
    private static func globs(of pattern: String, root: String) -> [String] {
        let isFolder = pattern.hasSuffix("/")
        var path = isFolder ? String(pattern.dropLast()) : pattern
        let isAnchored = path.contains("/")
        if path.hasPrefix("/") { path.removeFirst() }
        let full = root + (isAnchored ? path : "**/\(path)")
        if full.hasSuffix("**") { return [full] }
        return isFolder ? ["\(full)/**"] : [full, "\(full)/**"]
    }
}
