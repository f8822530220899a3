// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Strings whose closer stands in their opener.
extension Lexer {
    /// A quote behind a prefix: `R"delimiter( )delimiter"`, the delimiter of at most 16 bytes (C++, [lex.string]).
    mutating func cppRaw() {
        let delimiter = text[(index + 1)..<end].prefix(17).prefix { $0 != UInt8(ascii: "(") }
        guard delimiter.count <= 16,
            !delimiter.contains(where: { SourceLines.isBlank($0) || $0 == UInt8(ascii: "\"") }),
            byte(1 + delimiter.count) == UInt8(ascii: "(")
        else { return }
        longText(
            .string, opener: delimiter.count + 2, closer: [UInt8(ascii: ")")] + delimiter + [UInt8(ascii: "\"")])
    }

    /// Behind an `r`: `#" "#`, with any number of `#`, or none.
    mutating func rustRaw() {
        let hashes = count(of: UInt8(ascii: "#"), at: 0)
        guard byte(hashes) == UInt8(ascii: "\"") else { return }
        longText(
            .string, opener: hashes + 1,
            closer: [UInt8(ascii: "\"")] + [UInt8](repeating: UInt8(ascii: "#"), count: hashes))
    }

    /// `#" "#`, `##""" """##`: code inside begins with as many `#`.
    mutating func swiftRaw() -> Bool {
        let hashes = count(of: UInt8(ascii: "#"), at: 0)
        guard byte(hashes) == UInt8(ascii: "\"") else {
            // No string begins behind any of them.
            index += hashes
            isLineStart = false
            return true
        }
        let isLong = byte(hashes + 1) == UInt8(ascii: "\"") && byte(hashes + 2) == UInt8(ascii: "\"")
        let marks = [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
        let closer = [UInt8](repeating: UInt8(ascii: "\""), count: isLong ? 3 : 1) + marks
        let hole = Syntax.Hole([UInt8(ascii: "\\")] + marks + [UInt8(ascii: "(")])
        string(
            Syntax.Quote(opener: [], closer: closer, .none, spansLines: isLong, hole: hole), opener: closer.count)
        return true
    }

    /// `@" "` with doubled quotes, `@$" "` too.
    mutating func csharpVerbatim() -> Bool {
        let distance = byte(1) == UInt8(ascii: "$") ? 2 : 1
        guard byte(distance) == UInt8(ascii: "\"") else { return false }
        let quote = [UInt8(ascii: "\"")]
        string(Syntax.Quote(opener: quote, closer: quote, .doubled, spansLines: true), opener: distance + 1)
        return true
    }

    /// Three quotes or more, closed by as many. Nobody needs more than sixteen.
    mutating func csharpRaw() -> Bool {
        let quotes = count(of: UInt8(ascii: "\""), at: 0, limit: 16)
        guard quotes >= 3 else { return false }
        longText(.string, opener: quotes, closer: [UInt8](repeating: UInt8(ascii: "\""), count: quotes))
        return true
    }

    mutating func longString() -> Bool {
        guard let closer = longBracket(after: 0) else { return false }
        longText(.string, opener: closer.count, closer: closer)
        return true
    }

    /// `@"` at the end of a line, to `"@` at the beginning of one (PowerShell).
    mutating func hereString() -> Bool {
        guard let quote = byte(1), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            byte(2) == UInt8(ascii: "\n") || byte(2) == UInt8(ascii: "\r")
        else { return false }
        longText(.string, opener: 2, closer: [UInt8(ascii: "\n"), quote, UInt8(ascii: "@")])
        return true
    }

    /// `$tag$ $tag$`, the tag of at most 63 bytes (PostgreSQL, 4.1.2.4).
    mutating func dollarText() -> Bool {
        let tag = text[(index + 1)..<end].prefix(64).prefix(while: Syntax.isWord)
        guard byte(1 + tag.count) == UInt8(ascii: "$"), !(tag.first.map { (0x30...0x39).contains($0) } ?? false) else {
            return false
        }
        let marks = [UInt8(ascii: "$")] + tag + [UInt8(ascii: "$")]
        return closedText(.dollarTexts, opener: marks.count, closer: marks)
    }

    /// `{tag| |tag}` (OCaml, quoted strings).
    mutating func braceText() -> Bool {
        let tag = text[(index + 1)..<end].prefix(64).prefix { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
        guard byte(1 + tag.count) == UInt8(ascii: "|") else { return false }
        return closedText(
            .braceTexts, opener: tag.count + 2, closer: [UInt8(ascii: "|")] + tag + [UInt8(ascii: "}")])
    }

    /// A text that counts only when it is closed: its opener may be something else. Once one was not, no other is
    /// tried.
    private mutating func closedText(_ feature: Syntax.Features, opener: Int, closer: [UInt8]) -> Bool {
        guard !failed.contains(feature) else { return false }
        let before = (index, lineStart, isLineStart)
        longText(.string, opener: opener, closer: closer)
        guard runs.last?.closer == 0 else { return true }
        runs.removeLast()
        (index, lineStart, isLineStart) = before
        failed.insert(feature)
        return false
    }

    /// How often a byte stands side by side, so far from here.
    func count(of byte: UInt8, at distance: Int, limit: Int = .max) -> Int {
        var count = 0
        while count < limit, self.byte(distance + count) == byte { count += 1 }
        return count
    }
}
