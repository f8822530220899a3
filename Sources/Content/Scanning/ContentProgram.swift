// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate
package import Patterns

/// What the content scan looks for, compiled once: threads make a `ContentScanner` each of it.
package struct ContentProgram: Sendable {
    /// What a text that was found is a part of.
    struct Trigger: Sendable {
        /// Rules that have it as a keyword.
        var rules: [Int] = []
        /// It may be a part of a name of secrets.
        var isName = false
        let length: Int
    }

    let rules: [Rule]
    /// By the numbers of `literals`.
    let triggers: [Trigger]
    let literals: PatternDatabase
    /// Rules by the numbers of `hints`.
    let hinted: [[Int]]
    let hints: PatternDatabase?
    /// The organisation's key for fingerprints of values; without one values are no part of them.
    let key: [UInt8]?

    /// `tiers`: what is looked for. Throws where a rule cannot be compiled.
    package init(rules: [Rule], tiers: Set<ContentMatch.Tier> = Set(ContentMatch.Tier.allCases), key: [UInt8]? = nil) throws(PatternError) {
        let rules = rules.filter { tiers.contains($0.matchTier) }
        self.rules = rules
        self.key = key
        var entries: [PatternDatabase.Entry] = []
        var triggers: [Trigger] = []
        var numbers: [String: Int] = [:]
        func number(_ text: String, isCaseless: Bool) -> Int {
            let key = isCaseless ? "i" + text.lowercased() : "c" + text
            if let known = numbers[key] { return known }
            entries.append(PatternDatabase.Entry(text, isCaseless: isCaseless))
            triggers.append(Trigger(length: text.utf8.count))
            numbers[key] = triggers.count - 1
            return triggers.count - 1
        }
        for (index, rule) in rules.enumerated() {
            for keyword in rule.keywords { triggers[number(keyword, isCaseless: rule.isCaseless)].rules.append(index) }
        }
        if tiers.contains(.generic) || tiers.contains(.password) {
            for part in ContentProgram.nameParts { triggers[number(part, isCaseless: true)].isName = true }
        }
        // A database must hold something; a text that no file has costs nothing.
        if entries.isEmpty { _ = number("\u{1}aigate\u{1}", isCaseless: false) }
        self.triggers = triggers
        literals = try PatternDatabase(literals: entries)
        let grouped = Dictionary(grouping: rules.indices.filter { rules[$0].hint != nil }) { rules[$0].hint ?? "" }
        let expressions = grouped.keys.sorted()
        hinted = expressions.map { grouped[$0] ?? [] }
        hints = expressions.isEmpty ? nil : try PatternDatabase(expressions: expressions.map { PatternDatabase.Entry($0) })
    }

    /// A name of secrets has one of these, in any case; each is rare in ordinary text.
    private static let nameParts = [
        "passw", "pwd", "passphrase", "passcode", "pass\"", "pass'", "pass=", "pass:", "pass =", "pass]", "pass)", "pw\"", "pw'", "pw=", "pw:", "pw =",
        "psw", "kennwort", "senha", "contrase", "parola", "haslo", "motdepasse", "mdp", "wachtwoord", "secret", "token",
        "credential", "creds", "apikey", "api_key", "api-key", "api key", "_key", "-key", ".key", "accesskey", "privatekey", "authkey", "masterkey",
        "signingkey", "encryptionkey", "sessionkey", "appkey", "licensekey", "servicekey", "accountkey", "sharedkey", "storagekey", "bearer",
        "auth=", "auth:", "auth\"", "auth'", "auth =", "_auth", "authorization", "salt", "requirepass", "masterauth", "clientkey", "serverkey", "passkey", "hmackey", "jwtkey", "aeskey", "cookiekey", "machinekey",
    ]
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
