// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A check's page, made of what the check says about itself: for `aigate explain` and for the project's pages.
struct RulePage {
    private let kind: CheckKind
    private let controls: ControlMap

    init(_ kind: CheckKind, _ controls: ControlMap) {
        self.kind = kind
        self.controls = controls
    }

    var text: String {
        let about = kind.about
        var lines = ["# \(about.id)", "", "\(about.title).", "", about.why, "", "**What to do.** \(about.fix)", ""]
        lines += [
            "| | |", "|---|---|", "| default level | \(about.level.rawValue) |",
            "| judges | \(kind.isRange ? "the range" : "each commit") |",
            "| generated and vendored files | \(about.judgesGeneratedFiles ? "judged" : "left out") |",
            "| contributes evidence for | \(controls.controls(of: about.id).joined(separator: ", ")) |",
            "| since | \(about.since) |",
            "",
        ]
        if !about.rules.isEmpty {
            lines += ["## Rules", ""] + about.rules.map { "- `\(about.id)/\($0.id)`: \($0.title)" } + [""]
        }
        if !kind.settings.isEmpty {
            lines += ["## Settings", ""]
            lines += kind.settings.map { "- `\($0.name)`: \($0.doc) Default: `\($0.defaultText ?? "none")`." } + [""]
        }
        if !about.examples.isEmpty {
            lines += ["## Found", ""] + about.examples.flatMap { example($0, isClean: false) }
            lines += ["## Not found", ""] + about.clean.flatMap { example($0, isClean: true) }
        }
        return lines.joined(separator: "\n").trimmed
    }

    private func example(_ example: Example, isClean: Bool) -> [String] {
        var lines = [
            "\(example.title.first.map { $0.uppercased() } ?? "")\(example.title.dropFirst()):", "", "```text",
        ]
        lines.append("author: \(shown(example.author))")
        if example.committer != example.author { lines.append("committer: \(shown(example.committer))") }
        if example.run != .local { lines.append("run: \(example.run.rawValue)") }
        if let policy = example.policy { lines.append("policy: \(shown(policy))") }
        if let day = example.committedOn { lines.append("committed on: \(day)") }
        if let day = example.judgedOn { lines.append("judged on: \(day)") }
        for (name, text) in example.registers { lines += ["", ".aigate/\(name):"] + body(text).map { "    \($0)" } }
        lines.append("")
        lines += body(example.message)
        if let note = example.note { lines += ["", "note in refs/notes/ai:"] + body(note).map { "    \($0)" } }
        for (path, text) in example.before { lines += ["", "before: \(path)"] + body(text).map { " \($0)" } }
        for path in example.deleted { lines += ["", "deleted: \(body(path).joined())"] }
        for (path, text) in example.files { lines += ["", "+++ \(path)"] + body(text).map { "+\($0)" } }
        return lines + ["```", ""]
    }

    private func body(_ text: String) -> [String] {
        text.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard let mark = line.firstRange(of: " 1️⃣") else { return shown(String(line)) }
            return shown(String(line[..<mark.lowerBound]) + String(line[mark.upperBound...])) + "    <-- here"
        }
    }

    /// Hidden characters as escapes; the other characters as they are.
    private func shown(_ text: String) -> String { VisibleText.of(text) }
}

extension String {
    /// Without newlines at its end.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }
}
