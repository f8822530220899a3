// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What a check is, in words: its documentation, its tests and its defaults.
package struct About: Sendable {
    /// The wrong thing, hyphenated: `hidden-unicode`.
    package let id: String
    package let title: String
    /// Why anybody should care.
    package let why: String
    /// What to do about a finding.
    package let fix: String
    /// What holds without a policy.
    package let level: Level
    /// True where generated and vendored files are judged too.
    package let judgesGeneratedFiles: Bool
    /// A repository's own packs may add rules, named `PACK.RULE`.
    package let takesPacks: Bool
    /// Entries of its pack; empty for a check that is one rule. Made when asked for, as examples are: few runs ask.
    package var rules: [Rule] { makeRules() }
    /// With a mark 1️⃣ on each line where a finding is due.
    package var examples: [Example] { makeExamples() }
    /// Nothing to find.
    package var clean: [Example] { makeClean() }
    /// Version of aigate that first had it.
    package let since: String
    private let makeRules: @Sendable () -> [Rule]
    private let makeExamples: @Sendable () -> [Example]
    private let makeClean: @Sendable () -> [Example]

    package struct Rule: Sendable {
        package let id: String
        package let title: String

        package init(_ id: String, _ title: String) {
            self.id = id
            self.title = title
        }
    }

    package init(
        id: String, title: String, why: String, fix: String, level: Level,
        judgesGeneratedFiles: Bool = false, takesPacks: Bool = false,
        rules: @autoclosure @escaping @Sendable () -> [Rule] = [],
        examples: @autoclosure @escaping @Sendable () -> [Example],
        clean: @autoclosure @escaping @Sendable () -> [Example], since: String
    ) {
        self.id = id
        self.title = title
        self.why = why
        self.fix = fix
        self.level = level
        self.judgesGeneratedFiles = judgesGeneratedFiles
        self.takesPacks = takesPacks
        makeRules = rules
        makeExamples = examples
        makeClean = clean
        self.since = since
    }
}

/// A small commit that shows what a check does.
package struct Example: Sendable {
    package let title: String
    package let message: String
    package let author: String
    package let committer: String
    /// Files that stand before the commit; those that it neither changes nor deletes stay.
    package let before: [(path: String, text: String)]
    /// Path and text after the commit; where none stood before, all of its lines are added.
    package let files: [(path: String, text: String)]
    package let deleted: [String]
    package let run: RunKind
    /// Keys of the policy that it is judged by, as YAML; nil: the built-in defaults.
    package let policy: String?
    /// git-ai's note on the commit; nil: none.
    package let note: String?
    /// Registers that it is judged by, by their names in `.aigate/`.
    package let registers: [(name: String, text: String)]
    /// Of the committer's claim, and of the run where it is another; nil: 2026-01-02.
    package let committedOn: String?
    package let judgedOn: String?
    /// Message and files hold `{alnum:36}` and the like where a value stands that looks real: no such value is in the
    /// project's own files.
    package let isTemplate: Bool

    package init(
        _ title: String, message: String = "Change\n", author: String = "Ann Lee <ann@example.org>",
        committer: String? = nil, before: [(path: String, text: String)] = [],
        files: [(path: String, text: String)] = [],
        deleted: [String] = [], run: RunKind = .local,
        policy: String? = nil, note: String? = nil, registers: [(name: String, text: String)] = [],
        committedOn: String? = nil, judgedOn: String? = nil, isTemplate: Bool = false
    ) {
        self.title = title
        self.message = message
        self.author = author
        self.committer = committer ?? author
        self.before = before
        self.files = files
        self.deleted = deleted
        self.run = run
        self.policy = policy
        self.note = note
        self.registers = registers
        self.committedOn = committedOn
        self.judgedOn = judgedOn
        self.isTemplate = isTemplate
    }
}
