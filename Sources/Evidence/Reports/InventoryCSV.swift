// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The inventory for a spreadsheet: a line for each tool, those that only an export of usage names at the end.
package enum InventoryCSV {
    private static let columns = [
        "tool", "name", "vendor", "kind", "commits", "share_percent", "hints", "people", "first_day", "last_day",
        "evidence", "models", "files_and_settings", "first_place", "register", "register_since", "accounts_used",
        "accounts_idle", "accounts_not_in_git", "accounts_without_trace", "people_only_in_git",
    ]

    package static func render(_ inventory: Inventory) -> [UInt8] {
        let usage = Dictionary((inventory.usage?.tools ?? []).map { ($0.id, $0) }) { first, _ in first }
        let seen = Set(inventory.tools.map(\.id))
        var rows = [columns]
        rows += inventory.tools.map { cells($0, in: inventory) + cells(usage[$0.id]) }
        for tool in inventory.usage?.tools ?? [] where !seen.contains(tool.id) {
            let own = [tool.id, tool.name.text] + Array(repeating: "", count: columns.count - 7)
            rows.append(own + cells(tool))
        }
        return CSVText.bytes(rows)
    }

    private static func cells(_ tool: SeenTool, in inventory: Inventory) -> [String] {
        let place = tool.traces.lazy.compactMap(\.places.first).first
        return [
            outside(tool.id), outside(tool.name), tool.vendor ?? "", tool.kind.rawValue, String(tool.commits),
            percent(inventory.share(of: tool)), String(tool.hints), String(tool.people),
            tool.days?.lowerBound.description ?? "", tool.days?.upperBound.description ?? "",
            tool.sources.map { "\($0.source.rawValue) \($0.commits)" }.joined(separator: "; "),
            tool.models.map(outside).joined(separator: "; "),
            tool.traces.map { "\($0.kind.rawValue) \($0.name)" }.joined(separator: "; "),
            place.map { outside($0.text) } ?? "", tool.standing.word, tool.standing.since?.description ?? "",
        ]
    }

    private static func cells(_ usage: UsageComparison.Tool?) -> [String] {
        guard let usage else { return Array(repeating: "", count: 5) }
        return [usage.used.count, usage.idle, usage.notInGit.count, usage.withoutTrace.count, usage.gitOnly.count]
            .map { String($0) }
    }
}

/// `191` thousandths are `19.1`.
func percent(_ perMille: Int) -> String { "\(perMille / 10).\(perMille % 10)" }

extension ToolTrace.Place {
    /// `path:line`.
    var text: String { path.visible + (line.map { ":\($0)" } ?? "") }
}
