// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The tasks of `summary.md`.
enum SummaryTasks {
    /// Tasks that are listed.
    private static let limit = 50

    static func write(_ judgement: Judgement, to text: inout MarkdownText) {
        guard !judgement.tasks.isEmpty else { return }
        text.add("\n## Tasks\n\n")
        for verification in judgement.tasks.prefix(limit) { write(verification, to: &text) }
        guard judgement.tasks.count > limit else { return }
        text.add("- and ")
        text.add(judgement.tasks.count - limit)
        text.add(" more in run.json\n")
    }

    private static func write(_ verification: TaskVerification, to text: inout MarkdownText) {
        text.add("- ")
        text.code(verification.task.id)
        text.add(" ")
        text.code(outside(verification.task.title))
        text.add(": ")
        text.code(verification.changeText)
        text.add("\n")
        if verification.conditions.isEmpty { text.add("  - asks for nothing in particular\n") }
        for condition in verification.conditions {
            text.add("  - ")
            switch condition.state {
            case .met: text.add("met: ")
            case .notMet: text.add("**not met**: ")
            case .notCheckable: text.add("**not checkable**: ")
            }
            text.code(outside("\(condition.name): \(condition.why)"))
            text.add("\n")
        }
    }
}

extension TaskVerification {
    /// `2 commits, 3 files, +10 -2 lines`
    var changeText: String {
        "\(counted(commits.count, "commit")), \(counted(paths.count, "file")), +\(addedLines) -\(removedLines) lines"
    }
}
