// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Evidence of AI in a commit that does not declare it.
struct AIUndeclared: CommitCheck {
    static let about = About(
        id: "ai-undeclared",
        title: "AI took part, but no trailer says so",
        why: """
            Whoever reviews or audits a change later must be able to see that a tool helped. An identity or a line in the \
            body is easily lost in a squash and is read by no other tool; a trailer stays and can be counted. One declared \
            tool does not speak for another. Not judged where the policy forbids trailers or AI (ai.use).
            """,
        fix: "Declare the tool in a trailer: git commit --amend --no-edit --trailer \"Assisted-by: TOOL:MODEL\".",
        level: .warn,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "an agent committed what a person is said to have written",
                message: "Add retry 1️⃣\n\nRetries three times.\n", committer: "Cursor Agent <cursoragent@cursor.com>"),
            Example(
                "the body names the tool, no trailer does",
                message: "Add retry\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code) 1️⃣\n"),
            Example(
                "one tool is declared, another took part",
                message: "Add retry 1️⃣\n\nAssisted-by: GitHub-Copilot:gpt-5\n",
                committer: "Cursor Agent <cursoragent@cursor.com>"),
        ],
        clean: [
            Example(
                "the policy wants no trailers",
                message: "Add retry\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)\n",
                policy: "ai: {use: [{mode: forbid-trailer}]}"),
            Example("a trailer declares it", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n"),
            Example("nobody but people", message: "Add retry\n\nReviewed-by: Bo Ray <bo@example.org>\n"),
            Example("a person named Claude", author: "Claude Warren <claude@apache.org>"),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        let ai = change.provenance.ai
        let undeclared = ai.undeclared.filter { change.use(of: $0).demandsTrailer }
        guard let evidence = ai.evidence.first(where: { undeclared.contains($0.tool) }) else { return [] }
        let tool = ai.tools.first { $0.id == evidence.tool }
        return [
            Finding(
                at: .message(evidence.line), .undeclared(tool?.name ?? evidence.tool, evidence.source),
                excerpt: Excerpt(line: "\(evidence.tool) \(evidence.source.rawValue)"), fix: .declare(tool, in: change))
        ]
    }
}

extension Message {
    fileprivate static func undeclared(_ tool: String, _ source: AIEvidence.Source) -> Message {
        switch source {
        case .committer: "the committer is \(tool), but no trailer declares its use"
        case .author: "the author is \(tool), but no trailer declares its use"
        case .body: "the message names \(tool), but no trailer declares its use"
        case .trailer: "a trailer names \(tool), but none declares its use"
        case .note: "a git note says that \(tool) wrote lines of this commit, but no trailer declares its use"
        case .branch: "the branch names \(tool), but no trailer declares its use"
        }
    }
}
