// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The checks of `report.html`, with what they were skipped on and where they broke.
enum HTMLChecks {
    /// Reasons listed for one check.
    private static let reasonLimit = 200

    static func write(_ judgement: Judgement, to html: inout HTMLText) {
        html.section("checks", "Checks") { html in
            html.table(["Check", "What it looks for", "Level", "Passed", "Found", "Skipped", "Failed"]) { html in
                for check in judgement.checks { row(check, &html) }
            }
            for check in judgement.checks { reasons(check, &html) }
        }
    }

    private static func row(_ check: CheckSummary, _ html: inout HTMLText) {
        html.row { html in
            html.cell(code: check.about.id)
            html.cell(check.about.title)
            html.markup("<td>")
            HTMLReport.badge(check.level, &html)
            html.markup("</td>")
            for count in [check.passed, check.found, check.skipped.count, check.broke.count] { html.cell(count) }
        }
    }

    private static func reasons(_ check: CheckSummary, _ html: inout HTMLText) {
        let reasons = check.broke.map { ("failed", $0) } + check.skipped.map { ("skipped", $0) }
        guard !reasons.isEmpty else { return }
        html.details("\(check.about.id): where it was skipped or failed") { html in
            html.list(
                reasons.prefix(reasonLimit).map { "\($0) on \($1.commit?.short ?? "the range"): \(outside($1.reason))" }
            )
            if reasons.count > reasonLimit {
                html.paragraph("\(reasons.count - reasonLimit) more are in run.json.")
            }
        }
    }
}
