// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import Testing

/// Messages bent out of shape at random, the same each time.
struct MutationTests {
    /// SplitMix64 (Steele, Lea, Flood, 2014).
    private struct Randomness {
        var state: UInt64

        mutating func next(below limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
        }
    }

    private static let parts: [[UInt8]] =
        [
            "\n", "\n\n", "\r\n", ":", ": ", " ", "\t", "<", ">", "@", "&lt;", "[bot]", "\u{A0}", "> ", "* ", "# ",
            "---\n", "Signed-off-by: ", "Co-authored-by: ", "Assisted-by: ", "Reviewed-by: ",
            "(cherry picked from commit ", "Claude <noreply@anthropic.com>", "Ann Lee <ann@example.org>", "Opus 4.7",
            " via Crush", "AGENT_NAME:MODEL_VERSION", "Generated with [Claude Code](u)",
            "https://claude.ai/code/session_01", "\u{202E}", "]]>", "\u{1B}[31m", "none", "Asisted-by: ",
            "\u{0410}ssisted-by: ", "Assisted-by\u{FF1A} ", "\u{200B}", "\u{0430}", "AI-assisted: none",
            "Copilot <copilot@github.com>", "Claude-Code:MODEL", "\u{1D402}",
        ].map { Array($0.utf8) } + [[0], [0xFF], [0xC2], [0xF0, 0x9F], [0xED, 0xA0, 0x80]]

    private static func mutated(_ source: [UInt8], _ random: inout Randomness) -> [UInt8] {
        var bytes = source
        for _ in 0...random.next(below: 8) {
            let at = random.next(below: bytes.count + 1)
            switch random.next(below: 5) {
            case 0: bytes.insert(contentsOf: parts[random.next(below: parts.count)], at: at)
            case 1: bytes.removeSubrange(at..<min(bytes.count, at + random.next(below: 20)))
            case 2 where at < bytes.count: bytes[at] = UInt8(random.next(below: 256))
            case 3:
                let end = min(bytes.count, at + random.next(below: 60))
                bytes.insert(contentsOf: bytes[at..<end], at: random.next(below: bytes.count + 1))
            default:
                let part = parts[random.next(below: parts.count)]
                bytes += Array(repeating: part, count: random.next(below: 12)).joined()
            }
        }
        return bytes
    }

    @Test func nothingBreaksAndNothingPasses() throws {
        var random = Randomness(state: 42)
        let sources = try TrailerVector.all().map { Array($0.message.utf8) }
        let agent = Identity(name: "Claude", email: "noreply@anthropic.com")
        let reused = ProvenanceReader()
        for round in 0..<4000 {
            let message = MutationTests.mutated(sources[round % sources.count], &random)
            let text = String(decoding: message, as: UTF8.self)
            let commit = try Sample.commit(text, author: round % 2 == 0 ? agent : Sample.bo)
            let provenance = reused.read(commit, branch: text)
            if round % 2 == 0 { #expect(provenance.ai.state == .declared, "round \(round)") }
            check(provenance, text, round)
            let basis = ReviewBasis(policy: .init(), kind: .landed)
            let review = reused.review(of: commit, files: [], provenance: provenance, on: basis) { _ in nil }
            let names = provenance.credits.filter { $0.holder == .person && $0.trailer.block == .strict }
            #expect(review.result != .independent || !names.isEmpty, "round \(round)")
            if round % 16 == 0 {
                let fresh = ProvenanceReader().read(commit, branch: text)
                #expect("\(fresh)" == "\(provenance)", "round \(round): the same in, the same out")
            }
        }
    }

    private func check(_ provenance: CommitProvenance, _ text: String, _ round: Int) {
        let lines = text.utf8.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
        let numbers = provenance.trailers.map(\.line)
        #expect(numbers == numbers.sorted(), "round \(round)")
        #expect(numbers.allSatisfy { $0 >= 1 && $0 <= lines }, "round \(round)")
        for trailer in provenance.trailers {
            #expect(!trailer.key.isEmpty && !trailer.value.utf8.contains(0x0A), "round \(round)")
        }
        for credit in provenance.credits where credit.holder == .person {
            #expect(credit.trailer.block == .strict && credit.identity?.email.contains("@") == true, "round \(round)")
        }
        #expect(Set(provenance.ai.undeclared).isSubset(of: provenance.ai.tools.map(\.id)), "round \(round)")
        if provenance.ai.state == .detected { #expect(!provenance.ai.undeclared.isEmpty, "round \(round)") }
        #expect(provenance.declarations.map(\.trailer.line) == provenance.declarations.map(\.trailer.line).sorted())
        let isMarked = provenance.ai.isMarked
        #expect(
            isMarked == !provenance.ai.evidence.isEmpty && isMarked == !provenance.ai.tools.isEmpty, "round \(round)")
    }
}
