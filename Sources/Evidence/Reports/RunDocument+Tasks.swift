// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The tasks that AI-marked commits name: what was asked, what changed, and each condition.
extension RunDocument {
    /// Paths of one task that are listed.
    static let taskPathLimit = 200

    static func task(_ json: inout JSONWriter, _ verification: TaskVerification) {
        let task = verification.task
        json.object("asked") {
            $0.field("checks", task.shown.checks.map(outside))
            $0.field("dataClasses", task.dataClasses.map(outside))
            $0.field("expires", task.expires?.description)
            $0.field("keepOut", task.keepOut.map { outside($0.text) })
            $0.field("paths", task.paths.map { outside($0.text) })
            $0.field("requestedBy", verification.requester)
            $0.field("scans", task.shown.scans.map(outside))
            $0.field("tests", task.shown.tests)
            $0.field("title", outside(task.title))
            $0.field("tools", task.tools.map(outside))
        }
        json.object("changed") {
            $0.field("addedLines", verification.addedLines)
            $0.field("commits", verification.commits.map(\.hex))
            $0.field("files", verification.paths.count)
            $0.field("paths", verification.paths.prefix(taskPathLimit).map(\.visible))
            $0.field("removedLines", verification.removedLines)
        }
        json.array("conditions", verification.conditions) { json, condition in
            json.object {
                $0.field("name", outside(condition.name))
                $0.field("state", condition.state.rawValue)
                $0.field("why", outside(condition.why))
            }
        }
        json.field("id", task.id)
        json.field("sha256", task.sha256)
    }
}
