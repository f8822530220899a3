// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A directive that keeps a linter, a type checker, a coverage tool or a scanner silent.
struct SuppressionAdded: CommitCheck {
    struct Settings: CheckSettings {
        var aiOnly = false
        var limit = 20

        static let fields: [Field<Settings>] = [
            GateSettings.aiOnlyField(\.aiOnly),
            .integer(
                "limit", "More suppressions in one commit than this are a finding of their own.", in: 1...10_000,
                \.limit
            ).tightened(.smaller),
        ]
    }

    static let about = About(
        id: "suppression-added",
        title: "A tool was told to keep silent",
        why: """
            A directive such as noqa or @ts-ignore takes a line out of a check that the project chose to run. With the \
            name of a rule it is everyday work, and as common among people as among agents (1.6 % of commits of \
            either), so it is recorded. One that names nothing silences what nobody thought of: it warns where AI took \
            part. One that silences a scanner for secrets always warns, for a secret must not reach the history at \
            all.
            """,
        fix: "Mend what the tool found, or name the rule that is silenced and why.",
        level: .monitor,
        rules: [
            About.Rule("scoped", "A rule was silenced by its name"),
            About.Rule("bare", "Every rule was silenced, on a line or in a file"),
            About.Rule("secrets", "A scanner for secrets was silenced"),
            About.Rule("many", "More suppressions in one commit than the limit"),
        ],
        examples: [
            Example("a rule by its name", files: [("a.py", "import os  # noqa: F401 1️⃣\n")]),
            Example("all rules", files: [("a.ts", "// @ts-nocheck 1️⃣\nlet a = b\n/* eslint-disable */ 1️⃣\n")]),
            Example("a scanner for secrets", files: [("a.py", "token = load()  # gitleaks:allow 1️⃣\n")]),
        ],
        clean: [
            Example("a page about them", files: [("docs/lint.md", "Write `# noqa` behind the line.\n")]),
            Example("a text", files: [("a.py", "message = \"remove the noqa here\"\n")]),
            Example(
                "a line that was edited", before: [("a.py", "import os  # noqa: F401\n")],
                files: [("a.py", "import os, sys  # noqa: F401\n")]),
        ],
        since: "0.1.0")

    static let words = Suppression.forms.map(\.word)

    private let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    func needsAllWords(of file: ChangedFile) -> Bool { !AddedSuppressions.isProse(file.path) }

    func findings(in change: CommitChange) throws -> [Finding] {
        if settings.aiOnly, !change.provenance.ai.isMarked { return [] }
        let added = try AddedSuppressions(change.occurrences(of: SuppressionAdded.self), in: change).found
        guard !added.isEmpty else { return [] }
        var findings: [Finding] = []
        for (file, suppressions) in added {
            let lines = LineIndex(file.change)
            findings += suppressions.map { finding(of: $0, in: file.file, lines, change) }
        }
        return findings + many(findings.count, change)
    }

    private func finding(
        of added: AddedSuppressions.Directive, in file: ChangedFile, _ lines: LineIndex, _ change: CommitChange
    ) -> Finding {
        let position = lines.position(at: added.offset)
        let isSecret = added.suppression.tool == .secrets
        let isBare = added.suppression.reach == .bare
        return Finding(
            rule: isSecret ? "secrets" : isBare ? "bare" : "scoped",
            at: Finding.Place(path: file.path, line: position.line, column: position.column),
            .silenced(added.suppression), excerpt: Excerpt(line: lines.text(at: added.offset)),
            fix: isSecret ? .keepOut : .nameIt,
            defaultLevel: isSecret ? .warn : isBare ? change.gateLevel : .monitor)
    }

    private func many(_ count: Int, _ change: CommitChange) -> [Finding] {
        guard count > settings.limit else { return [] }
        return [
            Finding(
                rule: "many", at: Finding.Place(line: 1), .many(count, limit: settings.limit), fix: .mendFirst,
                defaultLevel: change.gateLevel)
        ]
    }
}

extension Message {
    fileprivate static func silenced(_ suppression: Suppression) -> Message {
        switch (suppression.tool, suppression.reach) {
        case (.linter, .scoped): "a linter's rule is silenced here"
        case (.linter, .bare): "every rule of a linter is silenced here"
        case (.types, .scoped): "the type checker is silenced here"
        case (.types, .bare): "the type checker is silenced here, whatever it finds"
        case (.coverage, .scoped): "lines are left out of the coverage here"
        case (.coverage, .bare): "everything here is left out of the coverage"
        case (.secrets, _): "a scanner for secrets is silenced here"
        case (.security, .scoped): "a rule of a security scanner is silenced here"
        case (.security, .bare): "every rule of a security scanner is silenced here"
        }
    }

    fileprivate static func many(_ count: Int, limit: Int) -> Message {
        "\(count) suppressions in one commit, and \(limit) are the limit"
    }

    fileprivate static let nameIt: Message =
        "mend what the tool found; or silence one rule, by its name, and say why beside it"
    fileprivate static let keepOut: Message =
        "load the value from the environment or a secret store, and remove the directive"
    fileprivate static let mendFirst: Message =
        "mend what can be mended in a commit of its own, or set the tool's baseline where it has one"
}
