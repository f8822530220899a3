// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Provenance

struct TrailerParserTests {
    private func parse(_ message: String) -> [Trailer] {
        TrailerParser(catalogue: .embedded).trailers(in: CommitMessage(message))
    }

    @Test func proseIsNoEvidence() {
        #expect(parse("Add a thing\n\nNote: this is prose.\nFixes: nothing\nhttps://example.org/a\n\nThe end.\n") == [])
    }

    @Test func evidenceIsFoundAnywhereBelowTheTitle() {
        let found = parse("Add a thing\n\n  * - Claude-Session: x\n\tAI-Tool : Cursor\nMore.\n\nThe end.\n")
        #expect(
            found == [
                Trailer(key: "Claude-Session", value: "x", line: 3, block: .lenient),
                Trailer(key: "AI-Tool", value: "Cursor", line: 4, block: .lenient),
            ])
    }

    @Test func aTrailerHiddenInAContinuationIsEvidence() {
        let found = parse("Add a thing\n\nSigned-off-by: Ann Lee\n Co-authored-by: Claude <noreply@anthropic.com>\n")
        #expect(found.map(\.block) == [.strict, .lenient])
        #expect(found.map(\.line) == [3, 4])
        #expect(found.map(\.folded) == [true, false])
        #expect(found.last?.value == "Claude <noreply@anthropic.com>")
    }

    @Test func evidenceMayBeFolded() {
        let found = parse("Add a thing\n\nText.\n  Co-authored-by: Claude\n    <noreply@anthropic.com>\nMore.\n")
        #expect(
            found == [
                Trailer(
                    key: "Co-authored-by", value: "Claude <noreply@anthropic.com>", line: 4, block: .lenient,
                    folded: true)
            ])
    }

    @Test func theOldListOfConflictsIsNotTheLastParagraph() {
        let found = parse("Merge\n\nReviewed-by: Ann Lee <ann@example.org>\n\nConflicts:\n\ta.c\n\tb.c\n")
        #expect(found.map(\.block) == [.strict])
    }

    @Test func aCommentIsALineLikeAnyOther() {
        #expect(parse("Add\n\nReviewed-by: Ann Lee <ann@example.org>\n# done\n").map(\.block) == [.lenient])
        #expect(parse("Add\n\nReviewed-by: Ann Lee <ann@example.org>\n\n# done\n").map(\.block) == [.lenient])
    }

    @Test func nulAndCarriageReturnsGoAway() {
        let found = parse("Add\r\n\r\nRevi\0ewed-by: Ann Lee\r\n <ann@example.org>\r\n")
        #expect(
            found == [
                Trailer(key: "Reviewed-by", value: "Ann Lee <ann@example.org>", line: 3, block: .strict, folded: true)
            ])
    }

    @Test(arguments: ["", "\n", "\n\n\n", " ", ":", "\n:\n", "a:", "\r\n\r\n", "\0", "a\n\n:b\n"])
    func whatHoldsNothingGivesNothing(_ message: String) {
        #expect(parse(message) == [])
    }

    @Test func ofAHugeMessageTheEndIsRead() throws {
        let middle = String(repeating: "word\n", count: 400_000)
        let found = parse("Add\n\nAI-Tool: Cursor\n\n" + middle + "\nReviewed-by: Ann Lee <ann@example.org>\n")
        #expect(found.map(\.key) == ["AI-Tool", "Reviewed-by"])
        #expect(found.map(\.block) == [.lenient, .strict])
        #expect(found.map(\.line) == [3, 400_006])
    }

    @Test func theCutKeepsTheNumbersOfLines() {
        let text = MessageText(CommitMessage("ab\ncd\nef\ngh\nij\n"), limit: 8)
        #expect(text.lines.map(\.number) == [1, 2, 5])
        #expect(String(decoding: text.bytes, as: UTF8.self) == "ab\ncij\n")
    }

    @Test func oneEndlessLineIsReadFromItsStart() {
        let found = parse("Add\n\nAI-Tool: " + String(repeating: "x", count: MessageText.limit))
        #expect(found.map(\.key) == ["AI-Tool"])
    }
}
