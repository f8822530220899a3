// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The inventory for a person, within 80 columns.
package struct InventoryTable {
    private static let width = 80
    /// Models and places of one tool that are named.
    private static let shown = 3
    private static let traceLimit = 12

    package static func render(_ inventory: Inventory, color: Bool = false) -> [UInt8] {
        var table = InventoryTable(inventory: inventory, style: Style(isOn: color))
        table.write()
        return Array((table.lines.joined(separator: "\n") + "\n").utf8)
    }

    private let inventory: Inventory
    private let style: Style
    private var lines: [String] = []

    private init(inventory: Inventory, style: Style) {
        self.inventory = inventory
        self.style = style
    }

    private mutating func write() {
        writeHead()
        let (inCommits, elsewhere) = inventory.tools.reduce(into: ([SeenTool](), [SeenTool]())) { parts, tool in
            if tool.isWithoutCommits { parts.1.append(tool) } else { parts.0.append(tool) }
        }
        if inCommits.isEmpty {
            add("No commit shows an AI tool. That is no proof that none was used.")
        } else {
            row(["tool", "commits", "share", "people", "first", "last", "register"], role: .quiet)
            for tool in inCommits { write(tool) }
        }
        if !elsewhere.isEmpty {
            lines.append("")
            add("In files, settings or branches, but in no commit's trailers, people or notes:")
            for tool in elsewhere { write(tool) }
        }
        writeUsage()
        writeFoot()
    }

    private mutating func writeHead() {
        let scope = inventory.scope
        let name = scope.repository.map { " in " + outside($0) } ?? ""
        add("AI tools\(name) at \(scope.head.short), as of \(inventory.today)")
        let days = scope.days.map { " from \($0.lowerBound) to \($0.upperBound)" } ?? ""
        let since = scope.since.map { " since \($0.short)" } ?? ""
        let share = scope.commits == 0 ? 0 : scope.marked * 1000 / scope.commits
        let people = counted(scope.people, "mailbox", plural: "mailboxes")
        add(
            "\(counted(scope.commits, "commit"))\(since)\(days) by \(people); AI took part in \(scope.marked) (\(percent(share))%); \(counted(scope.files, "file"))")
        lines.append("")
    }

    private mutating func write(_ tool: SeenTool) {
        let hasCommits = tool.commits > 0
        let nothing = tool.isWithoutCommits ? "" : "-"
        let role: Style.Role? = ["approved", "restricted"].contains(tool.standing.word) ? nil : .warning
        row(
            [
                outside(tool.name), hasCommits ? String(tool.commits) : nothing,
                hasCommits ? percent(inventory.share(of: tool)) + "%" : nothing,
                hasCommits ? String(tool.people) : nothing, tool.days?.lowerBound.description ?? "",
                tool.days?.upperBound.description ?? "", tool.standing.text,
            ], role: inventory.hasRegister ? role : nil)
        var parts: [String] = []
        let sources = tool.sources.map { "\($0.source.rawValue) \($0.commits)" }.joined(separator: ", ")
        if !sources.isEmpty { parts.append("by " + sources) }
        if tool.hints > 0 {
            let other = hasCommits ? "other commit" : "commit"
            parts.append("\(counted(tool.hints, other)) only \(tool.hints == 1 ? "hints" : "hint") at it")
        }
        if !tool.models.isEmpty { parts.append("models " + few(tool.models.map(outside))) }
        for trace in tool.traces.prefix(InventoryTable.traceLimit) { parts.append(text(trace)) }
        if tool.traces.count > InventoryTable.traceLimit {
            parts.append("and \(tool.traces.count - InventoryTable.traceLimit) more traces")
        }
        if !parts.isEmpty { add(parts.joined(separator: "; "), indent: 2) }
    }

    private func text(_ trace: ToolTrace) -> String {
        let more = trace.count > 1 ? " and \(trace.count - 1) more" : ""
        guard let place = trace.places.first else { return "\(trace.kind.rawValue) \(trace.name) (\(trace.count))" }
        if trace.kind == .file, place.path.visible == trace.name { return "file \(trace.name)\(more)" }
        return "\(trace.kind.rawValue) \(trace.name) in \(outside(place.text))\(more)"
    }

    private func few(_ names: [String]) -> String {
        let more = names.count - InventoryTable.shown
        return names.prefix(InventoryTable.shown).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    private mutating func writeUsage() {
        guard let usage = inventory.usage else { return }
        lines.append("")
        add("Usage export, \(counted(usage.rows, "row")), read by \(usage.mapping):")
        for tool in usage.tools {
            let days = tool.days.map { " from \($0.lowerBound) to \($0.upperBound)" } ?? ""
            let used = counted(tool.used.count, "account")
            add("\(tool.name.text): \(used) used it\(days), \(tool.idle) did not", indent: 2)
            if !tool.isSeen { add("used, but nothing in git shows it", indent: 4) }
            for (group, words) in [
                (tool.matched, "also seen with it in commits"),
                (tool.withoutTrace, "commit here, but never with a trace of it"),
                (tool.notInGit, "were never seen in git"),
                (tool.gitOnly, "of its people in git are no account of the export"),
            ] where group.count > 0 {
                let names = group.pseudonyms.map { ": " + $0.joined(separator: ", ") } ?? ""
                add("\(group.count) \(words)\(names)", indent: 4)
            }
        }
        if !usage.unnamed.isEmpty {
            add("in commits, not in the export: \(usage.unnamed.joined(separator: ", "))", indent: 2)
        }
    }

    private mutating func writeFoot() {
        lines.append("")
        let missing = inventory.tools.filter { $0.standing.word == "unregistered" }.map { outside($0.id) }
        if !inventory.hasRegister {
            add("No register of AI tools is kept: 'aigate tools request NAME' writes an entry for .aigate/tools.yml.")
        } else if !missing.isEmpty {
            add("Not in the register: \(missing.joined(separator: ", ")). 'aigate tools request NAME' writes an entry.")
        }
        if !inventory.unseen.isEmpty {
            add("In the register, not seen here: \(inventory.unseen.map(outside).joined(separator: ", "))")
        }
        for limitation in inventory.limitations { add("note: " + outside(limitation)) }
        for gap in inventory.gaps { add("incomplete: " + outside(gap)) }
    }

    /// Name to the left, numbers to the right; what is too long for its column is cut.
    private mutating func row(_ cells: [String], role: Style.Role?) {
        let widths = [22, 7, 6, 6, 10, 10, 12]
        var text = ""
        for (index, (cell, width)) in zip(cells, widths).enumerated() {
            let shown = TerminalText.of(VisibleText.of(cell, limit: width))
            let padding = String(repeating: " ", count: max(0, width - shown.count))
            let isLast = index == widths.count - 1
            let isNumber = (1...3).contains(index)
            let styled = isLast || role == .quiet ? role.map { style.of($0, shown) } ?? shown : shown
            text += isNumber ? padding + styled : styled + (isLast ? "" : padding)
            if !isLast { text += " " }
        }
        lines.append(text)
    }

    /// Wrapped between words; a longer word stands on a line of its own.
    private mutating func add(_ text: String, indent: Int = 0) {
        let space = String(repeating: " ", count: indent)
        var line = space
        var isEmpty = true
        for word in TerminalText.of(text).split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > InventoryTable.width {
                lines.append(line)
                line = space + (indent > 0 ? "" : "  ")
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        lines.append(line)
    }
}

extension ToolStanding {
    /// Short enough for a column.
    fileprivate var text: String { self == .noRegister ? "no register" : word }
}
