// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The commits of `report.html`: those with evidence of AI or with findings in full, the others in short.
enum HTMLCommits {
    /// So many commits without anything to see need not be folded.
    private static let openLimit = 20

    static func write(_ judgement: Judgement, to html: inout HTMLText) {
        let found = Dictionary(grouping: judgement.findings.indices) { judgement.findings[$0].commit }
        let isNotable = { (record: CommitRecord) in
            record.ai.state != .noEvidence || !record.ai.hints.isEmpty || !record.claimSources.isEmpty
                || found[record.id] != nil
        }
        let notable = judgement.commits.filter(isNotable)
        let plain = judgement.commits.filter { !isNotable($0) }
        html.section("commits", "Commits") { html in
            if judgement.commits.isEmpty { html.markup("<p>The range holds no commits: nothing was judged.</p>\n") }
            if !notable.isEmpty { table(notable, found, &html) }
            if judgement.commits.count > HTMLReport.commitLimit, !plain.isEmpty {
                html.paragraph(
                    "\(counted(plain.count, "commit")) with neither evidence of AI nor findings are in run.json only: "
                        + "a page of more than \(HTMLReport.commitLimit) commits is of no use.")
            } else if !plain.isEmpty {
                let title = "\(counted(plain.count, "commit")) with neither evidence of AI nor findings"
                html.details(title, isOpen: plain.count <= openLimit) { short(plain, &$0) }
            }
            guard !judgement.excluded.isEmpty else { return }
            html.markup("<h3>Left out</h3>\n")
            html.table(["Commit", "Why"]) { html in
                for (commit, reason) in judgement.excluded {
                    html.row {
                        $0.cell(code: commit.hex)
                        $0.wrappedCell(outside(reason))
                    }
                }
            }
        }
    }

    private static func table(
        _ records: [CommitRecord], _ found: [ObjectID?: [Int]], _ html: inout HTMLText
    ) {
        // Without the organisation's key nobody has a pseudonym.
        let hasAuthors = records.contains { $0.author != nil }
        let columns: [StaticString] = [
            "Commit", "Committed", "AI", "Tools", "Evidence", "Review", "Findings", "Files", "Lines", "Signed",
        ]
        html.table(hasAuthors ? columns + ["Author"] : columns) { html in
            for record in records {
                html.row { html in
                    html.cell(code: record.id.short)
                    html.cell(code: record.committedAt.description)
                    html.cell(record.ai.state.rawValue)
                    html.wrappedCell(record.ai.tools.map(tool).joined(separator: ", "))
                    html.wrappedCell(evidence(record))
                    html.cell("\(record.review.result.rawValue) (\(record.review.level.code))")
                    html.cell((found[record.id] ?? []).map(RunDocument.name).joined(separator: ", "))
                    html.cell(record.files)
                    html.cell("+\(record.addedLines) −\(record.removedLines)")
                    html.cell(record.signature?.rawValue ?? "no")
                    if hasAuthors { html.cell(code: record.author) }
                }
            }
        }
    }

    private static func short(_ records: [CommitRecord], _ html: inout HTMLText) {
        html.table(["Commit", "Committed", "Review", "Files", "Lines", "Signed"]) { html in
            for record in records {
                html.row {
                    $0.cell(code: record.id.short)
                    $0.cell(code: record.committedAt.description)
                    $0.cell(record.review.result.rawValue)
                    $0.cell(record.files)
                    $0.cell("+\(record.addedLines) −\(record.removedLines)")
                    $0.cell(record.signature?.rawValue ?? "no")
                }
            }
        }
    }

    private static func tool(_ tool: AITool) -> String {
        outside(tool.name)
            + (tool.models.isEmpty ? "" : " (\(tool.models.map(outside).joined(separator: ", ")))")
    }

    /// `trailer Co-authored-by, declared, high; hint: branch, declared, low; lines by the note: AI 40`.
    private static func evidence(_ record: CommitRecord) -> String {
        func words(_ item: AIEvidence) -> String {
            let source = [item.source.rawValue, item.key.map(outside)].compactMap(\.self).joined(separator: " ")
            let doubt = item.doubt.map { ", \(outside($0))" } ?? ""
            return "\(source), \(item.grade.rawValue), \(item.confidence.rawValue)\(doubt)"
        }
        var parts = record.ai.evidence.map(words) + record.ai.hints.map { "hint: \(words($0))" }
        if let lines = record.lines { parts.append("lines by the note: \(lines.text)") }
        parts += record.claimSources.filter { $0.state != .read }.map { outside($0.text) }
        return parts.joined(separator: "; ")
    }
}
