// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Tables for spreadsheets.
///
/// Source: RFC 4180. A cell that a spreadsheet would take for a formula gets a quote before it (OWASP, CSV injection).
package enum CSVText {
    /// Lines of cells, each ended by CR and LF.
    package static func bytes(_ rows: [[String]]) -> [UInt8] {
        Array(rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined().utf8)
    }

    /// What begins like a formula gets a quote; what holds a comma, a quote or an end of line is quoted.
    static func cell(_ text: String) -> String {
        let isFormula = text.utf8.first.map("=+-@\t\r".utf8.contains) ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.utf8.contains(where: ",\"\r\n;".utf8.contains) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
