// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Finds the whole of a name of which a part was found.
struct NameReader {
    let text: UnsafeBufferPointer<UInt8>

    /// Longer ones are no names.
    private static let limit = 120

    /// The dotted path and its last part, without dots and hyphens at its ends; nil where what stands there is no name.
    func name(around part: Range<Int>) -> (path: Range<Int>, last: Range<Int>)? {
        var start = part.lowerBound
        while start > 0, isPart(text[start - 1]), part.lowerBound - start <= NameReader.limit { start -= 1 }
        var end = part.upperBound
        while end < text.count, isPart(text[end]), end - part.upperBound <= NameReader.limit { end += 1 }
        guard end - start <= NameReader.limit else { return nil }
        while start < end, !text[start].isAlphanumeric, text[start] < 0x80 { start += 1 }
        while end > start, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") { end -= 1 }
        guard start < end, part.lowerBound < end else { return nil }
        var last = start
        for index in start..<end where text[index] == UInt8(ascii: ".") { last = index + 1 }
        // A call on the name: password.equals("...").
        if part.upperBound <= last, last > start, NameReader.transparent.contains(text[last..<end].lowered.string) {
            let before = start..<(last - 1)
            let first = text[before].lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? before.lowerBound
            return (start..<end, first..<before.upperBound)
        }
        return (start..<end, last..<end)
    }

    /// Parts of a path behind the name that only hand the value on.
    private static let transparent: Set<String> = [
        "equals", "equalsignorecase", "eq", "eql", "isequal", "compareto", "set", "value", "default", "tobe", "toequal",
        "setvalue", "put", "setproperty", "contentequals", "text", "settext", "localeompare", "getordefault",
    ]

    private func isPart(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$")
    }

    /// The words of the last part of a path; of `api.key` both.
    func words(of last: Range<Int>, in path: Range<Int>) -> [String] {
        let words = NameReader.words(of: text[last])
        guard words == ["key"], last.lowerBound > path.lowerBound else { return words }
        return (NameReader.words(of: text[path.lowerBound..<last.lowerBound]).last.map { [$0] } ?? []) + words
    }

    /// The words of a name, in lower case: `dbPassword_v2` gives `db`, `password`, `v2`.
    static func words(of name: some Collection<UInt8>) -> [String] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        var previous: UInt8 = 0
        func isBreak(_ byte: UInt8, before next: UInt8?) -> Bool {
            guard byte.isUpper, !word.isEmpty else { return false }
            return previous.isLower || previous.isDigit || (previous.isUpper && next?.isLower == true)
        }
        let bytes = Array(name)
        for (index, byte) in bytes.enumerated() {
            if byte.isAlphanumeric || byte >= 0x80 {
                if isBreak(byte, before: index + 1 < bytes.count ? bytes[index + 1] : nil) {
                    words.append(word)
                    word = []
                }
                word.append(byte.lowered)
            } else if !word.isEmpty {
                words.append(word)
                word = []
            }
            previous = byte
        }
        if !word.isEmpty { words.append(word) }
        return words.map { $0.string }
    }
}
