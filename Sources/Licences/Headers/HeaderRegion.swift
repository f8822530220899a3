// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The first lines of a file, where a licence header stands, if one does.
package struct HeaderRegion: Hashable, Sendable {
    /// Apache RAT looks as far.
    package static let lines = 50
    /// A longer beginning is cut: whole programs on one line have no header that is worth a search. In bytes.
    private static let sizeLimit = 64 << 10

    /// UTF-8; empty for what is no text.
    package let bytes: [UInt8]

    package init(of file: [UInt8]) {
        let text = TextOfFile.plain(Array(file.prefix(HeaderRegion.sizeLimit * 2))) ?? []
        var end = 0
        var count = 0
        while count < HeaderRegion.lines, end < min(text.count, HeaderRegion.sizeLimit) {
            end = text[end...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
            count += 1
        }
        bytes = Array(text.prefix(min(end, HeaderRegion.sizeLimit)))
    }

    /// The lines with a word that every notice of a licence has: where they are the same, so is the header.
    package var telling: [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "\n")).filter { line in
            HeaderRegion.words.contains { line.containsIgnoringCase($0) }
        }
    }

    private static let words: [[UInt8]] = [
        "licen", "copyright", "spdx-", "permission", "redistribut", "public domain", "©",
    ].map {
        Array($0.utf8)
    }

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
