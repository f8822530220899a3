// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The Norwegian fødselsnummer and D-number: day of birth, three digits, and two check digits by 11.
///
/// Skatteetaten, and folkeregisterforskriften § 2-2-1: a D-number has 40 more in the day, a hospital's H-number 40
/// more in the month; 80 more in the month marks Skatteetaten's synthetic people and is nobody's.
package enum Fodselsnummer {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(digitsOf: bytes, dropping: " -:", count: 11...11), holdsBirthDay(value) else {
            return false
        }
        return value.sum(weights: "3761894521").isMultiple(of: 11)
            && value.sum(weights: "54327654321").isMultiple(of: 11)
    }

    private static func holdsBirthDay(_ value: CompactValue) -> Bool {
        let day = value.number(0..<2)
        let month = value.number(2..<4)
        let year = value.number(4..<6)
        guard let century = century(year, value.number(6..<9)) else { return false }
        return CalendarDay.exists(
            year: century + year, month: month > 40 ? month - 40 : month, day: day > 40 ? day - 40 : day)
    }

    private static func century(_ year: Int, _ serial: Int) -> Int? {
        switch (serial, year) {
        case (...499, _): 1900
        case (500...749, 54...): 1800
        case (500..., ..<40): 2000
        case (900..., _): 1900
        default: nil
        }
    }
}

/// The Danish CPR number: day of birth, and four digits that tell the century.
///
/// CPR-kontoret, Personnummeret i CPR: since 1 October 2007 numbers are given that its old sum by 11 does not hold
/// for, so that only the day can be checked.
package enum CPR {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(digitsOf: bytes, dropping: " -", count: 10...10) else { return false }
        let year = value.number(4..<6)
        return CalendarDay.exists(
            year: century(year, value.digit(6)) + year, month: value.number(2..<4), day: value.number(0..<2))
    }

    private static func century(_ year: Int, _ seventh: Int) -> Int {
        switch seventh {
        case 0...3: 1900
        case 4, 9: year < 37 ? 2000 : 1900
        default: year < 58 ? 2000 : 1800
        }
    }
}
