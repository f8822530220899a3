// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// One key of a configuration: its documentation, its form, and how it is read. The one list of a type's fields makes
/// the reader, the schema, the documentation and the defaults.
package struct Field<Root>: Sendable {
    package let name: String
    package let doc: String
    package let required: Bool
    /// Nil: what an organisation sets stays as it is.
    var tightening: Tightening?
    let assign: @Sendable (ConfigNode, inout Root) throws -> Void
    let show: @Sendable (Root) -> String?
    private let makeShape: @Sendable () -> Shape

    package init(
        _ name: String, _ doc: String, shape: @autoclosure @escaping @Sendable () -> Shape, required: Bool = false,
        show: @escaping @Sendable (Root) -> String? = { _ in nil },
        assign: @escaping @Sendable (ConfigNode, inout Root) throws -> Void
    ) {
        self.name = name
        self.doc = doc
        makeShape = shape
        self.required = required
        self.assign = assign
        self.show = show
    }

    /// Made when asked for: a reader never is, and a schema's tells every rule.
    package var shape: Shape { makeShape() }

    /// The same key for something that holds the root.
    package func lifted<Outer>(
        to path: any WritableKeyPath<Outer, Root> & Sendable, doc: String? = nil
    ) -> Field<Outer> {
        var field = Field<Outer>(
            name, doc ?? self.doc, shape: shape, required: required, show: { show($0[keyPath: path]) }
        ) { try assign($0, &$1[keyPath: path]) }
        field.tightening = tightening
        return field
    }

    /// Lays the keys of a map over the defaults in `root`. Throws the first `ConfigError`: an unknown key, a wrong form
    /// or a missing required key.
    package static func read(_ node: ConfigNode, into root: inout Root, _ fields: [Field<Root>]) throws {
        do { try readAll(node, into: &root, fields) } catch { throw error.errors[0] }
    }

    /// As `read`, but goes on after a mistake, so that its writer can mend several at once.
    package static func readAll(
        _ node: ConfigNode, into root: inout Root, _ fields: [Field<Root>]
    ) throws(ConfigErrors) {
        var errors = ConfigErrors.Collection()
        let entries = errors.collecting { try node.map } ?? []
        if errors.isEmpty {
            for (key, line, value) in entries where !errors.isFull {
                guard let field = fields.first(where: { $0.name == key }) else {
                    let reason = unknownKey(key, known: fields.map(\.name))
                    errors.add(ConfigError(file: node.file, line: line, reason: reason))
                    continue
                }
                errors.collecting(at: value, key) { try field.assign(value, &root) }
            }
            for field in fields where field.required && !entries.contains(where: { $0.key == field.name }) {
                errors.add(node.error("'\(field.name)' is missing: \(field.doc)"))
            }
        }
        try errors.check()
    }
}

/// `unknown key 'limti'; did you mean 'limit'? known: allowed, limit`
package func unknownKey(_ key: String, known: [String], what: String = "key") -> String {
    let suggestion = closest(to: key, of: known).map { "; did you mean '\($0)'?" } ?? ";"
    return "unknown \(what) \(quoted(key))\(suggestion) known: \(known.sorted().joined(separator: ", "))"
}

/// The known word that a misspelt one was most likely meant to be: one that is close, else one that has it as a part
/// (`claude`, `copilot`) or begins with it.
package func closest(to word: String, of known: [String]) -> String? {
    let limit = max(1, word.unicodeScalars.prefix(64).count / 3)
    let close = known.map { (name: $0, distance: editDistance(word, $0)) }
        .filter { $0.distance <= limit }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    if let close { return close }
    guard word.utf8.count >= 3 else { return nil }
    return known.filter { $0.hasPrefix(word) || $0.split(separator: "-").contains(word[...]) }.min()
}

/// A word from outside as a message shows it: in quotes, visible and short.
package func quoted(_ word: String) -> String {
    // A single character may hold any number of combining marks.
    let start = String(String.UnicodeScalarView(word.unicodeScalars.prefix(81)))
    return "'" + VisibleText.of(start, limit: 80) + "'"
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
            guard case .scalar(let text, _) = value, !isNothing else {
                throw error("expected text, found \(kind)")
            }
            return text
        }
    }

    package var bool: Bool {
        get throws {
            switch value {
            case .scalar("true", plain: true): true
            case .scalar("false", plain: true): false
            default: throw error("expected true or false, found \(kind)")
            }
        }
    }

    package func integer(in range: ClosedRange<Int>) throws -> Int {
        guard case .scalar(let text, plain: true) = value, let number = Int(text), String(number) == text,
            range.contains(number)
        else { throw error("expected a whole number from \(range.lowerBound) to \(range.upperBound), found \(kind)") }
        return number
    }

    /// `meanings`: words of others for the same, to be suggested.
    package func choice<Value: RawRepresentable & CaseIterable & SendableMetatype>(
        of _: Value.Type, meanings: [String: Value] = [:]
    ) throws -> Value where Value.RawValue == String {
        let written = try text
        guard let value = Value(rawValue: written) else {
            let known = Value.allCases.map(\.rawValue)
            let suggestion =
                (meanings[written]?.rawValue ?? closest(to: written, of: known)).map { "; did you mean '\($0)'?" } ?? ""
            throw error("expected one of \(known.joined(separator: ", ")), found \(quoted(written))\(suggestion)")
        }
        return value
    }

    package var day: Day {
        get throws {
            guard let day = try Day(text) else { throw error("expected a day as 2026-12-31, found \(kind)") }
            return day
        }
    }

    package var commitID: ObjectID {
        get throws {
            guard let id = try ObjectID(hex: text) else {
                throw error("expected a full commit id of 40 hexadecimal digits, found \(kind)")
            }
            return id
        }
    }

    package var pathPatterns: [PathPattern] {
        get throws {
            try list.map { item in
                do { return try PathPattern(written: item.text) } catch let problem as SettingError {
                    throw item.error(problem.reason)
                }
            }
        }
    }

    private var isNothing: Bool {
        switch value {
        case .scalar("", _), .scalar("~", plain: true), .scalar("null", plain: true): true
        default: false
        }
    }

    /// For messages.
    var kind: String {
        switch value {
        case _ where isNothing: "nothing"
        case .scalar(let text, plain: true): quoted(text)
        case .scalar(let text, plain: false): quoted(text) + " in quotes"
        case .list: "a list"
        case .map: "keys with values"
        }
    }
}

extension Field {
    package static func bool(_ name: String, _ doc: String, _ path: any WritableKeyPath<Root, Bool> & Sendable) -> Field
    {
        Field(name, doc, shape: .bool, show: { $0[keyPath: path] ? "true" : "false" }) {
            $1[keyPath: path] = try $0.bool
        }
    }

    package static func integer(
        _ name: String, _ doc: String, in range: ClosedRange<Int>, _ path: any WritableKeyPath<Root, Int> & Sendable
    ) -> Field {
        Field(name, doc, shape: .integer(range), show: { String($0[keyPath: path]) }) {
            $1[keyPath: path] = try $0.integer(in: range)
        }
    }

    package static func choice<Value: RawRepresentable & CaseIterable & Sendable>(
        _ name: String, _ doc: String, _ path: any WritableKeyPath<Root, Value> & Sendable,
        meanings: [String: Value] = [:]
    ) -> Field where Value.RawValue == String {
        Field(
            name, doc, shape: .choice(Value.allCases.map(\.rawValue)),
            // YAML 1.1 takes the plain word for false.
            show: { $0[keyPath: path].rawValue == "off" ? "\"off\"" : $0[keyPath: path].rawValue }
        ) { $1[keyPath: path] = try $0.choice(of: Value.self, meanings: meanings) }
    }

    package static func texts(_ name: String, _ doc: String, _ path: any WritableKeyPath<Root, [String]> & Sendable)
        -> Field
    {
        Field(
            name, doc, shape: .list(.text),
            show: { YAMLText.list($0[keyPath: path]) }
        ) { $1[keyPath: path] = try $0.list.map { try $0.text } }
    }

    package static func patterns(
        _ name: String, _ doc: String, _ path: any WritableKeyPath<Root, [PathPattern]> & Sendable
    ) -> Field {
        Field(
            name, doc, shape: .list(.text),
            show: { YAMLText.list($0[keyPath: path].map(\.text)) }
        ) { $1[keyPath: path] = try $0.pathPatterns }
    }
}
