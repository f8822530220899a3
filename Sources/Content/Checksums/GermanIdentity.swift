// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The German Steuer-Identifikationsnummer: ten digits and a check digit of ISO 7064 mod 11,10.
///
/// Bundeszentralamt für Steuern, § 139b AO: no leading zero (that marks test numbers); among the first ten digits
/// exactly one stands twice, or, since 2016, three times but never three in a row; the others once at most.
package enum SteuerID {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(digitsOf: bytes, dropping: " -./,", count: 11...11), value.digit(0) != 0,
            repeatsOneDigit(value)
        else { return false }
        return checkDigit(value) == value.digit(10)
    }

    static func checkDigit(_ value: CompactValue) -> Int {
        var product = 10
        for position in 0..<10 {
            let sum = (value.digit(position) + product) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (11 - product) % 10
    }

    private static func repeatsOneDigit(_ value: CompactValue) -> Bool {
        var counts = [Int](repeating: 0, count: 10)
        for position in 0..<10 { counts[value.digit(position)] += 1 }
        var repeated = 0
        for digit in 0..<10 where counts[digit] > 1 {
            guard repeated == 0, counts[digit] <= 3 else { return false }
            repeated = counts[digit]
        }
        guard repeated == 3 else { return repeated == 2 }
        for position in 2..<10
        where value[position] == value[position - 1] && value[position] == value[position - 2] { return false }
        return true
    }
}
