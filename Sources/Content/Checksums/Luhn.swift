// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The check digit of ISO/IEC 7812-1, annex B.
package enum Luhn {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(digitsOf: bytes, dropping: " -", count: 1...CompactValue.capacity) else {
            return false
        }
        return holds(for: value)
    }

    static func holds(for value: CompactValue) -> Bool {
        var sum = 0
        for position in 0..<value.count {
            let digit = value.digit(position)
            let isDoubled = (value.count - position).isMultiple(of: 2)
            sum += isDoubled ? digit * 2 - (digit > 4 ? 9 : 0) : digit
        }
        return sum.isMultiple(of: 10)
    }
}
