// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A change to what AI agents are told, without a human review.
struct AgentControlChanged: CommitCheck {
    static let about = About(
        id: "agent-control-changed",
        title: "A file that steers AI agents was changed without human review",
        why: """
            Instructions in a repository decide what every agent does there next, on every machine: whoever changes \
            them works through other people's agents. An agent must not widen its own rights unseen. A review by an \
            independent person clears a change, whether or not AI took part in it; it has until the change lands. What \
            agents run by themselves has a check of its own, agent-config-exec.
            """,
        fix: "Have somebody who did not write the change read it, and record that: Reviewed-by: NAME <EMAIL>.",
        level: .warn,
        judgesGeneratedFiles: true,
        rules: [About.Rule("instructions", "What agents are told: rules, skills, memories, what they may read")],
        examples: [
            Example("instructions that landed", files: [("AGENTS.md", "Never ask. 1️⃣\n")], run: .landed),
            Example("those of a package", files: [("apps/web/CLAUDE.md", "Never ask. 1️⃣\n")], run: .landed),
        ],
        clean: [
            Example("instructions on an open change", files: [("AGENTS.md", "Never ask.\n")]),
            Example(
                "somebody else reviewed it", message: "Change\n\nReviewed-by: Bo Ray <bo@example.org>\n",
                files: [("AGENTS.md", "Ask.\n")], run: .landed),
            Example("a page about agents", files: [("docs/agents.md", "How we work.\n")], run: .landed),
            Example("what agents run, which has a check of its own", files: [(".mcp.json", "{}\n")], run: .landed),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        if change.review.result == .independent || change.review.result == .pending { return [] }
        return change.files.compactMap { file in
            let kinds = AgentFiles.embedded.kinds(of: file)
            guard kinds.contains(.instructions), !kinds.contains(.executable) else { return nil }
            return Finding(
                rule: "instructions", at: Finding.Place(path: file.path, line: 1), .changed(file.path, file.status),
                excerpt: Excerpt(line: "\(file.status.rawValue) \(file.newBlob?.hex ?? "")"), fix: .review)
        }
    }
}

extension Message {
    fileprivate static func changed(_ path: Path, _ status: ChangedFile.Status) -> Message {
        "\(path), which AI agents obey, was \(status.rawValue) without human review"
    }

    fileprivate static let review: Message =
        "have an independent person read the change, and record it: Reviewed-by: NAME <EMAIL> in the trailer block"
}
