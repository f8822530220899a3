// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What is left in files of a conversation with an AI tool, or of a merge: text that was meant for somebody else.
///
/// One check with a rule for each kind, so that a line of a policy silences one (`residue/chat: off`) or all of them.
struct Residue: CommitCheck {
    static let about = About(
        id: "residue",
        title: "Something was pasted in that is no part of the file",
        why: """
            An answer that is pasted whole brings along what was no code: a comment "... rest of the code \
            unchanged ..." where the code stood, marks of citations, fences, greetings, the envelope of a patch. \
            A file with conflict markers is what neither side wanted. Where such a comment replaces lines, code \
            was lost.
            """,
        fix: "Take it out, and put back what it stands for.",
        level: .warn,
        rules: [
            About.Rule("omission", "A comment says that code was left out"),
            About.Rule(
                "omission-replacing", "A comment says that code was left out, where at least three lines were removed"),
            About.Rule("conflict", "A marker of a merge conflict"),
            About.Rule("patch", "The envelope of a patch: SEARCH and REPLACE, *** Begin Patch"),
            About.Rule("citation", "A mark by which a chat cites its sources"),
            About.Rule("chat", "Words of a chat: a greeting, a hand-over, a model that speaks of itself"),
            About.Rule("fence", "A Markdown fence around code"),
            About.Rule("placeholder", "A placeholder where a credential is to stand"),
        ],
        examples: [
            Example(
                "a comment where code stood",
                before: [("a.js", "f()\ng()\nh()\ni()\n")],
                files: [("a.js", "f()\n// ... rest of the code unchanged ... 1️⃣\n")]),
            Example(
                "a merge that nobody finished",
                files: [("a.c", "<<<<<<< HEAD 1️⃣\nint a;\n=======\nint b;\n>>>>>>> topic\n")]),
            Example("a citation", files: [("README.md", "Use TLS :contentReference[oaicite:2]{index=2}. 1️⃣\n")]),
            Example("a fence around a file", files: [("a.py", "```python 1️⃣\nprint(1)\n``` 1️⃣\n")]),
            Example("a greeting", files: [("a.py", "# Sure! Here's the updated code: 1️⃣\nprint(1)\n")]),
            Example("an envelope", files: [("a.py", "*** Begin Patch 1️⃣\nprint(1)\n")]),
        ],
        clean: [
            Example(
                "prose about the rest", files: [("a.js", "// The rest of this function walks the tree.\nf()\n// ...\n")]
            ),
            Example(
                "a test of a merge tool",
                files: [("t/merge.sh", "cat >a <<EOF\n<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\nEOF\n")]),
            Example("a heading", files: [("a.rst", "Title\n=======\n")]),
            Example("a docstring", files: [("a.py", "\"\"\"\n```\nf()\n```\n\"\"\"\n")]),
        ],
        since: "0.1.0")

    static let words = ResidueKind.allCases.flatMap(\.words)

    /// By number of a word: what it is a sign of.
    private static let kinds = ResidueKind.allCases.flatMap { kind in kind.words.map { _ in kind } }

    init(_: NoSettings) {}

    func findings(in change: CommitChange) throws -> [Finding] {
        try change.occurrences(of: Residue.self).flatMap { hits in
            var file = try ResidueFile(hits, change.texts)
            let byKind = Dictionary(grouping: hits.hits) { Residue.kinds[$0.word] }
            return try ResidueKind.allCases.flatMap { kind in
                try kind.findings(at: (byKind[kind] ?? []).map(\.offset), in: &file)
            }
        }
    }
}

/// A kind of residue, and where to look closer.
enum ResidueKind: CaseIterable {
    case omission, marker, citation, chat, fence, placeholder

    /// In lower case; see `CommitCheck.words`.
    var words: [String] {
        switch self {
        case .omission: OmissionComment.words
        case .marker: MergeMarker.words
        case .citation: CitationToken.words
        case .chat: ChatPhrase.words
        case .fence: CodeFence.words
        case .placeholder: PlaceholderCredential.words
        }
    }

    /// `offsets`: of words, in the added text, in order.
    fileprivate func findings(at offsets: [Int], in file: inout ResidueFile) throws -> [Finding] {
        guard !offsets.isEmpty else { return [] }
        return switch self {
        case .omission: try file.omissions(at: offsets)
        case .marker: try file.markers(at: offsets)
        case .citation: file.citations(at: offsets)
        case .chat: try file.chats(at: offsets)
        case .fence: try file.fences(at: offsets)
        case .placeholder: file.placeholders(at: offsets)
        }
    }
}
