// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// An item of the list `review.levels`, and the level beside it.
struct ReviewLevelEntry {
    var level = ReviewLevel.none
    var paths: [PathPattern] = []
    var tools: [String] = []

    private static let codes = Shape.choice(ReviewLevel.allCases.map(\.code))

    static let general = Field<Policy.ReviewPolicy>(
        "level", "What a commit with AI in it needs; not set: R3 where the forge's approvals are given, else R1.",
        shape: codes, show: { $0.level?.code }
    ) { $1.level = try read($0) }

    static let fields: [Field<ReviewLevelEntry>] = [
        Field("level", "What such a commit needs.", shape: codes, required: true, show: { $0.level.code }) {
            $1.level = try read($0)
        },
        .patterns("paths", "One of the files that it changes; empty: any.", \.paths),
        .texts("tools", "One of the tools, by its id in the catalogue; empty: any.", \.tools),
    ]

    static let list = Field<Policy.ReviewPolicy>(
        "levels", "What commits with AI in them need by path and by tool; the strictest that matches counts.",
        shape: .list(.record(fields.map { FieldDescription($0, default: ReviewLevelEntry()) })),
        show: { show($0.levels) }
    ) { node, review in
        var errors = ConfigErrors.Collection()
        review.levels = try node.list.compactMap { item in
            guard !errors.isFull else { return nil }
            return errors.collecting(at: item) {
                var entry = ReviewLevelEntry()
                try Field.readAll(item, into: &entry, fields)
                return Policy.ReviewPolicy.LevelRule(entry.level, paths: entry.paths, tools: entry.tools)
            }
        }
        try errors.check()
    }

    private static func read(_ node: ConfigNode) throws -> ReviewLevel {
        let text = try node.text
        guard let level = ReviewLevel(code: text) else {
            throw node.error(
                "expected one of \(ReviewLevel.allCases.map(\.code).joined(separator: ", ")), found \(quoted(text))")
        }
        return level
    }

    /// As YAML writes it below the key.
    private static func show(_ rules: [Policy.ReviewPolicy.LevelRule]) -> String {
        guard !rules.isEmpty else { return "[]" }
        return rules.map { rule in
            let parts = [
                "level: \(rule.level.code)",
                rule.paths.isEmpty ? nil : "paths: \(YAMLText.list(rule.paths.map(\.text)))",
                rule.tools.isEmpty ? nil : "tools: \(YAMLText.list(rule.tools))",
            ]
            return "\n    - {" + parts.compactMap(\.self).joined(separator: ", ") + "}"
        }.joined()
    }
}
