// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Text with a mark 1️⃣ on each line where something is due.
package struct MarkedText {
    package let text: String
    /// Lines with a mark, from 1.
    package let lines: [Int]

    package init(_ marked: String) {
        let mark = "1️⃣"
        var lines: [Int] = []
        text = marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            guard let found = line.range(of: mark) else { return String(line) }
            lines.append(index + 1)
            let before = line[..<found.lowerBound]
            return String((before.last == " " ? before.dropLast() : before) + line[found.upperBound...])
        }.joined(separator: "\n")
        self.lines = lines
    }
}
