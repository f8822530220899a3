// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The names that `.aigate/` may hold.
enum PolicyFolder {
    private static let read = ["policy.yml", "waivers.yml", "packs", "names.txt"]

    /// Files of the format that this version does not read yet, and what is therefore not judged.
    private static let unread = [
        ("tools.yml", "the register of AI tools"), ("people.yml", "people"), ("data.yml", "data classes of paths"),
        ("tasks", "tasks"),
    ]

    /// A sentence for each file that nobody reads. Throws for names that mean nothing, and for a folder without a
    /// policy. `review`: its files of keys may stand here too.
    static func limitations(
        _ names: [Path], hasPolicy: Bool, review: Policy.ReviewPolicy
    ) throws(ConfigErrors) -> [String] {
        var errors = ConfigErrors.Collection()
        var found: Set<String> = []
        let keys = [review.allowedSigners, review.revokedKeys, review.keyring].compactMap { path in
            path.hasPrefix(".aigate/") ? path.split(separator: "/").dropFirst().first.map(String.init) : nil
        }
        for name in names.sorted() {
            let visible = name.visible
            let entry = visible.hasSuffix("/") ? String(visible.dropLast()) : visible
            found.insert(entry)
            let known = read + unread.map(\.0) + keys
            if !known.contains(entry) {
                errors.add(
                    ConfigError(file: ".aigate", line: nil, reason: unknownKey(entry, known: known, what: "file")))
            }
        }
        if !names.isEmpty, !hasPolicy, !found.contains("policy.yml") {
            errors.add(
                ConfigError(file: ".aigate", line: nil, reason: "policy.yml is missing; 'aigate init' writes one"))
        }
        try errors.check()
        return unread.filter { found.contains($0.0) }.map { name, what in
            "not judged: \(what); this version does not read .aigate/\(name)"
        }
    }
}
