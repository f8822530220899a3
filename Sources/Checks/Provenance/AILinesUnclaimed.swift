// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Line claims that leave more of a commit open than the policy allows.
struct AILinesUnclaimed: CommitCheck {
    static let about = About(
        id: "ai-lines-unclaimed",
        title: "Line claims cover less of the commit than the policy asks",
        why: """
            A note that says which lines an AI tool wrote is worth what it covers: claims are about sessions, and a rebase, \
            an amended commit or an editor beside the tool leaves added lines that nobody claims. Where the policy asks \
            for a share (ai.line-share), less makes line-level figures worthless. A commit without a note is not judged, \
            for notes are often not fetched and easily lost; therefore it warns.
            """,
        fix: "Write the note anew with the tool that made it, or declare the commit as a whole and drop the note.",
        level: .warn,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "half of the lines", message: "Add retry 1️⃣\n\nAssisted-by: Claude:claude-opus-4-6\n",
                files: [("a.c", "int a;\nint b;\n")], policy: "ai: {line-share: 80}",
                note: AILinesUnclaimed.note("a.c", "1"))
        ],
        clean: [
            Example(
                "all of them", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n",
                files: [("a.c", "int a;\nint b;\n")], policy: "ai: {line-share: 80}",
                note: AILinesUnclaimed.note("a.c", "1-2")),
            Example(
                "nobody asks", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n",
                files: [("a.c", "int a;\nint b;\n")], note: AILinesUnclaimed.note("a.c", "1")),
            Example(
                "no note", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n",
                files: [("a.c", "int a;\n")], policy: "ai: {line-share: 80}"),
        ],
        since: "0.1.0")

    /// A note of git-ai's by which Claude Code wrote lines of one file.
    static func note(_ path: String, _ lines: String) -> String {
        let session = "s_0a1b2c3d4e5f60"
        return """
            \(path)
              \(session)::t_99aabbccddeeff \(lines)
            ---
            {"schema_version": "authorship/3.0.0", "base_commit_sha": "", "prompts": {},
             "sessions": {"\(session)": {"agent_id": {"tool": "claude", "id": "1", "model": "claude-opus-4-6"}}}}
            """
    }

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        guard let share = change.aiPolicy.lineShare, change.provenance.ai.isMarked, let lines = change.provenance.lines,
            lines.added > 0, lines.covered * 100 < share * lines.added
        else { return [] }
        return [
            Finding(
                at: .message(1), .unclaimed(lines, share: share),
                fix: "write the note anew with the tool that made it, after the last amend or rebase")
        ]
    }
}

extension Message {
    fileprivate static func unclaimed(_ lines: LineClaims, share: Int) -> Message {
        let percent = lines.covered * 100 / max(1, lines.added)
        return
            "line claims cover \(lines.covered) of \(lines.added) added lines, \(percent) %; the policy asks for \(share) %"
    }
}
