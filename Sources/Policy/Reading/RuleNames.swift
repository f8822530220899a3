// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The names that policies and waivers may use for what checks find: `check` and `check/rule`.
struct RuleNames: Sendable {
    private let kinds: [CheckKind]

    init(_ kinds: [CheckKind]) {
        self.kinds = kinds
    }

    /// Every name with its title, rules after their check.
    var all: [(name: String, title: String)] {
        kinds.flatMap { kind in
            let about = kind.about
            return [(about.id, about.title)] + about.rules.map { ("\(about.id)/\($0.id)", $0.title) }
        }
    }

    /// The check that a name belongs to, and its rule where it names one. Throws for what does not exist.
    func resolve(_ name: String) throws(SettingError) -> (kind: CheckKind, rule: About.Rule?) {
        let slash = name.firstIndex(of: "/") ?? name.endIndex
        let check = String(name[..<slash])
        guard let kind = kinds.first(where: { $0.about.id == check }) else {
            throw SettingError(unknownKey(check, known: kinds.map(\.about.id), what: "check"))
        }
        guard slash < name.endIndex else { return (kind, nil) }
        let id = String(name[name.index(after: slash)...])
        if let rule = kind.about.rules.first(where: { $0.id == id }) { return (kind, rule) }
        // Which packs there are is known only where they are read.
        if kind.about.takesPacks, id.contains(".") {
            return (kind, About.Rule(id, "A rule of the repository's own pack"))
        }
        guard !kind.about.rules.isEmpty else {
            throw SettingError("check '\(check)' has no rules of its own: write '\(check)'")
        }
        // A pack has hundreds of rules: too many to list.
        let suggestion = closest(to: id, of: kind.about.rules.map(\.id)).map { "did you mean '\(check)/\($0)'? " } ?? ""
        throw SettingError("unknown rule \(quoted(id)) of check '\(check)'; \(suggestion)'aigate rules' lists them")
    }
}
