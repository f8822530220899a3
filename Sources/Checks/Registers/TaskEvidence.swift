// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What a task wants to see is not there.
struct TaskEvidence: RangeCheck {
    static let about = About(
        id: "task-evidence",
        title: "Evidence that the task asks for is not there",
        why: """
            The task says what must be shown before it is done: tests that changed along, checks that find nothing, \
            scans that flag no line of it. Whoever wrote that meant it, so what is not met blocks. A named check \
            passes where it has nothing that warns or blocks, waived or not. A scan that is not there makes the run \
            incomplete.
            """,
        fix: "Show it: change a test along, mend what the check finds, or give the scan of this head with --sarif.",
        level: .block,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "no test changed along",
                message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\nTask: PAY-12\n",
                before: [(".aigate/tasks/PAY-12.yml", "title: Retry 1️⃣\nshown: {tests: true}\n")],
                files: [("src/upload/a.c", "int a;\n")],
                registers: [("tasks/PAY-12.yml", "title: Retry\nshown: {tests: true}\n")])
        ],
        clean: [
            Example(
                "a test changed along",
                message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\nTask: PAY-12\n",
                files: [("src/upload/a.c", "int a;\n"), ("tests/test_upload.py", "def test_a(): pass\n")],
                registers: [("tasks/PAY-12.yml", "title: Retry\nshown: {tests: true}\n")])
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .tasks
    let judgesTasks = true

    init(_: NoSettings) {}

    func findings(in facts: RangeFacts) -> [Finding] {
        facts.tasks.flatMap { verification in
            let task = verification.task
            return verification.conditions.filter { $0.state == .notMet && $0.isShown }.map { condition in
                Finding(
                    at: Finding.Place(path: Path(task.place.file), line: 1), .missing(task, condition),
                    excerpt: Excerpt(line: "\(task.id) \(condition.name)"), fix: .show(condition))
            }
        }
    }
}

extension TaskVerification.Condition {
    /// One of what the task wants to see; the others have checks of their own.
    fileprivate var isShown: Bool { name == "tests" || name.hasPrefix("check ") || name.hasPrefix("scan ") }
}

extension Message {
    fileprivate static func missing(_ task: WrittenTask, _ condition: TaskVerification.Condition) -> Message {
        "the task \(task.id) asks for '\(condition.name)', and \(condition.why)"
    }

    fileprivate static func show(_ condition: TaskVerification.Condition) -> Message {
        condition.name == "tests"
            ? "change a test along with the code" : "mend what '\(condition.name)' has findings on, then run again"
    }
}
