// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate
internal import Patterns

/// Holds one rule against text; compiles its expressions when they are first needed. For one thread.
final class RuleMatcher {
    let rule: Rule
    private let rank: Int
    private var compiled: [Int: Pattern] = [:]

    /// Bytes on either side of a keyword in which a value may stand, on its line.
    static let reach = 2000
    /// Bytes behind a keyword for values that span lines.
    static let spanReach = 16 << 10
    private static let wordRank = 1_000_000

    init(_ rule: Rule, rank: Int) {
        self.rule = rule
        self.rank = rank
    }

    private func pattern(_ slot: Int, _ expression: String) throws(PatternError) -> Pattern {
        if let known = compiled[slot] { return known }
        let pattern = try Pattern(expression)
        compiled[slot] = pattern
        return pattern
    }

    /// What the rule's pattern finds around a keyword or hint, and before which offset all matches begin that the next
    /// window need not look for. `done`: what the window before gave as that.
    func candidates(
        around hit: Range<Int>, after done: Int, in text: ScannedText
    ) throws(PatternError) -> (found: [Candidate], end: Int) {
        guard let expression = rule.pattern else { return ([], hit.upperBound) }
        let pattern = try pattern(0, expression)
        let reach = rule.isMultiline ? RuleMatcher.spanReach : RuleMatcher.reach
        var window = text.line(around: hit, reach: RuleMatcher.reach)
        if rule.isMultiline { window = window.lowerBound..<min(text.bytes.count, hit.upperBound + reach) }
        let isCut =
            window.upperBound < text.bytes.count && (rule.isMultiline || !text.bytes[window.upperBound].isLineEnd)
        let slice = text.slice(window)
        var found: [Candidate] = []
        var start = max(0, done - window.lowerBound)
        // A value may begin in this window and end in the next.
        var end = isCut ? window.upperBound - reach / 2 : window.upperBound
        while start < slice.count, let match = try pattern.match(in: slice, from: start) {
            let range = (match.value.lowerBound + window.lowerBound)..<(match.value.upperBound + window.lowerBound)
            if isCut, match.whole.upperBound == slice.count, !text.isApart(range) {
                end = min(end, window.lowerBound + match.whole.lowerBound)
                break
            }
            start = max(match.whole.upperBound, start + 1)
            end = max(end, window.lowerBound + start)
            if let candidate = try candidate(range, in: text) { found.append(candidate) }
        }
        return (found, max(hit.upperBound, end))
    }

    /// What the rule makes of a bound value.
    func candidate(_ binding: Binding, in text: ScannedText) throws(PatternError) -> Candidate? {
        guard let expression = rule.value else { return nil }
        if let name = rule.name, try pattern(1, name).firstMatch(in: text.slice(binding.path)) == nil { return nil }
        let whole = try pattern(2, "\\A(?:" + expression + ")\\z")
        guard try whole.firstMatch(in: binding.value) != nil else { return nil }
        return try judged(binding.value, at: binding.range, in: text)
    }

    private func candidate(_ range: Range<Int>, in text: ScannedText) throws(PatternError) -> Candidate? {
        guard text.isApart(range) else { return nil }
        return try judged(Array(text.bytes[range]), at: range, in: text)
    }

    private func judged(_ value: [UInt8], at range: Range<Int>, in text: ScannedText) throws(PatternError) -> Candidate?
    {
        guard !value.isEmpty else { return nil }
        if rule.tier != .personal, rule.isMultiline ? isPadded(value) : Placeholder.isTemplate(value) || isFiller(value)
        {
            return nil
        }
        if rule.entropy > 0, ValueShape(value).entropy * 100 < Double(rule.entropy) { return nil }
        if let except = rule.except, try pattern(3, except).firstMatch(in: value) != nil { return nil }
        if !rule.documented.isEmpty, rule.documented.contains(value.string) { return nil }
        var basis = ["\(rule.title) by its format"]
        var level = rule.level
        var rank = rank
        var isProven = true
        if rule.tier == .personal {
            // An IBAN's check digits and length need no word.
            isProven = rule.check == .iban
            if let check = rule.check, !check.holds(for: value) { return nil }
            if let check = rule.check, DocumentedValues.kind(of: value, checkedBy: check) != nil { return nil }
            if !rule.words.isEmpty {
                let hasWord = text.hasWord(rule.words, around: range)
                level = hasWord ? rule.level : rule.levelWithoutWord ?? rule.level
                // Where two countries' numbers look alike, the word decides.
                if hasWord { rank -= RuleMatcher.wordRank }
                isProven = isProven || hasWord
                basis.append(hasWord ? "a word on the line says so too" : "no word on the line says so")
            }
            if rule.check != nil { basis.append("the check digits hold") }
        } else if let check = rule.check {
            let holds = check.holds(for: value)
            basis.append(holds ? "the checksum holds" : "the checksum does not hold: one level lower")
            if !holds { level = level.lower }
            if holds, check == .base64Basic, !hasRandomPart(value) {
                basis.append("a human may have chosen the password: one level lower")
                level = level.lower
            }
        }
        if text.place != .ordinary {
            basis.append("in \(text.place.words): one level lower")
            level = level.lower
        }
        // A rule that is off runs where a policy wants it: then the policy says the level.
        guard level > .off || rule.level == .off else { return nil }
        return Candidate(
            range: range, tier: rule.matchTier, rule: rule.id, title: rule.title, level: level, prefix: rule.prefix,
            basis: basis,
            fix: rule.fix, rank: rank, isProven: isProven)
    }

    /// Whether a machine made the user's name or the password of Basic credentials: services take tokens as either.
    private func hasRandomPart(_ value: [UInt8]) -> Bool {
        guard let text = Base64Text.decoded(value) else { return false }
        return text.split(separator: UInt8(ascii: ":"), maxSplits: 1).contains { part in
            let binding = Binding(name: 0..<0, path: 0..<0, range: 0..<part.count, value: Array(part), form: .pair)
            if case .random = AssignedValue(binding: binding, kind: .password, words: ["password"], file: .unknown)
                .verdict
            {
                return true
            }
            return false
        }
    }

    /// What stands behind the public prefix is one that nobody filled in.
    private func isFiller(_ value: [UInt8]) -> Bool {
        let rest = Array(value.dropFirst(min(rule.prefix, value.count)))
        guard !rest.isEmpty else { return false }
        guard rest.count >= 24, !rest.contains("...") else { return Placeholder.isFiller(rest) }
        let shape = ValueShape(rest)
        return shape.isSequence || shape.longestRun * 2 >= rest.count || rest.contains("xxxxxx")
            || rest.contains("XXXXXX")
    }

    /// Half a line of one character: no key has that, an example does.
    private func isPadded(_ value: [UInt8]) -> Bool { ValueShape(value).longestRun >= 32 }
}

extension Level {
    /// The next level down, but never silent.
    var lower: Level {
        switch self {
        case .block: .warn
        case .warn, .monitor: .monitor
        case .off: .off
        }
    }
}

extension PlaceKind {
    var words: String {
        switch self {
        case .ordinary: "ordinary code"
        case .test: "a test"
        case .example: "an example"
        case .documentation: "documentation"
        }
    }
}
