// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A commit without any declaration, where the policy demands one of every commit.
struct AIDeclarationMissing: CommitCheck {
    static let about = About(
        id: "ai-declaration-missing",
        title: "The commit does not say whether AI was used",
        why: """
            AI use that left no trace cannot be found afterwards. Where every commit has to declare (ai.every-commit), \
            silence is no answer: somebody states that AI was used, or that it was not, and answers for it. Nothing is \
            found unless the policy asks, and who asks means it: therefore it blocks.
            """,
        fix:
            "Declare the tool, or that there was none: git commit --amend --only --no-edit --trailer 'AI-assisted: none'.",
        level: .block,
        judgesGeneratedFiles: true,
        examples: [
            Example("nothing is said", message: "Add retry 1️⃣\n", policy: "ai: {every-commit: true}"),
            Example(
                "a template says nothing", message: "Add retry 1️⃣\n\nAssisted-by: AGENT:MODEL\n",
                policy: "ai: {every-commit: true}"),
        ],
        clean: [
            Example("nobody demands it", message: "Add retry\n"),
            Example(
                "declared with AI", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n",
                policy: "ai: {every-commit: true}"),
            Example(
                "declared without", message: "Add retry\n\nAI-assisted: none\n", policy: "ai: {every-commit: true}"),
            Example(
                "the author is the agent", author: "Cursor Agent <cursoragent@cursor.com>",
                policy: "ai: {every-commit: true}"),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) throws -> [Finding] {
        guard change.aiPolicy.everyCommit, !isDeclared(change.provenance) else { return [] }
        let commit = change.commit
        if commit.id.isZero, commit.message.bytes.isEmpty { throw NotApplicable("the message is still to be written") }
        // What a merge joins has declared itself; only a merge with lines of its own is somebody's work.
        if commit.isMerge, change.files.isEmpty { return [] }
        return [
            Finding(
                at: .message(1), "the policy demands a declaration of every commit, and this one has none",
                fix: .declareEither(change))
        ]
    }

    private func isDeclared(_ provenance: CommitProvenance) -> Bool {
        provenance.ai.state == .declared || provenance.declarations.contains { $0.kind == .negative }
    }
}

extension Message {
    fileprivate static func declareEither(_ change: CommitChange) -> Message {
        "without AI: \(.declareNone(in: change)); with AI: \(change.aiPolicy.form.template)"
    }
}
