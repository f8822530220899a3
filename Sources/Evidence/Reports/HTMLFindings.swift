// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The findings of `report.html`: open ones that block or warn under their commits, the others as rows.
enum HTMLFindings {
    static func write(_ judgement: Judgement, to html: inout HTMLText) {
        let isProblem = { (index: Int) in
            judgement.findings[index].isOpen && judgement.findings[index].level >= .warn
        }
        let problems = judgement.findings.indices.filter(isProblem)
        let others = judgement.findings.indices.filter { !isProblem($0) }
        html.section("findings", "Findings") { html in
            if problems.isEmpty { html.markup("<p>Nothing blocks and nothing warns.</p>\n") }
            let blocking = problems.filter { judgement.findings[$0].level == .block }
            let warning = problems.filter { judgement.findings[$0].level != .block }
            let shown = (blocking + warning).prefix(HTMLReport.articleLimit).sorted()
            articles(shown, judgement, &html)
            if shown.count < problems.count {
                html.paragraph(
                    "\(problems.count - shown.count) more are in run.json; what blocks was given room first.")
            }
            guard !others.isEmpty else { return }
            html.details("\(counted(others.count, "finding")) monitored or waived") { html in
                rows(others, judgement, &html)
            }
        }
    }

    private static func articles(_ shown: [Int], _ judgement: Judgement, _ html: inout HTMLText) {
        var last: ObjectID??
        for index in shown {
            let judged = judgement.findings[index]
            if last != .some(judged.commit) {
                html.markup("<h3>")
                html.code(judged.commit?.hex ?? "the whole range")
                html.markup("</h3>\n")
            }
            last = .some(judged.commit)
            html.markup(judged.level == .block ? "<article class=\"block\">" : "<article class=\"warn\">")
            article(index, judged, judgement, &html)
            html.markup("</article>\n")
        }
    }

    private static func article(
        _ index: Int, _ judged: JudgedFinding, _ judgement: Judgement, _ html: inout HTMLText
    ) {
        html.markup("<h4>")
        HTMLReport.badge(judged.level, &html)
        html.markup(" ")
        html.code(judged.rule)
        if let place = judged.place {
            html.markup(" ")
            html.code(place)
        }
        html.markup(" <span class=\"soft\">")
        html.text(RunDocument.name(index))
        html.markup("</span></h4>")
        html.paragraph(judged.finding.message.description)
        html.markup("<p class=\"fix\">Fix: ")
        html.text(judged.finding.fix.description)
        html.markup("</p>")
        html.facts([
            ("Line", judged.finding.excerpt?.text), ("Column", judged.finding.place.column.map(String.init)),
            ("Path bytes", judged.finding.place.path?.hexWhenEscaped), ("Waiver", FindingText.note(on: judged)),
            ("Fingerprint", judged.fingerprint),
        ])
        html.details("Why, and the waiver to propose") { html in
            if let why = judgement.about(judged.check)?.why { html.paragraph(why) }
            html.markup("<p>")
            html.code("- " + judgement.proposedWaiver(for: judged))
            html.markup("</p>")
        }
    }

    private static func rows(_ indices: [Int], _ judgement: Judgement, _ html: inout HTMLText) {
        html.table(["Id", "Level", "State", "Rule", "Commit", "Place", "Message", "Waiver", "Fingerprint"]) { html in
            for index in indices.prefix(HTMLReport.rowLimit) {
                let judged = judgement.findings[index]
                html.row {
                    $0.cell(RunDocument.name(index))
                    $0.cell(judged.level.rawValue)
                    $0.cell(judged.disposition.rawValue)
                    $0.cell(code: judged.rule)
                    $0.cell(code: judged.commit?.short)
                    $0.wrappedCell(code: judged.place)
                    $0.wrappedCell(judged.finding.message.description)
                    $0.wrappedCell(code: (judged.waiver ?? judged.expired)?.shownID)
                    $0.wrappedCell(code: judged.fingerprint)
                }
            }
        }
        if indices.count > HTMLReport.rowLimit {
            html.paragraph("\(indices.count - HTMLReport.rowLimit) more are in run.json.")
        }
    }
}
