// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import TestKit
import Testing

@testable import Provenance

/// Overlaps are resolved as by painting line after line.
struct ResolvedClaimsTests {
    @Test func asIfEachLineWerePainted() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<2000 {
            let claims = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                let first = UInt32.random(in: 1...30, using: &random)
                return ResolvedClaims.Run(
                    lines: first...(first + UInt32.random(in: 0...10, using: &random)),
                    claimant: Int32.random(in: 0...2, using: &random))
            }
            var painted = [Int32](repeating: -1, count: 50)
            for claim in claims { for line in claim.lines { painted[Int(line)] = claim.claimant } }
            let resolved = ResolvedClaims(claims)
            #expect(expanded(resolved.runs) == painted)
            #expect(resolved.count == painted.count { $0 >= 0 })
            for (run, next) in zip(resolved.runs, resolved.runs.dropFirst()) {
                #expect(run.lines.upperBound < next.lines.lowerBound)
                #expect(run.claimant != next.claimant || run.lines.upperBound + 1 < next.lines.lowerBound)
            }
            let added: [ClosedRange<UInt32>] = [3...7, 9...9, 20...33]
            for line in painted.indices where !added.contains(where: { $0.contains(UInt32(line)) }) {
                painted[line] = -1
            }
            #expect(expanded(resolved.within(added)) == painted)
        }
    }

    private func expanded(_ runs: [ResolvedClaims.Run]) -> [Int32] {
        var lines = [Int32](repeating: -1, count: 50)
        for run in runs { for line in run.lines { lines[Int(line)] = run.claimant } }
        return lines
    }

    @Test func largestNumbersAreNoTrouble() {
        let end = UInt32.max
        let resolved = ResolvedClaims([.init(lines: 1...end, claimant: 0), .init(lines: end...end, claimant: 1)])
        #expect(resolved.runs == [.init(lines: 1...(end - 1), claimant: 0), .init(lines: end...end, claimant: 1)])
    }
}
