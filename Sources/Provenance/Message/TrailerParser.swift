// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Reads the trailers of a commit message: git's block for credit, known keys anywhere else as evidence.
package struct TrailerParser: Sendable {
    /// Keys in lower case that are evidence outside git's block; those that end in `-by` always are.
    private let known: Set<String>

    package init(knownKeys: Set<String>) {
        known = knownKeys
    }

    /// In the order of the lines. Linear in the length of the message, of which 1 MiB is read.
    package func trailers(in message: CommitMessage) -> [Trailer] {
        trailers(in: MessageText(message))
    }

    func trailers(in text: MessageText) -> [Trailer] {
        let block = TrailerBlock.lines(of: text)
        let title = text.title ?? 0
        var result: [Trailer] = []
        for index in text.lines.indices {
            if block.contains(index), let trailer = strict(text, index, in: block) {
                result.append(trailer)
            } else if index > title, let trailer = lenient(text, index) {
                result.append(trailer)
            }
        }
        return result
    }

    /// Lines whose key is not ASCII and looks like one of these (in lower case), with the key that it looks like. None
    /// is a trailer to git.
    func lookAlikes(of keys: Set<String>, in text: MessageText) -> [(key: String, trailer: Trailer)] {
        guard text.bytes.contains(where: { $0 >= 0x80 }) else { return [] }
        return text.lines.indices.compactMap { index in
            let line = text.lines[index]
            let bytes = text.bytes[keyStart(text, line)..<line.end].prefix(CatalogueMatcher.limit)
            guard index > text.title ?? 0, bytes.contains(where: { $0 >= 0x80 }),
                let found = LookAlike.trailer(String(decoding: bytes, as: UTF8.self))
            else { return nil }
            let key = found.shown.lowercased()
            guard keys.contains(key) else { return nil }
            return (key, Trailer(key: found.key, value: found.value, line: line.number, block: .lenient))
        }
    }

    private func strict(_ text: MessageText, _ index: Int, in block: Range<Int>) -> Trailer? {
        let line = text.lines[index]
        guard let colon = TrailerBlock.separator(text, line) else { return nil }
        var after = index + 1
        while after < block.upperBound, text.bytes[text.lines[after].start].isBlank { after += 1 }
        return trailer(text, line, key: line.start..<colon, values: index..<after, colon: colon, .strict)
    }

    /// The title, where it is a line with a known key: to git it is none.
    func titleTrailer(in text: MessageText) -> Trailer? { text.title.flatMap { lenient(text, $0) } }

    /// A known key at the start of a line, after indentation, bullets and marks of emphasis.
    private func lenient(_ text: MessageText, _ index: Int) -> Trailer? {
        let line = text.lines[index]
        guard let place = keyPlace(text, line), isKnown(text, place.key) else { return nil }
        let start = keyStart(text, line)
        var after = index + 1
        while after < text.lines.count, isContinuation(text, after, of: start - line.start) { after += 1 }
        return trailer(
            text, line, key: place.key, values: index..<after, colon: place.colon, .lenient, without: place.mark)
    }

    private static let bullets = ["*", "-", "+", "|", "•", "◦", "▪", "·", "–", "—"].map { Array($0.utf8) }

    /// Where the text of a line begins.
    private func keyStart(_ text: MessageText, _ line: MessageText.Line) -> Int {
        var index = line.start
        while index < line.end {
            if text.bytes[index] == 0x20 || text.bytes[index] == 0x09 {
                index += 1
            } else if let bullet = bullet(text.bytes[index..<line.end]) {
                index += bullet
            } else {
                break
            }
        }
        return index
    }

    /// The length of the bullet or number (`1.`, `1)`) that a text begins with; nil without a blank behind it.
    private func bullet(_ bytes: ArraySlice<UInt8>) -> Int? {
        var length = TrailerParser.bullets.first { bytes.starts(with: $0) }?.count ?? 0
        if length == 0 {
            let digits = bytes.prefix(4).prefix { $0 >= 0x30 && $0 <= 0x39 }
            guard !digits.isEmpty, let end = bytes.dropFirst(digits.count).first, end == 0x2E || end == 0x29 else {
                return nil
            }
            length = digits.count + 1
        }
        let next = bytes.dropFirst(length).first
        return next == 0x20 || next == 0x09 ? length : nil
    }

    /// Where a line has a key and the colon behind it; the sign that stands around them (`**Key:**`, `| Key: ... |`).
    private func keyPlace(
        _ text: MessageText, _ line: MessageText.Line
    ) -> (key: Range<Int>, colon: Int, mark: UInt8?)? {
        var start = keyStart(text, line)
        var mark = text.bytes[line.start..<start].contains(UInt8(ascii: "|")) ? UInt8(ascii: "|") : nil
        if start < line.end, "*_`".utf8.contains(text.bytes[start]) {
            mark = text.bytes[start]
            while start < line.end, text.bytes[start] == mark { start += 1 }
        }
        var end = start
        while end < line.end, text.bytes[end].isKeyByte { end += 1 }
        guard end > start else { return nil }
        var colon = end
        while colon < line.end, text.bytes[colon] == mark { colon += 1 }
        while colon < line.end, text.bytes[colon] == 0x20 || text.bytes[colon] == 0x09 { colon += 1 }
        guard colon < line.end, text.bytes[colon] == UInt8(ascii: ":") else { return nil }
        return (start..<end, colon, mark)
    }

    private func isKnown(_ text: MessageText, _ range: Range<Int>) -> Bool {
        let key = TrailerParser.trimmed(text.bytes[range])
        if key.count > 3, key.suffix(3).lazy.map(\.folded).elementsEqual("-by".utf8) { return true }
        return known.contains(String(decoding: key.map(\.folded), as: UTF8.self))
    }

    /// Deeper than the key, and no trailer itself.
    private func isContinuation(_ text: MessageText, _ index: Int, of indentation: Int) -> Bool {
        let line = text.lines[index]
        var start = line.start
        while start < line.end, text.bytes[start].isBlank { start += 1 }
        guard start < line.end, start - line.start > indentation else { return false }
        return keyPlace(text, line) == nil
    }

    private func trailer(
        _ text: MessageText, _ line: MessageText.Line, key: Range<Int>, values: Range<Int>, colon: Int,
        _ block: Trailer.Block, without mark: UInt8? = nil
    ) -> Trailer {
        var value = Array(text.bytes[(colon + 1)..<line.end])
        for index in values.dropFirst() {
            value.append(0x20)
            value += text.bytes[text.lines[index].start..<text.lines[index].end].drop(while: \.isBlank)
        }
        var shown = TrailerParser.trimmed(value[...])
        if let mark {
            while shown.first == mark { shown.removeFirst() }
            while shown.last == mark { shown.removeLast() }
            shown = TrailerParser.trimmed(shown)
        }
        return Trailer(
            key: String(decoding: TrailerParser.trimmed(text.bytes[key]), as: UTF8.self),
            value: String(decoding: shown, as: UTF8.self), line: line.number, block: block,
            folded: values.count > 1)
    }

    /// Without white space at both ends, U+00A0 included: web forms put it there.
    private static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var value = value
        while let first = value.first {
            if first.isBlank {
                value.removeFirst()
            } else if value.starts(with: [0xC2, 0xA0]) {
                value.removeFirst(2)
            } else {
                break
            }
        }
        while let last = value.last {
            if last.isBlank {
                value.removeLast()
            } else if value.suffix(2).elementsEqual([0xC2, 0xA0]) {
                value.removeLast(2)
            } else {
                break
            }
        }
        return value
    }
}
