// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate
package import Patterns

/// What the content scan looks for, compiled once: threads make a `ContentScanner` each of it.
package struct ContentProgram: Sendable {
    let rules: [Rule]
    /// Keywords whose case matters, and those whose case does not: both in one would make the pass slower.
    let keywords: [KeywordTable]
    /// Rules by the numbers of `hints`.
    let hinted: [[Int]]
    let hints: PatternDatabase?
    /// The organisation's key for fingerprints of values; without one values are no part of them.
    let key: [UInt8]?

    /// `tiers`: what is looked for. `text`: the only one that will be scanned; what cannot be in it is not compiled,
    /// for that takes longer than a short text's scan. Throws where a rule cannot be compiled.
    package init(
        rules: [Rule], tiers: Set<ContentMatch.Tier> = Set(ContentMatch.Tier.allCases), key: [UInt8]? = nil,
        for text: [UInt8]? = nil
    ) throws(PatternError) {
        let rules = rules.filter { tiers.contains($0.matchTier) }
        self.rules = rules
        self.key = key
        let groups = ContentProgram.keywords(
            of: rules, names: tiers.contains(.generic) || tiers.contains(.password), in: text)
        let grouped = Dictionary(grouping: rules.indices.filter { rules[$0].hint != nil }) { rules[$0].hint ?? "" }
        let expressions = grouped.keys.sorted()
        hinted = expressions.map { grouped[$0] ?? [] }
        let sources = groups.map {
            PatternDatabase.Source.literals($0.map { .init($0[0].window, isCaseless: $0[0].isCaseless) })
        }
        let isUsual = expressions == EmbeddedHints.expressions
        let hint = expressions.isEmpty || isUsual ? [] : [PatternDatabase.Source(expressions: expressions)]
        let databases = try PatternDatabase.compiled(sources + hint)
        keywords = zip(databases, groups).map { KeywordTable(database: $0, groups: $1) }
        hints = isUsual ? try EmbeddedHints.database.get() : databases.count > groups.count ? databases.last : nil
    }

    /// Does what every program needs ahead of the first.
    package static func prepare() {
        _ = EmbeddedHints.database
    }

    /// By what is looked for, those whose case matters first.
    private static func keywords(of rules: [Rule], names: Bool, in text: [UInt8]?) -> [[[Keyword]]] {
        var order: [Keyword.Name] = []
        var known: [Keyword.Name: Keyword] = [:]
        func add(_ text: String, isCaseless: Bool, _ change: (inout Keyword) -> Void) {
            let keyword = Keyword(text, isCaseless: isCaseless)
            if known[keyword.name] == nil { order.append(keyword.name) }
            change(&known[keyword.name, default: keyword])
        }
        for (index, rule) in rules.enumerated() {
            for keyword in rule.keywords { add(keyword, isCaseless: rule.isCaseless) { $0.rules.append(index) } }
        }
        if names {
            for part in nameParts { add(part, isCaseless: true) { $0.isName = true } }
            add("://", isCaseless: false) { $0.isURL = true }
        }
        let keywords = occurring(order.compactMap { known[$0] }, in: text)
        return [false, true].map { isCaseless in
            var groups: [[Keyword]] = []
            var numbers: [[UInt8]: Int] = [:]
            for keyword in keywords where keyword.isCaseless == isCaseless {
                let number = numbers[Array(keyword.window), default: groups.count]
                if number == groups.count { groups.append([]) }
                numbers[Array(keyword.window)] = number
                groups[number].append(keyword)
            }
            return groups
        }.filter { !$0.isEmpty }
    }

    /// Those that stand in the text, in any case.
    private static func occurring(_ keywords: [Keyword], in text: [UInt8]?) -> [Keyword] {
        guard let text else { return keywords }
        let long = keywords.indices.filter { keywords[$0].text.count >= LiteralIndex.shortest }
        var found = Set(keywords.indices).subtracting(long)
        let index = LiteralIndex(long.map { number in keywords[number].text.map(\.folded) })
        text.withUnsafeBufferPointer { bytes in
            index.forEachOccurrence(in: bytes) { literal, _ in found.insert(long[literal]) }
        }
        return keywords.indices.filter(found.contains).map { keywords[$0] }
    }

    /// A name of secrets has one of these, in any case; each is rare in ordinary text.
    private static let nameParts = [
        "passw", "pwd", "passphrase", "passcode", "pass\"", "pass'", "pass=", "pass:", "pass =", "pass :", "pass>",
        "_pass", "-pass", "pass]", "pass)", "pw\"", "pw'", "pw=", "pw:", "pw =", "psw", "kennwort", "senha", "contrase",
        "parola", "haslo", "motdepasse", "mdp", "wachtwoord", "secret", "token", "credential", "creds", "apikey",
        "api_key", "api-key", "api key", "_key", "-key", ".key", "accesskey", "privatekey", "authkey", "masterkey",
        "signingkey", "encryptionkey", "sessionkey", "appkey", "licensekey", "servicekey", "accountkey", "sharedkey",
        "storagekey", "bearer", "auth=", "auth:", "auth\"", "auth'", "auth =", "_auth", "authorization", "salt",
        "requirepass", "masterauth", "clientkey", "serverkey", "passkey", "hmackey", "jwtkey", "aeskey", "cookiekey",
        "machinekey", "cryptkey", "cryptokey", "encryptkey", "signkey", "securitykey", "subscriptionkey", "functionkey",
        "deploykey", "adminkey", "cipherkey", "securestring", "identified by", "basicauth",
    ]
}

/// The hints of the rules that the program carries, which most programs have. They wait for nothing, so they can be
/// compiled before it is known what will be scanned.
private enum EmbeddedHints {
    static let expressions = Set(EmbeddedPacks.rules.filter { $0.level > .off }.compactMap(\.hint)).sorted()

    static let database = Result { () throws(PatternError) in
        try PatternDatabase.Source(expressions: expressions).compiled()
    }
}

extension PatternDatabase.Source {
    fileprivate init(expressions: [String]) {
        self = .expressions(expressions.map { .init($0.utf8) })
    }
}

extension Rule {
    /// The tier of its matches.
    package var matchTier: ContentMatch.Tier {
        switch tier {
        case .format: group == "ai" ? .aiService : .format
        case .published: .published
        case .personal: .personal
        }
    }
}
