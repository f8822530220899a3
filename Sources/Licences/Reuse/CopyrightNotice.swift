// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A line that says who holds the copyright: a prefix, perhaps `(c)`, perhaps years, and a name, without which it is
/// none (REUSE 3.3, "Format of Copyright Notices").
struct CopyrightNotice {
    let text: [UInt8]
    let holder: [UInt8]

    /// The first notice of a line. `isBare`: the prefix may be missing, as in REUSE.toml.
    init?<Line: RandomAccessCollection<UInt8>>(in line: Line, isBare: Bool = false) where Line.Index == Int {
        let start: Int
        var rest: ArraySlice<UInt8>
        if let prefix = CopyrightNotice.prefix(of: line) {
            start = prefix.lowerBound
            rest = Array(line[prefix.upperBound...])[...]
        } else {
            guard isBare else { return nil }
            start = line.startIndex
            rest = Array(line)[...]
        }
        rest = TagValue.trimmed(rest, openedBy: line[..<start])
        let holder = CopyrightNotice.holder(in: rest)
        guard
            holder.contains(where: { $0 >= 0x80 || ($0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z")) })
        else {
            return nil
        }
        self.holder = Array(holder)
        text = Array(TagValue.trimmed(Array(line[start...])[...], openedBy: line[..<start]))
    }

    /// The first prefix, with its symbols. The word `Copyright` is one before a blank or a symbol.
    private static func prefix<Line: RandomAccessCollection<UInt8>>(of line: Line) -> Range<Int>?
    where Line.Index == Int {
        let tags: [StaticString] = ["SPDX-FileCopyrightText:", "SPDX-SnippetCopyrightText:"]
        if let tag = tags.lazy.compactMap({ line.range(of: $0) }).first {
            var end = tag.upperBound
            let next = line[end...].drop(while: TagValue.isBlank)
            if next.starts(with: "Copyright".utf8) { end = next.startIndex + 9 }
            return tag.lowerBound..<symbol(in: line, from: end)
        }
        var found = line.range(of: "©").map { $0.lowerBound..<$0.upperBound }
        var rest = line[line.startIndex...]
        while let word = rest.range(of: "Copyright") {
            if let found, found.lowerBound < word.lowerBound { break }
            let end = symbol(in: line, from: word.upperBound)
            let isEnded = end > word.upperBound || line[word.upperBound...].first.map(TagValue.isBlank) ?? false
            let isBegun = word.lowerBound == line.startIndex || !isWordByte(line[word.lowerBound - 1])
            if isEnded, isBegun {
                found = word.lowerBound..<end
                break
            }
            rest = line[word.upperBound...]
        }
        return found
    }

    /// Behind `(C)`, `(c)` or `©`, where one follows.
    private static func symbol<Line: RandomAccessCollection<UInt8>>(in line: Line, from start: Int) -> Int
    where Line.Index == Int {
        let next = line[start...].drop(while: TagValue.isBlank)
        for symbol in ["(C)", "(c)", "©"] where next.starts(with: symbol.utf8) {
            return next.startIndex + symbol.utf8.count
        }
        return start
    }

    /// What is left without years at the front and a contact at the end.
    private static func holder(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = text
        while let first = rest.first, !isNameByte(first) { rest = rest.dropFirst() }
        // `2016, 2018-2019 NAME`: digits and what stands between them.
        let years = rest.prefix {
            isDigit($0) || TagValue.isBlank($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-")
        }
        if years.prefix(4).count == 4, years.prefix(4).allSatisfy(isDigit) { rest = rest[years.endIndex...] }
        for word in ["present ", "Present ", "by "] where rest.starts(with: word.utf8) {
            rest = rest.dropFirst(word.utf8.count)
        }
        if let contact = rest.lastIndex(of: UInt8(ascii: "<")), contact > rest.startIndex { rest = rest[..<contact] }
        while let first = rest.first, !isNameByte(first) { rest = rest.dropFirst() }
        return TagValue.withoutBlanks(rest)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "_") || isLetter(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
    }

    /// A name begins with a letter, a digit or a character beyond ASCII.
    private static func isNameByte(_ byte: UInt8) -> Bool { byte >= 0x80 || isDigit(byte) || isLetter(byte) }
}
