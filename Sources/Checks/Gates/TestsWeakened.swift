// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Tests that were skipped or thinned out.
struct TestsWeakened: CommitCheck {
    static let about = About(
        id: "tests-weakened",
        title: "Tests were skipped or thinned out",
        why: """
            A test that does not run, or asserts nothing, finds nothing. Agents that cannot make a test pass are known \
            to skip it or to take its assertions out (ImpossibleBench, arXiv 2510.20270: on tasks that cannot be done, \
            half of the runs of the strongest models passed all the same). Lines are counted by the words of the test \
            frameworks; tests that stand elsewhere under their name are no loss. People do the same for good reasons, \
            so it is recorded, and warns where AI took part; a test that leaves out all others always warns. Files \
            that are gone have tests-deleted.
            """,
        fix: "Bring the test back and mend the code; or say in the commit why it is wrong, and have a person agree.",
        level: .monitor,
        rules: [
            About.Rule("skipped", "A test was marked to be left out or to fail"),
            About.Rule("focused", "A test leaves out all others of its file or run"),
            About.Rule("fewer-tests", "A file declares fewer tests than before"),
            About.Rule("fewer-assertions", "A file has as many tests as before, and fewer assertions"),
            About.Rule("snapshots-rewritten", "Recorded results were changed together with the code, and no test was"),
        ],
        examples: TestsWeakened.shown,
        clean: TestsWeakened.harmless,
        since: "0.1.0")

    static let words = [
        "skip", "#[ignore", "@ignore", "[ignore", "ignore(", "<ignore", "@disabled", ".disabled(", "xfail",
        "expectedfailure", "xit", "xtest", "xdescribe", "xcontext", "xspecify", "xscenario", ".only", "only(", "fit(",
        "fit ", "fdescribe", "ftest(", "fcontext", "fentry(", "focus", ".fixme", "incomplete(", "[explicit",
        "inconclusive(", "disabled_", "mayfail]", "shouldfail]", "test_ignore", "pit(", "pdescribe(", "pcontext(",
        "pending", "->todo", "qunit.todo", ".fails", ".failing", "knownissue", "expectfailure", "enabled = false",
        "ignorerest", "solo: true",
    ]

    private let settings: GateSettings

    init(_ settings: GateSettings) { self.settings = settings }

    func needsAllWords(of file: ChangedFile) -> Bool { SkippedTests.words(of: file.path) != nil }

    func findings(in change: CommitChange) throws -> [Finding] {
        if settings.aiOnly, !change.provenance.ai.isMarked { return [] }
        let losses = try TestLosses(change, deleted: false)
        let skipped = try SkippedTests(change.occurrences(of: TestsWeakened.self), in: change)
        return losses.files.map { finding(of: $0, losses, change) } + skipped.lines.map { finding(of: $0, change) }
            + rewritten(in: change)
    }

    private func finding(of loss: TestLosses.Loss, _ losses: TestLosses, _ change: CommitChange) -> Finding {
        let (path, counts) = (loss.file.path, loss.counts)
        let isFewer = counts.tests > 0
        let doubts = losses.doubts(about: loss, change)
        return Finding(
            rule: isFewer ? "fewer-tests" : "fewer-assertions", at: Finding.Place(path: path, line: 1),
            isFewer ? .fewerTests(path, counts.tests) : .fewerAssertions(path, counts.assertions),
            excerpt: loss.excerpt,
            fix: .bringBack, defaultLevel: doubts.isEmpty ? change.gateLevel : .monitor, basis: [loss.basis] + doubts)
    }

    private func finding(of line: SkippedTests.Line, _ change: CommitChange) -> Finding {
        let isFocus = line.kind == .focused
        return Finding(
            rule: line.kind.rawValue, at: Finding.Place(path: line.file.path, line: line.number),
            isFocus ? .focused : line.isConditional ? .skippedHere : line.isNew ? .skippedFromTheStart : .skipped,
            excerpt: Excerpt(line: line.bytes),
            fix: isFocus ? .unfocus : .mend,
            defaultLevel: isFocus ? .warn : line.isConditional || line.isNew ? .monitor : change.gateLevel)
    }

    /// One finding for all of them: they are rewritten by one command.
    private func rewritten(in change: CommitChange) -> [Finding] {
        let snapshots = change.files.filter {
            $0.status == .modified && $0.removedLines > 0 && TestFiles.isSnapshot($0.path)
        }
        guard let first = snapshots.first else { return [] }
        let others = change.files.filter { TestWords.of($0.path) != nil && !TestFiles.isSnapshot($0.path) }
        guard !others.isEmpty, !others.contains(where: { TestFiles.isTest($0.path) }) else { return [] }
        return [
            Finding(
                rule: "snapshots-rewritten", at: Finding.Place(path: first.path, line: 1), .rewritten(snapshots.count),
                excerpt: Excerpt(line: "\(snapshots.count) rewritten"), fix: .compare, defaultLevel: .monitor)
        ]
    }
}

extension Message {
    fileprivate static func fewerTests(_ path: Path, _ count: Int) -> Message {
        "\(path) lost \(counted(count, "test")), and they are in no other file"
    }

    fileprivate static func fewerAssertions(_ path: Path, _ count: Int) -> Message {
        "\(path) lost \(counted(count, "assertion")) and no test"
    }

    fileprivate static let skipped: Message = "a test is left out, or may fail"
    fileprivate static let skippedHere: Message = "a test is left out under a condition"
    fileprivate static let skippedFromTheStart: Message = "a new test is left out from the start, or may fail"
    fileprivate static let focused: Message = "this leaves out every other test of the file or the run"
    fileprivate static func rewritten(_ count: Int) -> Message {
        count == 1
            ? "a recorded result was rewritten together with the code that makes it"
            : "\(count) recorded results were rewritten together with the code that makes them"
    }
    fileprivate static let mend: Message =
        "mend the code or the test; to leave it out, name the issue that brings it back"
    fileprivate static let unfocus: Message = "remove the word that singles the test out"
    fileprivate static let compare: Message =
        "read the difference of each recorded result: the command that rewrites them accepts anything"
}
