// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate
internal import Patterns

/// Finds candidates in one text: one pass for every keyword, then the rules that have it, then the bindings of names.
/// For one thread.
final class TextScanner {
    private let program: ContentProgram
    private let literals: [(scanner: PatternScanner, groups: [[Keyword]])]
    private let hints: PatternScanner?
    /// By rule; those that nothing was found for are not made.
    private var matchers: [Int: RuleMatcher] = [:]

    /// Values in one text that are kept.
    static let candidateLimit = 20_000

    init(_ program: ContentProgram) throws(PatternError) {
        self.program = program
        var literals: [(PatternScanner, [[Keyword]])] = []
        for table in program.keywords { literals.append((try PatternScanner(table.database), table.groups)) }
        self.literals = literals
        if let compiled = program.hints { hints = try PatternScanner(compiled) } else { hints = nil }
    }

    /// What a scan gave.
    struct Result {
        var candidates: [Candidate] = []
        /// What was not looked at, in words.
        var limits: [String] = []
    }

    func scan(_ text: ScannedText) throws(PatternError) -> Result {
        var result = Result()
        var scanned = [Int](repeating: 0, count: program.rules.count)
        for (scanner, groups) in literals { try scan(text, by: scanner, groups, &scanned, into: &result) }
        try scanHints(text, &scanned, into: &result)
        return result
    }

    private func scan(
        _ text: ScannedText, by scanner: PatternScanner, _ groups: [[Keyword]], _ scanned: inout [Int],
        into result: inout Result
    ) throws(PatternError) {
        var name = -1
        try scanner.scan(text.bytes) { hits throws(PatternError) in
            for hit in hits {
                for keyword in groups[hit.entry] {
                    guard let part = keyword.range(windowEnd: hit.end, in: text.bytes) else { continue }
                    guard result.hasRoom else { return false }
                    for index in keyword.rules { try follow(index, part, text, &scanned, into: &result) }
                    if keyword.isName, text.readsBindings { result.candidates += assigned(part, text, &name) }
                    if keyword.isURL, text.readsBindings, let found = userInfo(part, text) {
                        result.candidates.append(found)
                    }
                }
            }
            return true
        }
    }

    /// Holds one rule against the place of its keyword.
    private func follow(
        _ index: Int, _ part: Range<Int>, _ text: ScannedText, _ scanned: inout [Int], into result: inout Result
    ) throws(PatternError) {
        if program.rules[index].value == nil {
            try search(index, around: part, in: text, &scanned, into: &result)
        } else if text.readsBindings {
            try result.limiting(program.rules[index].id) { () throws(PatternError) in
                try bound(matcher(index), part, text)
            }
        }
    }

    /// Adds what a rule's pattern finds around a hit. `scanned`: by rule, before which offset it has looked already.
    private func search(
        _ index: Int, around hit: Range<Int>, in text: ScannedText, _ scanned: inout [Int], into result: inout Result
    ) throws(PatternError) {
        let done = scanned[index]
        guard done < hit.upperBound else { return }
        // Where matching is given up, the next hits of the window would be given up too.
        scanned[index] = hit.upperBound + RuleMatcher.reach
        try result.limiting(program.rules[index].id) { () throws(PatternError) in
            let (found, end) = try matcher(index).candidates(around: hit, after: done, in: text)
            scanned[index] = end
            return found
        }
    }

    private func matcher(_ index: Int) -> RuleMatcher {
        if let known = matchers[index] { return known }
        // A smaller rank wins; the scan's own rules have the largest.
        let made = RuleMatcher(program.rules[index], rank: index)
        matchers[index] = made
        return made
    }

    private func bound(_ matcher: RuleMatcher, _ part: Range<Int>, _ text: ScannedText) throws(PatternError)
        -> [Candidate]
    {
        var found: [Candidate] = []
        for binding in BindingReader(text: text.bytes, kind: text.kind).bindings(of: part) {
            if let candidate = try matcher.candidate(binding, in: text) { found.append(candidate) }
        }
        return found
    }

    /// Values behind names of secrets. `name`: where the one read last begins, for a name has several parts.
    private func assigned(_ part: Range<Int>, _ text: ScannedText, _ name: inout Int) -> [Candidate] {
        // A part may end with the sign behind the name.
        let end = text.bytes[part].lastIndex { !"\"'=:])>} ".utf8.contains($0) } ?? part.lowerBound
        let letters = part.lowerBound..<(end + 1)
        let reader = NameReader(text: text.bytes)
        guard let (path, last) = reader.name(around: letters), last.lowerBound != name else { return [] }
        name = last.lowerBound
        let words = reader.words(of: last, in: path)
        // SQL's IDENTIFIED BY is a common phrase elsewhere.
        guard text.kind != .prose || words != ["identified", "by"], let kind = SecretName(words: words) else {
            return []
        }
        return BindingReader(text: text.bytes, kind: text.kind).bindings(of: letters).compactMap { binding in
            switch AssignedValue(binding: binding, kind: kind, words: words, file: text.kind).verdict {
            case nil: nil
            case .random(let why): AssignedRule.random.candidate(binding.range, why, in: text)
            case .chosen(let why): AssignedRule.chosen.candidate(binding.range, why, in: text)
            }
        }
    }

    /// The password in a URL, where no rule knows the scheme or the value is one that a human chose.
    private func userInfo(_ separator: Range<Int>, _ text: ScannedText) -> Candidate? {
        guard let (binding, isLocal) = UserInfoReader(text: text.bytes).password(behind: separator) else { return nil }
        return switch AssignedValue(binding: binding, kind: .password, words: ["password"], file: text.kind).verdict {
        case nil: nil
        case .random where !isLocal:
            AssignedRule.random.candidate(binding.range, "a random value as the password of a URL", in: text)
        case .random, .chosen: AssignedRule.chosen.candidate(binding.range, "the password of a URL", in: text)
        }
    }

    private func scanHints(_ text: ScannedText, _ scanned: inout [Int], into result: inout Result) throws(PatternError)
    {
        guard let hints else { return }
        // Every byte of a long number ends a hit: most are over with one comparison.
        var reached = [Int](repeating: 0, count: program.hinted.count)
        try hints.scan(text.bytes) { hits throws(PatternError) in
            for hit in hits where reached[hit.entry] < hit.end {
                guard result.hasRoom else { return false }
                // A hint ends within the value: one rule after another looks at the line around it.
                for index in program.hinted[hit.entry] {
                    try search(index, around: (hit.end - 1)..<hit.end, in: text, &scanned, into: &result)
                }
                reached[hit.entry] = program.hinted[hit.entry].reduce(Int.max) { min($0, scanned[$1]) }
            }
            return true
        }
    }
}

extension TextScanner.Result {
    /// False where so many values were found that no more are looked for, and then that is said.
    fileprivate var hasRoom: Bool {
        mutating get {
            guard candidates.count >= TextScanner.candidateLimit else { return true }
            add(limit: "too many values")
            return false
        }
    }

    private mutating func add(limit: String) {
        if !limits.contains(limit) { limits.append(limit) }
    }

    /// Adds what a rule found; text that makes it try too many ways is said, and the other rules go on.
    mutating func limiting(_ rule: String, _ body: () throws(PatternError) -> [Candidate]) throws(PatternError) {
        do throws(PatternError) { candidates += try body() } catch {
            guard error == .limit else { throw error }
            add(limit: "the rule \(rule) gave up")
        }
    }
}

/// The scan's own rules, for values that only their names tell.
package enum AssignedRule: String, CaseIterable, Sendable {
    case random = "assigned-random"
    case chosen = "assigned-chosen"

    package var title: String {
        switch self {
        case .random: "Random or strong value behind a name of secrets"
        case .chosen: "Password or secret that a human chose"
        }
    }

    package var tier: ContentMatch.Tier { self == .random ? .generic : .password }

    func candidate(_ range: Range<Int>, _ why: String, in text: ScannedText) -> Candidate {
        let isLower = text.place != .ordinary
        return Candidate(
            range: range, tier: tier, rule: rawValue, title: title,
            level: self == .chosen || isLower ? .monitor : .warn, prefix: 0,
            basis: [why] + (isLower ? ["in \(text.place.words): one level lower"] : []),
            fix:
                "revoke or change it where it is used, load it from the environment or a secret store, take it out of the history",
            rank: self == .random ? 100_000 : 100_001)
    }
}
