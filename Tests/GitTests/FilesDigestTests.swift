// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Git
import TestKit
import Testing

/// A digest of what changed that git itself gives too.
struct FilesDigestTests {
    @Test func agreesWithGit() throws {
        let sample = try SampleRepository("shapes")
        let repository = try Repository(at: sample.path)
        let commits = try sample.git(["rev-list", "--all"]).split(separator: "\n").map(String.init)
        var compared = 0
        for old in commits {
            for new in commits.prefix(8) {
                let raw = try Subprocess.run(
                    "/usr/bin/env", ["git", "diff-tree", "-r", "-z", "--no-renames", old, new], in: sample.folder,
                    environment: Subprocess.cleanGit)
                let trees = try [old, new].map { try repository.commit(#require(ObjectID(hex: $0))).tree }
                let digest = try repository.filesDigest(from: trees[0], to: trees[1])
                #expect(
                    digest == (raw.outputBytes.isEmpty ? nil : Fingerprint.sha256(raw.outputBytes)), "\(old) \(new)")
                compared += 1
            }
        }
        #expect(compared > 10)
    }

    @Test func ofARootAndOfChangedKinds() throws {
        let sample = try SampleRepository("small")
        let file = sample.folder.appending(path: "thing")
        func commit() throws -> ObjectID {
            try sample.git(["add", "--all"])
            try sample.git(["commit", "--quiet", "--message", "Change"])
            return try Repository(at: sample.path).commit(#require(ObjectID(hex: sample.git(["rev-parse", "HEAD"]))))
                .tree
        }
        try Data("a\n".utf8).write(to: file)
        let one = try commit()
        try FileManager.default.removeItem(at: file)
        try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: "a")
        let two = try commit()
        try FileManager.default.removeItem(at: file)
        try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
        try Data("a\n".utf8).write(to: file.appending(path: "inner\tname"))
        let three = try commit()
        let empty = try #require(ObjectID(hex: "4b825dc642cb6eb9a060e54bf8d69288fbee4904"))
        for (old, new) in [(one, two), (two, three), (three, one), (empty, three)] {
            let raw = try Subprocess.run(
                "/usr/bin/env", ["git", "diff-tree", "-r", "-z", "--no-renames", old.hex, new.hex], in: sample.folder,
                environment: Subprocess.cleanGit)
            let digest = try Repository(at: sample.path).filesDigest(from: old == empty ? nil : old, to: new)
            #expect(digest == Fingerprint.sha256(raw.outputBytes))
        }
    }
}
