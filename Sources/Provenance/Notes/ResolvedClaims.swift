// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Claims on the lines of one file, some of which overlap, as runs that do not: the later claim holds.
///
/// Time is n log n and memory n in the number of claims, however many lines they name.
struct ResolvedClaims {
    struct Run: Equatable {
        let lines: ClosedRange<UInt32>
        let claimant: Int32
    }

    /// Ascending; neighbours of one claimant are one run.
    private(set) var runs: [Run] = []

    /// `claims` in the order of the note.
    init(_ claims: [Run]) {
        // Between two neighbouring ends all lines have the same claims: such a piece is painted once, by the latest.
        let ends = Set(claims.flatMap { [UInt64($0.lines.lowerBound), UInt64($0.lines.upperBound) + 1] }).sorted()
        var painted = [Int32](repeating: -1, count: ends.count)
        // From each piece the next one that is not painted, found in ever longer steps.
        var next = Array(0...ends.count)
        func unpainted(from start: Int) -> Int {
            var piece = start
            while next[piece] != piece {
                next[piece] = next[next[piece]]
                piece = next[piece]
            }
            return piece
        }
        for claim in claims.reversed() {
            let end = UInt64(claim.lines.upperBound) + 1
            var piece = unpainted(from: ResolvedClaims.position(of: UInt64(claim.lines.lowerBound), in: ends))
            while piece < ends.count, ends[piece] < end {
                painted[piece] = claim.claimant
                next[piece] = piece + 1
                piece = unpainted(from: piece)
            }
        }
        for (piece, claimant) in painted.enumerated() where claimant >= 0 {
            append(Run(lines: UInt32(ends[piece])...UInt32(ends[piece + 1] - 1), claimant: claimant))
        }
    }

    private mutating func append(_ run: Run) {
        if let last = runs.last, last.claimant == run.claimant,
            UInt64(last.lines.upperBound) + 1 == UInt64(run.lines.lowerBound)
        {
            runs[runs.count - 1] = Run(lines: last.lines.lowerBound...run.lines.upperBound, claimant: run.claimant)
        } else {
            runs.append(run)
        }
    }

    /// Where a value stands among ascending ones; it is one of them.
    private static func position(of value: UInt64, in ends: [UInt64]) -> Int {
        var low = 0
        var high = ends.count
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The lines that the runs name, each once.
    var count: Int { runs.reduce(0) { $0 + $1.lines.count } }

    /// The runs' parts within ascending ranges of lines.
    func within(_ added: [ClosedRange<UInt32>]) -> [Run] {
        var result: [Run] = []
        var run = 0
        var range = 0
        while run < runs.count, range < added.count {
            let (claim, lines) = (runs[run], added[range])
            let first = max(claim.lines.lowerBound, lines.lowerBound)
            let last = min(claim.lines.upperBound, lines.upperBound)
            if first <= last { result.append(Run(lines: first...last, claimant: claim.claimant)) }
            if claim.lines.upperBound < lines.upperBound { run += 1 } else { range += 1 }
        }
        return result
    }
}
