// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import Testing

/// Trailers that read like a declaration to a person, and like something else to a tool.
struct LookAlikeTests {
    /// Trailer; its problem; whether it still shows that AI took part.
    @Test(
        arguments: [
            ("Asisted-by: Claude:claude-opus-4-6", "its key only looks like assisted-by", AIStatus.State.detected),
            ("Assisted-yb: Claude:claude-opus-4-6", "its key only looks like assisted-by", .detected),
            ("Coauthored-by: Claude <noreply@anthropic.com>", "its key only looks like co-authored-by", .detected),
            ("AI-Asisted: true", "its key only looks like ai-assisted", .detected),
            ("AI-Asisted: none", "its key only looks like ai-assisted", .noEvidence),
            ("\u{0410}ssisted-by: Claude:opus-4", "its key only looks like assisted-by", .detected),
            (
                "Co\u{2010}authored-by: Claude <noreply@anthropic.com>", "its key only looks like co-authored-by",
                .detected
            ),
            ("Assisted-\u{200B}by: Claude Code", "its key only looks like assisted-by", .detected),
            ("Assisted-by\u{FF1A} Claude Code", "its key only looks like assisted-by", .detected),
            ("Assisted-by: Cl\u{200B}aude Code", "it holds characters that cannot be seen", .detected),
            ("Assisted-by: Claude Code:opus-4 \u{202E}", "it holds characters that cannot be seen", .declared),
            (
                "Co-authored-by: Claude <noreply@\u{0430}nthropic.com>",
                "it only looks like the name or address of an AI tool", .detected
            ),
            (
                "Co-authored-by: Claude <noreply@anthropic\u{2060}.com>", "it holds characters that cannot be seen",
                .detected
            ),
            ("Co-authored-by: \u{1D402}laude Code <noreply@anthropic.com>", nil, .declared),
        ] as [(String, String?, AIStatus.State)])
    func isSeenForWhatItIs(_ trailer: String, _ problem: String?, _ state: AIStatus.State) throws {
        let provenance = try Sample.read(trailers: trailer)
        #expect(provenance.declarations.map(\.problem) == [problem])
        #expect(provenance.ai.state == state)
    }

    @Test(arguments: [
        "Assisted-by: Zoë Müller <zoe@example.org>", "Co-authored-by: Саша Петров <sasha@example.org>",
        "Co-authored-by: 山田 太郎 <taro@example.org>", "Reported-by: Bo Ray <bo@example.org>", "Change-Id: I0123",
        "Co-author: Bo Ray <bo@example.org>", "Coauthored-by: Bo Ray <bo@example.org>", "Tested: yes", "AI: no",
        "Co-authored-by: Bo\u{200B} Ray <bo@example.org>", "Ärger: none", "\u{202E}Note: Claude Code",
    ])
    func otherTrailersStayWhatTheyAre(_ trailer: String) throws {
        let provenance = try Sample.read(trailers: trailer)
        #expect(provenance.declarations.allSatisfy { $0.kind == .person && $0.problem == nil })
        #expect(provenance.ai.state == .noEvidence)
    }

    @Test func aNegativeThatNobodyReadsIsNone() throws {
        for trailer in ["AI-Asisted: none", "Assisted-by: no\u{200B}ne"] {
            let provenance = try Sample.read(trailers: trailer)
            #expect(provenance.ai.state != .declaredWithout, "\(trailer)")
            #expect(!provenance.declarations.contains { $0.kind == .negative }, "\(trailer)")
        }
    }

    @Test func aHiddenCharacterMakesNoReviewer() throws {
        let hidden = try Sample.read(trailers: "Reviewed-by: Ann\u{200B} Lee <ann2@example.org>")
        #expect(hidden.credits.map(\.holder) == [.unreadable("it holds characters that cannot be seen")])
        // A joiner belongs to the spelling of some names.
        let name = try Sample.read(trailers: "Reviewed-by: \u{0645}\u{06CC}\u{200C}\u{062E} <mikh@example.org>")
        #expect(name.credits.map(\.holder) == [.person])
        let looks = try Sample.read(trailers: "Reviewed-by: Claude <noreply@\u{0430}nthropic.com>")
        #expect(looks.credits.map(\.holder) == [.ai(tool: "claude-code")])
    }

    @Test func aTrailerTwiceInTheBlockIsAMistake() throws {
        let line = "Co-authored-by: Claude <noreply@anthropic.com>"
        #expect(
            try Sample.read(trailers: "\(line)\n\(line)").declarations.map(\.problem) == [
                nil, "the same trailer stands above it",
            ])
        // A squash repeats what its commits said.
        let squash = "Add\n\n* One\n\n\(line)\n\n* Two\n\n\(line)\n\n---------\n\n\(line)\n"
        #expect(try Sample.read(squash).declarations.allSatisfy { $0.problem == nil })
    }

    @Test func theAuthorsOwnAddressNamesNoTool() throws {
        let trailer = "Co-authored-by: Claude <ann@example.org>"
        let ambiguous = try Sample.read(trailers: trailer).declarations
        #expect(
            ambiguous.map(\.problem) == ["it names a tool with the address of the commit's own author or committer"])
        #expect(try Sample.read(trailers: trailer, author: Sample.bo, committer: Sample.bo).declarations.isEmpty)
    }

    @Test func aWordAfterTheAddressIsAMistake() throws {
        let provenance = try Sample.read(trailers: "Assisted-by: Claude <noreply@anthropic.com> and more")
        #expect(provenance.declarations.map(\.problem) == ["there is text after <e-mail>"])
        #expect(provenance.ai.state == .declared)
    }

    /// One declared tool does not speak for another that shows itself elsewhere.
    @Test func oneToolHidesNoOther() throws {
        let cursor = Identity(name: "Cursor Agent", email: "cursoragent@cursor.com")
        func undeclared(_ trailer: String) throws -> [String] {
            try Sample.read(trailers: trailer, committer: cursor).ai.undeclared
        }
        #expect(try undeclared("Assisted-by: GitHub-Copilot:gpt-5") == ["cursor"])
        #expect(try undeclared("Made-with: Cursor").isEmpty)
        #expect(try undeclared("Assisted-by: Opus 4.7").isEmpty, "a declaration that names no tool may mean any")
        #expect(try undeclared("Reported-by: Bo Ray <bo@example.org>") == ["cursor"])
    }
}
