// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The lines of a text, one after the other, without their ends.
struct TextLines: Sequence, IteratorProtocol {
    private let text: ArraySlice<UInt8>
    private var start: Int

    init(_ text: ArraySlice<UInt8>) {
        self.text = text
        start = text.startIndex
    }

    init(_ text: [UInt8]) { self.init(text[...]) }

    mutating func next() -> ArraySlice<UInt8>? {
        guard start < text.endIndex else { return nil }
        let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
        defer { start = end + 1 }
        return text[start..<end]
    }
}

/// The lines that a change took out of a file.
enum RemovedLines {
    /// One after the other, each with its end, out of the whole text before the change.
    static func of(_ change: TextChange, in old: [UInt8]) -> [UInt8] {
        var removed: [UInt8] = []
        var line = 1
        var offset = 0
        for hunk in change.hunks where hunk.oldCount > 0 {
            while line < hunk.oldStart, offset < old.count {
                offset = end(of: offset, in: old)
                line += 1
            }
            let start = offset
            while line < hunk.oldStart + hunk.oldCount, offset < old.count {
                offset = end(of: offset, in: old)
                line += 1
            }
            removed += old[start..<offset]
            // The last line of a file need not end.
            if removed.last != UInt8(ascii: "\n"), !removed.isEmpty { removed.append(UInt8(ascii: "\n")) }
        }
        return removed
    }

    private static func end(of line: Int, in text: [UInt8]) -> Int {
        (text[line...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count - 1) + 1
    }
}

/// The added lines of a file that hold one of a check's words, each once.
struct AddedLine {
    /// Where it begins in `addedText`.
    let offset: Int
    let bytes: ArraySlice<UInt8>

    /// `hits`: offsets in ascending order. Linear in the text, however many hits a line has.
    static func holding(_ hits: some Sequence<Int>, in text: [UInt8]) -> [AddedLine] {
        var lines: [AddedLine] = []
        var end = 0
        for hit in hits where hit >= end && hit < text.count {
            let line = bytes(holding: hit, in: text, after: end)
            end = line.endIndex
            lines.append(
                AddedLine(offset: line.startIndex, bytes: line.last == UInt8(ascii: "\n") ? line.dropLast() : line))
        }
        return lines
    }

    /// The line at an offset, with its end. `end`: of a line before it.
    static func bytes(holding offset: Int, in text: [UInt8], after end: Int) -> ArraySlice<UInt8> {
        let start = text[end..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end
        return text[start..<((text[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count - 1) + 1)]
    }
}
