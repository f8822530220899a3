// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The Spanish documento nacional de identidad: eight digits and the letter of their remainder by 23.
///
/// Real Decreto 1553/2005, article 11 (BOE-A-2005-21163), and Orden INT/2058/2008 for the NIE.
package enum DNI {
    static let letters: StaticString = "TRWAGMYFPDXBNJZSQVHLCKE"

    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(bytes, dropping: " -"), value.count == 9, value.areDigits(0..<8) else {
            return false
        }
        return value[8] == letter(value.number(0..<8))
    }

    static func letter(_ number: Int) -> UInt8 {
        letters.withUTF8Buffer { $0[number % 23] }
    }
}

/// The Spanish number of a foreigner: X, Y or Z (as 0, 1 or 2), seven digits, and the DNI's letter.
package enum NIE {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(bytes, dropping: " -"), value.count == 9, 0x58...0x5A ~= value[0],
            value.areDigits(1..<8)
        else { return false }
        return value[8] == DNI.letter(Int(value[0] - 0x58) * 10_000_000 + value.number(1..<8))
    }
}
