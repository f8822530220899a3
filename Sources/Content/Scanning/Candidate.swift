// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// A value that some rule holds to be a secret or personal, before the rules are weighed against one another.
struct Candidate {
    let range: Range<Int>
    let tier: ContentMatch.Tier
    let rule: String
    let title: String
    var level: Level
    let prefix: Int
    let basis: [String]
    let fix: String
    /// Smaller ones win where values overlap.
    let rank: Int
    /// No word on the line is needed to tell what it is, or one is there.
    var isProven = true

    /// Those that hold: of values that overlap the one of the lowest rank, in the order of the text.
    static func settled(_ candidates: [Candidate]) -> [Candidate] {
        let sorted = candidates.enumerated()
            .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }.map(
                \.element)
        var kept: [Candidate] = []
        var cluster: [Candidate] = []
        var end = 0
        for candidate in sorted {
            if candidate.range.lowerBound >= end || cluster.count >= clusterLimit {
                kept += best(of: cluster)
                cluster = []
            }
            cluster.append(candidate)
            end = max(end, candidate.range.upperBound)
        }
        return kept + best(of: cluster)
    }

    private static let clusterLimit = 100

    private static func best(of cluster: [Candidate]) -> [Candidate] {
        var kept: [Candidate] = []
        for (_, candidate) in cluster.enumerated().sorted(by: {
            ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
        })
        where !kept.contains(where: { $0.range.overlaps(candidate.range) }) {
            kept.append(candidate)
        }
        return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
