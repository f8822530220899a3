// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// `aigate names`: what the lockfiles of a commit name becomes the list of allowed names.
struct NamesCommandTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
        try write("go.sum", "example.org/a v1.0.0 h1:AA=\nexample.org/a v1.0.0/go.mod h1:BB=\n")
        try write(
            "web/package-lock.json", "{\"packages\": {\"\": {}, \"node_modules/left-pad\": {\"version\": \"1.3.0\"}}}")
        try sample.git(["add", "--all"])
        try sample.git(["commit", "--quiet", "--message", "Lock"])
    }

    private func run(_ arguments: String...) throws -> Subprocess.Result {
        try Program.run(arguments, in: sample.folder)
    }

    private func write(_ path: String, _ text: String) throws {
        let file = sample.folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    @Test func learnsFromTheLockfilesOfACommit() throws {
        let result = try run("names", "learn")
        #expect(result.status == 0)
        #expect(result.output == "golang example.org/a\nnpm left-pad\n")
        #expect(try run("names", "learn", "HEAD~1").output == "")
        #expect(try run("names", "learn", "nothing").status == 2)
    }

    @Test func saysWhichLockfileItCannotRead() throws {
        try write("web/package-lock.json", "{")
        try sample.git(["commit", "--quiet", "--all", "--message", "Break"])
        let result = try run("names", "learn")
        #expect(result.status == 3)
        #expect(result.output == "golang example.org/a\n")
        #expect(result.errors.hasPrefix("aigate: web/package-lock.json could not be read, and its names are missing: "))
    }

    @Test func listsWhatAFileHolds() throws {
        try write("package.json", "{\"dependencies\": {\n\"left-pad\": \"^1.3.0\"}}")
        let result = try run("names", "list", "package.json", "go.sum")
        #expect(result.status == 0)
        #expect(
            result.output.split(separator: "\n").map(String.init) == [
                "package.json\tmanifest\t2\tnpm\tleft-pad\t^1.3.0\trange\tdependencies",
                "go.sum\tlockfile\t1\tgolang\texample.org/a\tv1.0.0",
                "go.sum\tlockfile\t2\tgolang\texample.org/a\tv1.0.0/go.mod",
            ])
        #expect(try run("names", "list", "README.md").status == 2)
    }

    @Test func aLearnedListStopsAnotherName() throws {
        let names = try run("names", "learn").output
        try write(".aigate/names.txt", names)
        try write(
            ".aigate/policy.yml", "version: 1\nchecks:\n  dependency-denied:\n    allow-file: .aigate/names.txt\n")
        try sample.git(["add", "--all"])
        try sample.git(["commit", "--quiet", "--message", "Allow"])
        try write("package.json", "{\"dependencies\": {\n\"left-pad\": \"^1.3.0\",\n\"left-pda\": \"^1.3.0\"}}")
        try sample.git(["add", "--all"])
        try sample.git(["commit", "--quiet", "--message", "Add"])
        let result = try run("check", "HEAD~1..HEAD", "--ci", "none")
        #expect(result.status == 1)
        #expect(result.output.contains("dependency-denied"))
        #expect(result.output.contains("left-pda"))
        #expect(!result.output.contains("left-pad,"))
    }
}
