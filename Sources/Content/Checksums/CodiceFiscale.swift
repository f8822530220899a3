// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The Italian codice fiscale of a person: 16 characters, the last a check letter.
///
/// Decreto ministeriale 23 December 1976 and Agenzia delle Entrate: surname and name in six letters, year, month
/// letter, day (women's plus 40), place of birth, and letters for digits where two people would have the same
/// (omocodia).
package enum CodiceFiscale {
    /// What a letter or digit counts at an odd place (the first is one), letters by their place in the alphabet and
    /// digits as the letters A to J.
    private static let oddValues: [Int] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
    ]
    private static let digitPlaces = [6, 7, 9, 10, 12, 13, 14]

    package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let value = CompactValue(bytes, dropping: " -"), value.count == 16, value.areLetters(0..<6),
            value.areLetters(11..<12), value.areLetters(15..<16),
            digitPlaces.allSatisfy({ digit(value[$0]) != nil }), holdsBirthDay(value)
        else { return false }
        return value[15] == UInt8(ascii: "A") + UInt8(checkSum(value) % 26)
    }

    static func checkSum(_ value: CompactValue) -> Int {
        var sum = 0
        for position in 0..<15 {
            let byte = value[position]
            let place = byte < 0x41 ? value.digit(position) : Int(byte) - 0x41
            sum += position.isMultiple(of: 2) ? oddValues[place] : place
        }
        return sum
    }

    /// The digit that stands at a place, or the letter put in its stead.
    private static func digit(_ byte: UInt8) -> Int? {
        if 0x30...0x39 ~= byte { return Int(byte) - 0x30 }
        return index(of: byte, in: "LMNPQRSTUV")
    }

    static func index(of byte: UInt8, in letters: StaticString) -> Int? {
        letters.withUTF8Buffer { $0.firstIndex(of: byte) }
    }

    /// The century is not told: a leap day needs a year that four divides.
    private static func holdsBirthDay(_ value: CompactValue) -> Bool {
        guard let month = index(of: value[8], in: "ABCDEHLMPRST"), let decade = digit(value[6]),
            let year = digit(value[7]), let tens = digit(value[9]), let ones = digit(value[10])
        else { return false }
        let day = tens * 10 + ones
        return CalendarDay.exists(year: 2000 + decade * 10 + year, month: month + 1, day: day > 40 ? day - 40 : day)
    }
}
