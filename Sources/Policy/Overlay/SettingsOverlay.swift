// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Lays the repository's settings of checks over the organisation's: where both speak, the stricter holds, or where
/// that cannot be told the organisation's; of a check that the organisation asks for, a default is its word too.
struct SettingsOverlay {
    /// What holds, by check: the organisation's keys, then the repository's.
    private(set) var settings: [String: ConfigNode] = [:]
    /// What the repository says and does not get.
    private(set) var limitations: [String] = []
    private let repository: PolicyDocument
    private let floor: PolicyDocument
    private var errors = ConfigErrors.Collection()

    /// Throws where the repository wants less than the organisation wrote.
    init(_ repository: PolicyDocument, over floor: PolicyDocument, _ kinds: [CheckKind]) throws(ConfigErrors) {
        self.repository = repository
        self.floor = floor
        for kind in kinds {
            let own = repository.policy.settings[kind.about.id]
            let fixed = floor.policy.settings[kind.about.id]
            if fixed != nil { sayLevels(kind) }
            guard let place = own ?? fixed else { continue }
            do {
                let entries = try entries(kind, own?.map ?? [], over: fixed?.map ?? [])
                settings[kind.about.id] = ConfigNode(.map(entries), file: place.file, line: place.line)
            } catch {
                errors.collecting(at: place, kind.about.id) { throw error }
            }
        }
        try errors.check()
    }

    private typealias Entry = (key: String, keyLine: Int, value: ConfigNode)

    private mutating func entries(_ kind: CheckKind, _ own: [Entry], over fixed: [Entry]) throws -> [Entry] {
        let settled = try fixed.map { entry in
            guard let mine = own.first(where: { $0.key == entry.key })?.value else { return entry }
            return (entry.key, entry.keyLine, try value(kind, entry.key, mine, over: entry.value))
        }
        let free = try own.compactMap { entry -> Entry? in
            guard !fixed.contains(where: { $0.key == entry.key }) else { return nil }
            if let set = SettingsOverlay.list(of: entry.key, kind, in: fixed) {
                let start = SettingsOverlay.start(kind, set.key, set.value)
                errors.add(entry.value.error("\(start), and '\(entry.key)' would add to it; leave it out"))
                return nil
            }
            return try unset(kind, entry)
        }
        return settled + free
    }

    /// Of a setting that both have.
    private mutating func value(
        _ kind: CheckKind, _ key: String, _ own: ConfigNode, over fixed: ConfigNode
    ) throws -> ConfigNode {
        if own.says(fixed) { return fixed }
        let start = SettingsOverlay.start(kind, key, fixed)
        guard let tightening = kind.tightening(of: key) else {
            errors.add(own.error("\(start); leave it out"))
            return fixed
        }
        if let objection = try tightening.objection(to: own, over: fixed) {
            errors.add(own.error("\(start): \(objection); tighten it or leave it out"))
            return fixed
        }
        return try tightening.stricter(own, over: fixed)
    }

    /// Of a setting that the organisation leaves out: free, but that a check which it asks for is not to be softened.
    private mutating func unset(_ kind: CheckKind, _ entry: Entry) throws -> Entry? {
        guard asksFor(kind), let tightening = kind.tightening(of: entry.key),
            let text = kind.settings.first(where: { $0.name == entry.key })?.defaultText,
            let standing = try YAMLReader.read(Array("default: \(text)\n".utf8), file: "default")["default"]
        else { return entry }
        var holds: ConfigNode?
        if try tightening.objection(to: entry.value, over: standing) == nil {
            let value = try tightening.stricter(entry.value, over: standing)
            if value.says(entry.value) { return entry }
            holds = value
        }
        limitations.append(
            "\(repository.node.file) sets \(entry.key) of \(kind.about.id) to \(shown(entry.value)); the "
                + "organisation asks for the check and leaves it at \(VisibleText.of(text, limit: 120))")
        return holds.map { (entry.key, entry.keyLine, $0) }
    }

    /// It names a level for it, or sets something in it.
    private func asksFor(_ kind: CheckKind) -> Bool {
        let id = kind.about.id
        let levels = floor.policy.paths.map(\.levels) + [floor.policy.levels]
        return floor.policy.settings[id] != nil
            || levels.contains { levels in
                levels.contains { ($0.key == id || $0.key.hasPrefix(id + "/")) && $0.value.level != .off }
            }
    }

    /// Levels below the default of a check in which the organisation sets something and names no level.
    private mutating func sayLevels(_ kind: CheckKind) {
        let own = repository.policy.paths.map(\.levels) + [repository.policy.levels]
        for levels in own {
            for (name, level) in levels.sorted(by: { $0.key < $1.key })
            where (name == kind.about.id || name.hasPrefix(kind.about.id + "/")) && floor.policy.setting(name) == nil
                && level.isBelow(LevelSetting(kind.about.level))
            {
                limitations.append(
                    "\(repository.node.file) sets \(name) to \(level.words); the organisation sets something in "
                        + "\(kind.about.id), and its levels are the defaults at least")
            }
        }
    }

    /// The setting of the organisation's that a key, or whose additions a key, has a part in.
    private static func list(of key: String, _ kind: CheckKind, in fixed: [Entry]) -> Entry? {
        fixed.first { entry in
            if case .more(of: key)? = kind.tightening(of: entry.key) { return true }
            if case .more(of: entry.key)? = kind.tightening(of: key) { return true }
            return false
        }
    }

    private func shown(_ node: ConfigNode) -> String { VisibleText.of(YAMLText.flow(node), limit: 120) }

    private static func start(_ kind: CheckKind, _ key: String, _ fixed: ConfigNode) -> String {
        "the organisation sets '\(key)' of check '\(kind.about.id)' (\(fixed.file) line \(fixed.line))"
    }
}

extension CheckKind {
    /// Nil for a setting that cannot be tightened.
    fileprivate func tightening(of setting: String) -> Tightening? {
        settings.first { $0.name == setting }?.tightening
    }
}
