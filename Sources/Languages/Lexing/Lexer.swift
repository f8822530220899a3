// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Walks through a text once and notes its comments and strings.
///
/// Each byte is looked at a bounded number of times, whatever the text: what searches ahead either takes what it has
/// passed, or is not tried again.
struct Lexer {
    /// A string with code inside it, which goes on where the brackets balance.
    private struct OpenHole {
        let quote: Syntax.Quote
        let hole: Syntax.Hole
        var depth = 1
    }

    let text: [UInt8]
    let syntax: Syntax
    let end: Int
    var index: Int
    var runs: [SourceLines.Run] = []
    /// Where the line that is being read begins.
    var lineStart: Int
    /// Only blanks have been read of it.
    var isLineStart = true
    /// What a search ahead has failed for: it is not tried again.
    var failed: Syntax.Features = []
    /// No regular expression begins before here.
    var noRegexBefore = 0
    var pendingHeredocs: [ArraySlice<UInt8>] = []
    /// Where the last line stands that could end a here document, by its word; nil until one is asked for.
    var terminators: [ArraySlice<UInt8>: Int]?
    /// The indentation beyond which a block scalar's lines stand, when one begins on the next line.
    var pendingScalar: Int?
    /// A closing tag ended the code.
    var isClosed = false
    private var holes: [OpenHole] = []

    /// Code in strings in code ...: beyond so many, all is string.
    private static let deepest = 200

    init(_ text: [UInt8], _ syntax: Syntax, _ range: Range<Int>) {
        self.text = text
        self.syntax = syntax
        index = range.lowerBound
        lineStart = range.lowerBound
        end = range.upperBound
    }

    mutating func run() {
        while index < end, !isClosed {
            switch syntax.roles[Int(text[index])] {
            case .blank: index += 1
            case .lineEnd: endLine()
            case .word: word()
            case .mark: if !mark() { other() }
            case .other: other()
            }
        }
    }

    /// True when the bytes stand at an offset, by default here.
    func stands(_ bytes: [UInt8], at offset: Int? = nil) -> Bool {
        let offset = offset ?? index
        guard bytes.count <= end - offset else { return false }
        for position in bytes.indices where text[offset + position] != bytes[position] { return false }
        return true
    }

    /// The byte so far from here; nil beyond the text.
    func byte(_ distance: Int) -> UInt8? {
        let offset = index + distance
        return offset >= 0 && offset < end ? text[offset] : nil
    }

    mutating func add(_ kind: SourceLines.Kind, from start: Int, opener: Int = 0, closer: Int = 0) {
        isLineStart = isLineStart && kind == .comment
        runs.append(SourceLines.Run(kind, start..<index, opener: opener, closer: closer))
    }

    private mutating func endLine() {
        index += 1
        lineStart = index
        isLineStart = true
        if let first = holes.firstIndex(where: { !$0.quote.spansLines }) { holes.removeSubrange(first...) }
        if !pendingHeredocs.isEmpty { heredocs() }
        if let indent = pendingScalar { blockScalar(beyond: indent) }
    }

    /// A byte of code that opens nothing; a bracket may close a hole.
    private mutating func other() {
        let byte = text[index]
        index += 1
        isLineStart = false
        guard let last = holes.indices.last else { return }
        if byte == holes[last].hole.close {
            holes[last].depth -= 1
            guard holes[last].depth == 0 else { return }
            let quote = holes.removeLast().quote
            index -= 1
            string(quote, opener: 1)
        } else if byte == holes[last].hole.open {
            holes[last].depth += 1
        }
    }

    private mutating func word() {
        let start = index
        passWord()
        if syntax.features.contains(.digitQuotes), (0x30...0x39).contains(text[start]) {
            while byte(0) == UInt8(ascii: "'"), let next = byte(1), Syntax.isWord(next) {
                index += 1
                passWord()
            }
        }
        let wasLineStart = isLineStart
        isLineStart = false
        if !syntax.features.isDisjoint(with: .ofWords) { wordFeatures(from: start, beginsLine: wasLineStart) }
    }

    private mutating func passWord() {
        let hasPrimes = syntax.features.contains(.primes)
        while index < end, Syntax.isWord(text[index]) || (hasPrimes && text[index] == UInt8(ascii: "'")) { index += 1 }
    }

    /// A string from here on; `opener`: bytes that open it. It ends here too when code begins inside it.
    mutating func string(_ quote: Syntax.Quote, opener: Int) {
        let start = index
        index += opener
        let first = quote.closer.first
        let hole = holes.count < Lexer.deepest ? quote.hole : nil
        while index < end {
            let byte = text[index]
            if byte == first, stands(quote.closer) {
                let isDoubled = quote.escape == .doubled && stands(quote.closer, at: index + quote.closer.count)
                index += quote.closer.count
                if isDoubled {
                    index += quote.closer.count
                    continue
                }
                if byte == UInt8(ascii: "\n") { lineStart = index - quote.closer.count + 1 }
                return add(.string, from: start, opener: opener, closer: quote.closer.count)
            }
            if let hole, byte == hole.opener.first, stands(hole.opener) {
                index += hole.opener.count
                holes.append(OpenHole(quote: quote, hole: hole))
                return add(.string, from: start, opener: opener, closer: hole.opener.count)
            }
            if byte == UInt8(ascii: "\n") {
                guard quote.spansLines else { break }
                lineStart = index + 1
            }
            let isEscape =
                quote.escape == .backslash && byte == UInt8(ascii: "\\")
                || quote.escape == .backtick && byte == UInt8(ascii: "`")
            if isEscape, self.byte(1) == UInt8(ascii: "\n") { lineStart = index + 2 }
            index = min(end, index + (isEscape ? 2 : 1))
        }
        add(.string, from: start, opener: opener)
    }
}
