// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// An AI-marked commit that names a task which nobody wrote, or which counts no more.
struct TaskUnknown: CommitCheck {
    static let about = About(
        id: "task-unknown",
        title: "AI-assisted commit for a task that is not known or has expired",
        why: """
            A task counts as it stood before the change: one that comes along with the change would be written by whom \
            it should bind. One that has expired was to be done by then; both the commit's day and the day of the run \
            count.
            """,
        fix: "Write the task down before the work and land it first, or decide anew until when it counts.",
        level: .warn,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("expired", "The task counted no more on that day"),
            About.Rule("brought-along", "The change itself brings the task"),
        ],
        examples: [
            Example(
                "nobody wrote it", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\nTask: PAY-13 1️⃣\n",
                registers: [("tasks/PAY-12.yml", Samples.task)]),
            Example(
                "it expired the day before",
                message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\nTask: PAY-12 1️⃣\n",
                registers: [("tasks/PAY-12.yml", Samples.task)], committedOn: "2026-07-01"),
            Example(
                "the commit brings it along",
                message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\nTask: PAY-13 1️⃣\n",
                files: [(".aigate/tasks/PAY-13.yml", "title: Retry\n")],
                registers: [("tasks/PAY-12.yml", Samples.task)]),
        ],
        clean: [
            Example(
                "its last day", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\nTask: PAY-12\n",
                registers: [("tasks/PAY-12.yml", Samples.task)], committedOn: "2026-06-30"),
            Example(
                "people alone", message: "Add retry\n\nTask: PAY-13\n", registers: [("tasks/PAY-12.yml", Samples.task)]),
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .tasks

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        guard change.provenance.ai.isMarked, let register = change.registers.tasks else { return [] }
        return change.tasks.compactMap { reference in
            guard let task = register.task(reference.id) else { return unknown(reference, change, register) }
            guard let (day, end) = change.days.firstProblem({ task.isOpen(on: $0) ? nil : task.expires }) else {
                return nil
            }
            return Finding(
                rule: "expired", at: Finding.Place(line: reference.line ?? 1),
                "the task \(task.id) expired on \(end), before \(change.days.name(of: day))",
                excerpt: Excerpt(line: task.id), fix: "if it still counts, write in \(task.place.file): expires: \(day)"
            )
        }
    }

    private func unknown(_ reference: TaskReference, _ change: CommitChange, _ register: TaskRegister) -> Finding {
        let place = Finding.Place(line: reference.line ?? 1)
        let isOwn = change.files.contains { file in
            file.path.folder == TaskReference.folder && file.status != .deleted
                && TaskReference.id(ofFile: file.path.name) == reference.id.lowercased()
        }
        if isOwn || reference.comesAlong {
            return Finding(
                rule: "brought-along", at: place, .brought(reference.id, isOwn: isOwn),
                excerpt: Excerpt(line: reference.id), fix: "land the task first, in a change of its own")
        }
        let close = closest(to: reference.id, of: register.tasks.map(\.id))
        return Finding(
            at: place, "no task \(reference.id) is written down before this change",
            excerpt: Excerpt(line: reference.id),
            fix: .write(reference.id, close))
    }
}

extension Message {
    fileprivate static func brought(_ id: String, isOwn: Bool) -> Message {
        let what: Message = isOwn ? "this very commit" : "the change that this commit belongs to"
        return "the task \(id) comes with \(what), and counts only once it stood before a change"
    }

    fileprivate static func write(_ id: String, _ close: String?) -> Message {
        if let close {
            return "did you mean \(close)? Else land .aigate/tasks/\(id).yml first, with title: WHAT IS TO BE DONE"
        }
        return "land .aigate/tasks/\(id).yml first, with title: WHAT IS TO BE DONE"
    }
}
