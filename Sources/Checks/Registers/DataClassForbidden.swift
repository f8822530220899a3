// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// An AI tool changed a file whose class of data it may not see.
struct DataClassForbidden: CommitCheck {
    static let about = About(
        id: "data-class-forbidden",
        title: "An AI tool touched data of a class that it may not see",
        why: """
            What a tool changes it has read, and what an external tool has read has left the house. The register of data \
            (.aigate/data.yml) says which paths hold which class, and its matrix which kind of tool may see it: \
            permitted; with-review; with-controls; with-legal-basis; prohibited. Each word asks for all that the ones \
            before it ask for: with-review for a review that more than a trailer shows (R2: a signature or a forge's \
            approval), with-controls for the record of the controls in the tool's entry, with-legal-basis for that of \
            the legal basis. A tool without an entry in tools.yml counts as external. Prohibited data and a missing \
            legal basis block; a missing record of controls warns, for then a paper is missing and not the permission.
            """,
        fix: """
            Have a person change the file without the tool, or use one whose cell permits it: aigate policy who-may \
            PATH lists them. aigate policy export keeps the paths from the tool itself.
            """,
        level: .block,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("prohibited", "The matrix prohibits it"),
            About.Rule("not-listed", "The tool's entry lists the classes that it may see, and not this one"),
            About.Rule("reference-missing", "The tool's entry names no record of the controls or the legal basis"),
        ],
        examples: [
            Example(
                "personal data and an external tool", message: "Add customer\n\nAssisted-by: Claude:claude-opus-4-6\n",
                files: [("customers/ann.csv", "id,plan 1️⃣\n"), ("src/a.c", "int a;\n")], registers: sample),
            Example(
                "a confidential class that the strict preset never lets out",
                message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n", files: [("src/a.c", "int a; 1️⃣\n")],
                registers: [("data.yml", "version: 1\npreset: strict\n")]),
            Example(
                "payment data that is deleted", message: "Clean up\n\nAssisted-by: Claude:claude-opus-4-6\n",
                before: [("cards/one.txt", "made up\n")], deleted: ["cards/one.txt 1️⃣"],
                registers: [("data.yml", "version: 1\npaths:\n  - {match: [cards/], class: payment}\n")]),
        ],
        clean: [
            Example(
                "a class that the matrix permits", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n",
                files: [("src/a.c", "int a;\n")], registers: sample),
            Example(
                "people alone", files: [("customers/ann.csv", "id,plan\n")], registers: sample),
            Example(
                "confidential data with a review, which review-missing looks for",
                message: "Add price\n\nAssisted-by: Claude:claude-opus-4-6\n", files: [("prices/a.csv", "id,price\n")],
                registers: [("data.yml", "version: 1\npaths:\n  - {match: [prices/], class: confidential}\n")]),
        ],
        since: "0.1.0")

    private static let sample = [
        ("data.yml", "version: 1\npaths:\n  - {match: [customers/], class: personal}\n")
    ]

    static let register: Registers.Part? = .data

    init(_: NoSettings) {}

    /// One finding a file: of all names, classes and tools the strictest answer.
    func findings(in change: CommitChange) -> [Finding] {
        guard change.provenance.ai.isMarked, let data = change.registers.data else { return [] }
        let named = change.provenance.ai.tools
        let tools = named.isEmpty ? [AITool(id: AITool.unknown, name: "an AI tool", models: [])] : named
        return change.files.compactMap { file in
            let refusals = [file.path, file.oldPath].compactMap(\.self).flatMap { path in
                let classification = data.classification(of: path)
                return tools.compactMap { tool -> DataRefusal? in
                    let access = change.registers.access(of: tool.id, to: classification, on: change.days)
                    return access.flatMap { DataRefusal(tool, path, $0) }
                }
            }
            // Of equals the first.
            let worst = refusals.reduce(nil as DataRefusal?) { worst, next in
                worst.map { $0.level >= next.level ? $0 : next } ?? next
            }
            return worst.map { $0.finding(in: file, on: change.days, lists: change.registers.tools?.tool($0.tool.id)) }
        }
    }
}

/// A tool that may not see a path.
private struct DataRefusal {
    let tool: AITool
    let path: Path
    let access: DataAccess

    /// Nil where it may.
    init?(_ tool: AITool, _ path: Path, _ access: DataAccess) {
        if access.answer.isPermitted { return nil }
        self.tool = tool
        self.path = path
        self.access = access
    }

    var level: Level { access.answer.level }

    func finding(in file: ChangedFile, on days: JudgedDays, lists entry: RegisteredTool?) -> Finding {
        var line = 1
        if case .text(let text) = file.content { line = text.hunks.first { $0.newCount > 0 }?.newStart ?? 1 }
        return Finding(
            rule: access.answer.rule, at: Finding.Place(path: file.path, line: line), message(days),
            excerpt: Excerpt(line: "\(tool.id) \(access.entry.dataClass.id) \(file.status.rawValue)"), fix: fix(entry),
            defaultLevel: level, basis: [basis])
    }

    private func message(_ days: JudgedDays) -> Message {
        let what: Message =
            "\(tool.name) (\(access.deployment.rawValue)) changed \(path), which holds data of class \(access.entry.dataClass.id)"
        let cell: Message = "\(access.cell.permission.rawValue), \(access.cell.source.description)"
        switch access.answer {
        case .permitted, .withReview, .prohibited: return "\(what): the matrix keeps that from it (\(cell))"
        case .notListed(let day): return "\(what), which its entry does not list (\(days.name(of: day)))"
        case .missing(.controls):
            return "\(what), and its entry names no record of the controls that it needs (\(cell))"
        case .missing(.legalBasis): return "\(what), and its entry names no record of a legal basis (\(cell))"
        }
    }

    private func fix(_ entry: RegisteredTool?) -> Message {
        let id = access.entry.dataClass.id
        switch access.answer {
        case .permitted, .withReview, .prohibited:
            return
                "have a person change it without the tool; 'aigate policy who-may \(path)' lists the tools that may see it"
        case .notListed:
            return
                "have a person change it without the tool, or add \(id) to the data-classes of \(tool.id) in tools.yml"
        case .missing(let reference):
            guard entry != nil else {
                return
                    "register \(tool.id) in tools.yml with \(reference.rawValue): \"the record\" (aigate tools request \(tool.id)), or work without it"
            }
            return "add to \(tool.id) in tools.yml: {\(reference.rawValue): \"the record\"}, or work without the tool"
        }
    }

    /// Who says what the path holds.
    private var basis: String {
        guard let place = access.entry.place else { return "no pattern names the path, and the preset has a default" }
        let pattern = access.entry.pattern.map { "pattern \(Excerpt(line: $0.text).text)" } ?? "the default"
        return "\(pattern) in \(VisibleText.of(place.file)) line \(place.line)"
    }
}

extension DataAccess.Answer {
    /// The rule of `data-class-forbidden` that reports it.
    package var rule: String {
        switch self {
        case .permitted, .withReview, .prohibited: "prohibited"
        case .notListed: "not-listed"
        case .missing: "reference-missing"
        }
    }

    /// What holds without a policy, where it is no permission.
    package var level: Level { self == .missing(.controls) ? .warn : .block }
}
