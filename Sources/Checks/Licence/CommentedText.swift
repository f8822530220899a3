// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Languages

/// The text of a changed file, and where in it somebody speaks to people: comments, docstrings, and the few strings by
/// which code names its own licence.
final class CommentedText {
    let text: [UInt8]
    private let language: Language
    /// Offsets of the lines that the change added.
    private let added: [Range<Int>]
    /// Told apart when the first place is asked for: most notices are none, and need no place.
    private(set) lazy var lines = SourceLines(text: text, language: language)

    /// Throws where the file cannot be read.
    init(_ file: ChangedFile, _ change: TextChange, _ language: Language, _ texts: ChangeTexts) throws {
        text = try texts.new(file)
        self.language = language
        added = CommentedText.added(by: change, in: text)
    }

    private static func added(by change: TextChange, in text: [UInt8]) -> [Range<Int>] {
        var line = 1
        var offset = 0
        func start(of number: Int) -> Int {
            while line < number, offset < text.count {
                offset = (text[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count - 1) + 1
                line += 1
            }
            return offset
        }
        return change.hunks.filter { $0.newCount > 0 }.map { hunk in
            let first = start(of: hunk.newStart)
            return first..<max(first, start(of: hunk.newStart + hunk.newCount))
        }
    }

    /// A line of the range was added.
    func isAdded(_ range: Range<Int>) -> Bool {
        added.contains { $0.overlaps(range.lowerBound..<max(range.lowerBound + 1, range.upperBound)) }
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
        return text[start..<max(start, offset)].suffix(200)
    }

    /// Line and column in bytes, from 1, and the line as it may be shown.
    func place(of offset: Int, in path: Path) -> (place: Finding.Place, excerpt: Excerpt) {
        let number = lines.number(at: offset)
        let line = lines.line(number)?.range ?? offset..<offset
        let place = Finding.Place(path: path, line: number, column: offset - line.lowerBound + 1)
        return (place, Excerpt(line: text[line].prefix(4096)))
    }
}
