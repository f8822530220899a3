// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The names that `.aigate/` may hold.
enum PolicyFolder {
    private static let read = [
        "policy.yml", "waivers.yml", "packs", "names.txt", "tools.yml", "data.yml", "people.yml", "tasks",
        "controls.yml",
    ]

    /// Throws for names that mean nothing, and for a folder without a policy. `review`: its files of keys may stand here
    /// too.
    static func check(_ names: [Path], hasPolicy: Bool, review: Policy.ReviewPolicy) throws(ConfigErrors) {
        var errors = ConfigErrors.Collection()
        var found: Set<String> = []
        let keys = [review.allowedSigners, review.revokedKeys, review.keyring].compactMap { path in
            path.hasPrefix(".aigate/") ? path.split(separator: "/").dropFirst().first.map(String.init) : nil
        }
        for name in names.sorted() {
            let visible = name.visible
            let entry = visible.hasSuffix("/") ? String(visible.dropLast()) : visible
            found.insert(entry)
            let known = read + keys
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
    }
}
