// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Languages

/// The text of a changed file, and where in it somebody speaks to people: comments, docstrings, and the few strings by
/// which code names its own licence.
struct CommentedText {
    let lines: SourceLines
    /// Lines that the change added, from 1.
    private let added: [Range<Int>]

    /// Throws where the file cannot be read.
    init(_ file: ChangedFile, _ change: TextChange, _ language: Language, _ texts: ChangeTexts) throws {
        lines = SourceLines(text: try texts.new(file), language: language)
        added = change.hunks.filter { $0.newCount > 0 }.map { $0.newStart..<($0.newStart + $0.newCount) }
    }

    /// A line of the range was added.
    func isAdded(_ range: Range<Int>) -> Bool {
        let first = lines.number(at: range.lowerBound)
        let last = lines.number(at: max(range.lowerBound, range.upperBound - 1))
        return added.contains { $0.overlaps(first..<(last + 1)) }
    }

    /// The offset in the text of a place in it; nil for a line that the text has not.
    func offset(of position: (line: Int, column: Int)) -> Int? {
        lines.line(position.line).map { $0.range.lowerBound + position.column - 1 }
    }

    func isComment(at offset: Int) -> Bool {
        switch lines.kind(at: offset) {
        case .comment: true
        case .string: isDocstring(at: offset) || namesOwnLicence(at: offset)
        case .code: false
        }
    }

    /// A string that stands by itself.
    private func isDocstring(at offset: Int) -> Bool {
        guard lines.language == .python, let run = lines.runs.first(where: { $0.range.contains(offset) })
        else { return false }
        return codeBefore(run.range.lowerBound).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// `MODULE_LICENSE("GPL")`, `__license__ = "GPL"`.
    private func namesOwnLicence(at offset: Int) -> Bool {
        let before = String(decoding: codeBefore(offset), as: UTF8.self)
        return before.contains("MODULE_LICENSE") || before.contains("__license__")
    }

    /// What stands on a line before an offset.
    private func codeBefore(_ offset: Int) -> ArraySlice<UInt8> {
        let start = lines.line(lines.number(at: offset))?.range.lowerBound ?? offset
        return lines.text[start..<max(start, offset)].suffix(200)
    }

    /// Line and column in bytes, from 1, and the line as it may be shown.
    func place(of offset: Int, in path: Path) -> (place: Finding.Place, excerpt: Excerpt) {
        let number = lines.number(at: offset)
        let line = lines.line(number)?.range ?? offset..<offset
        let place = Finding.Place(path: path, line: number, column: offset - line.lowerBound + 1)
        return (place, Excerpt(line: lines.text[line].prefix(4096)))
    }
}
