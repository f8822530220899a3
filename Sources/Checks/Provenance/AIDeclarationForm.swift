// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A tool that is declared, but not in the form that the policy asks for.
struct AIDeclarationForm: CommitCheck {
    static let about = About(
        id: "ai-declaration-form",
        title: "AI use is declared in another form than the policy's",
        why: """
            Tools write their own trailers, and each differently. Where the policy normalises (ai.use: normalise), one \
            form (ai.form) makes the history countable by anybody with git log. The use is declared all the same, so it \
            warns.
            """,
        fix: "Add the declaration in the policy's form; 'aigate trailer TOOL --model MODEL' prints it.",
        level: .warn,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "the tool's own trailer",
                message: "Add retry\n\nCo-authored-by: Claude <noreply@anthropic.com> 1️⃣\n",
                policy: "ai: {use: [{mode: normalise}]}"),
            Example(
                "one of two tools",
                message: """
                    Add retry

                    Assisted-by: GitHub-Copilot:gpt-5
                    Co-authored-by: Claude <noreply@anthropic.com> 1️⃣

                    """,
                policy: "ai: {use: [{mode: normalise}]}"),
            Example(
                "the author is the agent, and no trailer says so", message: "Add retry 1️⃣\n",
                author: "Cursor Agent <cursoragent@cursor.com>", policy: "ai: {use: [{mode: normalise}]}"),
        ],
        clean: [
            Example("nobody demands a form", message: "Add retry\n\nCo-authored-by: Claude <noreply@anthropic.com>\n"),
            Example(
                "the form of the policy, beside the tool's own",
                message: """
                    Add retry

                    Assisted-by: Claude:claude-opus-4-6
                    Co-authored-by: Claude <noreply@anthropic.com>

                    """,
                policy: "ai: {use: [{mode: normalise}]}"),
            Example(
                "an agent that the policy lists", message: "Add retry\n\nAssisted-by: Robo:m-1\n",
                author: "Robo <robo@example.org>",
                policy: "ai: {use: [{mode: normalise}], agents: [robo@example.org]}"),
            Example(
                "another form of the policy", message: "Add retry\n\nGenerated-by: Claude Code 2.1\n",
                policy: "ai: {use: [{mode: normalise}], form: generated-by}"),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        // What is not declared at all is another check's.
        guard change.provenance.ai.state == .declared else { return [] }
        let form = change.aiPolicy.form
        return change.provenance.ai.tools.compactMap { tool in
            let own = change.provenance.declarations.filter { declaration in
                // No catalogue knows the name of a listed agent.
                declaration.tool == tool.id
                    || (declaration.tool == nil && [AITool.unknown, AITool.listedAgent].contains(tool.id))
            }
            guard change.use(of: tool.id).modes.contains(.normalise),
                !change.provenance.ai.undeclared.contains(tool.id),
                !own.contains(where: { $0.problem == nil && form.matches($0.trailer) })
            else { return nil }
            let line = own.first?.trailer.line
            return Finding(
                at: .message(line), .otherForm(tool.name, form),
                excerpt: Excerpt(line: tool.id), fix: .declare(tool, in: change))
        }
    }
}

extension Message {
    fileprivate static func otherForm(_ tool: String, _ form: DeclarationForm) -> Message {
        "\(tool) is not declared in the policy's form, \(form.template)"
    }
}
