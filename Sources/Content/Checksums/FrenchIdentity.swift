// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The French numéro de sécurité sociale (NIR): 13 characters and a key by 97.
///
/// INSEE, décret 82-103: sex, year, month (above 12 where it is not known), place of birth with 2A and 2B for Corsica,
/// serial number. 3, 4, 7 and 8 stand for people whose registration is not complete.
package enum NIR {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(bytes, dropping: " ."), value.count == 15, value.areDigits(0..<6),
            value.areDigits(7..<15), [1, 2, 3, 4, 7, 8].contains(value.digit(0)), isMonth(value.number(3..<5)),
            let number = number(value)
        else { return false }
        return 97 - number % 97 == value.number(13..<15)
    }

    /// INSEE: 20 and above where the civil status is incomplete.
    private static func isMonth(_ month: Int) -> Bool {
        1...12 ~= month || 20...42 ~= month || 50...99 ~= month
    }

    /// With Corsica's 2A and 2B as 19 and 18.
    static func number(_ value: CompactValue) -> Int? {
        let place: Int
        switch value[6] {
        case 0x30...0x39: place = value.number(5..<7)
        case UInt8(ascii: "A") where value[5] == UInt8(ascii: "2"): place = 19
        case UInt8(ascii: "B") where value[5] == UInt8(ascii: "2"): place = 18
        default: return nil
        }
        return (value.number(0..<5) * 100 + place) * 1_000_000 + value.number(7..<13)
    }
}
