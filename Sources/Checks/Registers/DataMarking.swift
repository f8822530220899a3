// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A line by which a text calls itself confidential. Only lines that say nothing else count: a label of the Traffic
/// Light Protocol (FIRST, TLP 2.0: https://www.first.org/tlp/), words in capitals, or behind the word for it.
package struct DataMarking: Sendable, Equatable {
    /// From 1.
    package let line: Int
    /// In lower case.
    package let words: String

    /// Class of all that is so marked.
    package static let dataClass = "confidential"

    /// In bytes; a marking is short.
    private static let longest = 64
    private static let decoration = Set("#*_=-|<>/!~[]() \t\r".utf8)
    private static let labels = [
        "classification:", "classified:", "klassifizierung:", "einstufung:", "vertraulichkeit:",
    ]
    private static let markings: Set<String> = [
        "tlp:red", "tlp:amber", "tlp:amber+strict", "confidential", "strictly confidential", "company confidential",
        "private and confidential", "strictly private and confidential", "internal and confidential", "vertraulich",
        "streng vertraulich", "firmenvertraulich", "vs-nfd", "vs-nur für den dienstgebrauch",
        "vs - nur für den dienstgebrauch", "confidentiel", "strictement confidentiel",
    ]

    /// In the order of the text.
    package static func all(in text: [UInt8]) -> [DataMarking] {
        var found: [DataMarking] = []
        var number = 0
        for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            guard let marking = marking(line) else { continue }
            found.append(DataMarking(line: number, words: marking))
        }
        return found
    }

    private static func marking(_ line: ArraySlice<UInt8>) -> String? {
        let bare = trimmed(line)
        guard (4...longest).contains(bare.count) else { return nil }
        let text = String(decoding: bare, as: UTF8.self)
        let lower = text.lowercased()
        if let label = labels.first(where: { lower.hasPrefix($0) }) {
            let rest = String(decoding: trimmed(Array(lower.utf8).dropFirst(label.utf8.count)), as: UTF8.self)
            return markings.contains(rest) ? rest : nil
        }
        // A word alone may be a heading or an item of a list.
        return markings.contains(lower) && text == text.uppercased() ? lower : nil
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = line.firstIndex(where: { !decoration.contains($0) }),
            let last = line.lastIndex(where: { !decoration.contains($0) })
        else { return [] }
        return line[first...last]
    }
}
