// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// AI took part in a change of files, or by a tool, of which the policy says that it must not.
struct AIForbidden: CommitCheck {
    static let about = About(
        id: "ai-forbidden",
        title: "AI took part where the policy forbids it",
        why: """
            Some code is kept from AI tools: for its class of data, for a contract, for want of anybody who could review \
            it, or because a tool has no approval (ai.use: forbid-ai). Evidence that nobody declared counts as much as a \
            declaration. Nothing is found unless the policy asks: it blocks.
            """,
        fix: "Have a person write the change anew without the tool, or have the policy's owner decide.",
        level: .block,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "a file of a folder kept from AI",
                message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n",
                files: [("src/a.c", "int a;\n"), ("crypto/key.c", "int k; 1️⃣\n")],
                policy: "ai: {use: [{mode: forbid-ai, paths: [crypto/]}]}"),
            Example(
                "a tool without approval, undeclared", committer: "Cursor Agent <cursoragent@cursor.com>",
                files: [("src/a.c", "int a; 1️⃣\n")], policy: "ai: {use: [{mode: forbid-ai, tools: [cursor]}]}"),
            Example(
                "a commit that changes no file", message: "Release\n\nAssisted-by: Claude:claude-opus-4-6 1️⃣\n",
                policy: "ai: {use: [{mode: forbid-ai}]}"),
        ],
        clean: [
            Example(
                "nobody forbids it", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n",
                files: [("crypto/key.c", "int k;\n")]),
            Example(
                "people alone", files: [("crypto/key.c", "int k;\n")],
                policy: "ai: {use: [{mode: forbid-ai, paths: [crypto/]}]}"),
            Example(
                "another folder", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n",
                files: [("src/a.c", "int a;\n")], policy: "ai: {use: [{mode: forbid-ai, paths: [crypto/]}]}"),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    /// One finding a file, of the first tool that may not touch it.
    func findings(in change: CommitChange) -> [Finding] {
        var found: Set<Path> = []
        return change.provenance.ai.tools.flatMap { tool -> [Finding] in
            let use = change.use(of: tool.id)
            guard use.forbidsAI else { return [] }
            let evidence = change.provenance.ai.evidence.first { $0.tool == tool.id }
            guard !use.forbidden.isEmpty else { return [inCommit(change.commit, tool, evidence)] }
            return use.forbidden.filter { found.insert($0.path).inserted }.map { inFile($0, tool, evidence) }
        }
    }

    private func inFile(_ file: ChangedFile, _ tool: AITool, _ evidence: AIEvidence?) -> Finding {
        var line: Int?
        if case .text(let text) = file.content { line = text.hunks.first { $0.newCount > 0 }?.newStart }
        return Finding(
            at: Finding.Place(path: file.path, line: line), .forbidden(tool.name, evidence),
            excerpt: Excerpt(line: "\(tool.id) \(file.status.rawValue)"), fix: .withoutAI)
    }

    private func inCommit(_ commit: Commit, _ tool: AITool, _ evidence: AIEvidence?) -> Finding {
        Finding(
            at: .message(evidence?.line), .forbidden(tool.name, evidence),
            excerpt: Excerpt(line: tool.id), fix: .withoutAI)
    }
}

extension Message {
    fileprivate static func forbidden(_ tool: String, _ evidence: AIEvidence?) -> Message {
        "\(tool) took part (\(.evidence(evidence))), and the policy keeps AI from here"
    }

    fileprivate static let withoutAI: Message =
        "have a person write it anew without the tool, or ask the policy's owner for a waiver"
}
