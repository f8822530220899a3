// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The register of AI tools as of a day: what was decided on each tool, what stands behind it, what ends soon, and
/// whether it was seen in use.
package struct ToolsReport {
    package static let schema = "urn:aigate:schema:tools:v1"

    /// One tool.
    package struct Row {
        let tool: RegisteredTool
        let state: ToolState
        /// Last seen in a commit; nil: not at all.
        let lastSeen: Day?
        /// In the order of `ToolFact`.
        let standings: [(fact: ToolFact, standing: FactStanding)]
    }

    let day: Day
    /// The last day that counts as soon.
    let soon: Day
    /// Looked at for use.
    let commits: Int
    let rows: [Row]
    let limitations: [String]

    /// `within`: days; `lastSeen`: by the tool's id, from `commits` of them.
    package init(
        _ register: ToolRegister, on day: Day, within: Int, lastSeen: [String: Day], commits: Int,
        limitations: [String]
    ) {
        self.day = day
        soon = day.adding(days: within)
        self.commits = commits
        self.limitations = limitations
        rows = register.tools.map { tool in
            Row(
                tool: tool, state: tool.state(on: day), lastSeen: lastSeen[tool.id],
                standings: ToolFact.allCases.map { ($0, tool.standing(of: $0, on: day)) })
        }
    }

    /// What holds on the day and ends by `soon`, the earliest first.
    var ending: [(tool: String, fact: ToolFact, end: Day, reference: String)] {
        rows.flatMap { row in
            row.standings.compactMap { fact, standing in
                guard case .holds(let holding) = standing, let end = holding.to, end <= soon else { return nil }
                return (row.tool.id, fact, end, holding.reference)
            }
        }.sorted { ($0.end, $0.tool, $0.fact.rawValue) < ($1.end, $1.tool, $1.fact.rawValue) }
    }

    var unseen: [String] { rows.filter { $0.lastSeen == nil }.map(\.tool.id) }

    /// Events that are dated before they came into the register.
    var datedBack: [(tool: String, event: ToolEvent, brought: Day)] {
        rows.flatMap { row in
            (row.tool.events + row.tool.ownEvents).compactMap { event in
                event.broughtOn.flatMap { event.date < $0 ? (row.tool.id, event, $0) : nil }
            }
        }
    }
}

extension ToolsReport.Row {
    /// Facts of which the last one ended before the day.
    var expired: [(fact: ToolFact, last: DatedFact)] {
        standings.compactMap { fact, standing in
            if case .expired(let last) = standing { (fact, last) } else { nil }
        }
    }
}

// JSON.
extension ToolsReport {
    /// Keys in their order; null where nothing is known.
    package func json() -> [UInt8] {
        var writer = JSONWriter()
        writer.object { document in
            document.field("commits", commits)
            document.lines("datedBack", datedBack) { line, item in
                line.field("date", item.event.date.description)
                line.field("inRegisterSince", item.brought.description)
                line.field("status", item.event.status.rawValue)
                line.field("tool", item.tool)
            }
            document.field("day", day.description)
            document.lines("ending", ending) { line, item in
                line.field("day", item.end.description)
                line.field("fact", item.fact.rawValue)
                line.field("reference", item.reference)
                line.field("tool", item.tool)
            }
            document.field("limitations", limitations)
            document.field("schema", ToolsReport.schema)
            document.lines("tools", rows) { line, row in ToolsReport.write(row, to: &line) }
            document.field("within", soon.number - day.number)
        }
        writer.newLine()
        return writer.bytes
    }

    private static func write(_ row: Row, to line: inout JSONWriter) {
        line.field("dataClasses", row.tool.limits(on: row.state.since ?? Day(number: 0)).first?.dataClasses ?? [])
        line.field("deployment", row.tool.deployment.rawValue)
        line.array("facts", row.standings) { writer, item in
            writer.object { writer in
                writer.field("fact", item.fact.rawValue)
                writer.field("standing", item.standing.word)
                writer.field("to", item.standing.fact?.to?.description)
            }
        }
        line.field("id", row.tool.id)
        line.field("lastSeen", row.lastSeen?.description)
        line.field("name", row.tool.name)
        line.field("owner", row.tool.owner)
        line.field("since", row.state.since?.description)
        line.field("status", row.state.status.rawValue)
        line.field("tier", row.tool.tier)
        line.field("vendor", row.tool.vendor)
    }
}

// CSV (RFC 4180).
extension ToolsReport {
    package func csv() -> [UInt8] {
        let head =
            ["id", "name", "status", "since", "deployment", "owner", "vendor", "tier", "last-seen"]
            + ToolFact.allCases.flatMap { [$0.rawValue, "\($0.rawValue)-to"] }
        let lines = rows.map { row in
            [
                row.tool.id, row.tool.name ?? "", row.state.status.rawValue, row.state.since?.description ?? "",
                row.tool.deployment.rawValue, row.tool.owner, row.tool.vendor, row.tool.tier ?? "",
                row.lastSeen?.description ?? "",
            ] + row.standings.flatMap { [$0.standing.word, $0.standing.fact?.to?.description ?? ""] }
        }
        return CSVText.bytes([head] + lines.map { $0.map { VisibleText.of($0) } })
    }
}

extension FactStanding {
    var word: String {
        switch self {
        case .holds: "holds"
        case .expired: "expired"
        case .missing: "missing"
        }
    }

    var fact: DatedFact? {
        switch self {
        case .holds(let fact), .expired(let fact): fact
        case .missing: nil
        }
    }
}
