// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The British national insurance number: two letters, six digits, and A to D. It has no check digit.
///
/// HM Revenue and Customs, NIM39110: never D, F, I, Q, U or V in the prefix, no O as its second letter, and seven
/// prefixes that are not given.
package enum NINO {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(bytes, dropping: " -"), value.count == 9, isPrefix(value[0], value[1]),
            value.areDigits(2..<8)
        else { return false }
        return UInt8(ascii: "A")...UInt8(ascii: "D") ~= value[8]
    }

    static func isPrefix(_ first: UInt8, _ second: UInt8) -> Bool {
        guard isLetter(first), isLetter(second), second != UInt8(ascii: "O") else { return false }
        let prefix = [first, second]
        return !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains { $0.utf8.elementsEqual(prefix) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        0x41...0x5A ~= byte && !"DFIQUV".utf8.contains(byte)
    }
}

/// The NHS number of England, Wales and the Isle of Man: ten digits, the last a check digit by 11.
///
/// NHS Data Dictionary, attribute NHS NUMBER. Each digit repeated ten times passes the sum; such numbers are
/// placeholders.
package enum NHSNumber {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(digitsOf: bytes, dropping: " -", count: 10...10), !value.isOneDigit else {
            return false
        }
        return value.sum(weights: ":987654321").isMultiple(of: 11)
    }
}
