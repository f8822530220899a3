// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The international bank account number of ISO 13616-1: country, two check digits, and an account as the IBAN
/// registry of SWIFT lays down for the country.
package enum IBAN {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(bytes, dropping: " -."), value.count > 4, value.areDigits(2..<4),
            2...98 ~= value.number(2..<4), let structure = IBANStructure.of(country(value)), structure.fits(value)
        else { return false }
        return remainder(value) == 1
    }

    private static func country(_ value: CompactValue) -> UInt16 { UInt16(value[0]) << 8 | UInt16(value[1]) }

    /// Mod 97 of ISO 7064 over the account, the country and the check digits, each letter as 10 to 35.
    private static func remainder(_ value: CompactValue) -> Int {
        var remainder = 0
        for offset in 0..<value.count {
            let byte = value[(offset + 4) % value.count]
            remainder =
                byte < 0x41 ? (remainder * 10 + Int(byte) - 0x30) % 97 : (remainder * 100 + Int(byte) - 0x37) % 97
        }
        return remainder
    }
}
