// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `report.html`: one file that opens from `file://`, asks nobody for anything, needs no script and prints.
package enum HTMLReport {
    /// Findings that are laid out in full; the others are rows, then counted.
    static let articleLimit = 1_000
    static let rowLimit = 5_000
    /// With more commits than this only those with evidence of AI or with findings are listed.
    static let commitLimit = 5_000

    package static func render(_ judgement: Judgement, attachments: [Attachment] = [], selfScan: Int? = nil) -> [UInt8]
    {
        var html = HTMLText()
        html.markup(
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>
            """)
        html.text("aigate \(judgement.verdict.word) \(judgement.rangeText)")
        html.markup("</title>\n<style>\n")
        html.markup(HTMLStyle.sheet)
        html.markup("</style></head><body>\n")
        head(judgement, attachments, &html)
        html.markup("<main>\n")
        HTMLFindings.write(judgement, to: &html)
        HTMLTasks.write(judgement, to: &html)
        HTMLCommits.write(judgement, to: &html)
        HTMLChecks.write(judgement, to: &html)
        HTMLControls.write(judgement, to: &html)
        HTMLRun.write(judgement, attachments, selfScan: selfScan, to: &html)
        html.markup("</main>\n<footer>")
        html.text("Made by \(judgement.run.producer.name) \(judgement.run.producer.version). It contributes evidence; ")
        html.markup("the verdict on a control is the auditor&#39;s.</footer></body></html>\n")
        return html.bytes
    }

    private static func head(_ judgement: Judgement, _ attachments: [Attachment], _ html: inout HTMLText) {
        html.markup("<header><h1>aigate: ")
        badge(judgement.verdict, &html)
        html.markup("</h1>\n")
        html.paragraph(judgement.populationText)
        if let text = judgement.unclassifiedText { html.paragraph(text) }
        html.markup("<p class=\"soft\">")
        html.code(judgement.rangeText)
        let parts = [
            judgement.run.repository.map(outside), "\(judgement.run.startedAt)", judgement.policySentence,
            judgement.isEnforced ? nil : "monitor mode: a failing verdict does not change the exit code",
        ]
        html.text(" · " + parts.compactMap(\.self).joined(separator: " · "))
        html.markup("</p>\n")
        strip(judgement, &html)
        note("Could not be judged", "note incomplete", judgement.unjudged, &html)
        note("What this verdict does not cover", "note", judgement.limitations(with: attachments), &html)
        html.markup(
            """
            <nav><a href="#findings">Findings</a>
            """)
        if !judgement.tasks.isEmpty { html.markup("<a href=\"#tasks\">Tasks</a>") }
        html.markup(
            """
            <a href="#commits">Commits</a><a href="#checks">Checks</a><a href="#controls">Controls</a>\
            <a href="#policy">Policy</a><a href="#waivers">Waivers</a><a href="#coverage">Coverage</a>\
            <a href="#run">Run</a><a href="#again">Check it again</a></nav></header>

            """)
    }

    private static func badge(_ verdict: Verdict, _ html: inout HTMLText) {
        switch verdict {
        case .pass: html.markup("<span class=\"badge pass\">PASS</span>")
        case .fail: html.markup("<span class=\"badge fail\">FAIL</span>")
        case .incomplete: html.markup("<span class=\"badge incomplete\">INCOMPLETE</span>")
        }
    }

    private static func strip(_ judgement: Judgement, _ html: inout HTMLText) {
        let marked = judgement.commits.count { $0.ai.isMarked }
        let facts: [(Int, StaticString)] = [
            (judgement.blocking, "blocking"), (judgement.warnings, "warnings"), (judgement.monitored, "monitored"),
            (judgement.waived, "waived"), (judgement.commits.count, "commits"), (marked, "with evidence of AI"),
        ]
        html.markup("<ul class=\"strip\">")
        for (count, label) in facts {
            html.markup("<li><b>")
            html.number(count)
            html.markup("</b> ")
            html.markup(label)
            html.markup("</li>")
        }
        html.markup("</ul>\n")
    }

    private static func note(
        _ title: StaticString, _ style: StaticString, _ items: [String], _ html: inout HTMLText
    ) {
        guard !items.isEmpty else { return }
        html.markup("<div class=\"")
        html.markup(style)
        html.markup("\"><h2>")
        html.markup(title)
        html.markup("</h2>")
        html.list(items)
        html.markup("</div>\n")
    }

    static func badge(_ level: Level, _ html: inout HTMLText) {
        switch level {
        case .off: html.markup("<span class=\"badge monitor\">off</span>")
        case .monitor: html.markup("<span class=\"badge monitor\">monitor</span>")
        case .warn: html.markup("<span class=\"badge warn\">warn</span>")
        case .block: html.markup("<span class=\"badge block\">block</span>")
        }
    }
}
