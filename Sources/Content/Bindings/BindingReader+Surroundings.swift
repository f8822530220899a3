// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What stands around a name.
extension BindingReader {
    /// The last byte before an offset that is no blank and no line end; nil at the beginning.
    func byte(before offset: Int) -> UInt8? {
        text[..<max(0, offset)].suffix(200).last { !$0.isBlank && !$0.isLineEnd }
    }

    /// `"a", "password", "b"`: between other texts, or the first of three.
    func isListed(_ name: Range<Int>, _ literal: LiteralReader.Literal) -> Bool {
        guard name.upperBound < text.count, text[name.upperBound].isQuote else { return false }
        let comma = literals.skip(from: name.upperBound + 1)
        guard comma < text.count, text[comma] == UInt8(ascii: ",") else { return false }
        var before = name.lowerBound - 2
        while before > 0, text[before].isBlank || text[before].isLineEnd { before -= 1 }
        guard before > 0 else { return false }
        if text[before] == UInt8(ascii: ",") {
            while before > 1, text[before - 1].isBlank { before -= 1 }
            return text[before - 1].isQuote
        }
        guard text[before] == UInt8(ascii: "[") || text[before] == UInt8(ascii: "{") else { return false }
        let next = literals.skip(from: literal.end, lines: true)
        return next < text.count && text[next] == UInt8(ascii: ",")
    }

    /// An odd number of quotes stands before it on the line.
    func isInsideText(_ index: Int) -> Bool {
        var double = 0
        var single = 0
        var start = index
        while start > 0, index - start < 400, !text[start - 1].isLineEnd {
            start -= 1
            if text[start] == UInt8(ascii: "\""), start == 0 || text[start - 1] != UInt8(ascii: "\\") { double += 1 }
            if text[start] == UInt8(ascii: "'") { single += 1 }
        }
        return double % 2 == 1 || (double == 0 && single % 2 == 1)
    }

    /// The line begins as a comment, or has one before the name.
    func isRemark(_ index: Int) -> Bool {
        var start = index
        while start > 0, index - start < 400, !text[start - 1].isLineEnd { start -= 1 }
        let line = text[start..<index].drop { $0.isBlank }
        guard let first = line.first else { return false }
        if line.starts(with: "//".utf8) || line.starts(with: "/*".utf8) || line.starts(with: "<!--".utf8) {
            return true
        }
        if first == UInt8(ascii: "*") || (first == UInt8(ascii: "#") && !line.starts(with: "#define".utf8)) {
            return true
        }
        return line.contains(UInt8(ascii: "#")) && kind == .code
            && line.dropFirst().split(separator: UInt8(ascii: "#")).count > 1
    }
}
