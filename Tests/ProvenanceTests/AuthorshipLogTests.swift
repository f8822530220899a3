// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import TestKit
import Testing

@testable import Provenance

/// The forms that real notes take, and those that are refused.
struct AuthorshipLogTests {
    private let session = SampleNote.session
    private let person = SampleNote.person

    private func lines(_ attestations: String, prompts: String = "{}", _ files: ChangedFile...) throws -> LineClaims {
        let given = files.isEmpty ? [SampleNote.file("a.swift", 1...10)] : files
        return try #require(try SampleNote.read(.found(SampleNote.note(attestations, prompts: prompts)), given).lines)
    }

    private func source(_ note: [UInt8]) throws -> ClaimSource {
        try #require(try SampleNote.read(.found(note)).claimSources.first)
    }

    @Test func claimsAreHeldAgainstAddedLines() throws {
        let found = try lines(
            "a.swift\n  \(session)::t_00000000000000 1-4,20-29\n  \(person) 5,6\nb.swift\n  \(session)::t_0 1-3\n",
            SampleNote.file("a.swift", 3...8, 25...25))
        #expect(found.claimed == 19 && found.covered == 5 && found.stale == 14 && found.untracked == 2)
        #expect(found.aiLines == 3 && found.humanLines == 2)
        let path = Path("a.swift")
        #expect(found.claimant(of: 3, in: path) == .ai(tool: "claude-code", model: "opus-4-6"))
        #expect(found.claimant(of: 6, in: path) == .human)
        #expect(found.claimant(of: 25, in: path) == .ai(tool: "claude-code", model: "opus-4-6"))
        #expect([1, 7, 20, 26].allSatisfy { found.claimant(of: $0, in: path) == nil })
        #expect(found.claimant(of: 1, in: Path("b.swift")) == nil)
        #expect(found.files.map(\.path) == [path])
    }

    @Test func dividerMayComeFirst() throws {
        let read = try SampleNote.read(.found(SampleNote.note("")))
        #expect(read.lines?.claimed == 0 && read.lines?.untracked == 10)
        #expect(read.ai.state == .noEvidence)
        #expect(read.ai.hints.map(\.source) == [.note] && read.ai.hints.map(\.tool) == ["claude-code"])
    }

    @Test func windowsLineEndsAreRead() throws {
        let note = SampleNote.note("a.swift\r\n  \(session)::t_0 1-3\r\n")
        #expect(try SampleNote.read(.found(note)).lines?.aiLines == 3)
    }

    @Test func quotesStandAroundAPath() throws {
        let found = try lines(
            "\"docs/read me.md\"\n  \(session) 1-2\n\"\n  \(session) 1\n", SampleNote.file("docs/read me.md", 1...2),
            SampleNote.file("\"", 1...1))
        #expect(found.files.map(\.path) == [Path("\""), Path("docs/read me.md")])
    }

    @Test func laterClaimWins() throws {
        let found = try lines("a.swift\n  \(session) 1-10\n  \(person) 4-6\n  \(session) 5\na.swift\n  \(person) 9\n")
        #expect(found.claimed == 10)
        let people = (1...10).filter { found.claimant(of: $0, in: Path("a.swift")) == .human }
        #expect(people == [4, 6, 9])
    }

    @Test func keysThatStandForNothingAreUnknownAgents() throws {
        let keys = [
            "0123abc", "fedcba9876543210", "s_ffffffffffffff::t_0", "h_00000000000000", "ai_agent",
            "94341aa7-fe48-4948-a111-222222222222",
        ]
        for key in keys {
            let read = try SampleNote.read(.found(SampleNote.note("a.swift\n  \(key) 1\n")))
            #expect(read.lines?.claimants == [.ai(tool: "unknown", model: nil)], "\(key)")
            #expect(read.ai.state == .detected && read.ai.tools.map(\.id) == ["unknown"], "\(key)")
            #expect(read.ai.evidence.map(\.confidence) == [.medium], "\(key)")
        }
    }

    @Test func wordHumanIsAPerson() throws {
        let read = try SampleNote.read(.found(SampleNote.note("a.swift\n  human 1\n  \(person) 2\n")))
        #expect(read.lines?.humanLines == 2 && read.lines?.aiLines == 0)
        #expect(read.ai.state == .noEvidence)
        #expect(read.credits.isEmpty)
    }

    @Test func promptsOfEarlierVersionsAreRead() throws {
        let prompts =
            #"{"0123abc":{"agent_id":{"tool":"cursor","id":"c","model":"unknown"},"messages":[{"text":"a transcript"}]}}"#
        let found = try lines("a.swift\n  0123abc 2\n", prompts: prompts)
        #expect(found.claimants == [.ai(tool: "cursor", model: nil)])
    }

    @Test func toolsAreNamedByTheCatalogue() throws {
        for (name, id) in [
            ("claude", "claude-code"), ("codex", "openai-codex"), ("github-copilot", "github-copilot"), ("pi", "pi"),
            ("mock_ai", "unknown"),
        ] {
            let prompts = #"{"0123abc":{"agent_id":{"tool":"\#(name)"}}}"#
            #expect(try lines("a.swift\n  0123abc 2\n", prompts: prompts).claimants == [.ai(tool: id, model: nil)])
        }
    }

    @Test func unknownFieldsAndMissingVersionAreFine() throws {
        let note = SampleNote.note("a.swift\n  \(session) 1\n", more: #","logical_commit_id":7,"prompts":{}"#)
        #expect(try source(note).state == .read)
    }

    @Test func hugeRangesCostNothing() throws {
        let found = try lines("a.swift\n  \(session) 1-4294967295,4294967295\n")
        #expect(found.claimed == 4_294_967_295 && found.covered == 10)
    }

    @Test(arguments: [
        "  s_0 1\n", "a.swift\n s_0 1\n", "a.swift\n  s_0\n", "a.swift\n   1\n", "a.swift\n  s_0 \n",
        "a.swift\n  s_0 0\n", "a.swift\n  s_0 4-2\n", "a.swift\n  s_0 1,\n", "a.swift\n  s_0 1--2\n",
        "a.swift\n  s_0 -1\n", "a.swift\n  s_0 1 2\n", "a.swift\n  s_0 4294967296\n",
        "a.swift\n  s_0 99999999999999999999\n", "a.swift\n  s_0 ١\n",
    ]) func malformedClaimsAreRefused(attestations: String) throws {
        let source = try source(SampleNote.note(attestations))
        #expect(source.state == .unparsable && source.reason?.hasPrefix("line ") == true)
    }

    @Test(arguments: [
        ("", "no line ---"), ("a.swift\n", "no line ---"), ("---\n", "no JSON"), ("---\n[]", "a field"),
        ("---\n{", "no JSON"),
        ("---\n{\"schema_version\":\"authorship/3.0.0\"}", "a field"),
        ("---\n{\"schema_version\":\"authorship/4.0.0\",\"prompts\":{}}", "schema_version"),
        ("---\n{\"schema_version\":\"authorship/3.0.0\",\"prompts\":{\"a\":1}}", "a field"),
    ]) func malformedNotesAreRefused(note: String, reason: String) throws {
        let source = try source(Array(note.utf8))
        #expect(source.state == .unparsable && source.reason?.contains(reason) == true, "\(source)")
    }

    @Test func limitsAreStates() throws {
        #expect(try SampleNote.read(.tooLarge(bytes: 9_000_000)).claimSources.map(\.state) == [.tooLarge])
        #expect(try SampleNote.read(.unreadable(reason: "gone")).claimSources.map(\.reason) == ["gone"])
        let ranges = "a.swift\n  x " + Array(repeating: "1-2", count: 1_000_000).joined(separator: ",") + "\n"
        let many = try source(SampleNote.note(ranges))
        #expect(many.state == .tooLarge && many.reason == "it has more than 100000 ranges")
        let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        let nested = try source(SampleNote.note("", more: ",\"x\":\(deep)"))
        #expect(nested.state == .tooLarge && nested.reason == "its JSON is nested more than 64 deep")
        let sessions = (0..<10_001).map { "\"p\($0)\":{}" }.joined(separator: ",")
        #expect(try source(SampleNote.note("", prompts: "{\(sessions)}")).state == .tooLarge)
    }

    @Test func mostRangesThatAreReadTakeNoTimeBeyondTheirNumber() throws {
        // Each claim covers all that came before it.
        let ranges = (1...AttestationReader.rangeLimit).reversed().map { "\($0)-4000000000" }
        let found = try lines("a.swift\n  \(session) " + ranges.joined(separator: ",") + "\n")
        #expect(found.claimed == 4_000_000_000 && found.covered == 10)
    }

    @Test func modelsOfANoteAreCounted() throws {
        let prompts = (0..<50).map { #""p\#($0)":{"agent_id":{"tool":"claude","model":"m\#($0)"}}"# }.joined(
            separator: ",")
        let entries = (0..<50).map { "  p\($0) \($0 + 1)\n" }.joined()
        let read = try SampleNote.read(
            .found(SampleNote.note("a.swift\n" + entries, prompts: "{\(prompts)}")),
            [SampleNote.file("a.swift", 1...50)])
        #expect(read.ai.tools.count == 1 && read.ai.tools[0].models.count == 20)
        #expect(read.ai.evidence.count == 1)
    }
}

/// What a note adds to what the commit itself says.
struct NoteEvidenceTests {
    private let note = SampleNote.note("a.swift\n  \(SampleNote.session) 1-3\n  human 4\n")

    @Test func claimOnAnAddedLineIsEvidence() throws {
        let read = try SampleNote.read(.found(note))
        #expect(read.ai.state == .detected)
        #expect(read.ai.evidence == [AIEvidence(source: .note, tool: "claude-code", role: "assist", confidence: .high)])
        #expect(read.ai.tools.map(\.models) == [["opus-4-6"]])
    }

    @Test func staleClaimIsAHint() throws {
        let read = try SampleNote.read(.found(note), [SampleNote.file("a.swift", 8...9)])
        #expect(read.ai.state == .noEvidence && read.ai.hints.map(\.source) == [.note])
        #expect(read.lines?.stale == 4)
    }

    @Test func trailerAndNoteAddUp() throws {
        let read = try SampleNote.read(.found(note), message: "Change\n\nAssisted-by: Cursor\n")
        #expect(read.ai.state == .declared && read.ai.tools.map(\.id) == ["claude-code", "cursor"])
        #expect(read.ai.evidence.map(\.source) == [.trailer, .note])
    }

    @Test func noteContradictsADenial() throws {
        let read = try SampleNote.read(.found(note), message: "Change\n\nAssisted-by: none\n")
        #expect(read.ai.state == .detected && read.declarations.map(\.kind) == [.negative])
    }

    @Test func statusOfALine() throws {
        let path = Path("a.swift")
        func statuses(_ read: CommitProvenance) -> [LineStatus] {
            [1, 4, 5].map { read.ai.status(of: read.lines?.claimant(of: $0, in: path)) }
        }
        #expect(statuses(try SampleNote.read(.found(note))) == [.ai, .declaredHuman, .unattributed])
        let trailer = "Change\n\nAssisted-by: Cursor\n"
        #expect(statuses(try SampleNote.read(.found(note), message: trailer)) == [.ai, .declaredHuman, .aiCommitLevel])
        #expect(
            statuses(try SampleNote.read(.absent, message: trailer)) == [
                .aiCommitLevel, .aiCommitLevel, .aiCommitLevel,
            ])
        #expect(statuses(try SampleNote.read(.absent)) == [.unattributed, .unattributed, .unattributed])
    }

    @Test func sessionTrailerCountsWithoutANote() throws {
        let message = "Change\n\nClaude-Session: https://claude.ai/code/session_01AbC\n"
        let read = try SampleNote.read(.absent, message: message)
        #expect(read.ai.isMarked && read.lines == nil && read.claimSources.isEmpty)
        #expect(try SampleNote.read(.found(note), message: message).ai.evidence.map(\.source) == [.trailer, .note])
    }

    @Test func checkpointTrailerNamesItsStore() throws {
        let read = try SampleNote.read(.absent, message: "Change\n\nEntire-Checkpoint: a1b2c3d4e5f6\n")
        #expect(read.claimSources.map(\.store) == [.entireCheckpoints])
    }
}
