// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// A line that claims copyright for somebody by name: `Copyright (c) 2026 Example Ltd.`, `© 2026 Example`.
///
/// Narrower than a copyright notice of REUSE: a year or a sign must stand beside the word, so that prose about
/// copyright and the blanks of a form (`<name of author>`) are none.
package struct CopyrightClaim: Hashable, Sendable {
    /// The name as written, without years, contact and closing words.
    package let holder: [UInt8]
    /// The name's words in lower case, without those that say nothing about who it is.
    package let name: [String]

    /// Longest line that is looked at, in bytes.
    private static let limit = 400

    package init?(in line: ArraySlice<UInt8>) {
        let line = line.prefix(CopyrightClaim.limit)
        let found = line.withUnsafeBufferPointer { bytes -> (range: Range<Int>, name: [String])? in
            guard let start = CopyrightClaim.start(in: bytes) else { return nil }
            let end = CopyrightClaim.end(in: bytes, from: start)
            let name = CopyrightClaim.words(bytes[start..<end]).filter { !CopyrightClaim.emptyWords.contains($0) }
            return name.contains { $0.count > 1 } ? (start..<end, name) : nil
        }
        guard let found else { return nil }
        holder = Array(line.dropFirst(found.range.lowerBound).prefix(found.range.count))
        name = found.name
    }

    /// Every claim of a text, line by line.
    package static func all(in text: ArraySlice<UInt8>) -> [CopyrightClaim] {
        let text = Array(text)
        var lines: [Range<Int>] = []
        text.withUnsafeBufferPointer { bytes in
            marks.forEachOccurrence(in: bytes) { _, offset in
                guard offset >= lines.last?.upperBound ?? 0 else { return }
                let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
                lines.append(start..<(bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count))
            }
        }
        return lines.compactMap { CopyrightClaim(in: text[$0]) }
    }

    /// One of them stands in every line that claims something; the sign of the last is the year's.
    private static let marks = LiteralIndex(
        ["copyright", "copr", "(c)", "\u{A9} ", "\u{A9}1", "\u{A9}2"].map { Array($0.utf8) })

    /// Another way to write the same name, or one that begins with it.
    package func names(_ other: CopyrightClaim) -> Bool { CopyrightClaim.isSame(name, other.name) }

    /// The same for a person or an organisation that is known by name.
    package func names(_ other: String) -> Bool {
        let words = Array(other.utf8).withUnsafeBufferPointer { CopyrightClaim.words($0[...]) }
        return CopyrightClaim.isSame(name, words.filter { !CopyrightClaim.emptyWords.contains($0) })
    }

    private static func isSame(_ left: [String], _ right: [String]) -> Bool {
        guard !left.isEmpty, !right.isEmpty else { return false }
        return left.starts(with: right) || right.starts(with: left) || left.joined() == right.joined()
    }

    /// Where the name begins: behind the word and the years, of which there is at least one, or a sign.
    private static func start(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var words = LicenceWords(bytes)
        var isOpen = false
        var isDated = false
        while let word = words.next() {
            let spelled = spelling(bytes[word.start..<word.end])
            if spelled == "copyright" || spelled == "copr" {
                isOpen = true
            } else if isSign(bytes, word) {
                // A list's third item is no sign; a date behind it makes it one.
                isDated = isDated || isOpen
                isOpen = true
            } else if isYear(spelled) || (isDated && spelled.count == 2 && spelled.allSatisfy(\.isNumber)) {
                // The © sign is no word: it stands before a year.
                isOpen = isOpen || follows(word, [0xC2, 0xA9], bytes)
                isDated = true
            } else if isOpen, !leadingWords.contains(spelled) {
                isDated = isDated || follows(word, [0xC2, 0xA9], bytes)
                return isDated && isName(bytes, word) ? word.start : nil
            }
        }
        return nil
    }

    /// `(c)`.
    private static func isSign(_ bytes: UnsafeBufferPointer<UInt8>, _ word: LicenceWords.Word) -> Bool {
        word.end - word.start == 1 && bytes[word.start] | 0x20 == UInt8(ascii: "c") && word.start > 0
            && word.end < bytes.count && bytes[word.start - 1] == UInt8(ascii: "(")
            && bytes[word.end] == UInt8(ascii: ")")
    }

    /// The bytes stand before a word, with nothing but blanks between.
    private static func follows(
        _ word: LicenceWords.Word, _ sign: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let before = bytes[..<word.start]
        guard let last = before.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return false }
        return last > 0 && bytes[last] == sign[1] && bytes[last - 1] == sign[0]
    }

    private static func isYear(_ word: String) -> Bool {
        (word.hasPrefix("19") || word.hasPrefix("20")) && word.count == 4 && word.allSatisfy(\.isNumber)
    }

    /// No blank of a form, and no variable.
    private static func isName(_ bytes: UnsafeBufferPointer<UInt8>, _ word: LicenceWords.Word) -> Bool {
        let before = bytes[..<word.start].last { $0 != UInt8(ascii: " ") }
        return !(before.map("<[{$%\"'=".utf8.contains) ?? false)
    }

    /// Where the name ends: before a contact, a remark, a closing word or the end of the comment.
    private static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = bytes[start...].firstIndex { "<([{;|\"\\".utf8.contains($0) } ?? bytes.count
        for closing in closings {
            end = min(end, index(of: Array(closing.utf8), in: bytes[start..<end]) ?? end)
        }
        while end > start, !isPart(bytes[end - 1]) { end -= 1 }
        return end
    }

    private static let closings = [
        "all rights", "http:", "https:", "*/", "-->", "licensed under", "under the", "released under", "see ",
    ]

    private static func isPart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    }

    private static func index(of words: [UInt8], in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard bytes.count >= words.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - words.count)).first { start in
            words.indices.allSatisfy { bytes[start + $0] | 0x20 == words[$0] | 0x20 }
        }
    }

    private static func words(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
        let part = UnsafeBufferPointer(rebasing: bytes)
        var words = LicenceWords(part)
        var found: [String] = []
        while let word = words.next() { found.append(spelling(part[word.start..<word.end])) }
        return found
    }

    private static func spelling(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        String(decoding: bytes.map { $0 | 0x20 }, as: UTF8.self)
    }

    /// Words that stand before a name, or in its place.
    private static let leadingWords = [
        "by", "and", "present", "current", "now", "text", "notice", "year", "years", "yyyy",
    ]

    /// Words that do not tell one holder from another.
    private static let emptyWords: Set<String> = [
        "the", "and", "its", "by", "of", "inc", "incorporated", "llc", "ltd", "limited", "gmbh", "ag", "corp",
        "corporation",
        "co", "company", "sa", "bv", "plc", "kg", "authors", "author", "contributors", "contributor", "others", "et",
        "al",
        "developers", "team", "project", "all", "rights", "reserved", "affiliates", "or",
    ]
}
