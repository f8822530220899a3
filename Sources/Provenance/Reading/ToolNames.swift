// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Tools by the names that people write.
struct ToolNames: Sendable {
    /// What people call a tool besides its name in the catalogue.
    private static let others = [
        "claude": "claude-code", "claude cli": "claude-code", "copilot": "github-copilot",
        "copilot cli": "github-copilot", "github copilot cli": "github-copilot", "cursor agent": "cursor",
        "codex cli": "openai-codex", "openai codex": "openai-codex", "gemini": "gemini-cli", "kimi cli": "kimi",
        "charm crush": "crush", "auggie": "augment",
    ]
    /// Names of tools that are names of people and things: alone they name no tool.
    private static let ambiguous: Set<String> = [
        "amp", "bob", "claude", "cody", "continue", "devin", "droid", "genie", "goose", "graphite", "grok", "hermes",
        "jules", "kimi", "oz", "pi", "sweep", "trae", "v0", "wave", "zed", "crow", "serena", "paperclip", "bito",
    ]

    /// Names of tools that are also given or family names: beside an address they name no tool.
    private static let personal: Set<String> = ["cline", "junie", "kiro"]
    /// Words that join names.
    private static let joints: Set<String> = ["and", "by", "for", "from", "on", "using", "via", "with"]
    private static let articles: Set<String> = ["a", "an", "my", "some", "the"]
    /// What AI is called where nobody says which; `Ai` is a given name.
    private static let anyAI: Set<String> = [
        "AI", "ai", "A.I", "LLM", "llm", "LLMs", "llms", "GenAI", "genai", "chatbot",
    ]
    private static let nounsOfAI: Set<String> = [
        "agent", "agents", "assistant", "assistants", "code", "coding", "generative", "help", "model", "models",
        "programmer", "tool", "tools",
    ]

    private let ids: [String: Int]

    init(_ catalogue: ToolCatalogue) {
        var ids: [String: Int] = [:]
        for (index, tool) in catalogue.tools.enumerated()
        where tool.kind != .generic && tool.kind != .model && index != catalogue.listedAgent {
            for name in tool.shortName.split(separator: "/") {
                let name = ToolNames.key(name)
                if ids[name] == nil { ids[name] = index }
            }
        }
        let byId = Dictionary(catalogue.tools.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (name, id) in ToolNames.others { ids[name] = byId[id] }
        self.ids = ids
    }

    /// The tool that is called exactly so.
    func tool(named name: Substring) -> Int? { ids[ToolNames.key(name)] }

    /// Two names with the same key are the same name: `Claude-Code`, `claude code`.
    private static func key(_ name: Substring) -> String {
        name.trimmingBlanks.lowercased().replacing("-", with: " ")
    }

    /// The tool that is called exactly so and like no person.
    func certainTool(named name: some StringProtocol) -> Int? {
        let key = ToolNames.key(String(name)[...])
        return ToolNames.ambiguous.contains(key) || ToolNames.personal.contains(key) ? nil : ids[key]
    }

    /// The tool that is named among what words like `and` and `using` join: `Ann Lee using Claude Code 2.1`.
    func tool(among text: some StringProtocol) -> Int? {
        for part in ToolNames.parts(text) {
            var words = part[...]
            while words.count > 1, let last = words.last, last.prefix(2).contains(where: \.isNumber) {
                words.removeLast()
            }
            if let tool = certainTool(named: words.joined(separator: " ")) { return tool }
        }
        return nil
    }

    /// True where a part of the text says AI and no more: `an AI assistant`.
    static func namesAnyAI(_ text: some StringProtocol) -> Bool {
        parts(text).contains { part in
            part.contains { anyAI.contains($0) }
                && part.allSatisfy { anyAI.contains($0) || nounsOfAI.contains($0.lowercased()) }
        }
    }

    /// The tool that is mentioned anywhere in a text that denies.
    func tool(mentionedIn text: String) -> Int? {
        let words = text.prefix(400).split { !($0.isLetter || $0.isNumber) }
        for start in words.indices {
            for count in stride(from: min(3, words.count - start), through: 1, by: -1) {
                let name = words[start..<(start + count)].joined(separator: " ")
                if let tool = certainTool(named: name) ?? (name.lowercased() == "claude" ? tool(named: name[...]) : nil)
                {
                    return tool
                }
            }
        }
        return nil
    }

    /// The words of each part, without articles and full stops.
    private static func parts(_ text: some StringProtocol) -> [[String]] {
        var parts: [[String]] = [[]]
        for piece in text.prefix(400).split(whereSeparator: { ",;&+/()|".contains($0) }) {
            parts.append([])
            for word in piece.split(whereSeparator: \.isWhitespace) {
                if joints.contains(word.lowercased()) {
                    parts.append([])
                } else if !articles.contains(word.lowercased()) {
                    let end = word.lastIndex { $0 != "." && $0 != "!" }
                    parts[parts.count - 1].append(end.map { String(word[...$0]) } ?? String(word))
                }
            }
        }
        return parts.filter { !$0.isEmpty }
    }

    /// The tool whose name a free text begins with, unless people are called like it.
    func tool(leading text: String) -> Int? {
        let words = text.prefix(100).split(whereSeparator: { " \t,;:(+/<".contains($0) })
        for count in stride(from: min(3, words.count), through: 1, by: -1) {
            let name = ToolNames.key(words.prefix(count).joined(separator: " ")[...])
            if let tool = ids[name], !ToolNames.ambiguous.contains(name) { return tool }
        }
        return nil
    }
}

extension Substring {
    var trimmingBlanks: Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
