// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// JSON Schema 2020-12 of the files in `.aigate/`, for editors and validators: made from the fields that read them.
package enum PolicySchema {
    /// Of `policy.yml`. Throws when a setting's default is no YAML.
    package static func policy(_ kinds: [CheckKind]) throws(ConfigError) -> [UInt8] {
        let fields = PolicyFields.all(kinds).map { FieldDescription($0, default: Policy()) }
        return try document(
            id: "urn:aigate:schema:policy:v1", title: "aigate policy",
            doc: "What a repository asks of its changes: .aigate/policy.yml", fields,
            definitions: [("level", try record(LevelEntry.descriptions(LevelEntry()), required: ["level"]))])
    }

    /// Of `waivers.yml`.
    package static func waivers(_ kinds: [CheckKind]) throws(ConfigError) -> [UInt8] {
        let fields = WaiverReader.fields(kinds, nil).map { FieldDescription($0, default: []) }
        return try document(
            id: "urn:aigate:schema:waivers:v1", title: "aigate waivers",
            doc: "Dated exceptions from a policy: .aigate/waivers.yml", fields)
    }

    /// Of `data.yml`.
    package static func data() throws(ConfigError) -> [UInt8] {
        let fields = DataFields.all.map { FieldDescription($0, default: DataDraft()) }
        return try document(
            id: "urn:aigate:schema:data:v1", title: "aigate register of data",
            doc: "Which paths hold which class of data, and which tools may see it: .aigate/data.yml", fields)
    }

    /// Of `people.yml`.
    package static func people() throws(ConfigError) -> [UInt8] {
        try document(
            id: "urn:aigate:schema:people:v1", title: "aigate people",
            doc: "Who may review what, and who was trained when: .aigate/people.yml", PeopleReader.descriptions)
    }

    /// Of `tasks/ID.yml`.
    package static func task() throws(ConfigError) -> [UInt8] {
        try document(
            id: "urn:aigate:schema:task:v1", title: "aigate task",
            doc: "What an AI run is asked to do: .aigate/tasks/ID.yml", TaskRegisterReader.descriptions)
    }

    /// Of `tools.yml`.
    package static func tools() throws(ConfigError) -> [UInt8] {
        let fields = ToolRegisterEntry.fields.map { FieldDescription($0, default: ToolRegisterEntry()) }
        return try document(
            id: "urn:aigate:schema:tools-register:v1", title: "aigate tools",
            doc: "The register of AI tools: .aigate/tools.yml", fields)
    }

    private static func document(
        id: String, title: String, doc: String, _ fields: [FieldDescription], definitions: [(String, JSONText)] = []
    ) throws(ConfigError) -> [UInt8] {
        var members: [(String, JSONText)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("$id", .text(id)),
            ("title", .text(title)), ("description", .text(doc)),
        ]
        members += try recordMembers(fields, required: [])
        if !definitions.isEmpty { members.append(("$defs", .object(definitions))) }
        return JSONText.object(members).bytes
    }

    private static func property(_ field: FieldDescription) throws(ConfigError) -> JSONText {
        var members: [(String, JSONText)] = [("description", .text(field.doc))]
        members += try form(field.shape)
        if let text = field.defaultText, !field.required {
            let node = try YAMLReader.read(Array(text.utf8), file: "default of '\(field.name)'")
            members.append(("default", value(node, as: field.shape)))
        }
        return .object(members)
    }

    private static func form(_ shape: Shape) throws(ConfigError) -> [(String, JSONText)] {
        switch shape {
        case .text: return [("type", .text("string")), ("minLength", .number(1))]
        case .pattern(let pattern, let example):
            return [("type", .text("string")), ("pattern", .text(pattern)), ("examples", .texts([example]))]
        case .bool: return [("type", .text("boolean"))]
        case .integer(let range) where range.count == 1: return [("const", .number(range.lowerBound))]
        case .integer(let range):
            let bounds = [("minimum", JSONText.number(range.lowerBound)), ("maximum", .number(range.upperBound))]
            return [("type", .text("integer"))] + bounds
        case .choice(let words): return [("enum", .texts(words))]
        case .day: return [("type", .text("string")), ("format", .text("date"))]
        case .list(let item): return [("type", .text("array")), ("items", .object(try form(item)))]
        case .record(let fields) where fields.map(\.name) == LevelEntry.names:
            return [("$ref", .text("#/$defs/level"))]
        case .record(let fields): return try recordMembers(fields, required: [])
        case .map(let keys, let item):
            let names = keys.map { [("propertyNames", JSONText.object([("enum", .texts($0))]))] } ?? []
            return [("type", .text("object"))] + names + [("additionalProperties", .object(try form(item)))]
        }
    }

    private static func record(_ fields: [FieldDescription], required: [String]) throws(ConfigError) -> JSONText {
        .object(try recordMembers(fields, required: required))
    }

    private static func recordMembers(
        _ fields: [FieldDescription], required: [String]
    ) throws(ConfigError) -> [(String, JSONText)] {
        var properties: [(String, JSONText)] = []
        for field in fields { properties.append((field.name, try property(field))) }
        let needed = required + fields.filter(\.required).map(\.name)
        return [("type", .text("object")), ("additionalProperties", .bool(false))]
            + (needed.isEmpty ? [] : [("required", .texts(needed))])
            + [("properties", .object(properties))] + constraints(among: fields.map(\.name))
    }

    /// What holds between the keys of one record, and so is no key's own form.
    private static func constraints(among names: [String]) -> [(String, JSONText)] {
        if names.contains("block-after") {
            let block = JSONText.object([("level", .object([("const", .text("block"))]))])
            let needs = JSONText.object([("required", .texts(["level"])), ("properties", block)])
            return [("minProperties", .number(1)), ("dependentSchemas", .object([("block-after", needs)]))]
        }
        if names.starts(with: WaiverEntry.scopeNames) {
            return [("oneOf", .list(WaiverEntry.scopeNames.map { .object([("required", .texts([$0]))]) }))]
        }
        return []
    }

    private static func value(_ node: ConfigNode, as shape: Shape) -> JSONText {
        switch (node.value, shape) {
        case (.scalar("true", _), .bool): .bool(true)
        case (.scalar("false", _), .bool): .bool(false)
        case (.scalar(let text, _), .integer): Int(text).map(JSONText.number) ?? .text(text)
        case (.scalar(let text, _), _): .text(text)
        case (.list(let items), .list(let item)): .list(items.map { value($0, as: item) })
        case (.list(let items), _): .list(items.map { value($0, as: .text) })
        case (.map(let entries), .map(_, let item)): .object(entries.map { ($0.key, value($0.value, as: item)) })
        case (.map(let entries), .record(let fields)):
            .object(
                entries.map { entry in
                    (entry.key, value(entry.value, as: fields.first { $0.name == entry.key }?.shape ?? .text))
                })
        case (.map(let entries), _): .object(entries.map { ($0.key, value($0.value, as: .text)) })
        }
    }
}
