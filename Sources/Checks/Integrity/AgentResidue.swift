// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What an AI tool left behind, committed: transcripts, caches, somebody's own settings.
struct AgentResidue: CommitCheck {
    static let about = About(
        id: "agent-residue",
        title: "An AI tool's transcript or personal settings are committed",
        why: """
            Chat histories and session logs hold what was asked, pasted and printed: prompts, paths, now and then a key or \
            a customer's data. Local settings carry one person's permissions to everybody. Their vendors say themselves \
            that these files are not to be committed. What was pushed stays in the history, so it is worth a look before; \
            the files are told by name alone, so it warns.
            """,
        fix: "Take the file out of the commit, add it to .gitignore, and read what it held.",
        level: .warn,
        judgesGeneratedFiles: true,
        examples: [
            Example("a chat history", files: [(".aider.chat.history.md", "# aider chat started 1️⃣\n")]),
            Example(
                "personal settings, in a package of a monorepo",
                files: [("apps/web/.claude/settings.local.json", "{\"permissions\": {}} 1️⃣\n")]),
        ],
        clean: [
            Example("settings that a team shares", files: [(".claude/agents/review.md", "Review.\n")]),
            Example("what keeps it out", files: [(".crush/.gitignore", "*\n")]),
            Example("a similar name", files: [("docs/aider.chat.history.md", "How we chat.\n")]),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        let left = change.files.filter { file in
            // A folder's own .gitignore is what keeps the rest of it out.
            file.status != .deleted && !file.path.name.elementsEqual(".gitignore".utf8)
                && AgentFiles.embedded.kind(of: file.path) == .residue
        }
        return left.map { file in
            Finding(
                at: Finding.Place(path: file.path, line: 1), .left(file.path),
                excerpt: Excerpt(line: file.status.rawValue), fix: .takeOut)
        }
    }
}

extension Message {
    fileprivate static func left(_ path: Path) -> Message {
        "\(path) is what an AI tool leaves behind for one person, and not for the repository"
    }

    fileprivate static let takeOut: Message =
        "git rm --cached the file, add it to .gitignore, amend the commit; change any key that it held"
}
