// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The lines of a text with their numbers, from 1; a line end is LF, with or without a CR before it.
struct SourceLines: Sequence, IteratorProtocol {
    struct Line {
        let number: Int
        let bytes: ArraySlice<UInt8>
    }

    private var rest: ArraySlice<UInt8>
    private var number: Int
    /// Of the line that comes next.
    var nextNumber: Int { number + 1 }
    private var isDone: Bool

    init(_ bytes: ArraySlice<UInt8>, from first: Int = 1) {
        // A byte order mark is no part of the first line.
        rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        number = first - 1
        isDone = rest.isEmpty
    }

    mutating func next() -> Line? {
        guard !isDone else { return nil }
        number += 1
        let end = rest.firstIndex(of: UInt8(ascii: "\n"))
        var line = rest[..<(end ?? rest.endIndex)]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        if let end { rest = rest[(end + 1)...] }
        isDone = end == nil || rest.isEmpty
        return Line(number: number, bytes: line)
    }
}

extension RandomAccessCollection<UInt8>
where SubSequence: RandomAccessCollection<UInt8>, SubSequence.SubSequence == SubSequence {
    /// Without blanks, tabs and line ends at either side.
    var unpadded: SubSequence {
        var part = self[startIndex..<endIndex]
        while let first = part.first, first.isPadding { part = part.dropFirst() }
        while let last = part.last, last.isPadding { part = part.dropLast() }
        return part
    }
}

extension Sequence<UInt8> {
    /// Decoded as UTF-8; what is none becomes U+FFFD, for names of packages are ASCII.
    var decoded: String { String(decoding: Array(self), as: UTF8.self) }

    /// ASCII letters made small.
    var lowered: String { map(\.lowered).decoded }
}

extension UInt8 {
    /// A blank, a tab or a line end.
    var isPadding: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isHexDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(lowered) }
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowered) }
    /// What a name of a variable is made of: letters, digits and `_`.
    var isWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
    var lowered: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
}
