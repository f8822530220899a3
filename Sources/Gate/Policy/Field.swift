// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// One key of a configuration: its documentation, its form, and how it is read. The one list of a type's fields makes
/// the reader, the schema, the documentation and the defaults.
package struct Field<Root>: Sendable {
    package let name: String
    package let doc: String
    package let shape: Shape
    package let required: Bool
    let assign: @Sendable (ConfigNode, inout Root) throws -> Void
    let show: @Sendable (Root) -> String?

    package init(
        _ name: String, _ doc: String, shape: Shape, required: Bool = false,
        show: @escaping @Sendable (Root) -> String? = { _ in nil },
        assign: @escaping @Sendable (ConfigNode, inout Root) throws -> Void
    ) {
        self.name = name
        self.doc = doc
        self.shape = shape
        self.required = required
        self.assign = assign
        self.show = show
    }

    /// Lays the keys of a map over the defaults in `root`. Throws `ConfigError` for an unknown key, a wrong form or a
    /// missing required key.
    package static func read(_ node: ConfigNode, into root: inout Root, _ fields: [Field<Root>]) throws {
        let entries = try node.map
        for (key, line, value) in entries {
            guard let field = fields.first(where: { $0.name == key }) else {
                throw ConfigError(file: node.file, line: line, reason: unknownKey(key, known: fields.map(\.name)))
            }
            do {
                try field.assign(value, &root)
            } catch let error as SettingError {
                throw value.error("\(key): \(error.reason)")
            }
        }
        for field in fields where field.required && !entries.contains(where: { $0.key == field.name }) {
            throw node.error("'\(field.name)' is missing: \(field.doc)")
        }
    }
}

/// `unknown key 'limti'; did you mean 'limit'? known: allowed, limit`
package func unknownKey(_ key: String, known: [String], what: String = "key") -> String {
    let close = known.map { (name: $0, distance: editDistance(key, $0)) }
        .filter { $0.distance <= max(1, key.count / 3) }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    let suggestion = close.map { "; did you mean '\($0.name)'?" } ?? ";"
    return "unknown \(what) '\(key)'\(suggestion) known: \(known.sorted().joined(separator: ", "))"
}

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, 1 each.
package func editDistance(_ left: String, _ right: String) -> Int {
    let a = Array(left.lowercased().unicodeScalars.prefix(64))
    let b = Array(right.lowercased().unicodeScalars.prefix(64))
    var rows = [Array(0...b.count)]
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var best = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
            row.append(best)
        }
        rows.append(row)
    }
    return rows[a.count][b.count]
}

extension ConfigNode {
    /// The entries of a map.
    package var map: [(key: String, keyLine: Int, value: ConfigNode)] {
        get throws {
            guard case .map(let entries) = value else { throw error("expected keys with values, found \(kind)") }
            return entries
        }
    }

    package var list: [ConfigNode] {
        get throws {
            guard case .list(let items) = value else { throw error("expected a list, found \(kind)") }
            return items
        }
    }

    /// Any scalar that is not empty.
    package var text: String {
        get throws {
            guard case .scalar(let text, let plain) = value else { throw error("expected text, found \(kind)") }
            guard !text.isEmpty, !(plain && text == "~") else { throw error("expected text, found nothing") }
            return text
        }
    }

    package var bool: Bool {
        get throws {
            switch try text {
            case "true": true
            case "false": false
            case let other: throw error("expected true or false, found '\(other)'")
            }
        }
    }

    package func integer(in range: ClosedRange<Int>) throws -> Int {
        guard let number = try Int(text), range.contains(number) else {
            throw error("expected a whole number from \(range.lowerBound) to \(range.upperBound), found '\(try text)'")
        }
        return number
    }

    package func choice<Value: RawRepresentable & CaseIterable & SendableMetatype>(of _: Value.Type) throws -> Value
    where Value.RawValue == String {
        let written = try text
        guard let value = Value(rawValue: written) else {
            let known = Value.allCases.map(\.rawValue)
            throw error("expected one of \(known.joined(separator: ", ")), found '\(written)'")
        }
        return value
    }

    package var day: Day {
        get throws {
            guard let day = try Day(text) else { throw error("expected a day as 2026-12-31, found '\(try text)'") }
            return day
        }
    }

    package var commitID: ObjectID {
        get throws {
            guard let id = try ObjectID(hex: text) else {
                throw error("expected a full commit id of 40 hexadecimal digits, found '\(try text)'")
            }
            return id
        }
    }

    package var pathPatterns: [PathPattern] {
        get throws {
            try list.map { item in
                do { return try PathPattern(item.text) } catch let problem as SettingError { throw item.error(problem.reason) }
            }
        }
    }

    var kind: String {
        switch value {
        case .scalar(let text, _): text.isEmpty ? "nothing" : "'\(text)'"
        case .list: "a list"
        case .map: "keys with values"
        }
    }
}

extension Field {
    package static func bool(_ name: String, _ doc: String, _ path: any WritableKeyPath<Root, Bool> & Sendable) -> Field {
        Field(name, doc, shape: .bool, show: { $0[keyPath: path] ? "true" : "false" }) { $1[keyPath: path] = try $0.bool }
    }

    package static func integer(
        _ name: String, _ doc: String, in range: ClosedRange<Int>, _ path: any WritableKeyPath<Root, Int> & Sendable
    ) -> Field {
        Field(name, doc, shape: .integer(range), show: { String($0[keyPath: path]) }) {
            $1[keyPath: path] = try $0.integer(in: range)
        }
    }

    package static func choice<Value: RawRepresentable & CaseIterable & SendableMetatype>(
        _ name: String, _ doc: String, _ path: any WritableKeyPath<Root, Value> & Sendable
    ) -> Field where Value.RawValue == String {
        Field(
            name, doc, shape: .choice(Value.allCases.map(\.rawValue)), show: { $0[keyPath: path].rawValue }
        ) { $1[keyPath: path] = try $0.choice(of: Value.self) }
    }

    package static func texts(_ name: String, _ doc: String, _ path: any WritableKeyPath<Root, [String]> & Sendable) -> Field {
        Field(
            name, doc, shape: .list(.text),
            show: { "[" + $0[keyPath: path].map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
        ) { $1[keyPath: path] = try $0.list.map { try $0.text } }
    }

    package static func patterns(
        _ name: String, _ doc: String, _ path: any WritableKeyPath<Root, [PathPattern]> & Sendable
    ) -> Field {
        Field(
            name, doc, shape: .list(.text),
            show: { "[" + $0[keyPath: path].map { "\"\($0.text)\"" }.joined(separator: ", ") + "]" }
        ) { $1[keyPath: path] = try $0.pathPatterns }
    }
}
