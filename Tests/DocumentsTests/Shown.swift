// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation

extension Document {
    /// As JSON with sorted keys and every scalar as text, for comparison.
    var shown: String {
        switch value {
        case .text(let text): quoted(text)
        case .bool(let flag): flag ? "true" : "false"
        case .null: "null"
        case .list(let items): "[" + items.map(\.shown).joined(separator: ", ") + "]"
        case .map(let entries):
            "{"
                + Dictionary(entries.map { ($0.key, $0.value) }) { $1 }.sorted {
                    Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8))
                }
                .map { "\(quoted($0.key)): \($0.value.shown)" }.joined(separator: ", ") + "}"
        }
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension String {
    var bytes: [UInt8] { Array(utf8) }
}
