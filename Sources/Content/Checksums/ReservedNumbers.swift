// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// National numbers that their issuers withdrew, reserved, or print on specimens.
enum ReservedNumbers {
    static func holds(_ plain: String, _ check: ValueCheck) -> Bool {
        switch check {
        // SSA: two advertisements' numbers, withdrawn; ten for advertising.
        case .ssn: ["078051120", "219099999"].contains(plain) || plain.hasPrefix("98765432")
        // HMRC: the prefix of its own examples, never given.
        case .nino: plain.hasPrefix("QQ")
        // DVV: its own example; 900 to 999 are temporary.
        case .hetu: plain == "131052308T" || plain.dropLast().suffix(3).first == "9"
        // ZAS: its specimen.
        case .ahv: plain == "7569217076985"
        // The specimen of the carte Vitale.
        case .nir: plain == "269054958815780"
        // The specimen of the DNI electrónico; zero.
        case .dni: plain == "99999999R" || plain == "00000000T"
        // The specimen of passports and identity cards.
        case .bsn: plain == "999999990"
        // NHS England: 999 is its range for tests, 9000000 that of its sandbox.
        case .nhs: plain.hasPrefix("999") || plain.hasPrefix("9000000")
        // BZSt: a leading zero marks a test number.
        case .steuerID: plain.hasPrefix("0")
        // Skatteetaten: 80 more in the month for synthetic people.
        case .fodselsnummer: plain.dropFirst(2).first.map { "89".contains($0) } ?? false
        default: false
        }
    }

    /// Whether the digits only count up, one by one or in groups: everybody's dummy, whoever may have it.
    static func isCounted(_ plain: String) -> Bool {
        plain.hasPrefix("12345678") || plain.hasPrefix("75612345678") || plain == "111223333"
    }
}
