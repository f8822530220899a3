// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// An AI-marked commit that names no task.
struct TaskMissing: CommitCheck {
    static let about = About(
        id: "task-missing",
        title: "AI-assisted commit that names no task",
        why: """
            What an AI run was asked to do is what its output is verified against; without a written task nobody can \
            say whether a change is too much or too little (ISO 27001 A.8.25, A.8.32).
            """,
        fix: """
            Name the task in the commit's trailers: Task: ID. A task is a file of one line, .aigate/tasks/ID.yml: \
            title: WHAT IS TO BE DONE. Where a task is needed, the policy says (tasks.required-for).
            """,
        level: .warn,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "no task is named", message: "Add retry 1️⃣\n\nAssisted-by: Claude:claude-opus-4-6\n",
                registers: [("tasks/PAY-12.yml", Samples.task)])
        ],
        clean: [
            Example(
                "a trailer names it", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\nTask: PAY-12\n",
                registers: [("tasks/PAY-12.yml", Samples.task)]),
            Example("people alone", message: "Add retry\n", registers: [("tasks/PAY-12.yml", Samples.task)]),
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .tasks

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        guard change.provenance.ai.isMarked, change.tasks.isEmpty, change.needsTask else { return [] }
        return [
            Finding(
                at: Finding.Place(line: 1), "this AI-assisted commit names no task",
                fix: "add the trailer Task: ID; the task is a file .aigate/tasks/ID.yml with title: WHAT IS TO BE DONE")
        ]
    }
}
