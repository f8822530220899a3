// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Names in a text that stand for a value: `${name}`, `$(name)`, `$name`, `${name:-default}`.
struct Placeholders: OptionSet {
    let rawValue: Int

    /// `${name}`
    static let braces = Placeholders(rawValue: 1)
    /// `$(name)`
    static let parentheses = Placeholders(rawValue: 2)
    /// `$name`
    static let bare = Placeholders(rawValue: 4)
    /// `${name:-default}` and `${name-default}`, beside `braces`.
    static let defaults = Placeholders(rawValue: 8)

    /// Longer values are not filled in, so that a text can't grow without bound.
    static let longestValue = 256

    /// The text with the values of the names that are known, and whether all of them were.
    func filled(_ text: String, value: (String) -> String?) -> (text: String, isWhole: Bool) {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "$")) else { return (text, true) }
        var result: [UInt8] = []
        var isWhole = true
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "$"), let place = place(in: bytes, at: index) else {
                result.append(bytes[index])
                index += 1
                continue
            }
            if let value = value(place.name) ?? place.fallback, value.utf8.count <= Placeholders.longestValue {
                result += value.utf8
            } else {
                isWhole = false
                result += place.shown ?? bytes[index..<place.end]
            }
            index = place.end
        }
        return (result.decoded, isWhole)
    }

    private struct Place {
        let name: String
        let fallback: String?
        /// What stands for it where nobody knows its value; nil: as it is written.
        var shown: ArraySlice<UInt8>?
        let end: Int
    }

    private func place(in bytes: [UInt8], at dollar: Int) -> Place? {
        let start = dollar + 1
        guard start < bytes.count else { return nil }
        let limit = min(bytes.count, start + Placeholders.longestValue)
        switch bytes[start] {
        case UInt8(ascii: "{") where contains(.braces):
            return closed(by: "}", in: bytes[(start + 1)..<max(start + 1, limit)])
        case UInt8(ascii: "(") where contains(.parentheses):
            return closed(by: ")", in: bytes[(start + 1)..<max(start + 1, limit)])
        case let first where contains(.bare) && first.isWord && !first.isDigit:
            let end = bytes[start..<limit].firstIndex { !$0.isWord } ?? limit
            return Place(name: bytes[start..<end].decoded, fallback: nil, end: end)
        default: return nil
        }
    }

    private func closed(by close: Unicode.Scalar, in rest: ArraySlice<UInt8>) -> Place? {
        guard let end = rest.firstIndex(of: UInt8(ascii: close)) else { return nil }
        let inside = rest[rest.startIndex..<end]
        let name = inside.prefix(while: \.isWord)
        guard contains(.defaults), !name.isEmpty, name.count < inside.count else {
            return Place(name: inside.decoded, fallback: nil, end: end + 1)
        }
        // `:-` and `-` give a default; `?` an error, and `+` another text, which nobody knows here.
        var rest = inside[name.endIndex...]
        if rest.first == UInt8(ascii: ":") { rest.removeFirst() }
        let fallback = rest.first == UInt8(ascii: "-") ? rest.dropFirst().decoded : nil
        return Place(name: name.decoded, fallback: fallback, shown: Array("${\(name.decoded)}".utf8)[...], end: end + 1)
    }
}
