// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A trailer that names an AI tool, where the policy wants none.
struct AITrailerForbidden: CommitCheck {
    static let about = About(
        id: "ai-trailer-forbidden",
        title: "A trailer names an AI tool, and the policy forbids that",
        why: """
            Some projects keep the use of tools out of their history and record it elsewhere (ai.use: forbid-trailer). \
            Tools add such trailers by themselves, so it takes a gate. One path that demands a declaration outweighs all \
            that forbid it, for a trailer speaks for the whole commit. Nothing is found unless the policy asks: it blocks.
            """,
        fix: "Take the trailer out of the message, and switch it off in the tool's settings.",
        level: .block,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "the tool added itself",
                message: """
                    Add retry

                    Co-authored-by: Claude <noreply@anthropic.com> 1️⃣
                    Signed-off-by: Ann Lee <ann@example.org>

                    """,
                policy: "ai: {use: [{mode: forbid-trailer}]}"),
            Example(
                "one tool of two",
                message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\nMade-with: Cursor 1️⃣\n",
                policy: "ai: {use: [{mode: forbid-trailer, tools: [cursor]}]}"),
        ],
        clean: [
            Example("nobody forbids it", message: "Add retry\n\nCo-authored-by: Claude <noreply@anthropic.com>\n"),
            Example(
                "people", message: "Add retry\n\nCo-authored-by: Bo Ray <bo@example.org>\nAI-assisted: none\n",
                policy: "ai: {use: [{mode: forbid-trailer}]}"),
            Example(
                "another path of the commit demands it",
                message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n",
                files: [("src/a.c", "int a;\n"), ("docs/a.md", "a\n")],
                policy: "ai: {use: [{mode: forbid-trailer, paths: [docs/]}]}"),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        change.provenance.declarations.compactMap { declaration in
            switch declaration.kind {
            case .person, .negative: return nil
            case .placeholder where declaration.tool == nil: return nil
            case .structured, .freeText, .placeholder, .unreliable: break
            }
            let trailer = declaration.trailer
            guard change.use(of: declaration.tool ?? AITool.unknown).forbidsTrailer else { return nil }
            return Finding(
                at: .message(trailer.line), .forbidden(trailer.key),
                excerpt: .trailer(trailer, tool: declaration.tool), fix: .remove(trailer.key, change.commit))
        }
    }
}

extension Message {
    fileprivate static func forbidden(_ key: String) -> Message {
        "\(key) names an AI tool; the policy wants no such trailer"
    }

    fileprivate static func remove(_ key: String, _ commit: Commit) -> Message {
        guard !commit.id.isZero else { return "take the line \(key) out of the message" }
        let start: Message = commit.parents.isEmpty ? "--root" : "\(commit.id)^"
        return "git commit --amend --only (an older commit: git rebase -i \(start), then reword), and take out \(key)"
    }
}
