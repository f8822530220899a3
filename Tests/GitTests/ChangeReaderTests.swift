// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import TestKit
import Testing

@testable import Git

/// What each shape of change is read as.
struct ChangeReaderTests {
    let sample: SampleRepository
    let repository: Repository

    init() throws {
        sample = try SampleRepository("shapes")
        repository = try Repository(at: sample.path)
    }

    private func files(_ subject: String) throws -> [String: ChangedFile] {
        let hex = try sample.git(["log", "--all", "--format=%H", "--fixed-strings", "--grep", subject])
        let id = try #require(ObjectID(hex: hex), "one commit named \(subject)")
        let files = try ChangeReader(repository, fileLimit: 1 << 20).files(of: repository.commit(id))
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path.visible, $0) })
    }

    private func added(_ file: ChangedFile?) -> String? {
        guard case .text(let change)? = file?.content else { return nil }
        return String(decoding: change.addedText, as: UTF8.self)
    }

    @Test func rootCommitAddsEverything() throws {
        let files = try files("Add the first files")
        #expect(files.values.allSatisfy { $0.status == .added && $0.oldBlob == nil && $0.oldMode == 0 })
        #expect(files["text.txt"]?.addedLines == 20)
        #expect(added(files["bare.txt"]) == "no newline")
    }

    @Test func changedLinesOnly() throws {
        let files = try files("Change a little of everything")
        guard case .text(let text)? = files["text.txt"]?.content else {
            Issue.record("text.txt is text")
            return
        }
        #expect(
            text.hunks == [
                .init(
                    oldStart: 3, oldCount: 1, newStart: 3, newCount: 1, offset: 0, lead: Array("line 1\nline 2\n".utf8)),
                .init(oldStart: 15, oldCount: 1, newStart: 14, newCount: 0, offset: 11),
            ])
        #expect(added(files["bare.txt"]) == "no newline\n", "a newline at the end is a change of its line")
        #expect(added(files["crlf.txt"]) == "a\nb\n", "line ends are bytes like others")
    }

    @Test func binaryIsNotOpened() throws {
        guard case .binary? = try files("Change a little of everything")["data.bin"]?.content else {
            Issue.record("data.bin is binary")
            return
        }
    }

    @Test func symbolicLinkKeepsItsTarget() throws {
        guard case .symlink(let target)? = try files("Change a little of everything")["link"]?.content else {
            Issue.record("link is a link")
            return
        }
        #expect(String(decoding: target, as: UTF8.self) == "bare.txt")
    }

    @Test func linkThatBecameAFileIsAllNew() throws {
        let files = try files("Turn a link into a file, add a submodule")
        #expect(added(files["link"]) == "real\n")
        #expect(files["link"]?.removedLines == 0)
        guard case .submodule? = files["module"]?.content else {
            Issue.record("module is a submodule")
            return
        }
    }

    @Test func exactRenameAndModeChangeAddNothing() throws {
        let files = try files("Move a file, make one executable")
        #expect(files["moved.txt"]?.status == .renamed)
        #expect(files["moved.txt"]?.oldPath == Path("text.txt"))
        #expect(files["text.txt"] == nil)
        #expect(files["bare.txt"].map { [$0.oldMode, $0.newMode] } == [0o100644, 0o100755])
        for file in files.values {
            guard case .unchanged = file.content else {
                Issue.record("\(file.path.visible) has no new content")
                continue
            }
        }
    }

    @Test func similarRenameAddsTheNewLine() throws {
        let files = try files("Move a file and add a line")
        #expect(files["again.txt"]?.status == .renamed)
        #expect(added(files["again.txt"]) == "line 21\n")
    }

    @Test func oddNamesStayBytes() throws {
        let files = try files("Add a folder and odd names")
        #expect(files.keys.sorted() == ["a\\tb\\nc", "bad\\xffname", "sub/deep/f1", "sub/deep/f2", "sub/deep/f3"])
    }

    @Test func deletionsCountTheirLines() throws {
        let files = try files("Delete a folder and a file")
        #expect(files["sub/deep/f2"]?.status == .deleted)
        #expect(files["sub/deep/f2"]?.removedLines == 1)
        #expect(files["sub/deep/f2"]?.newBlob == nil)
    }

    @Test func cleanMergeBringsNothing() throws {
        #expect(try files("Merge side").isEmpty)
        #expect(try files("Merge two branches at once").isEmpty)
    }

    @Test func evilMergeShowsItsOwnLines() throws {
        let files = try files("Merge third, and slip lines in")
        #expect(files.keys.sorted() == ["again.txt", "evil.txt"])
        #expect(added(files["again.txt"]) == "slipped in\n")
        #expect(added(files["evil.txt"]) == "evil\n")
    }

    @Test func emptyTreeHasNoFiles() throws {
        #expect(try files("Start again from an empty tree").isEmpty)
    }

    @Test func fileOverTheLimitIsSaidSo() throws {
        let id = try repository.commitID(of: "main~8")
        let files = try ChangeReader(repository, fileLimit: 5).files(of: repository.commit(id))
        #expect(files.contains { if case .tooLarge = $0.content { true } else { false } })
    }

    @Test func messagesAreDecodedByTheirHeader() throws {
        let latin = try repository.commit(repository.commitID(of: "main~1"))
        #expect(latin.message.text == "Grüße aus Zürich\n")
        #expect(latin.message.warning == nil)
        let broken = try repository.commit(repository.commitID(of: "main"))
        #expect(broken.message.warning == "is not valid UTF-8")
    }
}
