// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A text told apart into code, comments and strings, by the rules of its language: any bytes, in linear time.
///
/// Where a text breaks its language's rules, what follows may be taken for something else; a string that may not span
/// lines ends with its line, and what is never closed goes to the end of the text.
package struct SourceLines: Sendable {
    /// What bytes are. A docstring is a string, and so are regular expressions, characters and here documents.
    package enum Kind: UInt8, Sendable {
        case code, comment, string
    }

    /// A comment or a string; what stands between two runs is code.
    package struct Run: Sendable {
        package let kind: Kind
        /// Bytes at its beginning and end that only open and close it.
        let opener: UInt8
        let closer: UInt8
        private let start: UInt32
        private let end: UInt32

        init(_ kind: Kind, _ range: Range<Int>, opener: Int, closer: Int) {
            self.kind = kind
            self.opener = UInt8(clamping: opener)
            self.closer = UInt8(clamping: closer)
            start = UInt32(clamping: range.lowerBound)
            end = UInt32(clamping: range.upperBound)
        }

        /// Offsets in the text; of several strings with code in them, each part is one.
        package var range: Range<Int> { Int(start)..<Int(end) }
    }

    /// What one line of the text holds.
    package struct Line: Sendable {
        /// Offsets, without the line end.
        package let range: Range<Int>
        /// Nothing but blanks.
        package let isBlank: Bool
        /// A comment, and nothing else but blanks.
        package let isCommentOnly: Bool
        /// It begins inside a string.
        package let beginsInString: Bool
        /// What its first comment says, without opener, closer, the stars before it and blanks; nil without one.
        package let comment: Range<Int>?
    }

    package let language: Language
    package let text: [UInt8]
    /// In order, without overlaps.
    package let runs: [Run]
    /// Offsets at which lines begin.
    private let starts: [UInt32]

    /// Offsets are kept in 32 bits: nobody asks for a text beyond that.
    package init(text: [UInt8], language: Language) {
        self.language = language
        self.text = text
        var lexer = Lexer(text, language.syntax, text.indices.prefix(Int(UInt32.max)))
        lexer.run()
        runs = lexer.runs
        var starts: [UInt32] = [0]
        text.withUnsafeBufferPointer { bytes in
            for offset in bytes.indices where bytes[offset] == UInt8(ascii: "\n") {
                starts.append(UInt32(clamping: offset + 1))
            }
        }
        self.starts = starts
    }

    /// Lines; the part after the last line end is one, even when it is empty.
    package var count: Int { starts.count }

    /// What the byte at an offset is.
    package func kind(at offset: Int) -> Kind {
        let index = firstRun(endingAfter: offset)
        return index < runs.count && runs[index].range.contains(offset) ? runs[index].kind : .code
    }

    /// The line, from 1, that holds an offset.
    package func number(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// A line by its number, from 1; nil beyond the text.
    package func line(_ number: Int) -> Line? {
        guard number >= 1, number <= starts.count else { return nil }
        let start = Int(starts[number - 1])
        var end = number < starts.count ? Int(starts[number]) - 1 : text.count
        if end > start, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        let first = firstRun(endingAfter: start)
        var position = start
        var hasCode = false
        var isBlank = true
        var comment: Run?
        var index = first
        while index < runs.count, runs[index].range.lowerBound < end {
            let range = runs[index].range.clamped(to: start..<end)
            if !isBlankText(position..<range.lowerBound) { hasCode = true }
            if !isBlankText(range) { isBlank = false }
            if runs[index].kind == .comment {
                comment = comment ?? runs[index]
            } else {
                hasCode = hasCode || !range.isEmpty
            }
            position = range.upperBound
            index += 1
        }
        if !isBlankText(position..<end) { hasCode = true }
        // Without an opener it began on the line above: a here document, a block scalar.
        let beginsInString =
            first < runs.count && runs[first].kind == .string
            && (runs[first].range.lowerBound < start
                || runs[first].range.lowerBound == start && runs[first].opener == 0)
        return Line(
            range: start..<end, isBlank: isBlank && !hasCode, isCommentOnly: comment != nil && !hasCode && !isBlank,
            beginsInString: beginsInString, comment: comment.map { words(of: $0, in: start..<end) })
    }

    private func firstRun(endingAfter offset: Int) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func isBlankText(_ range: Range<Int>) -> Bool {
        text[range].allSatisfy(SourceLines.isBlank)
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }

    /// What a comment says on a line.
    private func words(of run: Run, in line: Range<Int>) -> Range<Int> {
        var slice = text[run.range.clamped(to: line)]
        // Carried on from the line above, or not.
        let begins = slice.startIndex == run.range.lowerBound
        var marks: [UInt8] = [UInt8(ascii: "*")]
        if begins {
            let opener = slice.prefix(Int(run.opener))
            slice = slice.dropFirst(Int(run.opener))
            marks += [UInt8(ascii: "!")] + opener.suffix(1)
        }
        if slice.endIndex == run.range.upperBound { slice = slice.dropLast(Int(run.closer)) }
        if !begins { slice = slice.drop(while: SourceLines.isBlank) }
        slice = slice.drop { marks.contains($0) }.drop(while: SourceLines.isBlank)
        while let last = slice.last, SourceLines.isBlank(last) || last == UInt8(ascii: "*") { slice.removeLast() }
        return slice.startIndex..<slice.endIndex
    }
}
