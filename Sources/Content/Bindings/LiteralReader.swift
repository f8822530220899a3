// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Reads literals: quoted texts of all common languages, and bare words.
struct LiteralReader {
    let text: UnsafeBufferPointer<UInt8>

    /// Longer values are data, not secrets that somebody assigned.
    static let limit = 8192
    /// The same without quotes, where every name of a line of settings has the rest of it for a value.
    private static let bareLimit = 2048

    struct Literal {
        var range: Range<Int>
        var value: [UInt8]
        /// Behind the closing quote.
        var end: Int
        var isPartial = false
    }

    /// The quoted text that begins here, joined with those that are added to it; nil where none begins.
    func quoted(at start: Int) -> Literal? {
        guard var literal = piece(at: start) else { return nil }
        while let next = continuation(after: literal.end) {
            switch next {
            case .literal(let piece):
                literal.value += piece.value
                literal.range = literal.range.lowerBound..<piece.range.upperBound
                literal.end = piece.end
            case .computed:
                literal.isPartial = true
                return literal
            }
            if literal.end - start > LiteralReader.limit { break }
        }
        return literal
    }

    private enum Continuation {
        case literal(Literal)
        case computed
    }

    /// What is joined to a text: `+`, `.`, `..`, `&`, `<>`, a line that goes on, or a text right behind.
    private func continuation(after end: Int) -> Continuation? {
        var index = skip(from: end, lines: true)
        guard index < text.count else { return nil }
        let isNear = index > end
        switch text[index] {
        case UInt8(ascii: "+"), UInt8(ascii: "&"), UInt8(ascii: "."):
            let sign = text[index]
            index += 1
            // `"a".b()` is a call, `"a" . "b"` joins.
            if sign == UInt8(ascii: "."), index < text.count, text[index].isAlphanumeric { return nil }
            if index < text.count, text[index] == sign { index += 1 }
            index = skip(from: index, lines: true)
            if let piece = piece(at: index) { return .literal(piece) }
            return sign == UInt8(ascii: "+") ? .computed : nil
        case UInt8(ascii: "\\"):
            index = skip(from: index + 1, lines: true)
            return piece(at: index).map { .literal($0) }
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            // Texts side by side are one in C and Python; in a shell only without a blank, which is rare.
            guard isNear, text[index] == text[end - 1] else { return nil }
            return piece(at: index).map { .literal($0) }
        default: return nil
        }
    }

    /// One quoted text, with the prefix that its language has: b"", @"", $'', L"".
    private func piece(at start: Int) -> Literal? {
        var index = start
        while index < text.count, index - start < 3, LiteralReader.isPrefix(text[index]) { index += 1 }
        guard index < text.count else { return nil }
        if text[index] == UInt8(ascii: "\\"), index + 1 < text.count, text[index + 1].isQuote {
            return body(from: index + 2, quote: [UInt8(ascii: "\\"), text[index + 1]])
        }
        if text[index...].starts(with: "&quot;".utf8) { return body(from: index + 6, quote: Array("&quot;".utf8)) }
        guard text[index].isQuote else { return nil }
        let quote = text[index]
        if index + 2 < text.count, text[index + 1] == quote, text[index + 2] == quote {
            return body(from: index + 3, quote: [quote, quote, quote])
        }
        return body(from: index + 1, quote: [quote])
    }

    private static func isPrefix(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "r"), UInt8(ascii: "R"), UInt8(ascii: "u"),
            UInt8(ascii: "U"),
            UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "L"), UInt8(ascii: "N"), UInt8(ascii: "S"),
            UInt8(ascii: "@"), UInt8(ascii: "$"),
            UInt8(ascii: "#"):
            true
        default: false
        }
    }

    /// To the closing quote; on one line, but for texts that may hold line ends, of which the first line counts.
    private func body(from start: Int, quote: [UInt8]) -> Literal? {
        var value: [UInt8] = []
        var index = start
        let spansLines = quote.count == 3 || quote == [UInt8(ascii: "`")]
        if spansLines, index < text.count, text[index].isLineEnd { index = skip(from: index, lines: true) }
        let first = index
        while index < text.count, index - first <= LiteralReader.limit {
            let byte = text[index]
            if byte == quote[0], text[index...].starts(with: quote) {
                return Literal(range: first..<index, value: value, end: index + quote.count)
            }
            if byte.isLineEnd {
                guard spansLines, !value.isEmpty else { return nil }
                return Literal(range: first..<index, value: value, end: index)
            }
            if byte == UInt8(ascii: "\\"), quote[0] != UInt8(ascii: "\\"), index + 1 < text.count,
                !text[index + 1].isLineEnd
            {
                // Of escapes only those of signs are resolved: what a value is made of stays as it was written.
                if text[index + 1].isAlphanumeric { value.append(byte) }
                value.append(text[index + 1])
                index += 2
                continue
            }
            value.append(byte)
            index += 1
        }
        return nil
    }

    /// The word from here to a byte that ends it, without the blanks at its end; nil where it would be empty.
    func bare(at start: Int, until ends: (UInt8) -> Bool) -> Literal? {
        var end = start
        while end < text.count, end - start <= LiteralReader.bareLimit, !text[end].isLineEnd, !ends(text[end]) {
            end += 1
        }
        let stop = end
        while end > start, text[end - 1].isBlank { end -= 1 }
        guard end > start, stop - start <= LiteralReader.bareLimit else { return nil }
        return Literal(range: start..<end, value: Array(text[start..<end]), end: stop)
    }

    /// The first byte that is no blank; with `lines` also over line ends, of which there may be two.
    func skip(from start: Int, lines: Bool = false) -> Int {
        var index = start
        var ends = 0
        while index < text.count {
            if text[index].isBlank || (lines && text[index] == 0x0D) {
                index += 1
                continue
            }
            if lines, text[index] == 0x0A, ends < 2 {
                ends += 1
                index += 1
                continue
            }
            break
        }
        return index
    }
}
