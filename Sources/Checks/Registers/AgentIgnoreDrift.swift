// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Files that keep agents from paths and do not say what the register of data says.
struct AgentIgnoreDrift: RangeCheck {
    struct Settings: CheckSettings {
        var agents: [String] = []

        static let fields: [Field<Settings>] = [
            .texts("agents", "Agents whose files must be there, by the names of aigate policy export --for.", \.agents)
                .tightened(.longer)
        ]
    }

    static let about = About(
        id: "agent-ignore-drift",
        title: "An agent's ignore file differs from the register of data",
        why: """
            The register of data says what a tool must not see; the tool itself reads .cursorignore, .claude/settings.json \
            and the like. Where the two differ, the rule is on paper and the data with the provider. The files are held \
            against the register as the range leaves both; those of agents that have no file in the repository are asked \
            for only by the setting 'agents'.
            """,
        fix: "Write the file anew, aigate policy export --for AGENT --write, and commit it.",
        level: .warn,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("outdated", "The file says something else, or less"),
            About.Rule("absent", "The policy asks for the file, and there is none"),
            About.Rule("unreadable", "The file cannot be read"),
        ],
        examples: [
            Example(
                "a file that lacks the prohibited paths", files: [(".cursorignore", "node_modules/ 1️⃣\n")],
                registers: sample),
            Example(
                "settings that deny something else",
                files: [(".claude/settings.json", "{\"permissions\": {\"deny\": [\"Read(./.env)\"]}} 1️⃣\n")],
                registers: sample),
            Example(
                "paths that are opened again",
                files: [
                    (
                        ".cursorignore",
                        "# aigate: begin, from the register of data 1️⃣\ncustomers/\n# aigate: end\n!customers/a.csv\n"
                    )
                ], registers: sample),
        ],
        clean: [
            Example(
                "the file as aigate policy export writes it",
                files: [(".cursorignore", "# aigate: begin, from the register of data\ncustomers/\n# aigate: end\n")],
                registers: sample),
            Example(
                "settings that deny it",
                files: [(".claude/settings.json", "{\"permissions\": {\"deny\": [\"Read(/**/customers/**)\"]}}\n")],
                registers: sample),
            Example("no agent's file", files: [("src/a.c", "int a;\n")], registers: sample),
            Example(
                "nothing that is prohibited", files: [(".cursorignore", "node_modules/\n")],
                registers: [("data.yml", "version: 1\n")]),
        ],
        since: "0.1.0")

    private static let sample = [
        ("data.yml", "version: 1\npaths:\n  - {match: [customers/], class: personal}\n")
    ]
    /// Of an ignore file, in bytes.
    private static let limit = 1 << 20

    static let register: Registers.Part? = .data

    private let agents: [String]

    init(_ settings: Settings) throws {
        let known = AgentIgnore.all.map(\.tool)
        for agent in settings.agents where !known.contains(agent) {
            throw SettingError(unknownKey(agent, known: known, what: "agent"))
        }
        agents = settings.agents
    }

    func findings(in facts: RangeFacts) throws -> [Finding] {
        var registers = facts.registers
        if case .changed(let after) = facts.dataAfter { registers.data = after }
        guard registers.data != nil else { return [] }
        return try AgentIgnore.all.flatMap { agent in
            let lines = agent.lines(registers, on: facts.today)
            return try agent.files.compactMap { file in
                guard let bytes = try facts.head.bytes(of: Path(file), limit: AgentIgnoreDrift.limit) else {
                    let isMissed = agents.contains(agent.tool) && !lines.isEmpty
                    return isMissed ? finding("absent", agent, file, .absent(agent, file)) : nil
                }
                switch agent.state(of: bytes, lines) {
                case .current: return nil
                case .outdated(let what): return finding("outdated", agent, file, .outdated(agent, file, what))
                case .unreadable(let why): return finding("unreadable", agent, file, .unreadable(file, why))
                }
            }
        }
    }

    private func finding(_ rule: String, _ agent: AgentIgnore, _ file: String, _ message: Message) -> Finding {
        Finding(
            rule: rule, at: Finding.Place(path: Path(file), line: 1), message,
            excerpt: Excerpt(line: "\(rule) \(agent.tool)"), fix: .export(agent))
    }
}

extension Message {
    fileprivate static func absent(_ agent: AgentIgnore, _ file: String) -> Message {
        "there is no \(file), and the policy asks that it keep \(agent.tool) from what it may not see"
    }

    fileprivate static func outdated(_ agent: AgentIgnore, _ file: String, _ what: String) -> Message {
        "\(file) does not keep \(agent.tool) from what the register of data keeps from it: \(what)"
    }

    fileprivate static func unreadable(_ file: String, _ why: String) -> Message {
        "\(file) cannot be held against the register of data: \(why)"
    }

    fileprivate static func export(_ agent: AgentIgnore) -> Message {
        "run 'aigate policy export --for \(agent.tool) --write' and commit the file"
    }
}
