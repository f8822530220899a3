// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The Brazilian CPF: nine digits and two check digits by 11.
///
/// Receita Federal, Ato Declaratório Executivo Cofis; numbers of one repeated digit pass the sum and are never given.
package enum CPF {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(digitsOf: bytes, dropping: " -.", count: 11...11), !value.isOneDigit else {
            return false
        }
        // The weight of ten is the character after nine.
        let first = value.sum(weights: ":98765432") * 10 % 11 % 10
        let second = value.sum(weights: ";:98765432") * 10 % 11 % 10
        return first == value.digit(9) && second == value.digit(10)
    }
}
