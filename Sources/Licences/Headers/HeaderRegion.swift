// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// The first lines of a file, where a licence header stands, if one does.
package struct HeaderRegion: Hashable, Sendable {
    /// Apache RAT looks as far.
    package static let lines = 50
    /// A longer beginning is cut: whole programs on one line have no header that is worth a search. In bytes.
    private static let sizeLimit = 64 << 10

    /// UTF-8; empty for what is no text.
    package let bytes: [UInt8]

    package init(of file: [UInt8]) {
        let text = (TextOfFile.plain(file.prefix(HeaderRegion.sizeLimit * 2)) ?? []).prefix(HeaderRegion.sizeLimit)
        var end = text.startIndex
        var count = 0
        while count < HeaderRegion.lines, end < text.endIndex {
            end = text[end...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.endIndex
            count += 1
        }
        bytes = Array(text[..<end])
    }

    /// The lines with a word that every notice of a licence has: where they are the same, so is the header.
    package var telling: [ArraySlice<UInt8>] { HeaderRegion.telling(in: bytes[...]) }

    private static func telling(in text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        guard mayTell(text) else { return [] }
        return text.split(separator: UInt8(ascii: "\n")).filter { line in
            words.contains { line.containsIgnoringCase($0) }
        }
    }

    /// Both tell the same: what their first and their last lines have in common is not looked at.
    package func tells(theSameAs other: HeaderRegion) -> Bool {
        if bytes == other.bytes { return true }
        let (own, others) = HeaderRegion.difference(bytes, other.bytes)
        return HeaderRegion.telling(in: own).elementsEqual(HeaderRegion.telling(in: others))
    }

    /// What is left of two texts without the whole lines that they begin and end with alike.
    private static func difference(
        _ one: [UInt8], _ other: [UInt8]
    ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
        let length = min(one.count, other.count)
        var start = 0
        while start < length, one[start] == other[start] { start += 1 }
        while start > 0, one[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        var tail = 0
        while tail < length - start, one[one.count - 1 - tail] == other[other.count - 1 - tail] { tail += 1 }
        let ends = one[(one.count - tail)...]
        let lines = ends.firstIndex(of: UInt8(ascii: "\n")).map { one.count - $0 - 1 } ?? 0
        return (one[start..<(one.count - lines)], other[start..<(other.count - lines)])
    }

    /// One of the words stands somewhere; the sign is too short to be looked for with them.
    private static func mayTell(_ text: ArraySlice<UInt8>) -> Bool {
        if text.contains(0xA9) { return true }
        var isFound = false
        text.withUnsafeBufferPointer { wordIndex.forEachOccurrence(in: $0) { _, _ in isFound = true } }
        return isFound
    }

    private static let words: [[UInt8]] = [
        "licen", "copyright", "spdx-", "permission", "redistribut", "public domain", "©",
    ].map {
        Array($0.utf8)
    }

    private static let wordIndex = LiteralIndex(words.filter { $0.count >= LiteralIndex.shortest })

    /// A generator wrote the file and says so: its header is the generator's business.
    package var isGenerated: Bool {
        let text = bytes[...]
        return text.containsIgnoringCase(Array("@generated".utf8))
            || text.containsIgnoringCase(Array("generated".utf8))
                && (text.containsIgnoringCase(Array("do not edit".utf8))
                    || text.containsIgnoringCase(Array("do not modify".utf8)))
    }

    package var tags: LicenceTags { LicenceTags(bytes) }

    /// Licences that it speaks of in words, without tags.
    package var notices: [LicenceNotice] { LicenceNotices.find(in: bytes[...]).filter { $0.form != .tag } }
}

extension ArraySlice<UInt8> {
    /// `word`: in lower case.
    fileprivate func containsIgnoringCase(_ word: [UInt8]) -> Bool {
        guard let first = word.first, count >= word.count else { return false }
        for start in startIndex...(endIndex - word.count) where folded(self[start]) == first {
            if word.indices.allSatisfy({ folded(self[start + $0]) == word[$0] }) { return true }
        }
        return false
    }

    private func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
