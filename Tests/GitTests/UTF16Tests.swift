// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import TestKit
import Testing

@testable import Git

/// Text in UTF-16 is read as text; what only looks like it stays binary.
struct UTF16Tests {
    private let sample: SampleRepository
    private let repository: Repository

    init() throws {
        sample = try SampleRepository("small")
        repository = try Repository(at: sample.path)
    }

    private static let text = (1...40).map { "line \($0)\r\n" }.joined() + "ends with é and 😀"

    enum Form: CaseIterable {
        case littleEndian, bigEndian, markedLittle, markedBig

        func encoded(_ text: String) -> [UInt8] {
            let units = text.utf16.flatMap {
                isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
            }
            return (isMarked ? (isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]) : []) + units
        }

        var isBig: Bool { self == .bigEndian || self == .markedBig }
        var isMarked: Bool { self == .markedLittle || self == .markedBig }
    }

    private func change(_ bytes: [UInt8]?, message: String = "Change") throws -> ChangedFile.Content {
        let file = sample.folder.appending(path: "wide.txt")
        if let bytes { try Data(bytes).write(to: file) } else { try FileManager.default.removeItem(at: file) }
        try sample.git(["add", "--all"])
        try sample.git(["commit", "--quiet", "--message", message])
        let id = try #require(ObjectID(hex: try sample.git(["rev-parse", "HEAD"])))
        let files = try ChangeReader(repository, fileLimit: 1 << 20).files(of: repository.commit(id))
        return try #require(files.first { $0.path.visible == "wide.txt" }).content
    }

    private func added(_ content: ChangedFile.Content) -> TextChange? {
        if case .text(let change) = content { change } else { nil }
    }

    private func isBinary(_ content: ChangedFile.Content) -> Bool {
        if case .binary = content { true } else { false }
    }

    @Test(arguments: Form.allCases) func linesAreCompared(form: Form) throws {
        let text =
            form.isMarked ? UTF16Tests.text : UTF16Tests.text.replacing("é", with: "e").replacing("😀", with: "it")
        let first = try #require(added(change(form.encoded(text))))
        #expect(first.addedText == Array(text.utf8))
        #expect(first.addedLines == 41)
        let later = try #require(added(change(form.encoded(text.replacing("line 20\r\n", with: "row 20\r\n")))))
        #expect(
            later.hunks == [
                .init(
                    oldStart: 20, oldCount: 1, newStart: 20, newCount: 1, offset: 0,
                    lead: Array("line 18\r\nline 19\r\n".utf8))
            ])
        #expect(later.addedText == Array("row 20\r\n".utf8))
        let utf8 = try #require(
            added(change(Array(text.utf8))), "another encoding of the same lines changes the one line")
        #expect(utf8.addedLines == 1 && utf8.removedLines == 1)
        #expect(try #require(added(change(form.encoded(text)))).addedLines == 0)
        #expect(try #require(added(change(nil))).removedLines == 41)
    }

    @Test(
        arguments: [
            [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [0x61, 0, 0x62, 0], [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0],
            [0xFE, 0xFF, 0x61, 0, 0, 0],
            [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], [0x61, 0, 0x62, 0, 0x63, 0, 0x64, 0, 0x01, 0],
            [0x61, 0, 0x62, 0, 0x63, 0, 0x64, 0, 0x65, 0x31],
            [0x61, 0x62, 0, 0x63, 0, 0x64, 0, 0x65, 0, 0x66], Array(repeating: 0, count: 64),
        ] as [[UInt8]]) func binaryStays(bytes: [UInt8]) throws
    {
        #expect(isBinary(try change(bytes)))
    }

    /// A mark in front of plain text hides nothing: without a NUL it is text as it stands, with one it is binary.
    @Test(arguments: [false, true]) func lyingMarkHidesNothing(hasNUL: Bool) throws {
        let plain = (1...20).map { "secret line \($0)\n" }.joined()
        let bytes = [0xFF, 0xFE] + Array(plain.utf8) + (hasNUL ? [0] : [])
        #expect(UTF16Text.decoded(UnsafeRawBufferPointer(start: nil, count: 0)) == nil)
        #expect(bytes.withUnsafeBytes { UTF16Text.decoded($0) } == nil)
        switch try change(bytes) {
        case .text(let change):
            #expect(!hasNUL)
            #expect(change.addedText == bytes)
        case .binary: #expect(hasNUL)
        default: Issue.record("neither text nor binary")
        }
    }

    @Test func oddByteAndLoneSurrogateAreShown() throws {
        let content = try change(Form.markedLittle.encoded("ab\n") + [0x00, 0xD8, 0x63, 0x00, 0x0A, 0x00, 0x64])
        #expect(added(content)?.addedText == Array("ab\n\u{FFFD}c\n\u{FFFD}".utf8))
    }

    @Test func everyTextComesBack() {
        var random = SeededRandom(seed: 20_261_121)
        let letters = Array("abc äöü 日本 😀\n\t{}\"'=")
        for _ in 0..<500 {
            let text = String(
                (0..<Int.random(in: 4...60, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
            for form in [Form.markedLittle, .markedBig] {
                form.encoded(text).withUnsafeBytes { #expect(UTF16Text.decoded($0) == Array(text.utf8)) }
            }
            Array(text.utf8).withUnsafeBytes { #expect(UTF16Text.decoded($0) == nil) }
        }
    }
}
