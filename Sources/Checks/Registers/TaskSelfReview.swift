// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Whoever asked for the task is the only one who reviewed it.
struct TaskSelfReview: CommitCheck {
    static let about = About(
        id: "task-self-review",
        title: "Task reviewed by nobody but whoever asked for it",
        why: """
            Who wants a change is the wrong person to be its only judge (ISO 27001 A.5.3, segregation of duties). \
            Author and reviewer may well be two people and the tool's output still be accepted by who ordered it.
            """,
        fix: "Have somebody review the commit who neither wrote it nor asked for it.",
        level: .warn,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "the requester alone",
                message: """
                    Add retry

                    Assisted-by: Claude:claude-opus-4-6
                    Task: PAY-12 1️⃣
                    Reviewed-by: Bo Ray <bo@example.org>

                    """,
                files: [("src/upload/a.c", "int a;\n")], registers: [("tasks/PAY-12.yml", Samples.task)])
        ],
        clean: [
            Example(
                "somebody else too",
                message: """
                    Add retry

                    Assisted-by: Claude:claude-opus-4-6
                    Task: PAY-12
                    Reviewed-by: Bo Ray <bo@example.org>
                    Reviewed-by: Dee Fox <dee@example.org>

                    """,
                files: [("src/upload/a.c", "int a;\n")], registers: [("tasks/PAY-12.yml", Samples.task)])
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .tasks

    init(_: NoSettings) {}

    func findings(in change: CommitChange) throws -> [Finding] {
        guard let work = Checks.taskWork(of: change) else { return [] }
        let findings = work.entries.compactMap { entry -> Finding? in
            guard case .requesterAlone = entry.review else { return nil }
            return Finding(
                at: Finding.Place(line: change.line(of: entry.task)),
                "whoever asked for the task \(entry.task) is the only reviewer", excerpt: Excerpt(line: entry.task),
                fix: "have somebody review it who neither wrote it nor asked for it")
        }
        if findings.isEmpty, work.asksForKey {
            throw NotApplicable("who asked for the task is a pseudonym, and AIGATE_PEOPLE_KEY is not set")
        }
        return findings
    }
}
