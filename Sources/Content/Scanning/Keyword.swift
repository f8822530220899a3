// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Patterns

/// A text that stands wherever some rules match. Vectorscan looks for its rarest few bytes, for long texts take it a
/// tenth of a second to compile; the rest is compared here.
struct Keyword: Sendable {
    /// What tells keywords apart.
    struct Name: Hashable, Sendable {
        /// In lower case where case does not matter.
        let text: [UInt8]
        let isCaseless: Bool
    }

    let name: Name
    var text: [UInt8] { name.text }
    var isCaseless: Bool { name.isCaseless }
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
        let bytes = isCaseless ? Array(text.utf8).lowered : Array(text.utf8)
        name = Name(text: bytes, isCaseless: isCaseless)
        let reach = Keyword.reach(isCaseless)
        let starts = 0...max(0, bytes.count - reach)
        // The first of the rarest.
        var best = (offset: 0, rarity: 0)
        for start in starts {
            let rarity = Keyword.rarity(bytes[start...].prefix(reach))
            if rarity > best.rarity { best = (start, rarity) }
        }
        offset = best.offset
    }

    var window: ArraySlice<UInt8> { text[offset...].prefix(Keyword.reach(isCaseless)) }

    /// Common letters count little, capitals, digits and rare letters much.
    private static func rarity(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 + Int(weights[Int($1)]) }
    }

    private static let weights: [UInt8] = {
        var weights = [UInt8](repeating: 7, count: 256)
        for (weight, bytes) in [(3, " etaoinsr"), (4, "lcdupmh"), (5, "fgbyvwk_.-/:\"=")] as [(UInt8, String)] {
            for byte in bytes.utf8 { weights[Int(byte)] = weight }
        }
        return weights
    }()

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
