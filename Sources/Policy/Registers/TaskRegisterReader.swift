// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Reads the folder of tasks, `ID.yml` each.
package struct TaskRegisterReader {
    /// Ids of tools and checks that a task may name; nil: whatever it names.
    private let tools: [String]
    private let checks: [String]?

    /// `own`: ids of tools that the organisation's register adds to the catalogue's.
    package init(own: [String], checks: [String]?) {
        tools = ToolIDs.all + own
        self.checks = checks
    }

    /// Nil where nobody keeps tasks. Throws the mistakes of all files.
    package func read(_ files: RegisterFiles) throws(ConfigErrors) -> TaskRegister? {
        let (central, own) = (files.central(.tasks), files.own(.tasks))
        var errors = ConfigErrors.Collection()
        if !central.isEmpty, let file = own.first {
            errors.add(
                ConfigError(
                    file: file.shown, line: nil,
                    reason: "the organisation keeps the tasks, and a task of the repository's own would loosen them: "
                        + "have it written there"))
        }
        let read = central.isEmpty ? own : central
        var tasks: [String: WrittenTask] = [:]
        for file in read where !errors.isFull {
            errors.collecting {
                let task = try task(file)
                if let other = tasks[task.id.lowercased()] {
                    throw ConfigError(
                        file: file.shown, line: nil,
                        reason: "the task \(other.id) is there already (\(other.place.file))")
                }
                tasks[task.id.lowercased()] = task
            }
        }
        try errors.check()
        return read.isEmpty ? nil : TaskRegister(Array(tasks.values))
    }

    private func task(_ file: RegisterFile) throws -> WrittenTask {
        let id = String(file.name.dropLast(".yml".count))
        guard TaskRegisterReader.isID(id) else {
            throw ConfigError(
                file: file.shown, line: nil,
                reason: "a task's file is named by its id of letters, digits, '-', '_' and '.', as in PAY-12.yml")
        }
        let node = try PolicyReader.tree(file.bytes, file: file.shown)
        var task = WrittenTask(
            id: id, sha256: Fingerprint.sha256(file.bytes), place: RegisterPlace(file: file.shown, line: node.line))
        try Field.readAll(node, into: &task, fields(PersonNames(mayBePlain: file.isGiven)))
        return task
    }

    private static func isID(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 100
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    private func fields(_ names: PersonNames) -> [Field<WrittenTask>] {
        let (tools, checks) = (tools, checks)
        return [
            Field("title", "What is to be done, in a line.", shape: .text, required: true) { node, task in
                let text = try node.text
                guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
                    throw node.error("says nothing; write what is to be done")
                }
                task.title = text
            },
            Field(
                "requested-by", "Who asked for it: an e-mail address or @login; in git the pseudonym.",
                shape: .pattern(PersonNames.pattern, example: PersonNames.example)
            ) { $1.requestedBy = try names.name($0, what: "who asked for it") },
            Field(
                "tools", "Ids of the tools that may take part, as 'aigate trailer' lists them; left out: all.",
                shape: .list(.text)
            ) { node, task in
                task.tools = try node.list.map { item in
                    let id = try item.text
                    guard tools.contains(id) else { throw item.error(ToolIDs.unknown(id, known: tools)) }
                    return id
                }
                if task.tools.isEmpty { throw node.error("empty; name a tool, or leave 'tools' out") }
            },
            .patterns("paths", "Paths that may change; left out: all.", \.paths),
            .patterns("keep-out", "Paths that must not change, whatever 'paths' says.", \.keepOut),
            .texts("data-classes", "Ids of the data classes that may be touched; left out: all.", \.dataClasses),
            .record(
                "shown", "What must be shown before it is done.", TaskRegisterReader.shown(checks),
                showing: TaskRegisterReader.empty, \.shown),
            Field("expires", "The last day on which it counts.", shape: .day) { $1.expires = try $0.day },
        ]
    }

    private static func shown(_ known: [String]?) -> [Field<WrittenTask.Shown>] {
        [
            .bool("tests", "A test changes along.", \.tests),
            Field(
                "checks", "Ids of checks that find nothing that warns or blocks.", shape: .list(.text),
                show: { YAMLText.list($0.checks) }
            ) { node, shown in
                shown.checks = try node.list.map { item in
                    let id = try item.text
                    guard known?.contains(id) ?? true else {
                        let suggestion = closest(to: id, of: known ?? []).map { "; did you mean '\($0)'?" } ?? ""
                        throw item.error("unknown check \(quoted(id))\(suggestion) 'aigate rules' lists them")
                    }
                    return id
                }
            },
            .texts("scans", "Names of scanners whose SARIF (--sarif) flags no line of it.", \.scans),
        ]
    }

    private static let empty = WrittenTask(id: "ID", sha256: "", place: RegisterPlace(file: "", line: 1))

    /// For schemas.
    package static var descriptions: [FieldDescription] {
        TaskRegisterReader(own: [], checks: nil).fields(PersonNames(mayBePlain: true)).map {
            FieldDescription($0, default: empty)
        }
    }
}
