// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A value of a data file: JSON, YAML or TOML.
package struct Document: Sendable {
    package indirect enum Value: Sendable {
        /// A text, and also a number or a date: as it was written.
        case text(String)
        case bool(Bool)
        case null
        case list([Document])
        /// In the order of the file; of two equal keys the later one counts, as its ecosystem's own reader has it.
        case map([(key: String, value: Document)])
    }

    package let value: Value
    /// From 1; nil where the reader cannot tell.
    package let line: Int?

    package init(_ value: Value, line: Int? = nil) {
        self.value = value
        self.line = line
    }
}
