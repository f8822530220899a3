// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The compact form in which the program carries its packs: a line a rule, fields parted by tabs, lists by the unit
/// separator. What no run needs stays behind: examples, providers, sources.
package enum PackText {
    private static let field: Character = "\t"
    private static let item: Character = "\u{1F}"

    /// Throws `SettingError` for a text that has a separator in it.
    package static func text(of rules: [Rule]) throws(SettingError) -> String {
        var lines = ""
        for rule in rules {
            let fields = [
                rule.id, rule.title, rule.group, rule.tier.rawValue, list(rule.keywords),
                rule.isCaseless ? "i" : "", rule.hint ?? "", rule.pattern ?? "", rule.isMultiline ? "m" : "",
                rule.name ?? "",
                rule.value ?? "", rule.except ?? "", rule.check?.rawValue ?? "", String(rule.entropy),
                String(rule.prefix),
                list(rule.documented), list(rule.words), rule.level.rawValue, rule.levelWithoutWord?.rawValue ?? "",
                rule.fix,
            ]
            guard fields.allSatisfy({ !$0.contains(field) && !$0.contains(where: \.isNewline) }) else {
                throw SettingError("rule \(rule.id) has a tab or a line end in a value")
            }
            lines += fields.joined(separator: String(field)) + "\n"
        }
        return lines
    }

    private static func list(_ texts: [String]) -> String { texts.joined(separator: String(item)) }

    /// What `text(of:)` wrote.
    static func rules(of text: UnsafeBufferPointer<UInt8>) -> [Rule] {
        text.split(separator: UInt8(ascii: "\n")).map { line in
            var fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).makeIterator()
            func next() -> String { fields.next().map { $0.string } ?? "" }
            func some() -> String? {
                let text = next()
                return text.isEmpty ? nil : text
            }
            func list() -> [String] { fields.next()?.split(separator: 0x1F).map { $0.string } ?? [] }
            var rule = Rule()
            rule.id = next()
            rule.title = next()
            rule.group = next()
            rule.tier = Rule.Tier(rawValue: next()) ?? .format
            rule.keywords = list()
            rule.isCaseless = some() != nil
            rule.hint = some()
            rule.pattern = some()
            rule.isMultiline = some() != nil
            rule.name = some()
            rule.value = some()
            rule.except = some()
            rule.check = ValueCheck(rawValue: next())
            rule.entropy = Int(next()) ?? 0
            rule.prefix = Int(next()) ?? 0
            rule.documented = list()
            rule.words = list()
            rule.level = Level(rawValue: next()) ?? .block
            rule.levelWithoutWord = Level(rawValue: next())
            rule.fix = next()
            return rule
        }
    }
}
