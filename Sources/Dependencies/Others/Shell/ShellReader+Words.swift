// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension ShellReader {
    /// One word without its quotes, its variables filled in where they are known.
    mutating func readWord(close: UInt8?, depth: Int) -> ShellCommand.Word {
        var word = WordBuilder()
        while let byte = peek(), byte != close {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ";"),
                UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"):
                return word.word
            case UInt8(ascii: "<") where peek(1) == UInt8(ascii: "("),
                UInt8(ascii: ">") where peek(1) == UInt8(ascii: "("):
                substitution(skipping: 2, until: UInt8(ascii: ")"), into: &word, depth: depth)
            case UInt8(ascii: "<"), UInt8(ascii: ">"): return word.word
            case UInt8(ascii: "'"): quoted(into: &word)
            case UInt8(ascii: "\""): doubleQuoted(into: &word, depth: depth)
            default: piece(byte, into: &word, depth: depth)
            }
        }
        return word.word
    }

    /// A word in the making.
    struct WordBuilder {
        var text: [UInt8] = []
        var isWhole = true
        var inner: [ShellCommand] = []

        var word: ShellCommand.Word {
            var word = ShellCommand.Word(text.decoded)
            word.isWhole = isWhole
            word.inner = inner
            return word
        }
    }

    /// What means the same inside double quotes and outside.
    private mutating func piece(_ byte: UInt8, into word: inout WordBuilder, depth: Int) {
        let backtick = UInt8(ascii: "`")
        if byte == (dialect == .powershell ? backtick : UInt8(ascii: "\\")) {
            skip()
            // A line end that is escaped joins the lines.
            if peek() == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") { skip() }
            if let next = peek(), next != UInt8(ascii: "\n") { word.text.append(next) }
            skip()
        } else if byte == backtick {
            substitution(skipping: 1, until: backtick, into: &word, depth: depth)
        } else if byte == UInt8(ascii: "$") {
            expansion(into: &word, depth: depth)
        } else {
            word.text.append(byte)
            skip()
        }
    }

    private mutating func quoted(into word: inout WordBuilder) {
        skip()
        while let byte = peek(), byte != UInt8(ascii: "'") {
            word.text.append(byte)
            skip()
        }
        skip()
    }

    private mutating func doubleQuoted(into word: inout WordBuilder, depth: Int) {
        skip()
        while let byte = peek(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\"), let next = peek(1), !ShellReader.escapable.contains(next) {
                word.text.append(byte)
                skip()
            } else {
                piece(byte, into: &word, depth: depth)
            }
        }
        skip()
    }

    /// What a backslash escapes inside double quotes.
    private static let escapable = Array("$`\"\\\n".utf8)

    private mutating func substitution(
        skipping count: Int, until close: UInt8, into word: inout WordBuilder, depth: Int
    ) {
        skip(count)
        word.isWhole = false
        word.text += "$(…)".utf8
        // Deeper than any script goes: what follows is read as words of this one.
        guard depth < ShellReader.deepest else { return }
        word.inner += list(until: close, depth: depth + 1)
    }

    private mutating func expansion(into word: inout WordBuilder, depth: Int) {
        switch peek(1) {
        case UInt8(ascii: "(") where peek(2) == UInt8(ascii: "("):
            word.isWhole = false
            while let byte = peek(), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: ")") { skip() }
            while peek() == UInt8(ascii: ")") { skip() }
        case UInt8(ascii: "("): substitution(skipping: 2, until: UInt8(ascii: ")"), into: &word, depth: depth)
        case UInt8(ascii: "'"):
            skip()
            quoted(into: &word)
        case UInt8(ascii: "{"), .some(UInt8(ascii: "_")): variable(into: &word)
        case .some(let next) where next.isLetter: variable(into: &word)
        default:
            word.isWhole = word.isWhole && peek(1)?.isPadding ?? true
            word.text.append(UInt8(ascii: "$"))
            skip()
        }
    }

    /// `$name` or `${…}`, which never goes beyond the line.
    private mutating func variable(into word: inout WordBuilder) {
        let start = index
        skip()
        if peek() == UInt8(ascii: "{") {
            // GitHub's `${{ … }}` is as little known here as a variable.
            var open = 0
            while let byte = peek(), byte != UInt8(ascii: "\n") {
                open += byte == UInt8(ascii: "{") ? 1 : byte == UInt8(ascii: "}") ? -1 : 0
                skip()
                if open == 0 { break }
            }
        } else {
            while let byte = peek(), byte.isWord { skip() }
        }
        let (filled, isWhole) = ShellReader.placeholders.filled(bytes[start..<index].decoded) { variables[$0] }
        word.text += filled.utf8
        if !isWhole { word.isWhole = false }
    }

    private static let placeholders: Placeholders = [.braces, .bare, .defaults]
}
