// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The Dutch burgerservicenummer: nine digits (eight where the first is a zero) that hold the elfproef.
///
/// Rijksdienst voor Identiteitsgegevens (RvIG), Besluit burgerservicenummer: weights 9 to 2, and -1 for the last.
package enum BSN {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(digitsOf: bytes, dropping: " -.", count: 8...9) else { return false }
        let last = value.count - 1
        var sum = -value.digit(last)
        for position in 0..<last { sum += value.digit(position) * (value.count - position) }
        return sum.isMultiple(of: 11) && value.number(0..<value.count) != 0
    }
}
