// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// One `Key: value` of a commit message.
package struct Trailer: Equatable, Sendable {
    /// Where it was found: git's trailer block gives credit, the rest of the message only evidence.
    package enum Block: String, Sendable {
        case strict, lenient
    }

    /// As written.
    package let key: String
    /// Unfolded and trimmed.
    package let value: String
    /// Line of the message, from 1.
    package let line: Int
    package let block: Block
    /// The value went over more than one line.
    package let folded: Bool

    package init(key: String, value: String, line: Int, block: Block, folded: Bool = false) {
        self.key = key
        self.value = value
        self.line = line
        self.block = block
        self.folded = folded
    }

    /// Keys are case-insensitive.
    package func isKey(_ name: String) -> Bool { key.lowercased() == name.lowercased() }
}
