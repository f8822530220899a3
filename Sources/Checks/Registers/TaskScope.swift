// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// An AI-marked commit changes what its task does not let change.
struct TaskScope: CommitCheck {
    static let about = About(
        id: "task-scope",
        title: "AI-assisted change beyond its task",
        why: """
            A run that changes more than it was asked to is the failure that a written task is there to show. What the \
            task forbids or leaves out was decided by a person beforehand, so a change there blocks. Of a renamed file \
            both names count. A commit for several tasks may change what one of them lets change and none forbids.
            """,
        fix: "Take the file out of the commit, or have whoever asked for the task widen it before the change.",
        level: .block,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("outside", "The task does not name the path"),
            About.Rule("forbidden", "The task forbids the path"),
            About.Rule("data-class", "The path is of a class of data that the task does not name"),
        ],
        examples: [
            Example(
                "outside, and forbidden",
                message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\nTask: PAY-12\n",
                files: [
                    ("src/upload/a.c", "int a;\n"), ("src/upload/keys/k.c", "int k; 1️⃣\n"), ("src/b.c", "int b; 1️⃣\n"),
                ],
                registers: [("tasks/PAY-12.yml", Samples.task)])
        ],
        clean: [
            Example(
                "inside", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\nTask: PAY-12\n",
                files: [("src/upload/a.c", "int a;\n")], registers: [("tasks/PAY-12.yml", Samples.task)]),
            Example(
                "people alone", message: "Add retry\n\nTask: PAY-12\n", files: [("src/b.c", "int b;\n")],
                registers: [("tasks/PAY-12.yml", Samples.task)]),
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .tasks

    init(_: NoSettings) {}

    /// One finding a file: the first that holds of forbidden, outside and the class of data.
    func findings(in change: CommitChange) -> [Finding] {
        guard let work = Checks.taskWork(of: change) else { return [] }
        return change.files.compactMap { file in
            let paths = [file.path, file.oldPath].compactMap(\.self)
            func entry(_ list: (TaskWork.Entry) -> [Path]) -> TaskWork.Entry? {
                work.entries.first { paths.contains(where: list($0).contains) }
            }
            if let entry = entry(\.forbidden) {
                return finding(
                    "forbidden", file, "the task \(entry.task) forbids changes here (keep-out)",
                    "take the file out of the commit, or have the task's keep-out changed first")
            }
            if let entry = entry(\.outside) {
                return finding(
                    "outside", file, "the task \(entry.task) does not name this path (paths)",
                    "take the file out of the commit, or add to the task first: paths: [..., \(file.path)]")
            }
            guard let entry = entry({ $0.misclassed ?? [] }) else { return nil }
            let dataClass = change.registers.data?.classification(of: file.path).name
            return finding(
                "data-class", file,
                "the task \(entry.task) does not let data of class \(dataClass ?? "unknown") be touched (data-classes)",
                "take the file out of the commit, or have the task's data-classes widened first")
        }
    }

    private func finding(_ rule: String, _ file: ChangedFile, _ message: Message, _ fix: Message) -> Finding {
        Finding(
            rule: rule, at: file.firstAddedLine, message, excerpt: Excerpt(line: file.status.rawValue), fix: fix)
    }
}

extension Checks {
    /// What an AI-marked commit did for the tasks that it names; nil where it names none that is known.
    package static func taskWork(of change: CommitChange) -> TaskWork? {
        TaskWork(change) { $0.status != .deleted && TestFiles.isTest($0.path) }
    }
}
