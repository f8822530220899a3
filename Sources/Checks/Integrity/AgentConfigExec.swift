// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Settings of agents and editors that run commands where the repository is opened.
struct AgentConfigExec: CommitCheck {
    static let about = About(
        id: "agent-config-exec",
        title: "Settings that run commands on everybody's machine were changed",
        why: """
            A committed hook, tool server, helper or task runs with the rights of whoever opens the repository, often \
            before they have read it; a switch in the same files lets agents act unasked, and an address sends their \
            prompts and keys elsewhere (CVE-2025-54135, CVE-2025-54136, CVE-2025-59536, CVE-2026-21852). It is shown \
            at once, for it runs where the change is checked out to be read. A review by an independent person clears \
            it: what is named by its key is then recorded.
            """,
        fix: "Have somebody who did not write the change read it, and record that: Reviewed-by: NAME <EMAIL>.",
        level: .warn,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("hook", "A command that agents run at an event"),
            About.Rule("server", "A tool server that agents start or call"),
            About.Rule("approval", "Agents no longer ask before they act"),
            About.Rule("address", "Prompts and keys go to another address"),
            About.Rule("helper", "A command that fetches keys, shows a status, tests or sets up"),
            About.Rule("task", "A task that runs when the folder is opened"),
            About.Rule("file", "Another change to what agents run by themselves: scripts, plug-ins, settings"),
        ],
        examples: AgentConfigExec.shown,
        clean: AgentConfigExec.harmless,
        since: "0.1.0")

    private let settings: GateSettings

    init(_ settings: GateSettings) { self.settings = settings }

    func findings(in change: CommitChange) throws -> [Finding] {
        if settings.aiOnly, !change.provenance.ai.isMarked { return [] }
        let isReviewed = change.review.result == .independent
        return try change.files.flatMap { file -> [Finding] in
            let isExecutable = AgentFiles.embedded.kinds(of: file).contains(.executable)
            guard isExecutable || AgentSettingsFile.isKnown(file.path) else { return [] }
            let keys = try AgentSettingsFile.addedKeys(of: file, change.texts)
            guard let keys, !keys.isEmpty else {
                return isExecutable && !isReviewed ? [whole(file, isRead: keys != nil)] : []
            }
            return AgentConfigExec.grouped(keys).map { key, line, more in
                Finding(
                    rule: key.rule.rawValue, at: Finding.Place(path: file.path, line: line ?? 1), .set(key, more: more),
                    excerpt: Excerpt(line: key.name), fix: .fix(key.rule), defaultLevel: isReviewed ? .monitor : .warn)
            }
        }
    }

    /// The hooks of a file as one: a tool that installs itself takes every event there is.
    private static func grouped(
        _ keys: [(key: AgentSettingsKeys.Key, line: Int?)]
    ) -> [(key: AgentSettingsKeys.Key, line: Int?, more: Int)] {
        let hooks = keys.filter { $0.key.rule == .hook }
        var isFirst = true
        return keys.compactMap { key, line in
            guard key.rule == .hook else { return (key, line, 0) }
            defer { isFirst = false }
            return isFirst ? (key, line, hooks.count - 1) : nil
        }
    }

    /// `isRead`: no key in it that runs something is new.
    private func whole(_ file: ChangedFile, isRead: Bool) -> Finding {
        Finding(
            rule: "file", at: Finding.Place(path: file.path, line: 1), .changed(file.path, file.status),
            excerpt: Excerpt(line: "\(file.status.rawValue) \(file.newBlob?.hex ?? "")"), fix: .review,
            defaultLevel: isRead || file.status == .deleted ? .monitor : .warn)
    }
}

extension Message {
    fileprivate static func set(_ key: AgentSettingsKeys.Key, more: Int) -> Message {
        switch key.rule {
        case .hook where more > 0: "\(key.name) and \(more) more make agents run commands by themselves"
        case .hook: "\(key.name) makes agents run a command by themselves"
        case .server: "\(key.name) is a server that agents start or call by themselves"
        case .approval: "\(key.name) lets agents act without asking"
        case .address: "\(key.name) sends what agents are given to another address"
        case .helper: "\(key.name) is a command that agents run by themselves"
        case .task: "\(key.name) runs a command when the folder is opened"
        }
    }

    fileprivate static func changed(_ path: Path, _ status: ChangedFile.Status) -> Message {
        "\(path), from which AI agents run commands by themselves, was \(status.rawValue) without human review"
    }

    fileprivate static func fix(_ rule: AgentSettingsKeys.Rule) -> Message {
        switch rule {
        case .approval, .address:
            "take it out: whoever wants it sets it in settings of their own, outside the repository"
        case .task: "take runOn out, so that people start the task themselves"
        case .hook, .server, .helper: review
        }
    }

    fileprivate static let review: Message =
        "have an independent person read the change, and record it: Reviewed-by: NAME <EMAIL> in the trailer block"
}
