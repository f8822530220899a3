// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The key `checks`: levels by check and rule, and the settings of checks.
struct ChecksField: Sendable {
    let kinds: [CheckKind]
    private let names: RuleNames

    init(_ kinds: [CheckKind]) {
        self.kinds = kinds
        names = RuleNames(kinds)
    }

    /// `shown` is the policy whose values stand in the descriptions, and whose rules alone; without one every rule is
    /// described.
    func top(showing shown: Policy?) -> Field<Policy> {
        Field(
            "checks",
            "Levels, and the settings of checks, by check; levels by check/rule. off: not run; monitor: recorded; "
                + "warn: shown; block: the verdict is fail.",
            shape: .record(descriptions(showing: shown)), assign: assign)
    }

    /// The same key below a part of the tree, where it sets levels only.
    func ofPaths() -> Field<PathEntry> {
        Field(
            "checks", "Levels by check or check/rule, without settings.", shape: .record(entriesOfPaths()),
            required: true
        ) { node, entry in entry.levels = try levels(node) }
    }
}

// Reading.
extension ChecksField {
    private func assign(_ node: ConfigNode, _ policy: inout Policy) throws {
        var errors = ConfigErrors.Collection()
        for (key, line, value) in try node.map where !errors.isFull {
            let place = ConfigNode(value.value, file: node.file, line: line)
            errors.collecting(at: place) {
                let (kind, rule) = try names.resolve(key)
                try refuseBareLevel(key, value)
                if rule == nil {
                    try readCheck(kind, value, &policy)
                } else {
                    policy.levels[key] = try level(key, value)
                }
            }
        }
        try errors.check()
    }

    private func readCheck(_ kind: CheckKind, _ node: ConfigNode, _ policy: inout Policy) throws {
        let entries = try node.map
        let known = LevelEntry.names + kind.settings.map(\.name)
        var errors = ConfigErrors.Collection()
        for entry in entries where !known.contains(entry.key) && !errors.isFull {
            let reason = unknownKey(entry.key, known: known)
            errors.add(ConfigError(file: node.file, line: entry.keyLine, reason: "\(kind.about.id): \(reason)"))
        }
        func part(_ isIncluded: (String) -> Bool) -> ConfigNode {
            ConfigNode(.map(entries.filter { isIncluded($0.key) }), file: node.file, line: node.line)
        }
        let id = kind.about.id
        if entries.isEmpty { errors.add(node.error("'\(id)' says nothing; write a level, as in {level: warn}")) }
        errors.collecting {
            if let level = try LevelEntry.read(part(LevelEntry.names.contains)) { policy.levels[id] = level }
        }
        let settings = part { key in kind.settings.contains { $0.name == key } && !LevelEntry.names.contains(key) }
        if try !settings.map.isEmpty {
            // Made and thrown away: a setting that makes no sense must not wait for the judging.
            errors.collecting(at: node, id) { _ = try kind.make(settings) }
            policy.settings[id] = settings
        }
        try errors.check()
    }

    private func levels(_ node: ConfigNode) throws -> [String: LevelSetting] {
        var errors = ConfigErrors.Collection()
        var levels: [String: LevelSetting] = [:]
        for (key, line, value) in try node.map where !errors.isFull {
            let place = ConfigNode(value.value, file: node.file, line: line)
            errors.collecting(at: place) {
                let (kind, rule) = try names.resolve(key)
                try refuseBareLevel(key, value)
                if rule == nil,
                    let entry = try value.map.first(where: { entry in kind.settings.contains { $0.name == entry.key } })
                {
                    throw ConfigError(
                        file: node.file, line: entry.keyLine,
                        reason: "'\(entry.key)' holds for the whole tree: write it under the top-level 'checks'")
                }
                levels[key] = try level(key, value)
            }
        }
        if levels.isEmpty, errors.isEmpty {
            errors.add(node.error("'checks' is empty; name a check and its level, as in {secret: {level: warn}}"))
        }
        try errors.check()
        return levels
    }

    private func refuseBareLevel(_ key: String, _ node: ConfigNode) throws {
        guard case .scalar(let text, _) = node.value, let level = Level(rawValue: text) else { return }
        throw node.error("a level is a key of its own; write \(key): {level: \(level.rawValue)}")
    }

    private func level(_ key: String, _ node: ConfigNode) throws -> LevelSetting {
        guard let level = try LevelEntry.read(node) else {
            throw node.error("'\(key)' needs a level, as in {level: warn}")
        }
        return level
    }
}

// Showing.
extension ChecksField {
    private func descriptions(showing policy: Policy?) -> [FieldDescription] {
        kinds.flatMap { kind in [check(kind, policy)] + rules(of: kind, policy) }
    }

    private func check(_ kind: CheckKind, _ policy: Policy?) -> FieldDescription {
        let about = kind.about
        let level = policy?.levels[about.id] ?? LevelSetting(about.level)
        let own = policy?.settings[about.id]
        let settings = kind.settings.map { setting in
            let written = own?[setting.name].map(YAMLText.flow)
            return FieldDescription(
                name: setting.name, doc: setting.doc, shape: setting.shape, required: setting.required,
                defaultText: written ?? setting.defaultText)
        }
        return FieldDescription(
            name: about.id, doc: about.title, shape: .record(LevelEntry.descriptions(LevelEntry(level)) + settings),
            required: false, defaultText: nil)
    }

    private func entriesOfPaths() -> [FieldDescription] {
        let level = Shape.record(LevelEntry.descriptions(LevelEntry()))
        return names.all.map { name, title in
            FieldDescription(name: name, doc: title, shape: level, required: false, defaultText: nil)
        }
    }

    private func rules(of kind: CheckKind, _ policy: Policy?) -> [FieldDescription] {
        kind.about.rules.compactMap { rule in
            let name = "\(kind.about.id)/\(rule.id)"
            let level = policy?.levels[name]
            if policy != nil, level == nil { return nil }
            return FieldDescription(
                name: name, doc: rule.title,
                shape: .record(LevelEntry.descriptions(level.map(LevelEntry.init) ?? LevelEntry())), required: false,
                defaultText: nil)
        }
    }
}
