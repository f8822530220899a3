// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// A repository that cannot show what happened never looks like one in which nothing did.
struct BrokenRepositoryTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("shapes")
    }

    @Test(arguments: ["HEAD~1..HEAD", "HEAD"]) func shallowCloneSaysHowToDeepen(range: String) throws {
        let clone = sample.folder.appending(path: "shallow")
        try sample.git(["clone", "--quiet", "--depth", "1", "file://\(sample.path)", clone.path])
        let result = try Program.run(["check", range, "--output-dir", "report"], in: clone)
        #expect(result.status == 3)
        #expect(result.output.contains("fetch-depth: 0"))
        #expect(FileManager.default.fileExists(atPath: clone.appending(path: "report/run.json").path))
    }

    @Test func missingBlobIsNamed() throws {
        try sample.git(["repack", "-a", "-d", "-q"])
        try sample.commit("new.txt", "some text\n")
        let blob = try sample.git(["rev-parse", "HEAD:new.txt"])
        try FileManager.default.removeItem(at: object(blob))
        let result = try Program.check(["HEAD~1..HEAD"], in: sample)
        #expect(result.status == 3)
        #expect(result.output.contains("could not be read"))
        #expect(result.output.contains("--refetch"))
    }

    @Test func truncatedPackIsIncomplete() throws {
        try sample.git(["repack", "-a", "-d", "-q"])
        let folder = sample.folder.appending(path: ".git/objects/pack")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".pack") {
            let pack = folder.appending(path: name)
            let bytes = try Data(contentsOf: pack)
            try FileManager.default.removeItem(at: pack)
            try bytes.prefix(bytes.count / 3).write(to: pack)
        }
        let result = try Program.check(["HEAD", "--all"], in: sample)
        #expect(result.status == 3)
    }

    @Test func corruptIndexIsIncomplete() throws {
        try Data("not an index".utf8).write(to: sample.folder.appending(path: ".git/index"))
        #expect(try Program.check(["--staged"], in: sample).status == 3)
    }

    @Test func brokenCommitObjectIsIncomplete() throws {
        let tree = try sample.git(["rev-parse", "HEAD^{tree}"])
        let parent = try sample.git(["rev-parse", "HEAD"])
        let text = "tree \(tree)\nparent \(parent)\nauthor nobody\n\nNo committer\n"
        let commit = try sample.git(
            ["hash-object", "-t", "commit", "-w", "--literally", "--stdin"], input: Data(text.utf8))
        let result = try Program.check([commit], in: sample)
        #expect(result.status == 3)
    }

    @Test func replaceRefsAreSaid() throws {
        try sample.git(["replace", "HEAD~1", "HEAD~2"])
        let result = try Program.check(["HEAD~1..HEAD"], in: sample)
        #expect(result.output.contains("1 replace refs exist"))
    }

    @Test func graftsAreSaidAndNotFollowed() throws {
        let head = try sample.git(["rev-parse", "HEAD"])
        try Data("\(head)\n".utf8).write(to: sample.folder.appending(path: ".git/info/grafts"))
        let result = try Program.check(["HEAD~1..HEAD"], in: sample)
        #expect(result.status == 0)
        #expect(result.output.contains("a grafts file exists"))
        #expect(result.output.contains("1 commit,"))
    }

    @Test func otherObjectFormatIsSaid() throws {
        let folder = sample.folder.appending(path: "sha256")
        try sample.git(["init", "--quiet", "--object-format=sha256", folder.path])
        let result = try Program.run(["check", "HEAD"], in: folder)
        #expect(result.status == 3)
        #expect(result.output.contains("SHA-256"))
    }

    private func object(_ id: String) -> URL {
        sample.folder.appending(path: ".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    }
}
