// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Which columns of an export say what.
package struct UsageMap: Sendable {
    /// Column of the account, by its name in the header.
    package var account: String?
    /// Column of the tool.
    package var tool: String?
    /// Id of the one tool that the export is of.
    package var toolID: String?
    /// Column of the day of use.
    package var date: String?

    package init() {}

    var isEmpty: Bool { account == nil && tool == nil && toolID == nil && date == nil }

    /// `account=User`, `tool=Product`, `tool-id=cursor` or `date=Last used`. False for anything else.
    package mutating func add(_ text: String) -> Bool {
        guard let equals = text.firstIndex(of: "=") else { return false }
        let value = String(text[text.index(after: equals)...])
        guard !value.isEmpty else { return false }
        switch text[..<equals] {
        case "account": account = value
        case "tool": tool = value
        case "tool-id": toolID = value
        case "date": date = value
        default: return false
        }
        return true
    }
}

/// A vendor's export of who used which AI tool.
package struct UsageExport: Sendable {
    /// One row, as far as it matters.
    package struct Row: Sendable {
        /// As written; nil where the export is of one tool.
        package let tool: String?
        /// As written, without blanks around it.
        package let account: String
        package let day: Day?
        /// It has a column for the day, and nothing in it.
        package let isIdle: Bool
    }

    package let rows: [Row]
    /// Id of the one tool that the export is of.
    package let toolID: String?
    /// How its columns were read.
    package let mapping: String
    /// Rows that name no account.
    package let anonymous: Int
    /// Rows whose day cannot be read.
    package let undated: Int

    /// Throws for what is no table, and where a column is not there.
    package init(_ bytes: [UInt8], map: UsageMap) throws(CSVRows.Problem) {
        let table = try CSVRows(bytes)
        let columns = try UsageColumns(table.header, map)
        mapping = columns.mapping
        toolID = columns.toolID
        var rows: [Row] = []
        var anonymous = 0
        var undated = 0
        for cells in table.rows {
            func cell(_ column: Int?) -> String? {
                column.flatMap { $0 < cells.count ? String(Substring(cells[$0]).trimmingBlanks) : nil }
            }
            guard let account = cell(columns.account), !account.isEmpty else {
                anonymous += 1
                continue
            }
            let date = cell(columns.date) ?? ""
            let isIdle = columns.date != nil && UsageExport.nothing.contains(date.lowercased())
            let day = Day(String(date.prefix(10)))
            if columns.date != nil, !isIdle, day == nil { undated += 1 }
            rows.append(Row(tool: cell(columns.tool), account: account, day: day, isIdle: isIdle))
        }
        self.rows = rows
        self.anonymous = anonymous
        self.undated = undated
    }

    /// What exports write where there was no use.
    private static let nothing: Set<String> = ["", "none", "never", "nil", "null", "n/a", "-", "no activity"]
}

/// Which column is which, by what was asked for, else by the header.
private struct UsageColumns {
    private(set) var account = 0
    private(set) var tool: Int?
    private(set) var date: Int?
    private(set) var toolID: String?
    let mapping: String

    /// Names by which exports call their columns, without regard to case and signs.
    private static let accounts = [
        "account", "email", "e_mail", "email_address", "e_mail_address", "user_email", "mail", "login", "user",
        "username", "user_name", "member", "user_id", "user_principal_name", "actor",
    ]
    private static let tools = ["tool", "tool_name", "product", "product_name", "application", "app", "service"]
    private static let dates = [
        "date", "day", "last_used", "last_used_at", "last_active", "last_active_at", "last_activity",
        "last_activity_at", "last_activity_date", "last_usage_date", "last_seen", "timestamp",
    ]
    /// Beside `login`, of GitHub's Copilot activity report (docs.github.com/copilot/reference/metrics-data) and of the
    /// usage report before it.
    private static let copilot = ["last_activity_at", "last_usage_date", "last_usage_at"]
    private static let copilotSurfaces = ["last_surface_used", "last_editor_used", "last_activity_editor"]

    init(_ header: [String], _ map: UsageMap) throws(CSVRows.Problem) {
        let folded = header.map(UsageColumns.folded)
        func place(_ names: [String]) -> Int? { names.lazy.compactMap { folded.firstIndex(of: $0) }.first }
        func asked(_ name: String?, _ key: String) throws(CSVRows.Problem) -> Int? {
            guard let name else { return nil }
            if let place = header.firstIndex(of: name) ?? folded.firstIndex(of: UsageColumns.folded(name)) {
                return place
            }
            throw UsageColumns.problem("has no column \(quoted(name))", header, "--usage-map \(key)=COLUMN")
        }
        let isCopilot = map.tool == nil && folded.contains("login") && place(UsageColumns.copilotSurfaces) != nil
        let isTold = !map.isEmpty
        mapping = isTold ? "--usage-map" : isCopilot ? "GitHub Copilot activity report" : "names of the columns"
        toolID = map.toolID ?? (isCopilot ? "github-copilot" : nil)
        let accounts = isCopilot ? ["login"] : UsageColumns.accounts
        guard let account = try asked(map.account, "account") ?? place(accounts) else {
            throw UsageColumns.problem("has no column that names the account", header, "--usage-map account=COLUMN")
        }
        self.account = account
        tool = toolID == nil ? try asked(map.tool, "tool") ?? place(UsageColumns.tools) : nil
        date = try asked(map.date, "date") ?? place((isCopilot ? UsageColumns.copilot : []) + UsageColumns.dates)
        if toolID == nil, tool == nil {
            throw UsageColumns.problem(
                "has no column that names the tool", header,
                "--usage-map tool=COLUMN, or tool-id=ID for an export of one tool")
        }
    }

    /// `Last Activity At` is `last_activity_at`.
    private static func folded(_ name: String) -> String {
        String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
            .split(separator: "_").joined(separator: "_")
    }

    /// A table without a header shows a row of people in its place: no more than a few, and masked.
    private static func problem(_ what: String, _ header: [String], _ option: String) -> CSVRows.Problem {
        let shown = header.prefix(20).map { quoted(Excerpt(line: String($0.prefix(60))).text) }.joined(separator: ", ")
        let more = header.count > 20 ? " and \(header.count - 20) more" : ""
        return CSVRows.Problem(description: "it \(what); its columns are \(shown)\(more): give \(option)")
    }
}
