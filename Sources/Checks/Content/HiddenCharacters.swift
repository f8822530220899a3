// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Finds characters that hide or reorder text, by the bytes of their UTF-8.
struct HiddenCharacters {
    struct Hit {
        let rule: String
        let scalar: Unicode.Scalar
        /// Of the first on its line, and what belongs to it: a run, a word.
        let range: Range<Int>
        /// Others of the same rule on the line.
        var more = 0
    }

    private let bytes: UnsafeRawBufferPointer
    /// A byte order mark may begin the text: it is the beginning of a file.
    private let mayHaveMark: Bool
    private var hits: [Hit] = []
    private var counts: [String: Int] = [:]
    /// Hits of the line that ends at `lineEnd`, by rule.
    private var onLine: [String: Int] = [:]
    private var lineEnd = 0

    /// The first of each rule on each line; of each rule at most one more than a judge keeps.
    static func find(in text: [UInt8], mayHaveMark: Bool = false) -> [Hit] {
        text.withUnsafeBytes { bytes in
            var scan = HiddenCharacters(bytes: bytes, mayHaveMark: mayHaveMark)
            scan.run()
            return scan.hits
        }
    }

    private init(bytes: UnsafeRawBufferPointer, mayHaveMark: Bool) {
        self.bytes = bytes
        self.mayHaveMark = mayHaveMark
    }

    private mutating func run() {
        var index = 0
        while let next = candidate(from: index) {
            guard let scalar = bytes.scalar(at: next) else {
                index = next + 1
                continue
            }
            index = next + UTF8.width(scalar)
            guard let rule = rule(of: scalar, at: next, end: &index) else { continue }
            if next >= lineEnd {
                onLine = [:]
                lineEnd = bytes[next...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            }
            if let first = onLine[rule] {
                hits[first].more += 1
            } else if counts[rule, default: 0] <= Judge.findingLimit {
                counts[rule, default: 0] += 1
                onLine[rule] = hits.count
                hits.append(Hit(rule: rule, scalar: scalar, range: next..<index))
            }
        }
    }

    /// The next byte that could begin one.
    private func candidate(from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            // Source is mostly ASCII without controls: eight bytes at a time.
            if index + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 == 0 {
                    // What 0x20 and more carries into its highest bit, and DEL alone after one more.
                    let low = ~(word &+ 0x6060_6060_6060_6060) | (word &+ 0x0101_0101_0101_0101)
                    var controls = low & 0x8080_8080_8080_8080
                    while controls != 0 {
                        let at = index + controls.trailingZeroBitCount >> 3
                        if CharacterClass.isControl(bytes[at]) { return at }
                        controls &= controls - 1
                    }
                    index += 8
                    continue
                }
            }
            if CharacterClass.mayBegin(bytes[index]) { return index }
            index += 1
        }
        return nil
    }

    /// `end`: where the character ends, and with it a run or a word that it belongs to.
    private func rule(of scalar: Unicode.Scalar, at index: Int, end: inout Int) -> String? {
        switch CharacterClass(scalar) {
        case .bidi: return "bidi"
        case .tag: return isInFlag(at: index) ? nil : "tag"
        case .supplement: return isVariant(from: index, end: &end) ? nil : "variation-selector"
        case .zeroWidth, .invisible: return runRule(from: index, end: &end)
        case .control: return "control"
        case .privateUse:
            var count = 1
            while let next = bytes.scalar(at: end), CharacterClass(next) == .privateUse {
                count += 1
                end += UTF8.width(next)
            }
            return count >= HiddenCharacters.privateRun ? "private-use" : nil
        case .lookAlike: return isMixed(from: index, end: &end) ? "mixed-script" : nil
        case .ordinary: return nil
        }
    }

    /// Alone behind an ideograph it asks for a variant of it (Unicode TS #37). Two and more carry data.
    private func isVariant(from index: Int, end: inout Int) -> Bool {
        while let next = bytes.scalar(at: end), CharacterClass(next) == .supplement { end += UTF8.width(next) }
        return end - index == 4 && bytes.scalar(before: index)?.properties.isIdeographic == true
    }

    /// Emoji and scripts put up to three of them side by side; hidden data needs many.
    private static let payloadLength = 4
    /// Icons of a font stand alone.
    private static let privateRun = 3

    private func runRule(from index: Int, end: inout Int) -> String? {
        var run: [Unicode.Scalar] = []
        var length = 0
        // One of them over and over pads a text, and says nothing.
        var isUniform = true
        end = index
        while let next = bytes.scalar(at: end), [.zeroWidth, .invisible].contains(CharacterClass(next)) {
            end += UTF8.width(next)
            length += 1
            isUniform = isUniform && next == run.first ?? next
            if length <= HiddenCharacters.payloadLength { run.append(next) }
        }
        guard length < HiddenCharacters.payloadLength || isUniform else { return "payload" }
        if mayHaveMark, index == 0, run.first == "\u{FEFF}" { run.removeFirst() }
        guard !run.isEmpty, !isInPlace(run, before: index, after: end) else { return nil }
        return run.contains { CharacterClass($0) == .zeroWidth } ? "zero-width" : "invisible"
    }

    /// Emoji are joined and styled by such characters, and some scripts are written with them.
    private func isInPlace(_ run: [Unicode.Scalar], before: Int, after: Int) -> Bool {
        guard let previous = bytes.scalar(before: before) else { return false }
        if CharacterClass.isEmoji(previous) || (previous.value < 0x80 && previous.properties.isEmoji) {
            let styles = run.allSatisfy { [0x200D, 0xFE0E, 0xFE0F].contains($0.value) }
            let joins = run.last == "\u{200D}"
            return styles && (!joins || bytes.scalar(at: after).map(CharacterClass.isEmoji) ?? false)
        }
        return run.allSatisfy { CharacterClass.belongs($0, behind: previous) }
    }

    /// True when the part of a word that the character stands in holds ASCII letters too. What has no look-alike
    /// among them, such as the Greek of formulas, mixes nothing.
    private func isMixed(from index: Int, end: inout Int) -> Bool {
        var start = index
        while start > 0, CharacterClass.isLetterOrDigit(bytes[start - 1]) { start -= 1 }
        // What stands before it is an escape or a format: `\n`, `%s`.
        if start > 0, bytes[start - 1] == UInt8(ascii: "\\") || bytes[start - 1] == UInt8(ascii: "%") { start = index }
        end = index
        var deceives = false
        while end < bytes.count {
            if CharacterClass.isLetterOrDigit(bytes[end]) {
                end += 1
            } else if let next = bytes.scalar(at: end), CharacterClass(next) == .lookAlike {
                deceives = deceives || CharacterClass.deceives(next)
                end += UTF8.width(next)
            } else {
                break
            }
        }
        return deceives && bytes[start..<end].contains { (0x61...0x7A).contains($0.folded) }
    }

    /// A flag of a region is U+1F3F4, tag characters, U+E007F (Unicode TS #51, emoji tag sequence).
    private func isInFlag(at index: Int) -> Bool {
        let flag: [UInt8] = [0xF0, 0x9F, 0x8F, 0xB4]
        let isTag = { (at: Int) in
            at >= 0 && at + 4 <= bytes.count && bytes[at] == 0xF3 && bytes[at + 1] == 0xA0
                && bytes[at + 2] & 0xFE == 0x80
        }
        var start = index
        // The longest region tag has six letters and digits.
        while isTag(start - 4), index - start < 32 { start -= 4 }
        guard start >= 4, bytes[(start - 4)..<start].elementsEqual(flag) else { return false }
        var end = index
        while isTag(end + 4), end - index < 32 { end += 4 }
        return bytes.scalar(at: end)?.value == 0xE007F
    }
}

extension UnsafeRawBufferPointer {
    /// The character that begins at an offset; nil for bytes that are none.
    func scalar(at index: Int) -> Unicode.Scalar? {
        guard index < count else { return nil }
        var decoder = UTF8()
        var rest = self[index...].prefix(4).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
        return scalar
    }

    /// The character that ends before an offset.
    func scalar(before index: Int) -> Unicode.Scalar? {
        var start = index - 1
        while start > 0, index - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
        guard start >= 0, let scalar = scalar(at: start), start + UTF8.width(scalar) == index else { return nil }
        return scalar
    }
}
