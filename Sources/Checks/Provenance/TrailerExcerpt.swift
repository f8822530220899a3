// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

extension Excerpt {
    /// A trailer as evidence may keep it, where nobody is named: its key, and the tool that it names; else whether it
    /// names somebody.
    static func trailer(_ trailer: Trailer, tool: String?) -> Excerpt {
        let isIdentity = trailer.value.utf8.contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "<") }
        return Excerpt(line: "\(trailer.key): \(tool ?? (isIdentity ? "NAME <…>" : "…"))")
    }
}
