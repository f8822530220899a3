// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Telephone numbers that regulators keep free for film, radio and books.
///
/// North American Numbering Plan 555-0100 to 555-0199; Ofcom "Telephone numbers for drama use"; ARCEP decision
/// 2018-0881; Bundesnetzagentur "Rufnummern für Medienproduktionen"; ACMA "Phone numbers for use in TV shows, films
/// and creative works"; PTS (Sweden).
enum FictionalPhones {
    /// Country code and what follows it; the places left open hold any digits.
    private static let ranges: [(prefix: String, open: Int)] = [
        // Ofcom
        ("441134960", 3), ("441144960", 3), ("441154960", 3), ("441164960", 3), ("441174960", 3), ("441184960", 3),
        ("441214960", 3), ("441314960", 3), ("441414960", 3), ("441514960", 3), ("441614960", 3), ("442079460", 3),
        ("441914980", 3), ("442896496", 3), ("442920180", 3), ("441632960", 3), ("447700900", 3), ("448081570", 3),
        ("449098790", 3), ("443069990", 3),
        // ARCEP
        ("3319900", 4), ("3326191", 4), ("3335301", 4), ("3346571", 4), ("3353649", 4), ("3363998", 4),
        // Bundesnetzagentur
        ("493023125", 3), ("496990009", 3), ("494066969", 3), ("492214710", 3), ("498999998", 3), ("4917139200", 2),
        ("49176040690", 2),
        // ACMA
        ("6125550", 4), ("6135550", 4), ("6175550", 4), ("6185550", 4), ("6127010", 4), ("6137010", 4), ("6177010", 4),
        ("6187010", 4), ("61491570", 3),
        // PTS
        ("463139006", 2), ("464062804", 2), ("468465004", 2), ("46980319", 3), ("467017406", 2),
    ]
    private static let countries = ["44", "33", "49", "61", "46"]

    /// In international form, with the country's own leading zero, or, for 555-01xx, as ten or seven digits.
    static func holds(_ value: [UInt8]) -> Bool {
        let digits = String(decoding: value.filter { 0x30...0x39 ~= $0 }, as: UTF8.self)
        if isNorthAmerican(digits) { return true }
        if value.first == UInt8(ascii: "+") { return isInRange(digits) }
        if digits.hasPrefix("00") { return isInRange(String(digits.dropFirst(2))) }
        guard digits.hasPrefix("0") else { return false }
        return countries.contains { isInRange($0 + digits.dropFirst()) }
    }

    private static func isInRange(_ digits: String) -> Bool {
        ranges.contains { digits.hasPrefix($0.prefix) && digits.utf8.count == $0.prefix.utf8.count + $0.open }
    }

    private static func isNorthAmerican(_ digits: String) -> Bool {
        guard digits.suffix(7).hasPrefix("55501") else { return false }
        let area = digits.dropLast(7)
        return area.isEmpty || area.utf8.count == 3 || area.utf8.count == 4 && area.hasPrefix("1")
    }
}
