// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Another AI tool took part than the task allows.
struct TaskTool: CommitCheck {
    static let about = About(
        id: "task-tool",
        title: "AI tool that the task does not allow",
        why: """
            Whoever wrote the task chose which tools may see what it is about. Evidence that nobody declared counts as \
            much as a declaration. It blocks, as the use of a forbidden tool does. (ISO 27001 A.5.10)
            """,
        fix: "Do the work with an allowed tool, or have whoever asked for the task allow the other one first.",
        level: .block,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "another tool",
                message: "Add retry\n\nCo-authored-by: Cursor <cursoragent@cursor.com>\nTask: PAY-12 1️⃣\n",
                files: [("src/upload/a.c", "int a;\n")], registers: [("tasks/PAY-12.yml", Samples.task)])
        ],
        clean: [
            Example(
                "the allowed tool",
                message: "Add retry\n\nCo-authored-by: Claude <noreply@anthropic.com>\nTask: PAY-12\n",
                files: [("src/upload/a.c", "int a;\n")], registers: [("tasks/PAY-12.yml", Samples.task)])
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .tasks

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        guard let work = Checks.taskWork(of: change) else { return [] }
        return work.entries.flatMap { entry in
            entry.tools.map { tool in
                Finding(
                    at: Finding.Place(line: change.line(of: entry.task)),
                    "\(tool) took part, and the task \(entry.task) does not allow it (tools)",
                    excerpt: Excerpt(line: "\(entry.task) \(tool)"),
                    fix: "do it with an allowed tool, or add to the task first: tools: [..., \(tool)]")
            }
        }
    }
}

extension CommitChange {
    /// Line of the message that names a task; the first where the branch names it.
    func line(of task: String) -> Int { tasks.first { $0.id == task }?.line ?? 1 }
}
