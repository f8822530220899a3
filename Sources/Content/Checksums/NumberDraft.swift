// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A number whose check characters are still question marks.
enum NumberDraft {
    static func draft(for check: ValueCheck, using generator: inout some RandomNumberGenerator) -> [UInt8] {
        switch check {
        case .iban: iban(&generator)
        case .paymentCard: card(16, &generator)
        case .paymentCardLong: card(19, &generator)
        case .crc32Base62, .crc32Hex, .jwt, .base64Basic, .base64JSONAuth:
            SyntheticSecrets.value(for: check, using: &generator)
        default: fill(template(check, &generator), &generator)
        }
    }

    /// `#` is drawn as a digit, `^` as a letter, `~` as a small letter; all else stands.
    private static func template(_ check: ValueCheck, _ generator: inout some RandomNumberGenerator) -> String {
        let year = two(0...99, &generator)
        let day = two(1...28, &generator)
        let month = two(1...12, &generator)
        return switch check {
        case .codiceFiscale:
            "^^^^^^\(year)\(pick("ABCDEHLMPRST", &generator))\(day)\(pick("ABCDEFGHIL", &generator))###?"
        case .dni: "########?"
        case .nie: "\(pick("XYZ", &generator))#######?"
        case .hetu: "\(day)\(month)\(year)\(pick("-A", &generator))\(three(2...899, &generator))?"
        case .ahv: "756.####.####.#?"
        case .cpf: "###.###.###-??"
        case .ssn: "\(three(1...665, &generator))-\(two(1...99, &generator))-\(pick("123456789", &generator))###"
        case .nino:
            "\(pick("ABCEHJLMPRSWXY", &generator))\(pick("CEHJLMPRSWXY", &generator))######\(pick("ABCD", &generator))"
        case .nir: "\(pick("12", &generator)) \(year) \(month) \(two(1...95, &generator)) ### ### ??"
        case .steuerID: steuerID(&generator)
        case .pesel: "\(year)\(pick("02", &generator))\(two(1...9, &generator).suffix(1))\(day)####?"
        case .belgianNN: "\(year).\(month).\(day)-\(three(1...997, &generator)).??"
        case .fodselsnummer: "\(day)\(month)\(year) \(three(0...499, &generator))??"
        case .bsn: "########?"
        case .sin: "\(pick("1234567", &generator))## ### ##?"
        case .cpr: "\(day)\(month)\(year)-\(pick("0123", &generator))###"
        case .nhs: "\(pick("46", &generator))## ### ###?"
        case .phone: "+\(pick("46", &generator))1 \(pick("23456789", &generator))# ### ## ##"
        case .email: "~~~~~~.~~~~~~~@~~~~~~~~~~~~~~~~.com"
        default: ""
        }
    }

    private static func fill(_ template: String, _ generator: inout some RandomNumberGenerator) -> [UInt8] {
        template.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "#"): UInt8.random(in: 0x30...0x39, using: &generator)
            case UInt8(ascii: "^"): UInt8.random(in: 0x41...0x5A, using: &generator)
            case UInt8(ascii: "~"): UInt8.random(in: 0x61...0x7A, using: &generator)
            default: byte
            }
        }
    }

    private static func iban(_ generator: inout some RandomNumberGenerator) -> [UInt8] {
        let structure = IBANStructure.all[Int.random(in: IBANStructure.all.indices, using: &generator)]
        var draft = [UInt8(structure.country >> 8), UInt8(structure.country & 0xFF)] + Array("??".utf8)
        for run in structure.runs {
            let mark = run.kind == UInt8(ascii: "a") ? "^" : "#"
            draft += fill(String(repeating: mark, count: run.count), &generator)
        }
        return draft
    }

    /// As many digits as asked for, or as near to them as a range comes.
    private static func card(_ digits: Int, _ generator: inout some RandomNumberGenerator) -> [UInt8] {
        let range = CardRange.all[Int.random(in: CardRange.all.indices, using: &generator)]
        let count = max(range.shortest, min(range.longest, digits))
        let lead = Int.random(in: range.first...range.last, using: &generator)
        return fill("\(lead)" + String(repeating: "#", count: count - 7) + "?", &generator)
    }

    /// Nine digits of ten in any order, one of them once more at the end.
    private static func steuerID(_ generator: inout some RandomNumberGenerator) -> String {
        let digits = Array(1...9).shuffled(using: &generator)
        let order = digits.dropLast() + [0, digits[Int.random(in: 0..<8, using: &generator)]]
        return order.map(String.init).joined() + "?"
    }

    private static func pick(_ letters: StaticString, _ generator: inout some RandomNumberGenerator) -> String {
        letters.withUTF8Buffer {
            String(UnicodeScalar($0[Int.random(in: $0.indices, using: &generator)]))
        }
    }

    private static func two(_ range: ClosedRange<Int>, _ generator: inout some RandomNumberGenerator) -> String {
        String("0\(Int.random(in: range, using: &generator))".suffix(2))
    }

    private static func three(_ range: ClosedRange<Int>, _ generator: inout some RandomNumberGenerator) -> String {
        String("00\(Int.random(in: range, using: &generator))".suffix(3))
    }
}
