// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Reads policy files. Source of the format: `aigate policy schema`.
package enum PolicyReader {
    /// A repository's policy, over the built-in defaults.
    package static func policy(_ bytes: [UInt8], file: String, kinds: [CheckKind]) throws(ConfigErrors) -> Policy {
        try document(bytes, file: file, kinds: kinds, over: Policy()).policy
    }

    /// The policy with the tree that it was read from.
    static func document(
        _ bytes: [UInt8], file: String, kinds: [CheckKind], over defaults: Policy
    ) throws(ConfigErrors) -> PolicyDocument {
        let node = try tree(bytes, file: file)
        var policy = defaults
        try Field.readAll(node, into: &policy, PolicyFields.all(kinds))
        let limits = policy.waivers
        let document = PolicyDocument(policy: policy, node: node)
        if limits.defaultDays > limits.maximumDays, let place = document[["waivers", "default-days"]] {
            throw ConfigErrors(
                place.error("default-days (\(limits.defaultDays)) is more than maximum-days (\(limits.maximumDays))"))
        }
        try AIFields.check(policy.ai, at: document[["ai", "humans"]])
        return document
    }

    static func tree(_ bytes: [UInt8], file: String) throws(ConfigErrors) -> ConfigNode {
        do throws(ConfigError) { return try YAMLReader.read(bytes, file: file) } catch { throw ConfigErrors(error) }
    }
}

/// A policy with the places at which its parts were written.
struct PolicyDocument {
    let policy: Policy
    let node: ConfigNode

    /// As a floor: a check that finds what the section `ai` asks for is at its default at least, where no level is
    /// named.
    func demanding(_ kinds: [CheckKind]) -> PolicyDocument {
        var policy = policy
        for kind in kinds where policy.ai.demandedChecks.contains(kind.about.id) && policy.levels[kind.about.id] == nil
        {
            policy.levels[kind.about.id] = LevelSetting(kind.about.level)
        }
        return PolicyDocument(policy: policy, node: node)
    }

    /// The value at a path of keys; nil where the file does not say it.
    subscript(_ keys: [String]) -> ConfigNode? {
        keys.reduce(node as ConfigNode?) { place, key in place?[key] }
    }
}

extension ConfigNode {
    /// The value of a key; nil where it has none or is no map.
    subscript(_ key: String) -> ConfigNode? {
        guard case .map(let entries) = value else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// True for the same content, wherever it stands. Quotes count: `"1"` is not 1.
    func says(_ other: ConfigNode) -> Bool {
        switch (value, other.value) {
        case (.scalar(let left, let leftPlain), .scalar(let right, let rightPlain)):
            left == right && leftPlain == rightPlain
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.says($1) }
        case (.map(let left), .map(let right)):
            left.count == right.count
                && left.allSatisfy { entry in other[entry.key].map { entry.value.says($0) } ?? false }
        default: false
        }
    }
}
