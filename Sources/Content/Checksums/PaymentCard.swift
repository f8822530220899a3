// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The number of a payment card: 13 to 19 digits, in the range of an issuer, with the check digit of ISO/IEC 7812-1.
///
/// Luhn's digit alone lets one number in ten through; the issuers' ranges take out most of the timestamps and ids.
package enum PaymentCard {
    package static func isValid(_ bytes: some Collection<UInt8>, digits: ClosedRange<Int> = 13...19) -> Bool {
        guard let value = CompactValue(digitsOf: bytes, dropping: " -", count: digits), value.count >= 13 else {
            return false
        }
        return CardRange.of(value) != nil && !value.isOneDigit && Luhn.holds(for: value)
    }
}
