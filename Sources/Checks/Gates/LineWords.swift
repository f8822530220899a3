// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Words of a programming language as they stand in its lines; found in one pass, without a String.
struct LineWords: Sendable {
    private struct Word {
        let bytes: [UInt8]
        /// Only where the line begins, blanks apart.
        let isFirst: Bool
        /// A longer word may begin with it.
        let isPrefix: Bool
    }

    /// By their first byte.
    private let words: [[Word]]
    /// Whether one begins with a byte: most begin none.
    private let begins: [Bool]
    private let areAllFirst: Bool

    /// `^word` stands at the beginning of a line, `word*` may go on as a longer word, and the rest stands alone: before
    /// a word that begins with a letter, and after one that ends with one, there is no letter, digit or `_`.
    init(_ written: [String]) {
        var words: [[Word]] = Array(repeating: [], count: 256)
        for text in written {
            var bytes = Array(text.utf8)
            let isFirst = bytes.first == UInt8(ascii: "^")
            if isFirst { bytes.removeFirst() }
            let isPrefix = bytes.last == UInt8(ascii: "*")
            if isPrefix { bytes.removeLast() }
            guard let first = bytes.first else { continue }
            words[Int(first)].append(Word(bytes: bytes, isFirst: isFirst, isPrefix: isPrefix))
        }
        self.words = words
        begins = words.map { !$0.isEmpty }
        areAllFirst = words.allSatisfy { $0.allSatisfy(\.isFirst) }
    }

    func isIn(_ line: ArraySlice<UInt8>) -> Bool { first(in: line) != nil }

    /// Where the first word of a line stands.
    func first(in line: ArraySlice<UInt8>) -> Range<Int>? {
        let start = line.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? line.endIndex
        var index = start
        while index < line.endIndex {
            if begins[Int(line[index])] {
                for word in words[Int(line[index])] where stands(word, at: index, in: line, from: start) {
                    return index..<(index + word.bytes.count)
                }
            }
            if areAllFirst { return nil }
            index += 1
        }
        return nil
    }

    private func stands(_ word: Word, at index: Int, in line: ArraySlice<UInt8>, from start: Int) -> Bool {
        if word.isFirst, index != start { return false }
        let bytes = word.bytes
        let end = index + bytes.count
        guard end <= line.endIndex, line[index..<end].elementsEqual(bytes) else { return false }
        if index > line.startIndex, bytes[0].isOfName, line[index - 1].isOfName { return false }
        return word.isPrefix || end == line.endIndex || !bytes[bytes.count - 1].isOfName || !line[end].isOfName
    }
}

extension UInt8 {
    /// A letter, a digit or `_` of ASCII, or a part of any other character.
    var isOfName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
            true
        default: false
        }
    }

    /// A letter of ASCII in lower case, any other byte as it is.
    var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
