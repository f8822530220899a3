// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A value of a data file: JSON, YAML or TOML.
package struct Document: Sendable {
    package indirect enum Value: Sendable {
        /// A text, and also a number or a date.
        case text(String)
        case bool(Bool)
        case null
        case list([Document])
        /// In the order of the file; of two equal keys the later one counts, as its ecosystem's own reader has it.
        case map([(key: String, value: Document)])
    }

    package let value: Value
    /// From 1: where its key stands, or the value itself where it has none; nil where the reader cannot tell.
    package let line: Int?

    package init(_ value: Value, line: Int? = nil) {
        self.value = value
        self.line = line
    }
}

extension Document {
    /// The value of a key; nil where there is none, and for anything but a map.
    package subscript(_ key: String) -> Document? { entries.last { $0.key == key }?.value }

    /// Nil for a list, a map and `null`; a truth value as it is written in JSON.
    package var text: String? {
        switch value {
        case .text(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null, .list, .map: nil
        }
    }

    package var bool: Bool? {
        if case .bool(let flag) = value { flag } else { nil }
    }

    /// Empty for anything but a list.
    package var items: [Document] {
        if case .list(let items) = value { items } else { [] }
    }

    /// Empty for anything but a map.
    package var entries: [(key: String, value: Document)] {
        if case .map(let entries) = value { entries } else { [] }
    }
}
