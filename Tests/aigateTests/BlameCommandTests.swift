// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// `aigate blame`.
struct BlameCommandTests {
    private let sample: SampleRepository

    init() throws { sample = try SampleRepository("notes") }

    private func blame(_ arguments: String...) throws -> Subprocess.Result {
        try Program.run(["blame", "--now", Program.now] + arguments, in: sample.folder)
    }

    private struct Document: Decodable {
        struct Commit: Decodable {
            let commit: String
            let ai, review, verdict: String?
            let blocking, tools: [String]
        }
        struct Line: Decodable {
            let commit, text: String
            let line: Int
            let status, model: String?
            let tools: [String]
        }
        struct Summary: Decodable, Equatable {
            let ai, aiCommitLevel, declaredHuman, lines, notJudged, unattributed: Int
        }
        let commits: [Commit]
        let lines: [Line]
        let path, revision, schema: String
        let summary: Summary
    }

    private func json(_ arguments: String...) throws -> Document {
        let result = try Program.run(
            ["blame", "--now", Program.now, "--format", "json"] + arguments, in: sample.folder)
        #expect(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode(Document.self, from: Data(result.outputBytes))
    }

    @Test func columnsAreAligned() throws {
        let result = try blame("src/retry.swift")
        #expect(result.status == 0)
        #expect(
            result.output == """
                cbb118c7b6 ai              claude-code        R0 pass  1  retry 1
                cbb118c7b6 ai              claude-code        R0 pass  2  retry 2
                cbb118c7b6 ai              claude-code        R0 pass  3  retry 3
                cbb118c7b6 ai              claude-code        R0 pass  4  retry 4
                cbb118c7b6 ai              claude-code        R0 pass  5  retry 5
                cbb118c7b6 ai              claude-code        R0 pass  6  retry 6
                cbb118c7b6 declared-human  -                  R0 pass  7  retry 7
                cbb118c7b6 declared-human  -                  R0 pass  8  retry 8
                cbb118c7b6 unattributed    -                  R0 pass  9  retry 9
                cbb118c7b6 unattributed    -                  R0 pass 10  retry 10
                7853e18968 ai              claude-code        R0 pass 11  more 11
                7853e18968 ai-commit-level claude-code,cursor R0 pass 12  more 12
                aigate: src/retry.swift at b351fe3d79: 12 lines: 7 ai, 1 ai-commit-level, 2 declared-human, 2 unattributed; 2 commits, 0 failing

                """)
    }

    @Test func forPrograms() throws {
        let document = try json("src/retry.swift", "main", "-L", "6,7")
        #expect(document.schema == "urn:aigate:schema:blame:v1" && document.path == "src/retry.swift")
        #expect(document.lines.map(\.line) == [6, 7] && document.lines.map(\.status) == ["ai", "declared-human"])
        #expect(
            document.lines.map(\.model) == ["claude-opus-4-6", nil]
                && document.lines.map(\.text) == ["retry 6", "retry 7"])
        #expect(document.commits.map(\.ai) == ["detected"] && document.commits.map(\.verdict) == ["pass"])
        #expect(
            document.summary
                == .init(ai: 1, aiCommitLevel: 0, declaredHuman: 1, lines: 2, notJudged: 0, unattributed: 0))
    }

    @Test func blockedCommitFails() throws {
        try sample.commit("hidden.txt", "plain\n" + hiddenText)
        let document = try json("hidden.txt")
        #expect(
            document.commits.map(\.verdict) == ["fail"] && document.commits.map(\.blocking) == [["hidden-unicode/bidi"]]
        )
        let text = try blame("hidden.txt", "--color", "never")
        #expect(text.status == 0 && text.output.contains("\\u{202E}") && !text.output.contains("\u{202E}"))
        #expect(text.output.contains("1 commit, 1 failing"))
    }

    @Test func linesAreMadeVisible() throws {
        try sample.commit("evil.txt", "\u{1B}[31mred\n##[error]x ann.lee@example.org\r\n")
        let output = try blame("evil.txt").output
        #expect(
            !output.contains("\u{1B}") && !output.contains("##[") && !output.contains("ann.lee@")
                && !output.contains("\r"))
        #expect(try json("evil.txt").lines.map(\.text) == ["\\u{1B}[31mred", "##[error]x a***@example.org"])
    }

    @Test func movedFileIsFollowed() throws {
        try sample.git(["mv", "src/retry.swift", "src/moved.swift"])
        try sample.git(["commit", "--quiet", "--message", "Move"])
        #expect(try json("src/moved.swift").summary.ai == 7)
    }

    @Test func commitsBeforeSinceAreNotJudged() throws {
        let since = try sample.git(["rev-parse", "main"])
        try sample.commit(".aigate/policy.yml", "version: 1\nsince: \(since)\n")
        let document = try json("src/plain.swift")
        #expect(document.lines.allSatisfy { $0.status == nil } && document.summary.notJudged == 2)
        #expect(document.commits.map(\.verdict) == [nil])
        #expect(try blame("src/plain.swift").output.contains("not-judged"))
    }

    @Test func emptyFileHasNoLines() throws {
        try sample.commit("empty.txt", "")
        let result = try blame("empty.txt")
        #expect(
            result.status == 0
                && result.output.hasSuffix(
                    "0 lines: 0 ai, 0 ai-commit-level, 0 declared-human, 0 unattributed; 0 commits, 0 failing\n")
        )
    }

    @Test func whatHasNoLinesIsRefused() throws {
        try sample.commit("data.bin", "a\u{0}b")
        try sample.git([
            "update-index", "--add", "--cacheinfo", "120000,\(try sample.git(["rev-parse", "main:README.md"])),link",
        ])
        try sample.git(["commit", "--quiet", "--message", "Link"])
        for (arguments, sentence) in [
            (["nothing.txt"], "has no file nothing.txt"), (["data.bin"], "is binary"), (["src"], "no regular file"),
            (["link"], "no regular file"), (["README.md", "nowhere"], "no such revision"),
            (["README.md", "-L", "2"], "none from 2 on"),
            (["README.md", "-L", "0"], "-L"), (["README.md", "-L", "3,2"], "-L"),
        ] {
            let result = try Program.run(["blame"] + arguments, in: sample.folder)
            #expect(result.status == 2 && result.errors.contains(sentence), "\(arguments): \(result.errors)")
        }
    }

    @Test func cutOffHistoryEndsWith3() throws {
        try sample.git([
            "clone", "--quiet", "--depth", "1", "--no-local", "--branch", "main", "file://\(sample.path)", ".git/copy",
        ])
        let result = try Program.run(["blame", "README.md", "--repository", ".git/copy"], in: sample.folder)
        #expect(
            result.status == 3 && result.errors.contains("shallow") && result.errors.contains("git fetch --unshallow"))
    }

    @Test func helpDocumentsTheFields() throws {
        let help = try Program.run(["blame", "--help"], in: sample.folder).output
        for field in ["commits", "blocking", "reviewResult", "verdict", "lines", "status", "pathBytes", "schema"] {
            #expect(help.contains(field))
        }
    }

    /// From the current folder of the repository, or with dots.
    @Test func pathsMayBeWrittenFromHere() throws {
        let expected = try blame("src/retry.swift").output
        #expect(try blame("./src/retry.swift").output == expected)
        #expect(try blame("src/../src/./retry.swift").output == expected)
        let folder = sample.folder.appending(path: "src")
        for path in ["retry.swift", "./retry.swift", "../src/retry.swift", "src/retry.swift"] {
            #expect(try Program.run(["blame", "--now", Program.now, path], in: folder).output == expected)
        }
        let outside = try Program.run(["blame", "--now", Program.now, "../../x"], in: folder)
        #expect(outside.status == 2)
        #expect(outside.errors.contains("../../x is outside of the repository"))
    }

    @Test(
        arguments: [
            (["one.txt", "-L", "5"], "one.txt has 1 line at "),
            (["one.txt", "-L", "3-5"], "write START,END or START, as in 40,60 or 40"),
            (["one.txt", "HEAD:one.txt"], "HEAD:one.txt is a file and no commit: write 'aigate blame PATH HEAD'"),
        ])
    func saysTheForm(_ arguments: [String], _ sentence: String) throws {
        try sample.commit("one.txt", "one\n")
        let result = try Program.run(["blame", "--now", Program.now] + arguments, in: sample.folder)
        #expect(result.status == 2 || result.status == 64, "\(result.status)")
        #expect(result.errors.contains(sentence), "\(result.errors)")
    }
}
