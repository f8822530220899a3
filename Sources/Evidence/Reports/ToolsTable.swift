// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

// For people.
extension ToolsReport {
    /// The most columns that a word from the register takes.
    private static let widest = 34

    package func text() -> String {
        var lines = ["register of AI tools as of \(day)", ""]
        lines += table
        lines += section("expired on \(day):", expired)
        lines += section(
            "ends by \(soon):", ending.map { [$0.tool, $0.end.description, $0.fact.rawValue, $0.reference] })
        lines += section("never written down:", missing)
        lines += section(
            "dated back:",
            datedBack.map {
                [$0.tool, "\($0.event.status.rawValue) \($0.event.date)", "in the register since \($0.brought)"]
            })
        if !unseen.isEmpty {
            lines += ["", "not seen in use in \(commits) commits: " + unseen.joined(separator: ", ")]
        }
        lines += limitations.map { "\nnot known: \(VisibleText.of($0))" }
        return lines.joined(separator: "\n")
    }

    private var table: [String] {
        let head = ["ID", "STATUS", "SINCE", "DEPLOYMENT", "OWNER", "LAST SEEN"]
        let cells = rows.map { row in
            [
                row.tool.id, row.state.status.rawValue, row.state.since?.description ?? "-",
                row.tool.deployment.rawValue, row.tool.owner, row.lastSeen?.description ?? "never",
            ]
        }
        return ToolsReport.columns([head] + cells)
    }

    private var expired: [[String]] {
        rows.flatMap { row in
            row.expired.map { [row.tool.id, $0.last.to?.description ?? "", $0.fact.rawValue, $0.last.reference] }
        }
    }

    /// Of tools that may be used, what is asked of those of a provider where no setting says otherwise.
    private var missing: [[String]] {
        rows.filter { $0.state.status.isUsable }.compactMap { row in
            let asked: [ToolFact] =
                row.tool.deployment == .external ? [.assessment, .dpa, .certificate, .optOut] : [.assessment]
            let missing = row.standings.filter { asked.contains($0.fact) && $0.standing.word == "missing" }
            guard !missing.isEmpty else { return nil }
            return [row.tool.id, missing.map(\.fact.rawValue).joined(separator: ", ")]
        }
    }

    private func section(_ title: String, _ rows: [[String]]) -> [String] {
        rows.isEmpty ? [] : ["", title] + ToolsReport.columns(rows).map { "  " + $0 }
    }

    /// Padded, but for the last of a line.
    private static func columns(_ rows: [[String]]) -> [String] {
        let rows = rows.map { row in row.map { VisibleText.of($0, limit: row.count == 2 ? 100 : widest) } }
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
            }.joined(separator: "  ")
        }
    }
}
