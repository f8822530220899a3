// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Patterns

/// A text that stands wherever some rules match. Vectorscan looks for its rarest few bytes, for long texts take it a tenth
/// of a second to compile; the rest is compared here.
struct Keyword: Sendable {
    /// In lower case where case does not matter.
    let text: [UInt8]
    let isCaseless: Bool
    /// Where the bytes that are looked for begin in the text.
    let offset: Int
    /// Rules that have it.
    var rules: [Int] = []
    /// It may be a part of a name of secrets.
    var isName = false
    /// It is the `://` of a URL, which may hold a password.
    var isURL = false

    /// Bytes that are looked for at most: for eight of each the compiler takes 120 ms on 1,300 keywords, so 18 ms.
    private static func reach(_ isCaseless: Bool) -> Int { isCaseless ? 6 : 5 }

    init(_ text: String, isCaseless: Bool) {
        self.text = isCaseless ? Array(text.utf8).lowered : Array(text.utf8)
        self.isCaseless = isCaseless
        let reach = Keyword.reach(isCaseless)
        let starts = 0...max(0, self.text.count - reach)
        offset = starts.max { [text = self.text] in
            (Keyword.rarity(text[$0...].prefix(reach)), -$0) < (Keyword.rarity(text[$1...].prefix(reach)), -$1)
        } ?? 0
    }

    var window: ArraySlice<UInt8> { text[offset...].prefix(Keyword.reach(isCaseless)) }

    /// Common letters count little, capitals, digits and rare letters much.
    private static func rarity(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { sum, byte in
            let weight = " etaoinsr".utf8.contains(byte) ? 3 : "lcdupmh".utf8.contains(byte) ? 4 : "fgbyvwk_.-/:\"=".utf8.contains(byte) ? 5 : 7
            return sum + weight
        }
    }

    /// Where the whole text stands when its window ends at an offset; nil when it does not.
    func range(windowEnd end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let start = end - window.count - offset
        guard start >= 0, start + text.count <= bytes.count else { return nil }
        for index in text.indices {
            let byte = bytes[start + index]
            guard (isCaseless ? byte.lowered : byte) == text[index] else { return nil }
        }
        return start..<(start + text.count)
    }
}

/// Keywords of one kind, compiled.
struct KeywordTable: Sendable {
    let database: PatternDatabase
    /// By the numbers of the database's entries: those that share what is looked for.
    let groups: [[Keyword]]
}
