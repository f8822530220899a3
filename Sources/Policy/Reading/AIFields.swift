// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import CCatalogue
import Gate

/// The key `ai`: what is asked of AI use and of how it is declared.
enum AIFields {
    static let all: [Field<AIPolicy>] = [
        use,
        .choice(
            "form",
            "The one form of a declaration where normalise holds, and of those that are proposed. "
                + DeclarationForm.allCases.map { "\($0.rawValue): \($0.template)" }.joined(separator: "; ") + ".",
            \.form, meanings: ["kernel": .agentModel, "linux": .agentModel, "apache": .generatedBy]),
        .bool("every-commit", "Every commit declares, if only AI-assisted: none.", \.everyCommit),
        .addresses("agents", "E-mail addresses of AI agents that no catalogue can know.", \.agents),
        .addresses("humans", "E-mail addresses of people, whatever the catalogue says of them.", \.humans),
        Field(
            "line-share",
            "Where a commit has line claims: the least part of its added lines that they cover, in percent.",
            shape: .integer(percent), show: { $0.lineShare.map(String.init) }
        ) { $1.lineShare = try $0.integer(in: percent) },
    ]

    private static let percent = 1...100

    private static let use: Field<AIPolicy> = {
        let fields = UseEntry.fields
        let item = fields.map { FieldDescription($0, default: UseEntry()) }
        return Field(
            "use",
            "Modes for parts of the tree and for tools; where several match, the last one counts; else require. Of the "
                + "organisation's and the repository's the stricter holds: normalise over require, forbid-ai over all; "
                + "where one demands a trailer and the other forbids it, the organisation's.",
            shape: .list(.record(item)), show: { show($0.use) }
        ) { node, policy in
            var errors = ConfigErrors.Collection()
            policy.use = try node.list.compactMap { item in
                guard !errors.isFull else { return nil }
                return errors.collecting(at: item) {
                    var entry = UseEntry()
                    try Field.readAll(item, into: &entry, fields)
                    return AIPolicy.Use(mode: entry.mode, paths: entry.paths, tools: entry.tools)
                }
            }
            try errors.check()
        }
    }()

    /// As YAML writes it below the key.
    private static func show(_ use: [AIPolicy.Use]) -> String {
        guard !use.isEmpty else { return "[]" }
        return use.map { "\n    - {\($0.flow)}" }.joined()
    }

    /// A listed agent cannot be a listed person. Throws at the place of the second list.
    static func check(_ policy: AIPolicy, at place: ConfigNode?) throws(ConfigErrors) {
        let agents = Set(policy.agents.map(Address.key))
        guard let both = policy.humans.first(where: { agents.contains(Address.key($0)) }) else { return }
        let reason = "\(quoted(both)) is in ai.agents and in ai.humans; it can only be one of them"
        throw ConfigErrors(place?.error(reason) ?? ConfigError(file: "policy", line: nil, reason: reason))
    }
}

extension AIPolicy.Use {
    /// `mode: forbid-ai, paths: ["src/"], tools: [cursor]`
    var flow: String {
        [
            "mode: \(mode.rawValue)", paths.isEmpty ? nil : "paths: \(YAMLText.list(paths.map(\.text)))",
            tools.isEmpty ? nil : "tools: [\(tools.joined(separator: ", "))]",
        ].compactMap(\.self).joined(separator: ", ")
    }
}

/// An item of the list `use`.
private struct UseEntry {
    var mode = AIPolicy.Mode.require
    var paths: [PathPattern] = []
    var tools: [String] = []

    static let fields: [Field<UseEntry>] = [
        Field(
            "mode",
            "require: a trailer declares AI use; normalise: in the policy's form; forbid-trailer: no trailer names the "
                + "tool; forbid-ai: AI takes no part.",
            shape: .choice(AIPolicy.Mode.allCases.map(\.rawValue)), required: true
        ) { $1.mode = try $0.choice(of: AIPolicy.Mode.self) },
        Field(
            "paths", "Patterns for paths, as .gitignore writes them, without negation; left out: the whole tree.",
            shape: .list(.text)
        ) { node, entry in
            entry.paths = try node.pathPatterns
            if entry.paths.isEmpty { throw node.error("empty; name a path, as in [\"src/**\"], or leave 'paths' out") }
        },
        Field(
            "tools", "Ids of tools, as 'aigate trailer' lists them; left out: all.", shape: .list(.choice(ToolIDs.all))
        ) { node, entry in
            entry.tools = try node.list.map { item in
                let id = try item.text
                guard ToolIDs.all.contains(id) else { throw item.error(ToolIDs.unknown(id)) }
                return id
            }
            if entry.tools.isEmpty { throw node.error("empty; name a tool, or leave 'tools' out") }
        },
    ]
}

/// The ids by which a policy may name tools.
enum ToolIDs {
    /// Of the catalogue, and for what it does not have.
    static let all: [String] =
        UnsafeBufferPointer(start: aigate_tool_ids(), count: aigate_tool_ids_size).split(separator: UInt8(ascii: "\n"))
        .map { String(decoding: $0, as: UTF8.self) } + [AITool.listedAgent, AITool.unknown]

    /// There are too many to list.
    static func unknown(_ id: String, known: [String] = all) -> String {
        let suggestion = closest(to: id, of: known).map { "did you mean '\($0)'? " } ?? ""
        return "unknown tool \(quoted(id)); \(suggestion)'aigate trailer' lists them"
    }
}
