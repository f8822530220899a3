// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The Polish PESEL: day of birth with the century in the month, four digits, and a check digit.
///
/// Ustawa o ewidencji ludności, article 15 (Dz.U. 2010 nr 217 poz. 1427); Główny Urząd Statystyczny.
package enum PESEL {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(digitsOf: bytes, dropping: " -", count: 11...11), holdsBirthDay(value) else {
            return false
        }
        return (value.sum(weights: "1379137913") + value.digit(10)).isMultiple(of: 10)
    }

    private static func holdsBirthDay(_ value: CompactValue) -> Bool {
        let month = value.number(2..<4)
        // 0, 20, 40, 60 and 80 more for the 1900s, 2000s, 2100s, 2200s and 1800s.
        let century = month / 20 == 4 ? 1800 : 1900 + month / 20 * 100
        return CalendarDay.exists(year: century + value.number(0..<2), month: month % 20, day: value.number(4..<6))
    }
}
