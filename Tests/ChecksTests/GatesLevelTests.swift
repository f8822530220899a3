// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Checks

/// What a weakened gate weighs without a policy, by who made the commit and by what speaks for it.
struct GatesLevelTests {
    private static let assisted = "Change\n\nAssisted-by: Claude Code\n"
    private static let reviewed = "Change\n\nAssisted-by: Claude Code\nReviewed-by: Bo Ray <bo@example.org>\n"
    private static let skip = (
        before: [("a.test.js", "it('adds', add)\nit('takes', take)\n")],
        after: [("a.test.js", "it.skip('adds', add)\nit('takes', take)\n")]
    )

    @Test func aSkippedTestWarnsWhereAITookPart() throws {
        let (before, after) = GatesLevelTests.skip
        #expect(try levels("tests-weakened", Example("a", before: before, files: after)) == ["skipped monitor"])
        let assisted = Example("a", message: GatesLevelTests.assisted, before: before, files: after)
        #expect(try levels("tests-weakened", assisted) == ["skipped warn"])
    }

    @Test func onlyAIIsJudgedWhereThePolicySaysSo() throws {
        let (before, after) = GatesLevelTests.skip
        let only = ConfigNode(
            .map([("ai-only", 1, ConfigNode(.scalar("true", plain: true), file: "", line: 1))]), file: "", line: 1)
        let people = Example("a", before: before, files: after)
        #expect(try levels("tests-weakened", people, settings: only).isEmpty)
        let assisted = Example("a", message: GatesLevelTests.assisted, before: before, files: after)
        #expect(try levels("tests-weakened", assisted, settings: only) == ["skipped warn"])
    }

    @Test(
        arguments: [
            ("a new test", "a_test.go", "", "func TestA(t *testing.T) {\n\tt.Skip(\"later\")\n}\n", "skipped monitor"),
            (
                "a condition", "a_test.go", "func TestA(t *testing.T) {\n}\n",
                "func TestA(t *testing.T) {\n\tif testing.Short() {\n\t\t// It takes a minute.\n\t\tt.Skip(\"slow\")\n\t}\n}\n",
                "skipped monitor"
            ),
            (
                "a reason with a word of conditions", "a_test.go", "func TestA(t *testing.T) {\n}\n",
                "func TestA(t *testing.T) {\n\tt.Skip(\"if only\")\n}\n", "skipped warn"
            ),
            (
                "a platform", "test_a.py", "def test_a():\n    pass\n",
                "@pytest.mark.skipif(x)\ndef test_a():\n    pass\n", ""
            ),
            ("a comment", "a.test.js", "it('a', b)\n", "// it.skip('a', b)\nit('a', b)\n", ""),
        ] as [(String, String, String, String, String)])
    func whatSpeaksForASkip(_ title: String, _ path: String, _ old: String, _ new: String, _ expected: String) throws {
        let example = Example(
            title, message: GatesLevelTests.assisted, before: old.isEmpty ? [] : [(path, old)], files: [(path, new)])
        #expect(try levels("tests-weakened", example) == (expected.isEmpty ? [] : [expected]))
    }

    private static let tests = "def test_a():\n    assert a\n\ndef test_b():\n    assert b\n"

    @Test func deletedTestsWarnWhoeverDeletedThem() throws {
        let before = [("test_a.py", GatesLevelTests.tests), ("src/other.py", "a = 1\nb = 2\n")]
        let deleted = Example("a", before: before, deleted: ["test_a.py"])
        #expect(try levels("tests-deleted", deleted) == [" warn"])
        // Half of them came back, or other code went as well: a person should look, and no more.
        let rewritten = Example(
            "a", before: before, files: [("test_c.py", "def test_c():\n    assert c\n")], deleted: ["test_a.py"])
        #expect(try levels("tests-deleted", rewritten) == [" monitor"])
        let shorter = Example("a", before: before, files: [("src/other.py", "a = 1\n")], deleted: ["test_a.py"])
        #expect(try levels("tests-deleted", shorter) == [" monitor"])
    }

    /// An agent that deletes a test that fails brings new ones with it; one that moves it keeps its name.
    @Test func newTestsSpeakForNoDeletedOnesWhereAITookPart() throws {
        let before = [("test_a.py", GatesLevelTests.tests)]
        let others = [("test_c.py", "def test_c():\n    assert c\n\ndef test_d():\n    assert d\n")]
        let replaced = Example("a", before: before, files: others, deleted: ["test_a.py"])
        #expect(try levels("tests-deleted", replaced) == [" monitor"])
        let assisted = Example(
            "a", message: GatesLevelTests.assisted, before: before, files: others, deleted: ["test_a.py"])
        #expect(try levels("tests-deleted", assisted) == [" warn"])
        let moved = Example(
            "a", message: GatesLevelTests.assisted, before: before,
            files: [("test_c.py", "import x\n\n" + GatesLevelTests.tests)], deleted: ["test_a.py"])
        #expect(try levels("tests-deleted", moved).isEmpty)
    }

    @Test func aTestIsKnownByTheLineAfterItsAttribute() {
        var java = TestNames(Array("@Test\nvoid a() {\n}\n@Test\n@Tag(\"x\")\nvoid b() {\n}\n".utf8), .jvm)
        var moved = TestNames(Array("  @Test\n  void b() {\n  }\n".utf8), .jvm)
        #expect(java.takeOut(&moved) == 1)
        #expect(java.takeOut(&moved) == 0)
        let php = "/** @test */\npublic function one(): void {\n}\n/**\n * @test\n */\npublic function two() {\n}\n"
        var marked = TestNames(Array(php.utf8), .php)
        var alone = TestNames(Array("    #[Test]\n    public function two() {\n    }\n".utf8), .php)
        #expect(marked.takeOut(&alone) == 1)
        var rust = TestNames(Array("#[test]\nfn a() {\n}\n".utf8), .rust)
        var other = TestNames(Array("#[test]\nfn b() {\n}\n".utf8), .rust)
        #expect(rust.takeOut(&other) == 0)
    }

    @Test func rewrittenAssertionsAreOnlyRecorded() throws {
        let before = [("test_a.py", "def test_a():\n    assert a\n    assert b\n")]
        let pure = Example(
            "a", message: GatesLevelTests.assisted, before: before,
            files: [("test_a.py", "def test_a():\n    assert b\n")])
        #expect(try levels("tests-weakened", pure) == ["fewer-assertions warn"])
        let joined = Example(
            "a", message: GatesLevelTests.assisted, before: before,
            files: [("test_a.py", "def test_a():\n    assert a and b\n")])
        #expect(try levels("tests-weakened", joined) == ["fewer-assertions monitor"])
    }

    @Test func aProtectedFileWarnsUntilItIsReviewed() throws {
        let files = [(".github/workflows/a.yml", "on: push\n")]
        #expect(try levels("protected-path-changed", Example("a", files: files)) == ["pipeline monitor"])
        let assisted = Example("a", message: GatesLevelTests.assisted, files: files)
        #expect(try levels("protected-path-changed", assisted) == ["pipeline warn"])
        let reviewed = Example("a", message: GatesLevelTests.reviewed, files: files, run: .landed)
        #expect(try levels("protected-path-changed", reviewed) == ["pipeline monitor"])
    }

    @Test(
        arguments: [
            ("import a  # noqa: F401", ["scoped monitor"]), ("import a  # noqa", ["bare warn"]),
            ("# pylint: disable=all", ["bare warn"]), ("x = y  # type: ignore[arg-type]  # noqa", ["bare warn"]),
            ("a()  # gitleaks:allow", ["secrets warn"]), ("// eslint-disable-next-line no-eval", ["scoped monitor"]),
            ("/* eslint-disable */", ["bare warn"]), ("#pragma GCC diagnostic ignored \"-Wall\"", ["scoped monitor"]),
            ("@SuppressWarnings({\"rawtypes\", \"unchecked\"})", ["scoped monitor"]),
            ("@SuppressWarnings(\"all\")", ["bare warn"]), ("#[allow(dead_code)]", ["scoped monitor"]),
            ("//nolint:errcheck", ["scoped monitor"]), ("//nolint", ["bare warn"]), ("# nolintlint is a linter", []),
            ("print('# noqa is a word')", []), ("print('# noqa')", []), ("noqa = 1", []), ("# CodeQL looks at it", []),
        ] as [(String, [String])])
    func suppressionsByTheirReach(_ line: String, _ expected: [String]) throws {
        let example = Example("a", message: GatesLevelTests.assisted, files: [("a.py", line + "\n")])
        #expect(try levels("suppression-added", example) == expected)
    }

    @Test func manySuppressionsAreOneFindingMore() throws {
        let text = String(repeating: "import a  # noqa: F401\n", count: 21)
        let found = try levels("suppression-added", Example("a", files: [("a.py", text)]))
        #expect(found.count == 22)
        #expect(found.last == "many monitor")
    }

    @Test func aCheckThatRunsElsewhereIsNotGone() throws {
        let test = (".github/workflows/test.yml", "jobs:\n  a:\n    steps:\n      - run: pytest\n")
        let lint = (".github/workflows/lint.yml", "jobs:\n  a:\n    steps:\n      - run: pytest\n      - run: ls\n")
        let after = (lint.0, lint.1.replacing("      - run: pytest\n", with: ""))
        let alone = Example("a", message: GatesLevelTests.assisted, before: [lint], files: [after])
        #expect(try levels("ci-weakened", alone) == ["check-removed warn"])
        let elsewhere = Example("a", message: GatesLevelTests.assisted, before: [lint, test], files: [after])
        #expect(try levels("ci-weakened", elsewhere) == ["fewer-checks monitor"])
    }

    @Test func aFileThatBecomesSettingsIsRead() throws {
        let settings = "{\"mcpServers\": {\"a\": {\"command\": \"x\"}}}\n"
        let unchanged = Example("a", before: [(".mcp.json", settings)], files: [(".mcp.json", settings + "\n")])
        #expect(try levels("agent-config-exec", unchanged) == ["file monitor"])
        let new = Example("a", files: [(".mcp.json", settings)])
        #expect(try levels("agent-config-exec", new) == ["server warn"])
    }

    /// Rule and level without a policy, in the order of the findings.
    private func levels(_ id: String, _ example: Example, settings: ConfigNode? = nil) throws -> [String] {
        let kind = try #require(Checks.all.first { $0.about.id == id })
        let check = try #require(try kind.make(settings) as? any CommitCheck)
        let change = WordIndex([type(of: check)]).found(in: try ExampleChange(example).change)
        return try check.findings(in: change).map {
            "\($0.rule ?? "") \(($0.defaultLevel ?? kind.about.level).rawValue)"
        }
    }
}
