// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// An item of the list `paths`.
struct PathEntry {
    var patterns: [PathPattern] = []
    var levels: [String: LevelSetting] = [:]

    static func fields(_ checks: ChecksField) -> [Field<PathEntry>] {
        [
            Field(
                "match", "Patterns for paths, as .gitignore writes them, without negation.", shape: .list(.text),
                required: true
            ) { node, entry in
                entry.patterns = try node.pathPatterns
                if entry.patterns.isEmpty { throw node.error("empty; name a path, as in [\"docs/**\"]") }
            },
            checks.ofPaths(),
        ]
    }

    static func field(_ checks: ChecksField) -> Field<Policy> {
        let fields = fields(checks)
        let item = fields.map { FieldDescription($0, default: PathEntry()) }
        return Field(
            "paths", "Levels for parts of the tree; where several match a path, the last one counts.",
            shape: .list(.record(item)), show: { show($0.paths) }
        ) { node, policy in
            var errors = ConfigErrors.Collection()
            policy.paths = try node.list.compactMap { item in
                guard !errors.isFull else { return nil }
                return errors.collecting(at: item) {
                    var entry = PathEntry()
                    try Field.readAll(item, into: &entry, fields)
                    return Policy.PathRule(patterns: entry.patterns, levels: entry.levels)
                }
            }
            try errors.check()
        }
    }

    /// As YAML writes it below the key.
    private static func show(_ rules: [Policy.PathRule]) -> String {
        guard !rules.isEmpty else { return "[]" }
        return rules.map { rule in
            let checks = rule.levels.sorted { $0.key < $1.key }.map { name, level in
                "\n      \(YAMLText.key(name)): \(LevelEntry(level).flow)"
            }
            return "\n  - match: \(YAMLText.list(rule.patterns.map(\.text)))\n    checks:" + checks.joined()
        }.joined()
    }
}

extension LevelEntry {
    /// `{level: block, block-after: 2027-01-15}`
    var flow: String {
        let parts = LevelEntry.descriptions(self).compactMap { part in part.defaultText.map { "\(part.name): \($0)" } }
        return "{" + parts.joined(separator: ", ") + "}"
    }
}
