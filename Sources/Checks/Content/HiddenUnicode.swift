// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Characters that make text read other than it is.
struct HiddenUnicode: CommitCheck {
    static let about = About(
        id: "hidden-unicode",
        title: "Characters that hide or reorder text",
        why: """
            Bidirectional controls show code in another order than it runs (Trojan Source, CVE-2021-42574). Tag characters \
            and supplementary variation selectors have no glyph and carry hidden instructions or code.
            """,
        fix: "Remove the character, or write it as an escape of the language.",
        controls: ["iso27001/A.8.28@2022", "iso27001/A.8.7@2022"],
        level: .block,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("bidi", "A bidirectional embedding, override or isolate"),
            About.Rule("tag", "A tag character outside an emoji flag"),
            About.Rule("variation-selector", "A supplementary variation selector"),
            About.Rule("payload", "Four or more characters without a glyph side by side"),
        ],
        examples: [
            Example("an override in a string", files: [("a.py", "access = 'user\u{202E}' 1️⃣\nprint(access)\n")]),
            Example("tag characters spell an instruction", files: [("AGENTS.md", "Be kind.\u{E0069}\u{E0067} 1️⃣\n")]),
            Example("an override in a message", message: "Add retry\n\nSafe \u{202E}reverof 1️⃣\n"),
            Example("a payload in variation selectors", files: [("a.js", "x\n\u{E0101}\u{E0102} 1️⃣\n")]),
            Example(
                "a payload in zero-width characters",
                files: [("a.js", "const key = '\u{200B}\u{200C}\u{200B}\u{2060}\u{FE0F}' 1️⃣\n")]),
        ],
        clean: [
            Example("the flag of England", files: [("a.md", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}\n")]),
            Example("accents, emoji and other scripts", files: [("a.md", "é 日本 👩‍💻 ❤️‍🔥 שלום می‌خواهم\n")]),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        change.files.flatMap { inName(of: $0) + inContent(of: $0) } + inMessage(change.commit.message)
    }

    private func inContent(of file: ChangedFile) -> [Finding] {
        guard case .text(let text) = file.content else { return [] }
        let hits = HiddenCharacters.find(in: text.addedText)
        guard !hits.isEmpty else { return [] }
        let lines = LineIndex(text)
        return hits.map { hidden in
            let position = lines.position(at: hidden.offset)
            return Finding(
                rule: hidden.rule, at: Finding.Place(path: file.path, line: position.line, column: position.column),
                .hidden(hidden.scalar, more: hidden.more), excerpt: Excerpt(line: lines.text(at: hidden.offset)), fix: .remove)
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
                    rule: hidden.rule, at: Finding.Place(path: file.path, line: 1), .hiddenInName(hidden.scalar),
                    excerpt: Excerpt(line: text), fix: .rename)
            }
        }
    }

    private func inMessage(_ message: CommitMessage) -> [Finding] {
        let text = Array(message.text.utf8)
        return HiddenCharacters.find(in: text).map { hidden in
            let line = text[..<hidden.offset].count { $0 == UInt8(ascii: "\n") } + 1
            return Finding(
                rule: hidden.rule, at: Finding.Place(line: line), .hidden(hidden.scalar, more: hidden.more),
                fix: .reword)
        }
    }
}

extension Message {
    fileprivate static func hidden(_ scalar: Unicode.Scalar, more: Int) -> Message {
        let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
        let name = scalar.properties.name ?? "unnamed"
        return more == 0
            ? "\(code) \(name) hides or reorders text"
            : "\(code) \(name) and \(more) more of its kind on this line hide or reorder text"
    }

    fileprivate static func hiddenInName(_ scalar: Unicode.Scalar) -> Message {
        "\(hidden(scalar, more: 0)) in the name of a file or the target of a link"
    }

    fileprivate static let rename: Message = "rename the file, or point the link elsewhere"
    fileprivate static let reword: Message = "reword the commit without the character"
    fileprivate static let remove: Message = "remove the character, or write it as an escape of the language"
}
