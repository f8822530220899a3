// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// An entry of a waivers file while it is read.
struct WaiverEntry {
    var rule = ""
    var scopes: [Waiver.Scope] = []
    var reason = ""
    var owner = ""
    var expires: Day?

    static func fields(_ names: RuleNames, _ terms: WaiverTerms?) -> [Field<WaiverEntry>] {
        scopes + [
            Field(
                "rule", "The check, or check/rule, whose finding is waived.", shape: .choice(names.all.map(\.name)),
                required: true
            ) { node, entry in
                entry.rule = try node.text
                _ = try names.resolve(entry.rule)
            },
            words(
                "reason", "Why the finding may stand, for whoever audits it.",
                example: "a made-up key of the test suite", \.reason),
            words("owner", "Who answers for it.", example: "Ann Lee", \.owner),
            Field(
                "expires", "The last day on which it holds." + (terms.map { " Write \($0.proposal)." } ?? ""),
                shape: .day,
                required: true
            ) { node, entry in
                let day = try node.day
                try terms?.check(day, at: node)
                entry.expires = day
            },
        ]
    }

    private static let scopes: [Field<WaiverEntry>] = [
        Field("path", "A pattern for the files that it holds for.", shape: .text) {
            $1.scopes.append(.path(try PathPattern($0.text)))
        },
        Field("commit", "The commit that it holds for.", shape: PolicyFields.commit) {
            $1.scopes.append(.commit(try $0.commitID))
        },
        Field(
            "fingerprint", "The one finding that it holds for, as the finding's own text names it.",
            shape: .pattern("^[0-9a-f]{64}$", example: String(repeating: "0a", count: 32))
        ) { node, entry in
            let text = try node.text
            guard text.utf8.count == 64, text.utf8.allSatisfy({ Hex.value($0) != nil }), text == text.lowercased()
            else {
                throw node.error("expected a fingerprint of 64 hexadecimal digits in lower case, found \(quoted(text))")
            }
            entry.scopes.append(.fingerprint(text))
        },
    ]

    static let scopeNames = scopes.map(\.name)

    /// Words of a person: more than blanks and the dots of a proposal that nobody filled in.
    private static func words(
        _ name: String, _ doc: String, example: String, _ path: any WritableKeyPath<WaiverEntry, String> & Sendable
    ) -> Field<WaiverEntry> {
        Field(name, doc, shape: .pattern("[^.…\\s]", example: example), required: true) { node, entry in
            let text = try node.text
            guard text.contains(where: { $0 != "." && $0 != "…" && !$0.isWhitespace }) else {
                throw node.error("says nothing; write \(doc.prefix(1).lowercased() + doc.dropFirst())")
            }
            entry[keyPath: path] = text
        }
    }

    /// The waiver; throws where it names no scope or several.
    func waiver(at node: ConfigNode) throws(ConfigError) -> Waiver {
        guard scopes.count == 1, let expires else {
            throw node.error(
                "a waiver names exactly one of \(WaiverEntry.scopeNames.joined(separator: ", ")); "
                    + "this one names \(scopes.count)"
            )
        }
        return Waiver(
            rule: rule, scope: scopes[0], reason: reason, owner: owner, expires: expires, file: node.file,
            line: node.line)
    }
}

/// For how long a waiver may hold, seen from the day of the run's start.
package struct WaiverTerms: Sendable {
    let today: Day
    /// That a mistake's text proposes.
    let defaultDays: Int
    /// That `expires` may lie ahead.
    let maximumDays: Int

    package init(today: Day, defaultDays: Int, maximumDays: Int) {
        self.today = today
        self.defaultDays = min(defaultDays, maximumDays)
        self.maximumDays = maximumDays
    }

    fileprivate var proposal: String {
        "'expires: \(today.adding(days: defaultDays))' for \(defaultDays) days, "
            + "\(today.adding(days: maximumDays)) at most"
    }

    fileprivate func check(_ day: Day, at node: ConfigNode) throws(ConfigError) {
        let last = today.adding(days: maximumDays)
        guard day > last else { return }
        throw node.error("\(day) is more than \(maximumDays) days ahead; \(last) is the last day allowed")
    }
}
