// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Characters that make text read other than it is.
struct HiddenUnicode: CommitCheck {
    static let about = About(
        id: "hidden-unicode",
        title: "Characters that hide or reorder text",
        why: """
            Bidirectional controls show code in another order than it runs (Trojan Source, CVE-2021-42574). Tag \
            characters and supplementary variation selectors have no glyph and carry hidden instructions or \
            code, and so do long runs of characters without width. One such character in a name makes another \
            name that looks the same; a letter of another script does it too. In files that steer AI agents each \
            of them is an instruction that nobody reads. What languages and emoji need is left alone.
            """,
        fix: "Remove the character, or write it as an escape of the language.",
        level: .block,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("bidi", "A bidirectional embedding, override or isolate"),
            About.Rule("tag", "A tag character outside an emoji flag"),
            About.Rule("variation-selector", "A supplementary variation selector"),
            About.Rule("payload", "Four or more characters without a glyph side by side"),
            About.Rule("zero-width", "A space, joiner or mark without width, where no script and no emoji needs it"),
            About.Rule("invisible", "A filler, a soft hyphen, a mark of direction, a variation selector out of place"),
            About.Rule("mixed-script", "A word of code that mixes letters which look alike"),
            About.Rule("control", "A control character, a line separator, a noncharacter"),
            About.Rule("private-use", "Three or more private characters side by side"),
        ],
        examples: [
            Example("an override in a string", files: [("a.py", "access = 'user\u{202E}' 1️⃣\nprint(access)\n")]),
            Example("tag characters spell an instruction", files: [("AGENTS.md", "Be kind.\u{E0069}\u{E0067} 1️⃣\n")]),
            Example("an override in a message", message: "Add retry\n\nSafe \u{202E}reverof 1️⃣\n"),
            Example("a payload in variation selectors", files: [("a.js", "x\n\u{E0101}\u{E0102} 1️⃣\n")]),
            Example(
                "a payload in zero-width characters",
                files: [("a.js", "const key = '\u{200B}\u{200C}\u{200B}\u{2060}\u{FE0F}' 1️⃣\n")]),
            Example("a name with a space in it", files: [("a.js", "if (isAd\u{200B}min) { run() } 1️⃣\n")]),
            Example("a name of two scripts", files: [("a.py", "def is\u{0410}dmin(): 1️⃣\n    pass\n")]),
            Example("a filler that is a name", files: [("a.js", "const { t, \u{3164} } = q 1️⃣\n")]),
        ],
        clean: [
            Example(
                "the flag of England",
                files: [("a.md", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}\n")]),
            Example("accents, emoji and other scripts", files: [("a.md", "é 日本 👩‍💻 ❤️‍🔥 שלום می‌خواهم\n")]),
            Example("a byte order mark", files: [("a.cs", "\u{FEFF}using System;\n")]),
            Example(
                "formulas and other languages", files: [("a.py", "Δx = μ * λs  # Привет, world\ns = '\\nПривет'\n")]),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) throws -> [Finding] {
        try change.files.flatMap { inName(of: $0) + (try inContent(of: $0, change.texts)) }
            + inMessage(change.commit.message)
    }

    private func inContent(of file: ChangedFile, _ texts: ChangeTexts) throws -> [Finding] {
        guard case .text(let text) = file.content else { return [] }
        let hits = HiddenCharacters.find(in: text.addedText, mayHaveMark: text.hunks.first?.newStart == 1)
        guard !hits.isEmpty else { return [] }
        let lines = LineIndex(text)
        var context = try HiddenContext(file, text, texts)
        return try hits.compactMap { hidden in
            let position = lines.position(at: hidden.range.lowerBound)
            let line = lines.text(at: hidden.range.lowerBound)
            guard
                let level = try context.level(
                    of: hidden, on: position.line, column: position.column, length: line.count)
            else { return nil }
            let payload =
                HiddenPayload.rules.contains(hidden.rule)
                ? HiddenPayload.shown(in: text.addedText, from: hidden.range.lowerBound) : nil
            return Finding(
                rule: hidden.rule, at: Finding.Place(path: file.path, line: position.line, column: position.column),
                payload.map { "\(Message.hidden(hidden)): it decodes to \"\($0)\"" } ?? .hidden(hidden),
                excerpt: Excerpt(line: line.prefix(ResidueFile.shownBytes)), fix: .remove, defaultLevel: level)
        }
    }

    /// The name that a change gives a file, and the target of a link.
    private func inName(of file: ChangedFile) -> [Finding] {
        guard file.status != .deleted else { return [] }
        var texts = file.status == .modified ? [] : [file.path.bytes]
        if case .symlink(let target) = file.content { texts.append(target) }
        return texts.flatMap { text in
            HiddenCharacters.find(in: text).map { hidden in
                Finding(
                    rule: hidden.rule, at: Finding.Place(path: file.path, line: 1), .hiddenInName(hidden),
                    excerpt: Excerpt(line: text), fix: .rename, defaultLevel: hidden.levelInName)
            }
        }
    }

    private func inMessage(_ message: CommitMessage) -> [Finding] {
        let text = Array(message.text.utf8)
        return HiddenCharacters.find(in: text).map { hidden in
            let line = text[..<hidden.range.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
            return Finding(
                rule: hidden.rule, at: Finding.Place(line: line), .hidden(hidden), fix: .reword,
                defaultLevel: hidden.isGrave ? nil : .monitor)
        }
    }
}

extension Message {
    fileprivate static func hidden(_ hit: HiddenCharacters.Hit) -> Message {
        switch hit.rule {
        case "mixed-script":
            "\(name(hit.scalar)) stands among Latin letters, which it looks like\(others(hit))"
        case "control", "private-use": "\(name(hit.scalar)) has no meaning in a text that is shared\(others(hit))"
        default: "\(name(hit.scalar)) hides or reorders text\(others(hit))"
        }
    }

    private static func others(_ hit: HiddenCharacters.Hit) -> Message {
        hit.more == 0 ? "" : " (and \(hit.more) more of its kind on this line)"
    }

    private static func name(_ scalar: Unicode.Scalar) -> Message {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
        return "U+\(padded) \(scalar.properties.name ?? scalar.properties.nameAlias ?? "unnamed")"
    }

    fileprivate static func hiddenInName(_ hit: HiddenCharacters.Hit) -> Message {
        "\(hidden(hit)) in the name of a file or the target of a link"
    }

    fileprivate static let rename: Message = "rename the file, or point the link elsewhere"
    fileprivate static let reword: Message = "reword the commit without the character"
    fileprivate static let remove: Message = "remove the character, or write it as an escape of the language"
}
