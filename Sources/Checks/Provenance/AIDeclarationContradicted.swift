// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A commit that says it was made without AI, and shows that it was not.
struct AIDeclarationContradicted: CommitCheck {
    static let about = About(
        id: "ai-declaration-contradicted",
        title: "Declared without AI, but evidence says otherwise",
        why: """
            A wrong declaration is worse than none: reviewers skip what they would have read twice. Most are templates \
            with a fixed line, some are an agent's. Which of the two is wrong, a person has to say, so it warns.
            """,
        fix: "Declare the tool, or find out why the evidence is wrong and remove that.",
        level: .warn,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "a co-author says it",
                message: "Add retry\n\nAI-assisted: none 1️⃣\nCo-authored-by: Claude <noreply@anthropic.com>\n"),
            Example(
                "a note says it", message: "Add retry\n\nAI-assisted: none 1️⃣\n", files: [("a.c", "int a;\n")],
                note: AILinesUnclaimed.note("a.c", "1")),
            Example(
                "the committer says it", message: "Add retry\n\nAssisted-by: none 1️⃣\n",
                committer: "Cursor Agent <cursoragent@cursor.com>"),
        ],
        clean: [
            Example("nothing speaks against it", message: "Add retry\n\nAI-assisted: none\n"),
            Example("AI use is declared", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n"),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        let ai = change.provenance.ai
        guard ai.isMarked, let negative = change.provenance.declarations.first(where: { $0.kind == .negative }) else {
            return []
        }
        let evidence = ai.evidence.first
        let tool = ai.tools.first { $0.id == evidence?.tool }
        let trailer = negative.trailer
        return [
            Finding(
                at: .message(trailer.line), .contradicted(trailer.key, tool?.name ?? "a tool", evidence),
                excerpt: .trailer(trailer, tool: "none"), fix: .settle(tool, in: change))
        ]
    }
}

extension Message {
    fileprivate static func contradicted(_ key: String, _ tool: String, _ evidence: AIEvidence?) -> Message {
        "\(key) says that no AI was used, but \(tool) took part (\(.evidence(evidence)))"
    }

    fileprivate static func settle(_ tool: AITool?, in change: CommitChange) -> Message {
        "take the line out, and declare the tool: \(.declare(tool, in: change))"
    }
}
