// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content

/// A kind of value on which stdnum and we differ on purpose, with the source that says why.
struct Difference: Sendable {
    let name: String
    let source: String
    /// Whether stdnum holds the value for valid and we don't, or the other way.
    let isOurs: Bool
    /// A value that shows it, where a random one hardly ever does.
    let sample: String?
    /// Listed for every check, met by some.
    var isGeneral: Bool { name == "more separators" }
    let applies: @Sendable ([UInt8]) -> Bool

    private init(
        _ name: String, _ source: String, isOurs: Bool = false, sample: String? = nil,
        _ applies: @escaping @Sendable (String) -> Bool
    ) {
        self.name = name
        self.source = source
        self.isOurs = isOurs
        self.sample = sample
        self.applies = { value in applies(Difference.plain(value)) }
    }

    /// Digits and letters in capitals.
    private static func plain(_ value: [UInt8]) -> String {
        String(String(decoding: value, as: UTF8.self).filter { $0.isLetter || $0.isNumber }).uppercased()
    }

    private static func number(_ text: String, _ from: Int, _ count: Int) -> Int {
        Int(String(text.dropFirst(from).prefix(count))) ?? -1
    }

    private static func isOneDigit(_ text: String) -> Bool { Set(text).count == 1 }

    /// stdnum drops blanks and hyphens that stand anywhere, we only those that people write; patterns let none other
    /// in.
    static func separators(_ check: ValueCheck) -> Difference {
        Difference("more separators", "the forms in use") { check.holds(for: Array($0.utf8)) }
    }

    static let blanks = Difference("blanks at the ends", "DVV: eleven characters") { text in
        let sign = text.count == 10 ? String(text.prefix(6)) + "-" + text.suffix(4) : text
        return ValueCheck.hetu.holds(for: Array(sign.utf8))
            || ValueCheck.hetu.holds(for: Array(sign.replacing("-", with: "+").utf8))
    }
    static let checkDigits = Difference(
        "00, 01 and 99", "ISO 13616-1: check digits are 02 to 98", sample: "DE99244757710465634148"
    ) {
        ["00", "01", "99"].contains($0.dropFirst(2).prefix(2))
    }
    static let issuer = Difference("no issuer's range", "ISO/IEC 7812-1 and the schemes' rules") {
        Luhn.isValid($0.utf8) && !PaymentCard.isValid($0.utf8)
    }
    static let company = Difference(
        "a company's", "Agenzia delle Entrate: a person's has 16 characters", sample: "00000010017"
    ) { $0.count == 11 }
    static let womensDays = Difference("days above 71", "Agenzia delle Entrate: 1 to 31, women's 41 to 71") { text in
        let letters = Array("LMNPQRSTUV")
        let digits = text.dropFirst(9).prefix(2).map { letters.firstIndex(of: $0) ?? $0.wholeNumberValue ?? 0 }
        return digits.reduce(0) { $0 * 10 + $1 } > 71
    }
    static let repeatedCPF = Difference("one digit", "Receita Federal: never given") { isOneDigit($0) }
    static let repeatedNHS = Difference("one digit", "placeholders") { isOneDigit($0) }
    static let shortEAN = Difference("twelve digits and a hyphen", "ZAS: thirteen digits") { $0.count < 13 }
    static let sex = Difference(
        "sex or month", "INSEE: sex 1 to 4, 7 and 8; months 1 to 12, 20 to 42, 50 to 99"
    ) { text in
        let month = number(text, 3, 2)
        return ![1, 2, 3, 4, 7, 8].contains(number(text, 0, 1))
            || !(1...12 ~= month || 20...42 ~= month || 50...99 ~= month)
    }
    static let threeInARow = Difference("three in a row", "BZSt, since 2016", sample: "11123456786") { text in
        zip(text, zip(text.dropFirst(), text.dropFirst(2))).contains { $0 == $1.0 && $0 == $1.1 }
    }
    static let belgianDay = Difference(
        "day or serial number", "national register: days to 31, serial numbers 1 to 998"
    ) {
        number($0, 4, 2) > 31 || [0, 999].contains(number($0, 6, 3))
    }
    static let belgianClock = Difference("year ahead", "stdnum asks the clock, we never do", isOurs: true) {
        number($0, 0, 2) > 25
    }
    static let norwegianClock = Difference("not yet born", "stdnum asks the clock, we never do", isOurs: true) {
        number($0, 4, 2) > 25 && number($0, 6, 3) >= 500
    }
    static let danishClock = Difference("not yet born", "stdnum asks the clock, we never do", isOurs: true) {
        number($0, 4, 2) > 25 && number($0, 6, 1) >= 4
    }
    static let shortBSN = Difference("under eight digits", "RvIG: nine digits, eight without the leading zero") {
        $0.count < 8
    }
}
