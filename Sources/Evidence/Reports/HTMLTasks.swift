// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The tasks of `report.html`: what was asked, what changed, and each condition.
enum HTMLTasks {
    /// Tasks that are laid out, and paths of one.
    private static let limit = 200
    private static let pathLimit = 50

    static func write(_ judgement: Judgement, to html: inout HTMLText) {
        guard !judgement.tasks.isEmpty else { return }
        html.section("tasks", "Tasks") { html in
            html.markup(
                "<p class=\"soft\">What AI runs were asked to do before the change, and what they did.</p>\n"
            )
            for verification in judgement.tasks.prefix(limit) { write(verification, to: &html) }
            if judgement.tasks.count > limit {
                html.paragraph("\(judgement.tasks.count - limit) more are in run.json.")
            }
        }
    }

    private static func write(_ verification: TaskVerification, to html: inout HTMLText) {
        let task = verification.task
        html.markup("<h3>")
        html.code(task.id)
        html.text(" " + outside(task.title))
        html.markup("</h3>\n")
        html.facts([
            (
                "Asked for by",
                verification.requester ?? (task.requestedBy == nil ? nil : "somebody (no key for pseudonyms)")
            ),
            ("Tools", text(task.tools)), ("Paths", text(task.paths.map(\.text))),
            ("Keep out", text(task.keepOut.map(\.text))), ("Data classes", text(task.dataClasses)),
            ("Expires", task.expires?.description), ("Changed", verification.changeText),
            ("Commits", text(verification.commits.map(\.short))), ("SHA-256 of the task", task.sha256),
        ])
        if verification.conditions.isEmpty {
            html.paragraph("It asks for nothing in particular.")
        } else {
            html.table(["Condition", "State", "Why"]) { html in
                for condition in verification.conditions {
                    html.row {
                        $0.cell(outside(condition.name))
                        $0.markup("<td>")
                        badge(condition.state, &$0)
                        $0.markup("</td>")
                        $0.wrappedCell(outside(condition.why))
                    }
                }
            }
        }
        html.details("\(counted(verification.paths.count, "path")) of \(task.id)") { html in
            html.list(verification.paths.prefix(pathLimit).map(\.visible))
            if verification.paths.count > pathLimit {
                html.paragraph("\(verification.paths.count - pathLimit) more; the first 200 are in run.json.")
            }
        }
    }

    private static func text(_ items: [String]) -> String? {
        items.isEmpty ? nil : outside(items.joined(separator: ", "))
    }

    private static func badge(_ state: TaskVerification.State, _ html: inout HTMLText) {
        switch state {
        case .met: html.markup("<span class=\"badge pass\">met</span>")
        case .notMet: html.markup("<span class=\"badge fail\">not met</span>")
        case .notCheckable: html.markup("<span class=\"badge incomplete\">not checkable</span>")
        }
    }
}
