// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A `data.yml` as it was written, before its parts are held against one another.
struct DataDraft {
    /// A value and where it was written.
    struct Placed<Value: Sendable>: Sendable {
        let value: Value
        let node: ConfigNode
    }

    /// An item of `classes`.
    struct OwnClass: Sendable {
        var title = ""
        var external = Permission.prohibited
        var selfHosted = Permission.prohibited
    }

    /// An item of `matrix`.
    struct Cells: Sendable {
        var external: Placed<Permission>?
        var selfHosted: Placed<Permission>?
    }

    /// An item of `contracts`.
    struct Contract: Sendable {
        var reference = ""
        var external = false
    }

    /// An item of `paths`.
    struct PathEntry: Sendable {
        var patterns: [PathPattern] = []
        var dataClass = ""
    }

    var preset: Placed<DataPreset>?
    var classes: [(id: String, entry: Placed<OwnClass>)] = []
    var defaultClass: Placed<String>?
    var paths: [Placed<PathEntry>] = []
    var matrix: [(id: String, entry: Placed<Cells>)] = []
    var contracts: [(id: String, entry: Placed<Contract>)] = []
}

/// The keys of `data.yml`: the one list that makes its reader and its schema.
enum DataFields {
    static let all: [Field<DataDraft>] = [
        .version(),
        Field(
            "preset",
            "The matrix to start from. iso27001: confidential data leaves with a review, personal data never; strict: "
                + "source code is confidential and never leaves; tisax: as iso27001, with classes for prototypes and "
                + "customers that leave only where their contract says so.",
            shape: .choice(DataPreset.allCases.map(\.rawValue)), show: { _ in DataPreset.iso27001.rawValue }
        ) { $1.preset = .init(value: try $0.choice(of: DataPreset.self), node: $0) },
        entries(
            "classes", "Classes besides the preset's, by id.", DataDraft.OwnClass(), ownClass, checkID: true, \.classes),
        Field(
            "default",
            "The class of paths that no pattern names; not set: the preset's (internal; strict: confidential).",
            shape: .text
        ) { $1.defaultClass = .init(value: try $0.text, node: $0) },
        paths,
        entries(
            "matrix",
            "Cells that differ from the preset's, by class. From the loosest: "
                + Permission.allCases.map(\.rawValue).joined(separator: ", ")
                + "; each asks for all that those before it ask for.", DataDraft.Cells(), cells, \.matrix),
        entries(
            "contracts", "The contracts that classes of others' data need (tisax: prototype, customer), by class.",
            DataDraft.Contract(), contract, \.contracts),
    ]

    private static let permission = Shape.choice(Permission.allCases.map(\.rawValue))

    private static let ownClass: [Field<DataDraft.OwnClass>] = [
        Field("title", "What it is, in a few words.", shape: .text, required: true) { $1.title = try $0.text },
        Field("external", "What a tool of a provider outside may do with it.", shape: permission, required: true) {
            $1.external = try $0.permission
        },
        Field("self-hosted", "What a tool on own machines may do with it.", shape: permission, required: true) {
            $1.selfHosted = try $0.permission
        },
    ]

    private static let cells: [Field<DataDraft.Cells>] = [
        Field("external", "What a tool of a provider outside may do with it.", shape: permission) {
            $1.external = .init(value: try $0.permission, node: $0)
        },
        Field("self-hosted", "What a tool on own machines may do with it.", shape: permission) {
            $1.selfHosted = .init(value: try $0.permission, node: $0)
        },
    ]

    private static let contract: [Field<DataDraft.Contract>] = [
        Field("reference", "The contract that says how it is to be kept.", shape: .text, required: true) {
            $1.reference = try $0.text
        },
        .bool("external", "The contract lets tools of providers outside see it, under controls.", \.external),
    ]

    private static let pathEntry: [Field<DataDraft.PathEntry>] = [
        Field(
            "match", "Patterns for paths, as .gitignore writes them, without negation.", shape: .list(.text),
            required: true
        ) { node, entry in
            entry.patterns = try node.pathPatterns
            if entry.patterns.isEmpty { throw node.error("empty; name a path, as in [\"customers/**\"]") }
        },
        Field("class", "The class of data that they hold.", shape: .text, required: true) {
            $1.dataClass = try $0.text
        },
    ]

    private static let paths = Field<DataDraft>(
        "paths",
        "The classes of parts of the tree; where several match a path, the last one counts, and of the organisation's "
            + "and the repository's the stricter.",
        shape: .list(.record(pathEntry.map { FieldDescription($0, default: .init()) })), show: { _ in "[]" }
    ) { node, draft in
        var errors = ConfigErrors.Collection()
        draft.paths = try node.list.compactMap { item in
            guard !errors.isFull else { return nil }
            return errors.collecting(at: item) {
                var entry = DataDraft.PathEntry()
                try Field.readAll(item, into: &entry, pathEntry)
                return .init(value: entry, node: item)
            }
        }
        try errors.check()
    }

    /// Keys of the writer's choice with a record each. `checkID`: they are new ids.
    private static func entries<Entry: Sendable>(
        _ name: String, _ doc: String, _ empty: Entry, _ fields: [Field<Entry>], checkID: Bool = false,
        _ path: any WritableKeyPath<DataDraft, [(id: String, entry: DataDraft.Placed<Entry>)]> & Sendable
    ) -> Field<DataDraft> {
        let item = fields.map { FieldDescription($0, default: empty) }
        return Field(name, doc, shape: .map(keys: nil, .record(item)), show: { _ in "{}" }) { node, draft in
            var errors = ConfigErrors.Collection()
            for (id, line, value) in try node.map where !errors.isFull {
                errors.collecting(at: value, id) {
                    if checkID, !isID(id) {
                        throw ConfigError(
                            file: node.file, line: line,
                            reason: "an id has lower-case letters, digits and hyphens, as in trade-secret")
                    }
                    var entry = empty
                    try Field.readAll(value, into: &entry, fields)
                    draft[keyPath: path].append((id, .init(value: entry, node: value)))
                }
            }
            try errors.check()
        }
    }

    private static func isID(_ text: String) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 64 else { return false }
        return text.utf8.allSatisfy {
            isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
        }
    }
}

extension ConfigNode {
    /// One word of the matrix; words of others for the same are suggested.
    fileprivate var permission: Permission {
        get throws {
            try choice(
                of: Permission.self,
                meanings: [
                    "allowed": .permitted, "allow": .permitted, "yes": .permitted, "review": .withReview,
                    "controls": .withControls, "legal-basis": .withLegalBasis, "forbidden": .prohibited,
                    "deny": .prohibited, "no": .prohibited, "never": .prohibited,
                ])
        }
    }
}
