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
