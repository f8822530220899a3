// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What begins with a mark: comments, strings, and what only some languages know.
extension Lexer {
    /// False when the byte here opens nothing.
    mutating func mark() -> Bool {
        special() || comment() || quote() || lateSpecial()
    }

    private mutating func comment() -> Bool {
        for block in syntax.blockComments where stands(block.opener) && (!block.isOfLines || index == lineStart) {
            // `####` is a line, not a block.
            if block.opener == block.closer, byte(block.opener.count) == block.opener.last { continue }
            blockComment(block)
            return true
        }
        for line in syntax.lineComments where stands(line.opener) && mayBegin(line) {
            if syntax.features.contains(.longBrackets), let closer = longBracket(after: line.opener.count) {
                longText(.comment, opener: line.opener.count + closer.count, closer: closer)
            } else {
                lineComment(line.opener.count, isCarriedOn: line.isCarriedOn)
            }
            return true
        }
        return false
    }

    private func mayBegin(_ comment: Syntax.LineComment) -> Bool {
        if let exception = comment.exception, byte(comment.opener.count) == exception { return false }
        switch comment.place {
        case .anywhere: return true
        case .lineStart: return isLineStart
        case .afterBlank:
            guard !isLineStart, index > lineStart else { return true }
            let before = text[index - 1]
            return SourceLines.isBlank(before) || Lexer.separators.contains(before)
        }
    }

    /// Behind these a word begins in a shell.
    private static let separators = Array(";&|()`".utf8)

    private mutating func blockComment(_ block: Syntax.BlockComment) {
        let start = index
        index += block.opener.count
        var depth = 1
        while index < end {
            let byte = text[index]
            if byte == UInt8(ascii: "\n") {
                index += 1
                lineStart = index
            } else if byte == block.closer[0], stands(block.closer), !block.isOfLines || index == lineStart {
                index += block.closer.count
                depth -= 1
                guard depth > 0 else {
                    return add(.comment, from: start, opener: block.opener.count, closer: block.closer.count)
                }
            } else if block.nests, byte == block.opener[0], stands(block.opener) {
                index += block.opener.count
                depth += 1
            } else {
                index += 1
            }
        }
        add(.comment, from: start, opener: block.opener.count)
    }

    /// To the end of the line, which stays to be read.
    mutating func lineComment(_ opener: Int, isCarriedOn: Bool = false) {
        let start = index
        let endsAtTag = syntax.features.contains(.endsAtPHPClose)
        while index < end {
            if text[index] == UInt8(ascii: "\n") {
                guard isCarriedOn, endsWithBackslash(from: start) else { break }
                lineStart = index + 1
            }
            if endsAtTag, text[index] == UInt8(ascii: "?"), byte(1) == UInt8(ascii: ">") { break }
            index += 1
        }
        add(.comment, from: start, opener: opener)
    }

    private func endsWithBackslash(from start: Int) -> Bool {
        var last = index - 1
        if last > start, text[last] == UInt8(ascii: "\r") { last -= 1 }
        return last > start && text[last] == UInt8(ascii: "\\")
    }

    private mutating func quote() -> Bool {
        guard !syntax.features.contains(.yaml) || yamlValueMayBegin() else { return false }
        for quote in syntax.quotes where stands(quote.opener) {
            string(quote, opener: quote.opener.count)
            return true
        }
        return false
    }

    /// A text without escapes to its closer, or to the end.
    mutating func longText(_ kind: SourceLines.Kind, opener: Int, closer: [UInt8]) {
        let start = index
        index += opener
        while index < end, !(text[index] == closer[0] && stands(closer)) {
            if text[index] == UInt8(ascii: "\n") { lineStart = index + 1 }
            index += 1
        }
        let isClosed = index < end
        if isClosed { index += closer.count }
        add(kind, from: start, opener: opener, closer: isClosed ? closer.count : 0)
    }

    /// The closer of a long bracket that opens so far from here: `]==]` for `[==[`.
    func longBracket(after distance: Int) -> [UInt8]? {
        guard byte(distance) == UInt8(ascii: "[") else { return nil }
        var level = 0
        while byte(distance + 1 + level) == UInt8(ascii: "=") { level += 1 }
        guard byte(distance + 1 + level) == UInt8(ascii: "[") else { return nil }
        return [UInt8(ascii: "]")] + [UInt8](repeating: UInt8(ascii: "="), count: level) + [UInt8(ascii: "]")]
    }
}
