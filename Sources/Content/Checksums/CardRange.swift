// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A range of leading digits that belongs to a card scheme, with the lengths that its numbers have.
///
/// From the schemes' own rules: Visa Core Rules; Mastercard Rules (2-series since 2017); American Express, Discover
/// (with Diners Club, JCB and UnionPay on its network) and JCB merchant guides; UnionPay bulletin; Mir (NSPK); RuPay
/// (NPCI); Troy (BKM); Elo; Hipercard; Verve; Bancontact; Dankort (Nets); Humo and Uzcard.
struct CardRange {
    let scheme: StaticString
    /// First and last number of six digits.
    let first: Int
    let last: Int
    let shortest: Int
    let longest: Int

    private init(_ scheme: StaticString, _ first: Int, _ last: Int, _ shortest: Int, _ longest: Int) {
        self.scheme = scheme
        self.first = first
        self.last = last
        self.shortest = shortest
        self.longest = longest
    }

    /// The range that a number of 13 digits or more belongs to.
    static func of(_ value: CompactValue) -> CardRange? {
        let lead = value.number(0..<6)
        for range in all where range.first <= lead && lead <= range.last {
            if range.shortest <= value.count, value.count <= range.longest, range.allows(value.count) { return range }
        }
        return nil
    }

    /// Visa's numbers have 13, 16 or 19 digits, nothing between.
    private func allows(_ count: Int) -> Bool {
        first != 400_000 || count == 13 || count == 16 || count == 19
    }

    static let all: [CardRange] = [
        CardRange("Visa", 400_000, 499_999, 13, 19),
        CardRange("Mastercard", 510_000, 559_999, 16, 16),
        CardRange("Mastercard", 222_100, 272_099, 16, 16),
        CardRange("American Express", 340_000, 349_999, 15, 15),
        CardRange("American Express", 370_000, 379_999, 15, 15),
        CardRange("Discover", 601_100, 601_199, 16, 19),
        CardRange("Discover", 644_000, 659_999, 16, 19),
        CardRange("Diners Club", 300_000, 305_999, 14, 19),
        CardRange("Diners Club", 309_500, 309_599, 14, 19),
        CardRange("Diners Club", 360_000, 369_999, 14, 19),
        CardRange("Diners Club", 380_000, 399_999, 14, 19),
        CardRange("JCB", 352_800, 358_999, 16, 19),
        CardRange("UnionPay", 620_000, 629_999, 16, 19),
        CardRange("UnionPay", 810_000, 817_199, 16, 19),
        CardRange("Maestro", 501_800, 501_899, 13, 19),
        CardRange("Dankort", 501_900, 501_999, 16, 16),
        CardRange("Maestro", 502_000, 502_099, 13, 19),
        CardRange("Maestro", 503_800, 503_899, 13, 19),
        CardRange("Elo", 504_175, 504_175, 16, 16),
        CardRange("Verve", 506_099, 506_198, 16, 19),
        CardRange("Elo", 506_699, 506_778, 16, 16),
        CardRange("Verve", 507_865, 507_964, 16, 19),
        CardRange("RuPay", 508_500, 508_999, 16, 16),
        CardRange("Elo", 509_000, 509_999, 16, 16),
        CardRange("Uzcard", 561_468, 561_468, 16, 16),
        CardRange("Maestro", 589_300, 589_399, 13, 19),
        CardRange("Bancontact", 606_005, 606_005, 16, 16),
        CardRange("Hipercard", 606_282, 606_282, 16, 19),
        CardRange("RuPay", 606_985, 607_984, 16, 16),
        CardRange("RuPay", 608_001, 608_500, 16, 16),
        CardRange("Maestro", 630_400, 630_499, 13, 19),
        CardRange("Elo", 636_297, 636_297, 16, 16),
        CardRange("Elo", 636_368, 636_369, 16, 16),
        CardRange("Bancontact", 670_300, 670_399, 16, 19),
        CardRange("Maestro", 675_900, 675_999, 13, 19),
        CardRange("Maestro", 676_100, 676_399, 13, 19),
        CardRange("Maestro", 676_770, 676_770, 16, 19),
        CardRange("Maestro", 676_774, 676_774, 16, 19),
        CardRange("RuPay", 817_200, 820_199, 16, 16),
        CardRange("Uzcard", 860_000, 860_099, 16, 16),
        CardRange("Troy", 979_200, 979_289, 16, 16),
        CardRange("Humo", 986_000, 986_099, 16, 16),
        CardRange("Mir", 220_000, 220_499, 16, 19),
    ]
}
