// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import TestKit
import Testing

@testable import Provenance

/// Notes bent out of shape at random, the same each time: nothing breaks, and none takes away what the commit itself
/// says.
struct NoteMutationTests {
    private static let sources: [[UInt8]] = [
        SampleNote.note(
            "a.swift\n  \(SampleNote.session)::t_99aabbccddeeff 1-4,20-29\n  \(SampleNote.person) 5,6\nb.swift\n  human 1-3\n"
        ),
        SampleNote.note(
            "\"docs/read me.md\"\n  0123abc 1\na.swift\n  ai_agent 2-9\n",
            prompts: #"{"0123abc":{"agent_id":{"tool":"cursor"}}}"#),
        SampleNote.note(""),
    ]

    private static let parts: [[UInt8]] =
        [
            "\n", "---\n", "\n---\n", "  ", " ", ",", "-", "1-4294967295", "4294967295", "0", "9-1", "\"", "\\",
            "\\u0000", "{", "}", "[[[[[[[[", "]]]]]]]]", "h_1234567890abcd", "human", "ai_agent", "::", "s_", "null",
            "1e999", "a.swift\n", "b.swift\n", "\"prompts\":{}", "\"humans\":{\"s_0a1b2c3d4e5f60\":{}}", "\u{202E}",
            "\r\n", "authorship/9",
        ].map { Array($0.utf8) } + [[0], [0xFF], [0xC2], [0xEF, 0xBB, 0xBF], [0xFE, 0xFF]]

    private static func mutated(_ source: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = source
        for _ in 0...Int.random(in: 0..<6, using: &random) {
            let at = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0, 1: bytes.insert(contentsOf: parts[Int.random(in: 0..<parts.count, using: &random)], at: at)
            case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0..<20, using: &random)))
            case 3 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
            default:
                let end = min(bytes.count, at + Int.random(in: 0..<80, using: &random))
                bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
            }
        }
        return bytes
    }

    @Test func nothingBreaksAndNothingIsTakenAway() throws {
        var random = SeededRandom(seed: 20_260_822)
        let files = [
            SampleNote.file("a.swift", 1...6, 9...9), SampleNote.file("b.swift", 2...40),
            SampleNote.file("docs/read me.md", 1...1),
        ]
        let commit = try Sample.commit("Change\n\nAssisted-by: Claude:claude-opus-4-6\n")
        let reader = ProvenanceReader()
        let plain = reader.read(commit, files)
        var cases = 0
        var states: [ClaimSource.State: Int] = [:]
        for round in 0..<4000 {
            let note = NoteMutationTests.mutated(NoteMutationTests.sources[round % 3], &random)
            let claims = StoredClaims(
                note: .found(note), others: [], checkpoint: ClaimSource(.entireCheckpoints, .absent))
            let read = reader.read(commit, files, claims: claims)
            #expect(
                read.ai.state == .declared && Set(plain.ai.evidence).isSubset(of: read.ai.evidence), "round \(round)")
            let source = try #require(read.claimSources.first, "round \(round)")
            states[source.state, default: 0] += 1
            #expect((source.state == .read) == (read.lines != nil), "round \(round)")
            #expect(source.state == .read || source.reason != nil, "round \(round)")
            if let lines = read.lines { check(lines, read.ai, files, round) }
            cases += 1
        }
        #expect(cases == 4000)
        // Both ways are taken often enough to mean something.
        #expect(states[.read, default: 0] > 200 && states[.unparsable, default: 0] > 200, "\(states)")
    }

    private func check(_ lines: LineClaims, _ ai: AIStatus, _ files: [ChangedFile], _ round: Int) {
        #expect(lines.added == 47 && lines.covered <= lines.added && lines.covered <= lines.claimed, "round \(round)")
        for file in files {
            guard case .text(let change) = file.content else { continue }
            let added = change.hunks.flatMap { Array($0.newStart..<($0.newStart + $0.newCount)) }
            for line in 1...60 {
                let claimant = lines.claimant(of: line, in: file.path)
                #expect(claimant == nil || added.contains(line), "round \(round)")
                // A trailer marks the whole commit.
                #expect(ai.status(of: claimant) != .unattributed, "round \(round)")
            }
        }
    }
}
