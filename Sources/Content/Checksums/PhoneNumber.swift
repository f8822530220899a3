// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A telephone number in international form: a plus, a country code that is given out, 15 digits at most.
///
/// ITU-T E.164 and its list of assigned country codes; for code 1 the North American plan, where neither area nor
/// exchange begins with 0 or 1; for code 33 the nine digits of ARCEP's plan.
package enum PhoneNumber {
    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: "+"),
            let value = CompactValue(digitsOf: bytes.dropFirst(), dropping: " -.()/", count: 8...15),
            let code = codeLength(value)
        else { return false }
        switch value.number(0..<code) {
        case 1: return value.count == 11 && value.digit(1) > 1 && value.digit(4) > 1
        case 33: return value.count == 11 && value.digit(2) != 0
        default: return value.count >= code + 6
        }
    }

    private static func codeLength(_ value: CompactValue) -> Int? {
        (1...3).first { length in
            let code = value.number(0..<length)
            return codes.contains { $0.contains(code) }
        }
    }

    private static let codes: [ClosedRange<Int>] = [
        1...1, 7...7, 20...20, 27...27, 30...34, 36...36, 39...41, 43...49, 51...58, 60...66, 81...82, 84...84, 86...86,
        90...95, 98...98, 211...213, 216...216, 218...218, 220...258, 260...269, 290...291, 297...299, 350...359,
        370...383, 385...387, 389...389, 420...421, 423...423, 500...509, 590...599, 670...670, 672...683, 685...692,
        800...800, 808...808, 850...850, 852...853, 855...856, 870...870, 878...878, 880...883, 886...886, 888...888,
        960...968, 970...977, 979...979, 992...996, 998...998,
    ]
}
