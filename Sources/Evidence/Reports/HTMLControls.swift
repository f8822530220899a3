// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The controls of `report.html`, with what the checks of each came to.
enum HTMLControls {
    static func write(_ judgement: Judgement, to html: inout HTMLText) {
        let map = judgement.policy.registers.controls
        guard !map.controls.isEmpty else { return }
        html.section("controls", "Controls") { html in
            html.paragraph(
                "What this run contributes evidence for, by the map that was in force. Whether a control is met is the "
                    + "auditor's verdict.")
            for framework in map.frameworks where framework.isEnabled {
                html.details(outside(framework.title)) { html in
                    html.table(["Control", "Title", "Statement", "Checks"]) { html in
                        for control in map.controls where control.framework == framework.id {
                            row(control, judgement, &html)
                        }
                    }
                }
            }
        }
    }

    private static func row(_ control: ControlMap.Control, _ judgement: Judgement, _ html: inout HTMLText) {
        html.row { html in
            html.cell(code: control.id)
            html.cell(outside(control.title))
            html.cell(outside(control.statement))
            html.wrappedCell(code: checks(of: control, judgement))
        }
    }

    /// `secret: 2 found`; what found nothing, is off or had no register says so.
    private static func checks(of control: ControlMap.Control, _ judgement: Judgement) -> String {
        guard !control.isForRun else { return "the record of the run" }
        return control.checks.compactMap { id in
            judgement.checks.first { $0.about.id == id }.map { check in
                let counts = [
                    (check.found, "found"), (check.passed, "passed"), (check.skipped.count, "skipped"),
                    (check.broke.count, "failed"),
                ]
                let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
                return "\(id): "
                    + (check.level == .off ? "off" : parts.isEmpty ? "nothing judged" : parts.joined(separator: ", "))
            }
        }.joined(separator: "; ")
    }
}
