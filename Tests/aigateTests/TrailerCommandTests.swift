// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

struct TrailerCommandTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
    }

    private func trailer(_ arguments: String...) throws -> Subprocess.Result {
        try Program.run(["trailer"] + arguments, in: sample.folder)
    }

    private func setPolicy(_ text: String) throws {
        try sample.commit(".aigate/policy.yml", "version: 1\n\(text)\n")
    }

    @Test(arguments: [
        ("agent-model", "Assisted-by: Claude-Code:claude-opus-4-6"),
        ("tool-model", "Assisted-by: Claude Code (claude-opus-4-6)"),
        ("model-via-tool", "Assisted-by: claude-opus-4-6 via Claude Code"),
        ("generated-by", "Generated-by: Claude Code claude-opus-4-6"),
        ("co-authored-by", "Co-authored-by: Claude Code (claude-opus-4-6) <noreply@anthropic.com>"),
    ])
    func printsThePolicysForm(form: String, expected: String) throws {
        try setPolicy("ai: {form: \(form)}")
        for name in ["claude-code", "Claude Code", "CLAUDE"] {
            let result = try trailer(name, "--model", "claude-opus-4-6")
            #expect(result.output == expected + "\n")
            #expect(result.status == 0)
        }
    }

    @Test func listsWhatIsKnown() throws {
        let result = try trailer()
        let lines = result.output.split(separator: "\n")
        #expect(lines.count > 50)
        #expect(lines.contains("claude-code\tClaude Code\tAssisted-by: Claude-Code:MODEL"))
        #expect(lines.sorted() == lines)
        #expect(try trailer("--tool-list").output == result.output)
    }

    @Test(arguments: [
        (
            ["clade-code", "--model", "x"],
            "unknown tool 'clade-code'; did you mean 'claude-code'? 'aigate trailer' lists them"
        ),
        (["\u{1B}[31m", "--model", "x"], "unknown tool '\\u{1B}[31m'; 'aigate trailer' lists them"),
        (["cursor"], "the policy's form is 'Assisted-by: AGENT:MODEL': name the model with --model"),
        (["cursor", "--model", "a\nSigned-off-by: x"], "'a\\nSigned-off-by: x' is no model"),
        (["cursor", "--model", "$(id)"], "'$(id)' is no model"),
        (["cursor", "--model", "MODEL"], "'MODEL' is no model"),
        (["--model", "x"], "name a tool; 'aigate trailer' lists them"), (["--amend-hint"], "name a tool"),
        (["cursor", "--tool-list", "--model", "x"], "give a tool, or --tool-list"),
    ])
    func saysWhatIsWrong(arguments: [String], sentence: String) throws {
        let result = try Program.run(["trailer"] + arguments, in: sample.folder)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(sentence), "\(result.errors)")
    }

    @Test func aRevisionThatIsNoneEndsWithThree() throws {
        #expect(try trailer("cursor", "nowhere", "--model", "x").status == 3)
    }

    @Test func saysWhatThePolicyForbids() throws {
        try setPolicy(
            """
            ai:
              use:
                - {mode: forbid-trailer, tools: [cursor]}
                - {mode: forbid-ai, tools: [amp]}
                - {mode: forbid-ai, paths: [crypto/]}
            """)
        let cursor = try trailer("cursor", "--model", "gpt-5")
        #expect(cursor.status == 1)
        #expect(cursor.errors == "aigate: the policy wants no trailer that names cursor\n")
        let amp = try trailer("amp", "--model", "gpt-5")
        #expect(amp.status == 1)
        #expect(amp.errors == "aigate: the policy forbids amp\n")
        try sample.commit("crypto/a.c", "int a;\n")
        #expect(try trailer("goose", "--model", "gpt-5").status == 0)
        let goose = try trailer("goose", "HEAD", "--model", "gpt-5")
        #expect(goose.status == 1)
        #expect(goose.errors == "aigate: the policy forbids goose for crypto/a.c\n")
    }

    private func run(_ command: String) throws {
        let result = try Subprocess.run(
            "/bin/sh", ["-e", "-c", command], in: sample.folder, environment: Subprocess.cleanGit)
        #expect(result.status == 0, "\(command): \(result.errors)")
    }

    private func trailers() throws -> [String] {
        let separator = "%(trailers:key=Assisted-by,valueonly,separator=%x2C)"
        return try sample.git(["log", "--reverse", "--format=%s|\(separator)", "--first-parent"])
            .split(separator: "\n").map(String.init)
    }

    @Test func theHintAmendsHead() throws {
        try sample.commit("a.txt", "a\n", "Add a")
        let hint = try trailer("claude", "--model", "claude-opus-4-6", "--amend-hint").output
        #expect(
            hint
                == "git commit --amend --only --allow-empty --no-edit --trailer 'Assisted-by: Claude-Code:claude-opus-4-6'\n"
        )
        try run(hint)
        #expect(try trailers().last == "Add a|Claude-Code:claude-opus-4-6")
        #expect(try Program.judge(["HEAD~1..HEAD"], in: sample).evidence.commits[0].ai.status == "declared")
    }

    /// Whatever the user's own configuration makes of git's list.
    @Test(
        arguments: [
            [:], ["core.abbrev": "4", "rebase.abbreviateCommands": "true"],
            ["rebase.autoSquash": "true", "rebase.updateRefs": "true"],
        ] as [[String: String]])
    func theHintRewordsAnOlderCommit(configuration: [String: String]) throws {
        for (key, value) in configuration { try sample.git(["config", key, value]) }
        try sample.commit("a.txt", "a\n", "Add a")
        try sample.commit("b.txt", "b\n", "Add b")
        try sample.git(["checkout", "--quiet", "-b", "topic", "HEAD~1"])
        try sample.commit("c.txt", "c\n", "Add c")
        try sample.git(["checkout", "--quiet", "main"])
        try sample.git(["merge", "--quiet", "--no-ff", "--message", "Merge topic", "topic"])
        let before = try trailers()
        let tree = try sample.git(["rev-parse", "HEAD^{tree}"])
        let hint = try trailer("claude", "HEAD~2", "--model", "claude-opus-4-6", "--amend-hint").output
        try run(hint)
        let after = try trailers()
        #expect(after == before.map { $0 == "Add a|" ? "Add a|Claude-Code:claude-opus-4-6" : $0 })
        #expect(try sample.git(["rev-parse", "HEAD^{tree}"]) == tree)
    }

    @Test func theHintRewordsTheRoot() throws {
        try sample.commit("a.txt", "a\n", "Add a")
        let root = try sample.git(["rev-list", "--max-parents=0", "HEAD"])
        let hint = try trailer("claude", root, "--model", "claude-opus-4-6", "--amend-hint").output
        #expect(hint.contains(" --root && "))
        try run(hint)
        #expect(try trailers().first?.hasSuffix("|Claude-Code:claude-opus-4-6") == true)
    }

    @Test func aMergeIsAmendedWhereItIsMade() throws {
        try sample.git(["checkout", "--quiet", "-b", "topic"])
        try sample.commit("c.txt", "c\n", "Add c")
        try sample.git(["checkout", "--quiet", "main"])
        try sample.git(["merge", "--quiet", "--no-ff", "--message", "Merge topic", "topic"])
        #expect(try trailer("claude", "HEAD", "--model", "claude-opus-4-6", "--amend-hint").status == 0)
        try sample.commit("d.txt", "d\n", "Add d")
        let result = try trailer("claude", "HEAD~1", "--model", "claude-opus-4-6", "--amend-hint")
        #expect(result.status == 2)
        #expect(result.errors.contains("is a merge, which a rebase makes anew: amend it while it is HEAD"))
    }

    @Test func aCommitOfAnotherBranchIsNotAmended() throws {
        try sample.git(["checkout", "--quiet", "-b", "other"])
        let other = try sample.commit("c.txt", "c\n", "Add c")
        try sample.git(["checkout", "--quiet", "main"])
        try sample.commit("d.txt", "d\n", "Add d")
        let result = try trailer("claude", "other", "--model", "claude-opus-4-6", "--amend-hint")
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(
            result.errors
                == "aigate: \(other.prefix(10)) is not an ancestor of HEAD: check out the branch that holds it first\n")
    }

    /// Git's list does not hold the commit: HEAD moved since the command was printed.
    @Test func theHintAmendsNothingWhereTheRebaseDidNotStop() throws {
        try sample.commit("a.txt", "a\n", "Add a")
        try sample.commit("b.txt", "b\n", "Add b")
        let hint = try trailer("claude", "HEAD~1", "--model", "claude-opus-4-6", "--amend-hint").output
        try sample.git(["reset", "--quiet", "--hard", "HEAD~2"])
        try sample.commit("c.txt", "c\n", "Add c")
        let before = try trailers()
        let result = try Subprocess.run("/bin/sh", ["-c", hint], in: sample.folder, environment: Subprocess.cleanGit)
        #expect(result.status != 0)
        #expect(try trailers() == before)
    }

    @Test func fixupsAndBranchesStay() throws {
        try sample.git(["config", "rebase.autoSquash", "true"])
        try sample.git(["config", "rebase.updateRefs", "true"])
        try sample.commit("a.txt", "a\n", "Add a")
        try sample.git(["branch", "marker"])
        let marker = try sample.git(["rev-parse", "marker"])
        try sample.commit("a.txt", "b\n", "fixup! Add a")
        try run(try trailer("claude", "HEAD~1", "--model", "claude-opus-4-6", "--amend-hint").output)
        #expect(try trailers().suffix(2) == ["Add a|Claude-Code:claude-opus-4-6", "fixup! Add a|"])
        #expect(try sample.git(["rev-parse", "marker"]) == marker)
    }

    @Test func anEmptyCommitIsAmendedAndWhatIsStagedStaysOut() throws {
        try sample.git(["commit", "--quiet", "--allow-empty", "--message", "Nothing"])
        try Data("s\n".utf8).write(to: sample.folder.appending(path: "staged.txt"))
        try sample.git(["add", "staged.txt"])
        try run(try trailer("claude", "--model", "claude-opus-4-6", "--amend-hint").output)
        #expect(try trailers().last == "Nothing|Claude-Code:claude-opus-4-6")
        #expect(try sample.git(["show", "--name-only", "--format="]).isEmpty)
        #expect(try sample.git(["diff", "--cached", "--name-only"]) == "staged.txt")
        try sample.commit("b.txt", "b\n", "Add b")
        try run(try trailer("none", "HEAD~1", "--amend-hint").output)
        #expect(try sample.git(["log", "-1", "--format=%(trailers:key=AI-assisted,valueonly)", "HEAD~1"]) == "none")
    }

    /// What a finding says of a root commit can be run.
    @Test func aFindingsCommandWorksOnTheRoot() throws {
        try setPolicy("ai: {every-commit: true}")
        let root = try sample.git(["rev-list", "--max-parents=0", "HEAD"])
        let output = try Program.check([root, "--all"], in: sample).output
        let hint = "aigate trailer none \(root.prefix(10)) --amend-hint"
        #expect(output.contains(hint), "\(output)")
        try run(try Program.run(hint.split(separator: " ").dropFirst().map(String.init), in: sample.folder).output)
        #expect(try sample.git(["log", "--max-parents=0", "--format=%(trailers:key=AI-assisted,valueonly)"]) == "none")
    }

    @Test(arguments: [("replit", "replit-agent"), ("letta", "letta-code")])
    func aPartOfAnIdIsSuggested(written: String, meant: String) throws {
        let result = try trailer(written, "--model", "x")
        #expect(result.status == 2)
        #expect(result.errors.contains("did you mean '\(meant)'?"), "\(result.errors)")
    }
}
