// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A change to the files by which the project judges its changes.
struct ProtectedPathChanged: CommitCheck {
    struct Settings: CheckSettings {
        var aiOnly = false
        var paths: [PathPattern] = []

        static let fields: [Field<Settings>] = [
            GateSettings.aiOnlyField(\.aiOnly),
            .patterns("paths", "Further files that are protected.", \.paths).tightened(.longer),
        ]
    }

    static let about = About(
        id: "protected-path-changed",
        title: "A file by which the project judges its changes was changed",
        why: """
            Pipelines, owners and the settings of linters decide which later change is let in. They change often and \
            for good reasons (in 4 of 100 commits), so it is recorded; where AI took part it warns until an \
            independent person has reviewed it. What the file says is for other checks: this one names the file. The \
            gate's own policy has policy-changed, and what agents obey has agent-control-changed.
            """,
        fix: "Have the owner of the file review the change, and record that: Reviewed-by: NAME <EMAIL>.",
        level: .monitor,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("pipeline", "What the pipeline runs"),
            About.Rule("hooks", "What runs before a commit or a push"),
            About.Rule("owners", "Who has to look at a change"),
            About.Rule("rules", "What linters, type checkers and coverage tools ask for"),
            About.Rule("marks", "A mark that takes files out of judging as generated or vendored"),
            About.Rule("listed", "A file that the policy lists"),
        ],
        examples: [
            Example("a workflow", files: [(".github/workflows/test.yml", "on: push 1️⃣\n")]),
            Example(
                "owners and a linter", files: [(".github/CODEOWNERS", "* @ann 1️⃣\n"), (".eslintrc.json", "{} 1️⃣\n")]),
            Example(
                "files that nobody judges any more",
                files: [(".gitattributes", "*.c text\nsrc/** linguist-generated 1️⃣\n")]),
            Example(
                "a pipeline that goes", before: [(".gitlab-ci.yml", "test:\n  script: make test\n")],
                deleted: [".gitlab-ci.yml 1️⃣"]),
        ],
        clean: [
            Example("a page about them", files: [("docs/.github.md", "on: push\n"), ("docs/CODEOWNERS.md", "Who?\n")]),
            Example(
                "marks that put files back",
                files: [(".gitattributes", "*.c text\nsrc/** -linguist-generated linguist-vendored=false\n")]),
            Example(
                "the gate's own policy, which has a check of its own", files: [(".aigate/policy.yml", "version: 1\n")]),
        ],
        since: "0.1.0")

    static let words = ["linguist-generated", "linguist-vendored"]

    private let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    func needsAllWords(of file: ChangedFile) -> Bool { GateFiles.kind(of: file.path) == .attributes }

    func findings(in change: CommitChange) -> [Finding] {
        if settings.aiOnly, !change.provenance.ai.isMarked { return [] }
        let isOpen = change.provenance.ai.isMarked && change.review.result != .independent
        let level: Level = isOpen ? .warn : .monitor
        return change.files.compactMap { finding(of: $0, level) } + marks(in: change, level)
    }

    private func finding(of file: ChangedFile, _ level: Level) -> Finding? {
        guard let rule = rule(of: file) else { return nil }
        return Finding(
            rule: rule, at: Finding.Place(path: file.path, line: 1), .changed(file.path, file.status),
            excerpt: Excerpt(line: "\(file.status.rawValue) \(file.newBlob?.hex ?? "")"), fix: .haveReviewed,
            defaultLevel: level)
    }

    /// By the new name, and by the old one of a file that was renamed.
    private func rule(of file: ChangedFile) -> String? {
        for path in [file.path, file.oldPath].compactMap(\.self) {
            let rule: String? =
                switch GateFiles.kind(of: path) {
                case .pipeline: "pipeline"
                case .hooks: "hooks"
                case .owners: "owners"
                case .rules: "rules"
                case .attributes, nil: settings.paths.contains { $0.matches(path) } ? "listed" : nil
                }
            // Set-up steps of agents are the business of the checks of agents.
            if let rule, AgentFiles.embedded.kind(of: path) == nil { return rule }
        }
        return nil
    }

    private func marks(in change: CommitChange, _ level: Level) -> [Finding] {
        change.occurrences(of: ProtectedPathChanged.self).filter { GateFiles.kind(of: $0.file.path) == .attributes }
            .flatMap { found in
                let index = LineIndex(found.change)
                return AddedLine.holding(found.hits.lazy.map(\.offset), in: found.change.addedText).filter {
                    setsMark($0.bytes)
                }.map { line in
                    Finding(
                        rule: "marks",
                        at: Finding.Place(path: found.file.path, line: index.position(at: line.offset).line),
                        .marked, excerpt: Excerpt(line: line.bytes), fix: .haveReviewed, defaultLevel: level)
                }
            }
    }

    /// gitattributes(5): an attribute is set by its name, or by a value other than false.
    private func setsMark(_ line: ArraySlice<UInt8>) -> Bool {
        let words = line.split(whereSeparator: \.isBlank)
        guard words.first?.first != UInt8(ascii: "#") else { return false }
        return words.dropFirst().contains { word in
            ProtectedPathChanged.words.contains { name in
                word.starts(with: name.utf8)
                    && (word.count == name.utf8.count
                        || word.dropFirst(name.utf8.count).first == UInt8(ascii: "=")
                            && !word.suffix(6).elementsEqual("=false".utf8))
            }
        }
    }
}

extension Message {
    fileprivate static func changed(_ path: Path, _ status: ChangedFile.Status) -> Message {
        "\(path), by which the project judges its changes, was \(status.rawValue)"
    }

    fileprivate static let marked: Message =
        "the files of this pattern count as generated or vendored from now on, and most checks pass them over"
    fileprivate static let haveReviewed: Message =
        "have the file's owner review the change, and record it: Reviewed-by: NAME <EMAIL> in the trailer block"
}
