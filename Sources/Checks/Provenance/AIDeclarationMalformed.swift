// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A declaration of AI use that says nothing, or says it in a form that nobody can read.
struct AIDeclarationMalformed: CommitCheck {
    static let about = About(
        id: "ai-declaration-malformed",
        title: "A declaration of AI use cannot be read",
        why: """
            A template that nobody filled in, an empty value, two identities in one trailer, a key that is one letter off \
            or a character that cannot be seen look like a declaration to a person and like nothing to a tool. What was \
            used stays unknown.
            """,
        fix: "Write one tool per trailer; 'aigate trailer TOOL --model MODEL' prints it.",
        level: .warn,
        examples: [
            Example("a template", message: "Add retry\n\nAssisted-by: AGENT_NAME:MODEL_VERSION 1️⃣\n"),
            Example("no value", message: "Add retry\n\nAssisted-by: 1️⃣\n"),
            Example("a slip in the key", message: "Add retry\n\nAsisted-by: Claude:claude-opus-4-6 1️⃣\n"),
            Example("a letter of another script", message: "Add retry\n\n\u{0410}ssisted-by: Claude Code 1️⃣\n"),
            Example("a space that cannot be seen", message: "Add retry\n\nAssisted-by: Cl\u{200B}aude Code 1️⃣\n"),
            Example(
                "the author's own address",
                message: "Add retry\n\nCo-authored-by: Claude <ann@example.org> 1️⃣\n"),
            Example(
                "the same trailer twice",
                message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\nAssisted-by: Claude:claude-opus-4-6 1️⃣\n"),
            Example(
                "an AI identity without its address",
                message: "Add retry\n\nCo-authored-by: OpenHands openhands@all-hands.dev 1️⃣\n"),
        ],
        clean: [
            Example("the kernel's form", message: "Add retry\n\nAssisted-by: Claude:claude-3-opus coccinelle sparse\n"),
            Example("a person helped", message: "Add retry\n\nAssisted-by: Waldek Maleska <weka@example.org>\n"),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        change.provenance.declarations.compactMap { declaration in
            guard let problem = declaration.problem else { return nil }
            let trailer = declaration.trailer
            return Finding(
                at: Finding.Place(line: trailer.line), .malformed(trailer.key, problem),
                excerpt: .trailer(trailer, tool: declaration.tool), fix: .rewrite)
        }
    }
}

extension Message {
    fileprivate static func malformed(_ key: String, _ problem: String) -> Message {
        "the trailer \(key) cannot be read as a declaration: \(problem)"
    }

    fileprivate static let rewrite: Message =
        "reword the commit: one tool per trailer, as 'aigate trailer TOOL --model MODEL' prints it"
}
