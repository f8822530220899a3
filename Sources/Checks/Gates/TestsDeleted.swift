// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A file of tests that was deleted, while its tests came nowhere else.
struct TestsDeleted: CommitCheck {
    static let about = About(
        id: "tests-deleted",
        title: "A file of tests was deleted",
        why: """
            A test that is gone finds nothing, and nobody notices what is not there: the build is green again. Tests \
            that stand elsewhere under their name, or went with the code that they test, are no loss; where other code \
            became shorter too, or people wrote others, it is recorded only. It is as frequent among people as among \
            agents (in 0.6 % of commits), and worth a look with either.
            """,
        fix:
            "Bring the tests back and mend the code; or say in the commit why they are wrong, and have a person agree.",
        level: .warn,
        examples: [
            Example(
                "nothing takes its place", before: [("tests/test_add.py", TestsWeakened.sample)],
                deleted: ["tests/test_add.py 1️⃣"]),
            Example(
                "an agent brings others", message: "Make it pass\n\nAssisted-by: Claude Code\n",
                before: [("tests/test_add.py", TestsWeakened.sample)],
                files: [("tests/test_new.py", "def test_new():\n    assert True\n\ndef test_other():\n    assert 1\n")],
                deleted: ["tests/test_add.py 1️⃣"]),
        ],
        clean: [
            Example(
                "the tests moved", before: [("tests/test_add.py", TestsWeakened.sample)],
                files: [("tests/unit/test_sum.py", "import sum\n\n" + TestsWeakened.sample)],
                deleted: ["tests/test_add.py"]),
            Example(
                "the code went too",
                before: [("tests/test_add.py", TestsWeakened.sample), ("src/add.py", "def add(a, b): return a + b\n")],
                deleted: ["tests/test_add.py", "src/add.py"]),
            Example(
                "what tests feed on", before: [("tests/fixtures/test_a.py", TestsWeakened.sample)],
                deleted: ["tests/fixtures/test_a.py"]),
            Example(
                "a file that helped tests", before: [("tests/test_help.py", "def check(a):\n    assert a\n")],
                deleted: ["tests/test_help.py"]),
        ],
        since: "0.1.0")

    private let settings: GateSettings

    init(_ settings: GateSettings) { self.settings = settings }

    func findings(in change: CommitChange) throws -> [Finding] {
        if settings.aiOnly, !change.provenance.ai.isMarked { return [] }
        let losses = try TestLosses(change, deleted: true)
        return losses.files.map { loss in
            let doubts = losses.doubts(about: loss, change)
            return Finding(
                at: Finding.Place(path: loss.file.path, line: 1), .deleted(loss.file.path, loss.counts.tests),
                excerpt: loss.excerpt, fix: .bringBack, defaultLevel: doubts.isEmpty ? .warn : .monitor,
                basis: [loss.basis] + doubts)
        }
    }
}

extension Message {
    fileprivate static func deleted(_ path: Path, _ count: Int) -> Message {
        "\(path) was deleted with \(counted(count, "test")), and they are in no other file"
    }

    static func counted(_ count: Int, _ what: StaticString) -> Message {
        "\(count) \(Message(stringLiteral: what))\(count == 1 ? "" : "s" as Message)"
    }

    static let bringBack: Message =
        "bring the tests back and mend the code; where they are wrong, say why in the message, and have a person agree"
}
