// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Markdown in which text from outside does nothing: it only ever stands in code spans, where GitHub knows no links,
/// images, mentions, entities or HTML.
struct MarkdownText {
    private(set) var bytes: [UInt8] = []

    /// Text of ours.
    mutating func add(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ number: Int) {
        bytes.append(contentsOf: String(number).utf8)
    }

    /// A code span: fenced by one more backtick than the text has in a row (CommonMark 6.1). No line end can be in it.
    mutating func code(_ text: String) {
        let shown = VisibleText.of(text)
        var longest = 0
        var run = 0
        for byte in shown.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        // A space on both sides is taken off again; without it a backtick at an end would lengthen the fence.
        let pad = longest > 0 ? " " : ""
        bytes.append(contentsOf: (fence + pad + (shown.isEmpty ? " " : shown) + pad + fence).utf8)
    }
}
