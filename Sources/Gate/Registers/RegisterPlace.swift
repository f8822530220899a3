// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Where in a register something was written.
package struct RegisterPlace: Hashable, Sendable {
    package let file: String
    /// From 1.
    package let line: Int

    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    package init(_ node: ConfigNode) {
        self.init(file: node.file, line: node.line)
    }
}
