// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Text from outside made safe to look at: what would move a cursor, reorder a line or hide itself becomes an escape.
///
/// Every exit escapes once more for its own format (XML, HTML, Markdown, workflow commands).
package enum VisibleText {
    /// Decodes UTF-8; each byte that is none appears as `\xNN`.
    package static func of(_ bytes: some Sequence<UInt8>) -> String {
        var result = ""
        // A failed decode does not say which bytes it used, so invalid input goes byte by byte.
        let input = Array(bytes)
        if let valid = String(validating: input, as: UTF8.self) { return of(valid) }
        var index = 0
        while index < input.count {
            var decoder = UTF8()
            var slice = input[index...].makeIterator()
            if case .scalarValue(let scalar) = decoder.decode(&slice) {
                append(scalar, to: &result)
                index += UTF8.width(scalar)
            } else {
                result += "\\x" + Hex.string([input[index]])
                index += 1
            }
        }
        return result
    }

    package static func of(_ text: String) -> String {
        if isPlain(text) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return result
    }

    /// Printable ASCII, as nearly all text is. `alsoLineEnds`: with line feeds.
    package static func isPlain(_ text: String, alsoLineEnds: Bool = false) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) || (alsoLineEnds && $0 == UInt8(ascii: "\n")) }
    }

    /// At most `limit` characters, with an ellipsis where something was cut off.
    package static func of(_ text: String, limit: Int) -> String {
        let shown = of(text)
        return shown.count <= limit ? shown : shown.prefix(max(0, limit - 1)) + "…"
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        switch scalar {
        case "\t": result += "\\t"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        default:
            if isHidden(scalar) {
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }

    /// True for what has no glyph of its own or changes how its neighbours are shown.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F,
            0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0E, 0xFEFF, 0xFFA0,
            0xFFF0...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE0FFF:
            true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
