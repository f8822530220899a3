// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The two keys by which a level is set, for a check, for a rule, or for part of the tree.
struct LevelEntry {
    var level: Level?
    var blockAfter: Day?

    static let names = ["level", "block-after"]

    static let fields: [Field<LevelEntry>] = [
        Field(
            "level", "What happens when it finds something.", shape: .choice(Level.allCases.map(\.rawValue)),
            show: { $0.level?.rawValue }
        ) { $1.level = try $0.choice(of: Level.self) },
        Field(
            "block-after", "Until the end of this day 'block' acts as 'warn'.", shape: .day,
            show: { $0.blockAfter?.description }
        ) { $1.blockAfter = try $0.day },
    ]

    static func descriptions(_ entry: LevelEntry) -> [FieldDescription] {
        fields.map { FieldDescription($0, default: entry) }
    }

    init(level: Level? = nil, blockAfter: Day? = nil) {
        self.level = level
        self.blockAfter = blockAfter
    }

    init(_ setting: LevelSetting) {
        self.init(level: setting.level, blockAfter: setting.blockAfter)
    }

    /// Nil where the entry sets no level.
    static func read(_ node: ConfigNode) throws -> LevelSetting? {
        var entry = LevelEntry()
        try Field.readAll(node, into: &entry, fields)
        guard let level = entry.level else {
            if entry.blockAfter != nil { throw node.error("'block-after' needs 'level: block' beside it") }
            return nil
        }
        if entry.blockAfter != nil, level != .block {
            throw node.error("'block-after' goes with 'level: block' only, not with 'level: \(level.rawValue)'")
        }
        return LevelSetting(level, blockAfter: entry.blockAfter)
    }
}
