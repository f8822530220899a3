// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// ASCII classes of bytes.
extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isLower: Bool { self &- 0x61 < 26 }
    var isUpper: Bool { self &- 0x41 < 26 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isAlphanumeric: Bool { isLetter || isDigit }
    var isHex: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
    var isBlank: Bool { self == 0x20 || self == 0x09 }
    var isLineEnd: Bool { self == 0x0A || self == 0x0D }
    var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "`") }
    /// The lower-case letter of an upper-case one; any other byte as it is.
    var lowered: UInt8 { isUpper ? self | 0x20 : self }
}

extension Collection<UInt8> {
    var lowered: [UInt8] { map(\.lowered) }
    var string: String { String(decoding: self, as: UTF8.self) }

    func contains(text: StaticString) -> Bool {
        firstRange(of: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)) != nil
    }

    /// Whether a text in lower case stands somewhere, in any case.
    func containsCaseless(_ text: StaticString) -> Bool {
        let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard let first = bytes.first, count >= bytes.count else { return false }
        var start = startIndex
        var left = count
        while left >= bytes.count {
            if self[start].lowered == first,
                self[start...].prefix(bytes.count).elementsEqual(bytes, by: { $0.lowered == $1 })
            {
                return true
            }
            start = index(after: start)
            left -= 1
        }
        return false
    }
}
