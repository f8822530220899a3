// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate
internal import Patterns

extension RulePack {
    /// Reads a pack from its YAML; throws `ConfigErrors`. What a rule says is compiled once, so that a mistake shows
    /// here.
    package init(_ node: ConfigNode) throws(ConfigErrors) {
        try Field.readAll(node, into: &self, RulePack.fields)
    }

    package static let fields: [Field<RulePack>] = [
        Field("pack", "Name of the pack: lower-case letters, digits and hyphens.", shape: .text, required: true) {
            node, pack in
            pack.name = try Rule.name(node)
        },
        Field("rules", "The rules; the first that matches a value holds.", shape: .list(.text), required: true) {
            node, pack in
            var ids: Set<String> = []
            pack.rules = try node.list.map { item in
                var rule = Rule()
                try Field.readAll(item, into: &rule, Rule.fields)
                if let problem = rule.problem { throw item.error(problem) }
                guard ids.insert(rule.id).inserted else {
                    throw item.error("two rules named \(quoted(rule.id)); give each a name")
                }
                return rule
            }
        },
    ]
}

extension Rule {
    package static let fields: [Field<Rule>] = [
        Field("id", "Hyphenated name, the provider first.", shape: .text, required: true) { node, rule in
            rule.id = try name(node)
        },
        text("title", "What the value is, as a sentence begins.", required: true, \.title),
        text("provider", "Who issues the value.", \.provider),
        text("group", "What the value opens: cloud, forge, ai, ...", \.group),
        .choice("tier", "format, public or personal.", \.tier),
        .texts("keywords", "Texts of which one stands wherever the rule matches.", \.keywords),
        .bool("caseless", "Keywords match in any case.", \.isCaseless),
        optional("hint", "Instead of keywords: an expression of Vectorscan for places worth a look.", \.hint),
        optional(
            "pattern", "Expression of PCRE2 that is searched for in the line; its first group is the value.", \.pattern),
        .bool("multiline", "The pattern is searched for over line ends.", \.isMultiline),
        optional("name", "Expression of PCRE2 for the name that the value is bound to.", \.name),
        optional("value", "Expression of PCRE2 for all of the bound value.", \.value),
        optional("not", "Expression of PCRE2 that voids a value.", \.except),
        Field("check", "Check digits.", shape: .choice(ValueCheck.allCases.map(\.rawValue))) {
            $1.check = try $0.choice(of: ValueCheck.self)
        },
        Field("entropy", "Least Shannon entropy of the value, in bits per byte.", shape: .text) { node, rule in
            guard let bits = try Double(node.text), (0...8).contains(bits) else {
                throw node.error("expected a number from 0 to 8")
            }
            rule.entropy = Int(bits * 100)
        },
        .integer("prefix", "Bytes of the value that are public.", in: 0...40, \.prefix),
        .texts("doc-value", "Values that documentation shows.", \.documented),
        Field("words", "Words that make the value what it looks like.", shape: .list(.text)) { node, rule in
            rule.words = try node.list.map { NameReader.words(of: Array(try $0.text.utf8)).joined(separator: " ") }
        },
        .choice("level", "Level of a finding.", \.level),
        .choice("with-word", "Level of a finding with one of the words.", \.level),
        Field(
            "without-word", "Level of a finding without any of the words.",
            shape: .choice(Level.allCases.map(\.rawValue))
        ) {
            $1.levelWithoutWord = try $0.choice(of: Level.self)
        },
        text("fix", "What to do about a finding.", required: true, \.fix),
        text("source", "Where the format is documented.", \.source),
        .texts("match", "Templates of text with one finding.", \.matches),
        .texts("no-match", "Templates of text without.", \.nonMatches),
    ]

    fileprivate static func name(_ node: ConfigNode) throws -> String {
        let name = try node.text
        let isName = name.utf8.allSatisfy { $0.isLower || $0.isDigit || $0 == UInt8(ascii: "-") }
        guard isName, name.utf8.count <= 60 else {
            throw node.error("expected at most 60 lower-case letters, digits and hyphens, found \(quoted(name))")
        }
        return name
    }

    private static func text(
        _ name: String, _ doc: String, required: Bool = false, _ path: any WritableKeyPath<Rule, String> & Sendable
    ) -> Field<Rule> {
        Field(name, doc, shape: .text, required: required) { $1[keyPath: path] = try $0.text }
    }

    private static func optional(
        _ name: String, _ doc: String, _ path: any WritableKeyPath<Rule, String?> & Sendable
    ) -> Field<Rule> {
        Field(name, doc, shape: .text) { $1[keyPath: path] = try $0.text }
    }

    /// What makes a rule impossible to follow, in words; nil when it can be.
    var problem: String? {
        if keywords.isEmpty == (hint == nil) { return "a rule has either keywords or a hint" }
        if let short = keywords.first(where: { $0.utf8.count < 3 }) {
            return "keyword \(quoted(short)) is too short to be told apart; use three bytes or more"
        }
        if keywords.contains(where: { $0.utf8.count > 100 }) { return "a keyword has 100 bytes at most" }
        if (pattern == nil) == (value == nil) { return "a rule has either a pattern or a value" }
        if name != nil, value == nil { return "a name needs a value" }
        for (key, expression) in [("pattern", pattern), ("name", name), ("value", value), ("not", except)] {
            guard let expression else { continue }
            do throws(PatternError) { _ = try Pattern(expression) } catch { return "\(key): \(error)" }
        }
        if let hint {
            do throws(PatternError) { _ = try PatternDatabase(expressions: [PatternDatabase.Entry(hint.utf8)]) } catch {
                return "hint: \(error)"
            }
        }
        return nil
    }
}
