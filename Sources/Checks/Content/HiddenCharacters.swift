// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Finds characters that hide or reorder text, by the bytes of their UTF-8.
enum HiddenCharacters {
    struct Hit {
        let rule: String
        let scalar: Unicode.Scalar
        /// Of the first on its line.
        let offset: Int
        /// Others of the same rule on the line.
        var more: Int
    }

    /// The first of each rule on each line; of each rule at most one more than a judge keeps.
    static func find(in text: [UInt8]) -> [Hit] {
        var hits: [Hit] = []
        var counts: [String: Int] = [:]
        // Hits of the line that ends at `lineEnd`, by rule.
        var onLine: [String: Int] = [:]
        var lineEnd = 0
        text.withUnsafeBytes { bytes in
            var index = 0
            while let next = candidate(bytes, from: index) {
                index = next + 1
                guard let (scalar, rule) = hidden(bytes, at: next), !(rule == "tag" && isInFlag(bytes, at: next)) else { continue }
                if next >= lineEnd {
                    onLine = [:]
                    lineEnd = bytes[next...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                }
                if let first = onLine[rule] {
                    hits[first].more += 1
                } else if counts[rule, default: 0] <= Judge.findingLimit {
                    counts[rule, default: 0] += 1
                    onLine[rule] = hits.count
                    hits.append(Hit(rule: rule, scalar: scalar, offset: next, more: 0))
                }
            }
        }
        return hits
    }

    /// The next byte that could begin one: E2 (bidi controls) or F3 (the tag and variation selector planes).
    private static func candidate(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            // Source is mostly ASCII: eight bytes at a time.
            if index + 8 <= bytes.count,
                bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                index += 8
                continue
            }
            if bytes[index] == 0xE2 || bytes[index] == 0xF3 { return index }
            index += 1
        }
        return nil
    }

    private static func hidden(_ bytes: UnsafeRawBufferPointer, at index: Int) -> (Unicode.Scalar, rule: String)? {
        guard let scalar = scalar(bytes, at: index) else { return nil }
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: return (scalar, "bidi")
        case 0xE0000...0xE007F: return (scalar, "tag")
        case 0xE0100...0xE01EF: return (scalar, "variation-selector")
        default: return nil
        }
    }

    private static func scalar(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Unicode.Scalar? {
        var decoder = UTF8()
        var rest = bytes[index...].prefix(4).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
        return scalar
    }

    /// A flag of a region is U+1F3F4, tag characters, U+E007F (Unicode TS #51, emoji tag sequence).
    private static func isInFlag(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
        let flag: [UInt8] = [0xF0, 0x9F, 0x8F, 0xB4]
        let isTag = { (at: Int) in at >= 0 && at + 4 <= bytes.count && bytes[at] == 0xF3 && bytes[at + 1] == 0xA0 && bytes[at + 2] & 0xFE == 0x80 }
        var start = index
        // The longest region tag has six letters and digits.
        while isTag(start - 4), index - start < 32 { start -= 4 }
        guard start >= 4, bytes[(start - 4)..<start].elementsEqual(flag) else { return false }
        var end = index
        while isTag(end + 4), end - index < 32 { end += 4 }
        return scalar(bytes, at: end)?.value == 0xE007F
    }
}
