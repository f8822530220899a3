// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The Finnish henkilötunnus: day of birth, a sign for the century, three digits, and a check character.
///
/// Digital and Population Data Services Agency (DVV), the personal identity code, with the signs of the reform of
/// 2023. Numbers from 900 on are given to nobody: they are for tests and for stays in hospital.
package enum HETU {
    static let checkCharacters: StaticString = "0123456789ABCDEFHJKLMNPRSTUVWXY"

    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(bytes, keeping: "+-"), value.count == 11, value.areDigits(0..<6),
            value.areDigits(7..<10), let century = century(value[6]), 2...899 ~= value.number(7..<10),
            CalendarDay.exists(
                year: century + value.number(4..<6), month: value.number(2..<4), day: value.number(0..<2))
        else { return false }
        return value[10] == checkCharacter(value.number(0..<6) * 1000 + value.number(7..<10))
    }

    static func checkCharacter(_ number: Int) -> UInt8 {
        checkCharacters.withUTF8Buffer { $0[number % 31] }
    }

    private static func century(_ sign: UInt8) -> Int? {
        switch sign {
        case UInt8(ascii: "+"): 1800
        case UInt8(ascii: "-"), UInt8(ascii: "U")...UInt8(ascii: "Y"): 1900
        case UInt8(ascii: "A")...UInt8(ascii: "F"): 2000
        default: nil
        }
    }
}
