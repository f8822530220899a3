// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Text that a terminal or a CI log shows and does not obey.
enum TerminalText {
    /// Escapes what hides, and what runners take for a command: `::error::` at a line's start (GitHub), `##[` and
    /// `##vso[` anywhere (GitHub's older form, Azure).
    static func of(_ text: String) -> String {
        var shown = VisibleText.of(text)
        if shown.drop(while: { $0 == " " }).hasPrefix("::") { shown = "\\u{3A}" + shown.drop { $0 == " " }.dropFirst() }
        guard shown.utf8.contains(UInt8(ascii: "#")) else { return shown }
        return shown.replacing("##", with: "#\\u{23}")
    }
}
