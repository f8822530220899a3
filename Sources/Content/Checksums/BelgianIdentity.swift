// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The Belgian rijksregisternummer, and the BIS number of who is not in the register: day of birth, serial number, and
/// two check digits by 97.
///
/// Arrêté royal of 3 April 1984 and the national register's instructions: for births from 2000 on, a 2 stands before
/// the number as it is divided. A BIS number has 20 or 40 more in the month; 00 where the day is not known.
package enum BelgianNumber {
    /// Years from here on were not reached by the register: as 20xx they would be most of the false hits.
    static let firstYearAhead = 60

    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(digitsOf: bytes, dropping: " -.", count: 11...11), holdsBirthDay(value),
            1...998 ~= value.number(6..<9)
        else { return false }
        let number = value.number(0..<9)
        let check = value.number(9..<11)
        return 97 - number % 97 == check
            || value.number(0..<2) < firstYearAhead && 97 - (2_000_000_000 + number) % 97 == check
    }

    /// A day that is not known is 00; where month and day are not, the day counts on when serial numbers run out.
    private static func holdsBirthDay(_ value: CompactValue) -> Bool {
        let month = value.number(2..<4)
        guard month < 60, month % 20 <= 12 else { return false }
        return month % 20 == 0 || value.number(4..<6) <= 31
    }
}
