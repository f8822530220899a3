// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// A policy as the file that says it: every key with its documentation and its value.
package enum PolicyText {
    /// What holds in a repository, the organisation's floor included but for levels by path, which stand in comments.
    package static func effective(_ set: PolicySet, kinds: [CheckKind]) -> String {
        var policy = set.repository
        if let floor = set.organisation { policy.raise(to: floor, kinds: kinds) }
        for kind in kinds { policy.settings[kind.about.id] = set.settings(of: kind.about.id) }
        let notes = set.sources.map(sentence) + set.limitations + (set.organisation.map(floorNotes) ?? [])
        return file(
            policy, kinds: kinds, heading: ["What holds here; 'aigate explain' says more about a check."] + notes)
    }

    /// What holds where there is no policy.
    package static func defaults(_ kinds: [CheckKind]) -> String {
        file(Policy(), kinds: kinds, heading: ["What holds where there is no policy."])
    }

    /// The policy that `aigate init` writes.
    package static func initial(_ kinds: [CheckKind], monitor: Bool, since: ObjectID?) -> String {
        var policy = Policy()
        policy.enforcement = monitor ? .monitor : .enforce
        policy.since = since
        let heading = [
            "What this repository asks of its changes.",
            "The levels of checks stand in comments: one that is set holds for every finding of its check, and a default "
                + "may be another in tests, examples and commits of agents.",
            "It is read from the commit before a change, so a change never edits its own judge.",
            "'aigate explain CHECK' says more; 'aigate policy validate' reads this file.",
        ]
        return file(policy, kinds: kinds, heading: heading, inComments: ["checks"])
    }

    /// `inComments`: keys that are shown, and not set.
    private static func file(
        _ policy: Policy, kinds: [CheckKind], heading: [String], inComments: Set<String> = []
    ) -> String {
        let fields = PolicyFields.all(kinds, showing: policy).map { FieldDescription($0, default: policy) }
        let comments = heading.flatMap { comment(VisibleText.of($0), indent: "") }
        let keys = fields.map { field in
            let lines = lines(field, indent: "")
            guard inComments.contains(field.name) else { return [""] + lines }
            return [""] + lines.map { $0.hasPrefix("#") ? $0 : "# " + $0 }
        }
        return (comments + keys.joined()).joined(separator: "\n") + "\n"
    }

    /// A key without a value is written as a comment.
    private static func lines(_ field: FieldDescription, indent: String) -> [String] {
        let doc = comment(field.doc, indent: indent)
        let key = YAMLText.key(field.name)
        guard case .record(let fields) = field.shape else {
            guard let value = field.defaultText else { return doc + ["\(indent)# \(key):\(example(field.shape))"] }
            return doc + ["\(indent)\(key):" + (value.hasPrefix("\n") ? value : " " + value)]
        }
        // A review has a level too, but of another kind.
        let isCheck = LevelEntry.names.allSatisfy { name in fields.contains { $0.name == name } }
        let level = fields.filter { isCheck && LevelEntry.names.contains($0.name) && $0.defaultText != nil }
        let rest = fields.filter { !(isCheck && LevelEntry.names.contains($0.name)) }
        if rest.isEmpty, !level.isEmpty {
            let pairs = level.map { "\($0.name): \($0.defaultText ?? "")" }
            return doc + ["\(indent)\(key): {\(pairs.joined(separator: ", "))}"]
        }
        let below = indent + "  "
        let levels = level.map { "\(below)\($0.name): \($0.defaultText ?? "")" }
        return doc + ["\(indent)\(hasValue(field) ? "" : "# ")\(key):"] + levels
            + rest.flatMap { lines($0, indent: below) }
    }

    /// A comment of as many lines as it needs, up to 100 characters each unless a word is longer.
    private static func comment(_ text: String, indent: String) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count < 100 {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append("\(indent)# \(word)")
            }
        }
        return lines
    }

    private static func hasValue(_ field: FieldDescription) -> Bool {
        if case .record(let fields) = field.shape { return fields.contains(where: hasValue) }
        return field.defaultText != nil
    }

    private static func example(_ shape: Shape) -> String {
        switch shape {
        case .pattern(_, let example): " " + example
        case .integer(let range): " \(range.lowerBound) to \(range.upperBound)"
        case .choice(let words): " " + words.joined(separator: ", ")
        case .day: " 2027-01-15"
        case .text, .bool, .list, .record, .map: ""
        }
    }

    private static func sentence(_ source: PolicySource) -> String {
        let place = source.path.map { " \($0)" } ?? ""
        let commit = source.commit.map { " at \($0.short)" } ?? ""
        return "\(source.role): \(source.kind.rawValue)\(place)\(commit)\(source.sha256.map { ", sha256 \($0)" } ?? "")"
    }

    /// What of the organisation's floor no key of a repository's policy can say.
    private static func floorNotes(_ floor: Policy) -> [String] {
        let branches = floor.protectedBranches.map { VisibleText.of($0.text) }.joined(separator: ", ")
        let paths = floor.paths.flatMap { entry in
            entry.levels.sorted { $0.key < $1.key }.map { name, level in
                "the organisation's floor for \(YAMLText.list(entry.patterns.map(\.text))): \(name) \(level.words)"
            }
        }
        let use = floor.ai.use.map { "the organisation's floor for ai.use: {\($0.flow)}" }
        return (branches.isEmpty ? [] : ["the organisation protects, besides: \(branches)"]) + paths + use
    }
}

extension Policy {
    /// Levels of the whole tree, each as strict as the floor's.
    fileprivate mutating func raise(to floor: Policy, kinds: [CheckKind]) {
        let before = self
        for kind in kinds {
            let id = kind.about.id
            for name in [id] + kind.about.rules.map({ "\(id)/\($0.id)" }) {
                let own = before.setting(name) ?? LevelSetting(kind.about.level)
                let standing = floor.settings[id] == nil ? .off : kind.about.level
                let least = floor.setting(name) ?? LevelSetting(standing)
                // A rule's own level hides what paths say of its check, so it gets one only where it must.
                if name == id || before.levels[name] != nil || (floor.levels[name] != nil && own.isBelow(least)) {
                    levels[name] = .stricter(own, least)
                }
            }
        }
    }
}
