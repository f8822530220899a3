// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The Swiss AHV number (NAVS13): 756, nine digits, and the check digit of EAN-13.
///
/// Central Compensation Office (ZAS/CCO), and eCH-0044 for its form.
package enum AHV {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(digitsOf: bytes, dropping: " .", count: 13...13), value.number(0..<3) == 756
        else { return false }
        return value.sum(weights: "1313131313131").isMultiple(of: 10)
    }
}
