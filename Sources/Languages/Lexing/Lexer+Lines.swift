// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Texts that begin on the next line: here documents, block scalars; and blocks that lines begin.
extension Lexer {
    /// `<<EOF`, `<<-EOF`, `<<~'EOF'`: only where a line of the text can end it.
    mutating func heredocOpener() -> Bool {
        guard byte(1) == UInt8(ascii: "<") else { return false }
        if byte(2) == UInt8(ascii: "<") {
            index += count(of: UInt8(ascii: "<"), at: 0)
            return true
        }
        var offset = index + 2
        if offset < end, text[offset] == UInt8(ascii: "-") || text[offset] == UInt8(ascii: "~") { offset += 1 }
        if syntax.features.contains(.spacedHeredocs) {
            while offset < end, offset - index < 8, text[offset] == UInt8(ascii: " ") { offset += 1 }
        }
        return heredoc(wordFrom: offset)
    }

    /// `<<<EOF`, `<<<'EOF'`, `<<< "EOF"`.
    mutating func phpHeredoc() -> Bool {
        guard byte(1) == UInt8(ascii: "<"), byte(2) == UInt8(ascii: "<") else { return false }
        var offset = index + 3
        while offset < end, offset - index < 8, text[offset] == UInt8(ascii: " ") { offset += 1 }
        return heredoc(wordFrom: offset)
    }

    private mutating func heredoc(wordFrom start: Int) -> Bool {
        guard pendingHeredocs.count < Lexer.mostOnALine else { return false }
        var start = start
        if start < end, "'\"\\".utf8.contains(text[start]) { start += 1 }
        let word = text[start..<end].prefix(Lexer.longestTerminator).prefix(while: Syntax.isWord)
        guard let first = word.first, !(0x30...0x39).contains(first), let last = lastTerminator(word), last > index
        else { return false }
        pendingHeredocs.append(word)
        index = word.endIndex
        if index < end, "'\"".utf8.contains(text[index]) { index += 1 }
        isLineStart = false
        return true
    }

    private static let mostOnALine = 100
    private static let longestTerminator = 100
    /// Words that are kept of lines that could end a here document.
    private static let mostTerminators = 100_000

    private mutating func lastTerminator(_ word: ArraySlice<UInt8>) -> Int? {
        if let terminators { return terminators[word] }
        var found: [ArraySlice<UInt8>: Int] = [:]
        var start = index
        while start < end {
            let lineEnd = text[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
            if let word = terminator(start..<lineEnd), found.count < Lexer.mostTerminators || found[word] != nil {
                found[word] = start
            }
            start = lineEnd + 1
        }
        terminators = found
        return found[word]
    }

    /// The word of a line that can end a here document: alone on it, in PHP before anything that is no word.
    private func terminator(_ line: Range<Int>) -> ArraySlice<UInt8>? {
        let rest = text[line].drop(while: SourceLines.isBlank)
        let word = rest.prefix(Lexer.longestTerminator).prefix(while: Syntax.isWord)
        let after = rest.dropFirst(word.count).first
        let isEnd = after == nil || after == UInt8(ascii: "\r")
        let mayGoOn = syntax.features.contains(.phpHeredocs) && after.map(Syntax.isWord) != true
        return !word.isEmpty && (isEnd || mayGoOn) ? word : nil
    }

    /// The here documents that the last line announced, from here on.
    mutating func heredocs() {
        let words = pendingHeredocs
        pendingHeredocs = []
        for word in words {
            let start = index
            var isOpen = true
            while index < end, isOpen {
                let lineEnd = text[index..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
                if terminator(index..<lineEnd) == word {
                    index =
                        text[index..<lineEnd].firstIndex { !SourceLines.isBlank($0) }.map { $0 + word.count } ?? lineEnd
                    isOpen = false
                } else {
                    index = min(end, lineEnd + 1)
                    lineStart = index
                }
            }
            add(.string, from: start, closer: isOpen ? 0 : word.count)
            guard words.count > 1, let lineEnd = text[index..<end].firstIndex(of: UInt8(ascii: "\n")) else { continue }
            index = lineEnd + 1
            lineStart = index
        }
    }

    /// True where a string may begin: at the beginning of a line, behind an indicator. An apostrophe within a word is
    /// none.
    func yamlValueMayBegin() -> Bool {
        guard !isLineStart else { return true }
        var before = index - 1
        while before >= lineStart, SourceLines.isBlank(text[before]) { before -= 1 }
        return before < lineStart || ":-[{,?".utf8.contains(text[before])
    }

    /// `|` or `>` with its indicators at the end of a line (YAML 1.2, 8.1).
    mutating func yamlScalar() -> Bool {
        guard index == lineStart || SourceLines.isBlank(text[index - 1]) else { return false }
        var offset = index + 1
        while offset < end, "0123456789+-".utf8.contains(text[offset]) { offset += 1 }
        let rest = text[offset..<end].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
        guard rest.first == UInt8(ascii: "\n") || rest.first == UInt8(ascii: "#") && rest.startIndex > offset else {
            return false
        }
        pendingScalar = indent(before: index)
        index = offset
        return true
    }

    /// How deep the node stands whose value is at an offset: `- key: |` that of the key; -1 for a document.
    private func indent(before offset: Int) -> Int {
        var position = lineStart
        if text[position..<offset].starts(with: "---".utf8) { return -1 }
        while position < offset, text[position] == UInt8(ascii: " ") { position += 1 }
        while position + 1 < offset, text[position] == UInt8(ascii: "-"), text[position + 1] == UInt8(ascii: " ") {
            var next = position + 1
            while next < offset, text[next] == UInt8(ascii: " ") { next += 1 }
            guard next < offset else { break }
            position = next
        }
        return position - lineStart
    }

    /// The lines of a block scalar: blank, or indented deeper.
    mutating func blockScalar(beyond indent: Int) {
        pendingScalar = nil
        let start = index
        passLines { $0 > indent }
        if index > start { add(.string, from: start) }
        isLineStart = true
    }

    /// Over the lines that are blank or whose indentation is as asked.
    private mutating func passLines(where isInside: (Int) -> Bool) {
        while index < end {
            let lineEnd = text[index..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
            let first = text[index..<lineEnd].firstIndex { !SourceLines.isBlank($0) }
            guard first.map({ isInside($0 - index) }) ?? true else { return }
            index = min(end, lineEnd + 1)
            lineStart = index
        }
    }

    /// `=word` in column one to the line behind `=cut` (perlpod).
    mutating func perlPage() -> Bool {
        guard index == lineStart, let first = byte(1), (0x61...0x7A).contains(first) else { return false }
        let start = index
        let cut = Array("=cut".utf8)
        while index < end {
            let isLast = stands(cut)
            let lineEnd = text[index..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
            guard !isLast else {
                index = lineEnd
                break
            }
            index = min(end, lineEnd + 1)
            lineStart = index
        }
        add(.comment, from: start, opener: 0)
        return true
    }

    /// `.. ` and the lines that are indented below it, where it is neither directive, target, note nor substitution
    /// (docutils, reStructuredText Markup Specification, "Comments").
    mutating func explicitMarkup() -> Bool {
        guard byte(1) == UInt8(ascii: "."), let blank = byte(2), SourceLines.isBlank(blank) else { return false }
        let lineEnd = text[index..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
        let rest = text[(index + 2)..<lineEnd].drop(while: SourceLines.isBlank)
        let marks = Array("::".utf8)
        guard rest.first.map({ !"_[|".utf8.contains($0) }) ?? true else { return false }
        guard !zip(rest, rest.dropFirst()).contains(where: { [$0, $1] == marks }) else { return false }
        let start = index
        let indent = index - lineStart
        index = min(end, lineEnd + 1)
        lineStart = index
        passLines { $0 > indent }
        add(.comment, from: start, opener: 2)
        isLineStart = true
        return true
    }
}
