// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// What git's hooks hand over before a commit exists.
struct CommitHookTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
    }

    private func write(_ path: String, _ text: String) throws {
        try Data(text.utf8).write(to: sample.folder.appending(path: path))
    }

    private func message(_ text: String) throws -> Subprocess.Result {
        try write(".git/COMMIT_EDITMSG", text)
        return try Program.check(["--message", ".git/COMMIT_EDITMSG"], in: sample)
    }

    @Test func stagedTextIsJudgedNotTheFolders() throws {
        try write("a.txt", hiddenText)
        #expect(try Program.check(["--staged"], in: sample).status == 0)
        try sample.git(["add", "a.txt"])
        try write("a.txt", "clean\n")
        let run = try Program.judge(["--staged"], in: sample)
        #expect(run.status == 1)
        #expect(run.findings == ["hidden-unicode/bidi block a.txt"])
    }

    /// What is staged has no message yet; the message is judged when it is there.
    @Test func aDeclarationIsDemandedOfTheMessage() throws {
        try sample.commit(".aigate/policy.yml", "version: 1\nai: {every-commit: true}\n")
        try write("a.txt", "a\n")
        try sample.git(["add", "a.txt"])
        #expect(try Program.check(["--staged"], in: sample).status == 0)
        #expect(try message("Add a\n").status == 1)
        #expect(try message("Add a\n\nAI-assisted: none\n").status == 0)
    }

    @Test func takingItOutIsNoFinding() throws {
        try sample.commit("a.txt", hiddenText)
        try write("a.txt", "clean\n")
        try sample.git(["add", "a.txt"])
        #expect(try Program.check(["--staged"], in: sample).status == 0)
    }

    @Test func firstCommitIsJudged() throws {
        let folder = sample.folder.appending(path: "new")
        try sample.git(["init", "--quiet", folder.path])
        #expect(try Program.run(["check", "--staged"], in: folder).status == 0)
        try Data(hiddenText.utf8).write(to: folder.appending(path: "a.txt"))
        try sample.git(["-C", folder.path, "add", "a.txt"])
        #expect(try Program.run(["check", "--staged"], in: folder).status == 1)
        try Data("Add a\n".utf8).write(to: folder.appending(path: "message"))
        // The message is judged with what it is about.
        #expect(try Program.run(["check", "--message", "message"], in: folder).status == 1)
        try sample.git(["-C", folder.path, "rm", "--quiet", "--cached", "a.txt"])
        #expect(try Program.run(["check", "--message", "message"], in: folder).status == 0)
    }

    @Test func theMessageIsJudgedWithTheStagedPaths() throws {
        try sample.commit(
            ".aigate/policy.yml",
            "version: 1\nai: {use: [{mode: forbid-ai, paths: [crypto/]}, {mode: forbid-trailer, paths: [docs/]}]}\n")
        let declared = "Change\n\nAssisted-by: Claude Code:claude-opus-4-6\n"
        #expect(try message(declared).status == 0)
        try FileManager.default.createDirectory(
            at: sample.folder.appending(path: "docs"), withIntermediateDirectories: true)
        try write("docs/a.md", "a\n")
        try sample.git(["add", "docs"])
        #expect(try message(declared).output.contains("block ai-trailer-forbidden"))
        // No advice against the policy.
        #expect(try message("Change\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)\n").status == 0)
        try FileManager.default.createDirectory(
            at: sample.folder.appending(path: "crypto"), withIntermediateDirectories: true)
        try write("crypto/a.c", "int a;\n")
        try sample.git(["add", "crypto"])
        let result = try message(declared)
        #expect(result.status == 1)
        #expect(result.output.contains("block ai-forbidden"), "\(result.output)")
    }

    @Test func theMessageIsJudgedWithItsAuthor() throws {
        try sample.commit(
            ".aigate/policy.yml", "version: 1\nai: {every-commit: true, use: [{mode: forbid-ai, tools: [amp]}]}\n")
        try write(".git/COMMIT_EDITMSG", "Add a\n")
        let check = ["--message", ".git/COMMIT_EDITMSG"]
        let agent = ["GIT_AUTHOR_NAME": "Cursor Agent", "GIT_AUTHOR_EMAIL": "cursoragent@cursor.com"]
        #expect(try Program.check(check, in: sample).status == 1)
        #expect(try Program.check(check, in: sample, environment: agent).status == 0)
        let unset = ["GIT_AUTHOR_NAME": "", "GIT_AUTHOR_EMAIL": ""]
        #expect(try Program.check(check, in: sample, environment: unset).status == 1)
        try sample.git(["config", "user.email", "cursoragent@cursor.com"])
        #expect(try Program.check(check, in: sample, environment: unset).status == 0)
    }

    /// Merged without a conflict; `side` changed another part of the same file.
    @Test func aMergeDeclaresNothingOfItsOwn() throws {
        try installHooks()
        let lines = (1...20).map { "line \($0)" }
        try sample.git(["config", "core.hooksPath", "/nonexistent"])
        try sample.commit("both.txt", lines.joined(separator: "\n") + "\n")
        try sample.commit(".aigate/policy.yml", "version: 1\nai: {every-commit: true}\n")
        try sample.git(["checkout", "--quiet", "-b", "side"])
        try sample.commit("both.txt", (lines.dropLast() + ["\u{202E}side"]).joined(separator: "\n") + "\n")
        try sample.commit("side.txt", hiddenText)
        try sample.git(["checkout", "--quiet", "main"])
        try sample.commit("both.txt", (["main"] + lines.dropFirst()).joined(separator: "\n") + "\n")
        try sample.git(["config", "--unset", "core.hooksPath"])
        try sample.git(["merge", "--quiet", "--no-ff", "--message", "Merge side", "side"])
        #expect(try sample.git(["log", "-1", "--format=%s"]) == "Merge side")
    }

    @Test func whatAMergeAddsIsItsOwn() throws {
        try sample.git(["checkout", "--quiet", "-b", "side"])
        try sample.commit("side.txt", hiddenText)
        try sample.git(["checkout", "--quiet", "main"])
        try sample.git(["merge", "--quiet", "--no-ff", "--no-commit", "side"])
        #expect(try Program.judge(["--staged"], in: sample).findings.isEmpty)
        try write("side.txt", hiddenText + "let b = \"\u{202E}c\"\n")
        try write("own.txt", hiddenText)
        try sample.git(["add", "."])
        let run = try Program.judge(["--staged"], in: sample)
        #expect(run.findings == ["hidden-unicode/bidi block own.txt", "hidden-unicode/bidi block side.txt"])
        #expect(run.output.contains("side.txt:2"))
    }

    @Test func whatIsOnlyIntendedIsNotCommitted() throws {
        try write("a.txt", hiddenText)
        try sample.git(["add", "--intent-to-add", "a.txt"])
        let run = try Program.judge(["--staged"], in: sample)
        #expect(run.status == 0)
        #expect(run.findings.isEmpty)
    }

    @Test func indexOfAPartialCommitCounts() throws {
        try write("a.txt", hiddenText)
        try write("b.txt", "b\n")
        try sample.git(["add", "."])
        let index = ["GIT_INDEX_FILE": ".git/next-index-1.lock"]
        for arguments in [["read-tree", "HEAD"], ["update-index", "--add", "b.txt"]] {
            let result = try Subprocess.run(
                "/usr/bin/env", ["git"] + arguments, in: sample.folder,
                environment: Subprocess.cleanGit.merging(index) { $1 })
            #expect(result.status == 0)
        }
        #expect(try Program.check(["--staged"], in: sample, environment: index).status == 0)
        #expect(try Program.check(["--staged"], in: sample).status == 1)
    }

    @Test func commentsAreNoPartOfTheMessage() throws {
        let comment = "# Signed-off-by: Claude <noreply@anthropic.com>\n"
        let scissors =
            "# ------------------------ >8 ------------------------\nSigned-off-by: Claude <noreply@anthropic.com>\n"
        let result = try message("Add a\n\n\(comment)\(scissors)")
        #expect(result.status == 0)
        #expect(result.output.contains("0 blocking, 0 warnings"))
    }

    @Test func commentCharacterOfTheRepositoryCounts() throws {
        try sample.git(["config", "core.commentChar", ";"])
        let result = try message("Add a\n\n; Signed-off-by: Claude <noreply@anthropic.com>\n")
        #expect(result.output.contains("0 warnings"))
    }

    @Test func signOffOfAToolIsAWarning() throws {
        let result = try message("Add a\n\nSigned-off-by: Claude <noreply@anthropic.com>\n")
        #expect(result.status == 0)
        #expect(result.output.contains("warn ai-sign-off"))
    }

    @Test func placeholderIsAWarning() throws {
        let result = try message("Add a\n\nAssisted-by: AGENT_NAME:MODEL_VERSION\n")
        #expect(result.output.contains("warn ai-declaration-malformed"))
    }

    private func installHooks() throws {
        for (name, arguments) in [("pre-commit", "--staged"), ("commit-msg", "--message \"$1\"")] {
            // By another process: a child that another test starts meanwhile would keep a file of ours open for
            // writing, and nobody can run that ("Text file busy").
            let written = try Subprocess.run(
                "/usr/bin/env", ["install", "-D", "-m", "755", "/dev/stdin", ".git/hooks/\(name)"], in: sample.folder,
                input: Data("#!/bin/sh\n'\(Program.path)' check \(arguments) --quiet\n".utf8))
            #expect(written.status == 0)
        }
    }

    @Test func hooksOfTheReadmeStopACommit() throws {
        try installHooks()
        try write("a.txt", hiddenText)
        try write("b.txt", "b\n")
        try sample.git(["add", "."])
        #expect(throws: SampleRepository.Failure.self) { try sample.git(["commit", "--message", "Add a and b"]) }
        try sample.git(["commit", "--message", "Add b", "b.txt"])
        #expect(try sample.git(["show", "--name-only", "--format="]) == "b.txt")
    }
}
