// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The social security number of the United States, with both hyphens or with none. It has no check digit.
///
/// Social Security Administration, randomisation since 2011 (POMS RM 10201.030): never areas 000, 666 and 900 to 999,
/// never group 00 or serial 0000. The numbers of two old advertisements were withdrawn.
package enum SSN {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(bytes, keeping: "-") else { return false }
        switch value.count {
        case 9: return value.areDigits(0..<9) && isGiven(value.number(0..<9))
        case 11:
            guard value[3] == 0x2D, value[6] == 0x2D, value.areDigits(0..<3), value.areDigits(4..<6),
                value.areDigits(7..<11)
            else { return false }
            return isGiven(value.number(0..<3) * 1_000_000 + value.number(4..<6) * 10_000 + value.number(7..<11))
        default: return false
        }
    }

    private static func isGiven(_ number: Int) -> Bool {
        let area = number / 1_000_000
        return 1...899 ~= area && area != 666 && number / 10_000 % 100 != 0 && number % 10_000 != 0
            && number != 78_051_120 && number != 219_099_999
    }
}

/// The Canadian social insurance number: nine digits with Luhn's check digit.
///
/// Employment and Social Development Canada (ESDC): the first digit is the province or 9 for temporary residents;
/// 0 and 8 are given to no person.
package enum SIN {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(digitsOf: bytes, dropping: " -", count: 9...9) else { return false }
        return value.digit(0) != 0 && value.digit(0) != 8 && Luhn.holds(for: value)
    }
}
