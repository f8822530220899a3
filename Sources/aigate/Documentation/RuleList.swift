// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Gate

/// The checks as a list: a table for the README, JSON for other programs.
enum RuleList {
    static func table(_ kinds: [CheckKind]) -> String {
        let rows = kinds.map { kind in
            "| [`\(kind.about.id)`](Sources/Checks/Rules.docc/\(kind.about.id).md) | \(kind.about.level.rawValue) | \(kind.about.title) |"
        }
        return (["| check | default | finds |", "|---|---|---|"] + rows).joined(separator: "\n")
    }

    static func json(_ kinds: [CheckKind], _ controls: ControlMap) throws -> String {
        let entries = kinds.map { kind in
            Entry(
                id: kind.about.id, title: kind.about.title, why: kind.about.why, fix: kind.about.fix,
                controls: controls.controls(of: kind.about.id),
                level: kind.about.level.rawValue,
                rules: kind.about.rules.map { Entry.Rule(id: $0.id, title: $0.title) },
                settings: kind.settings.map { Entry.Setting(name: $0.name, doc: $0.doc, default: $0.defaultText) },
                since: kind.about.since)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(entries), as: UTF8.self)
    }

    private struct Entry: Encodable {
        let id: String
        let title: String
        let why: String
        let fix: String
        let controls: [String]
        let level: String
        let rules: [Rule]
        let settings: [Setting]
        let since: String

        struct Rule: Encodable {
            let id: String
            let title: String
        }

        struct Setting: Encodable {
            let name: String
            let doc: String
            let `default`: String?
        }
    }
}
