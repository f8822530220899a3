// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import TestKit
import Testing

@testable import Git

/// Where notes are found, and what stands in their place.
struct NotesTests {
    private let sample: SampleRepository
    private let commit: ObjectID
    private let hex: String

    init() throws {
        sample = try SampleRepository("small")
        hex = try sample.git(["rev-parse", "HEAD"])
        commit = try #require(ObjectID(hex: hex))
    }

    private func blob(_ text: String) throws -> String {
        try sample.git(["hash-object", "-w", "--stdin"], input: Data(text.utf8))
    }

    /// A tree of lines as `git ls-tree` prints them.
    private func tree(_ entries: String...) throws -> String {
        try sample.git(["mktree", "--missing"], input: Data((entries.joined(separator: "\n") + "\n").utf8))
    }

    /// The note on the commit, once `refs/notes/ai` points to an object.
    private func note(in object: String, limit: Int = 1000) throws -> CommitNote {
        try sample.git(["update-ref", "refs/notes/ai", object])
        let repository = try Repository(at: sample.path)
        return Notes(repository, ref: try repository.notesRef("refs/notes/ai"), limit: limit).note(on: commit)
    }

    /// Hexadecimal digits of the commit's id.
    private func digits(_ range: Range<Int>) -> String { String(hex.dropFirst(range.lowerBound).prefix(range.count)) }

    @Test func asGitWritesThem() throws {
        try sample.git(["notes", "--ref", "ai", "add", "--message", "said", hex])
        let tip = try sample.git(["rev-parse", "refs/notes/ai"])
        #expect(try note(in: tip) == .found(Array("said\n".utf8)))
    }

    @Test func inFoldersOfTwoDigits() throws {
        let blob = try blob("deep")
        let inner = try tree("100644 blob \(blob)\t\(digits(4..<40))")
        let middle = try tree("040000 tree \(inner)\t\(digits(2..<4))")
        #expect(try note(in: tree("040000 tree \(middle)\t\(digits(0..<2))")) == .found(Array("deep".utf8)))
        let flat = try tree("100644 blob \(blob)\t\(digits(2..<40))")
        #expect(try note(in: tree("040000 tree \(flat)\t\(digits(0..<2))")) == .found(Array("deep".utf8)))
    }

    @Test func nearestToTheRootCounts() throws {
        let other = try tree("100644 blob \(try blob("far"))\t\(digits(2..<40))")
        let both = try tree("100644 blob \(try blob("near"))\t\(hex)", "040000 tree \(other)\t\(digits(0..<2))")
        #expect(try note(in: both) == .found(Array("near".utf8)))
    }

    @Test func nothingIsReadThroughLinks() throws {
        let blob = try blob("README.md")
        #expect(
            try note(in: tree("120000 blob \(blob)\t\(hex)")) == .unreadable(reason: "its entry is no regular file"))
        #expect(
            try note(in: tree("160000 commit \(hex)\t\(hex)")) == .unreadable(reason: "its entry is no regular file"))
        #expect(try note(in: tree("120000 blob \(blob)\t\(digits(0..<2))")) == .absent)
    }

    @Test func otherNamesAreNoNotes() throws {
        let blob = try blob("x")
        #expect(
            try note(
                in: tree(
                    "100644 blob \(blob)\t\(digits(0..<39))", "100644 blob \(blob)\tREADME",
                    "100644 blob \(blob)\t\(String(repeating: "z", count: 40))")) == .absent)
    }

    @Test func tooLargeIsAState() throws {
        let large = try blob(String(repeating: "x", count: 1001))
        #expect(try note(in: tree("100644 blob \(large)\t\(hex)")) == .tooLarge(bytes: 1001))
    }

    @Test func treeBeyondTheLimitIsAState() throws {
        let missing = String(repeating: "1", count: 40)
        let entries = (0..<250_000).map { "100644 blob \(missing)\t\(String(format: "%040x", $0))" }.joined(
            separator: "\n")
        let object = try tree(entries)
        let size = try #require(Int(try sample.git(["cat-file", "-s", object])))
        #expect(size > Notes.treeLimit)
        #expect(try note(in: object) == .tooLarge(bytes: size))
    }

    @Test func missingObjectsAreAState() throws {
        let missing = String(repeating: "1", count: 40)
        guard case .unreadable = try note(in: tree("100644 blob \(missing)\t\(hex)")) else {
            Issue.record("a note whose bytes are missing")
            return
        }
        guard case .unreadable = try note(in: tree("040000 tree \(missing)\t\(digits(0..<2))")) else {
            Issue.record("a folder that is missing")
            return
        }
        guard case .unreadable = try note(in: blob("no tree")) else {
            Issue.record("a ref that points to no tree")
            return
        }
    }

    private func state(_ folder: String) throws -> NotesRef.State {
        try Repository(at: folder).notesRef("refs/notes/ai").state
    }

    @Test func missingRefIsToldApart() throws {
        #expect(try state(sample.path) == .absent, "nobody has a remote to ask")
        let tip = try sample.git(["commit-tree", "-m", "x", "HEAD^{tree}"])
        try sample.git(["update-ref", "refs/notes/ai", tip])
        try sample.git(["clone", "--quiet", "--origin", "up", ".", "copy"])
        let copy = sample.path + "/copy"
        #expect(try state(copy) == .notFetched(remote: "up"))
        try sample.git(["-C", "copy", "config", "--add", "remote.up.fetch", "+refs/notes/*:refs/notes/elsewhere/*"])
        #expect(try state(copy) == .notFetched(remote: "up"), "fetched under another name is not fetched to this one")
        try sample.git(["-C", "copy", "config", "--add", "remote.up.fetch", "+refs/notes/*:refs/notes/*"])
        #expect(try state(copy) == .absent, "who asks for notes and has none knows that there are none")
        try sample.git(["-C", "copy", "fetch", "--quiet", "up", "refs/notes/ai:refs/notes/ai"])
        #expect(try state(copy) == .present(tip: #require(ObjectID(hex: tip))))
    }
}
