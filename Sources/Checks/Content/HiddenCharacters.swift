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
                guard let scalar = scalar(bytes, at: next) else {
                    index = next + 1
                    continue
                }
                index = next + UTF8.width(scalar)
                guard let rule = rule(of: scalar, bytes, at: next, end: &index) else { continue }
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

    /// The next byte that could begin one.
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
            switch bytes[index] {
            // U+00AD; U+034F; U+115F to 180F; U+2xxx; U+3164; U+FExx and FFxx; planes 12 to 15.
            case 0xC2, 0xCD, 0xE1, 0xE2, 0xE3, 0xEF, 0xF3: return index
            default: index += 1
            }
        }
        return nil
    }

    /// `end`: where the character ends, and with it a run that it begins.
    private static func rule(
        of scalar: Unicode.Scalar, _ bytes: UnsafeRawBufferPointer, at index: Int, end: inout Int
    ) -> String? {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: return "bidi"
        case 0xE0000...0xE007F: return isInFlag(bytes, at: index) ? nil : "tag"
        case 0xE0100...0xE01EF: return "variation-selector"
        default:
            guard isInvisible(scalar) else { return nil }
            var count = 1
            while let next = self.scalar(bytes, at: end), isInvisible(next) {
                count += 1
                end += UTF8.width(next)
            }
            return count >= payloadLength ? "payload" : nil
        }
    }

    /// Emoji and scripts put up to three of them side by side; hidden data needs many.
    private static let payloadLength = 4

    /// Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt, less the rules above.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x34F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x2060...0x2065,
            0x206A...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0:
            true
        default: false
        }
    }

    private static func scalar(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Unicode.Scalar? {
        guard index < bytes.count else { return nil }
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
