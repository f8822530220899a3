// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Foundation
import Gate
import TestKit
import Testing

/// The labelled corpus of `Fixtures/Corpus`: what must be found is, what must not block does not.
struct CorpusTests {
    @Test func findsWhatItMust() async throws {
        let rules = try EmbeddedPacks.names.flatMap { try PackTests.pack($0).rules }
        let maker = try CorpusCases(seed: "corpus-1")
        let stray = Set(maker.values.map(\.rule)).subtracting(rules.map(\.id))
        #expect(stray == [], "values.txt names rules that no pack has")
        let cases = try maker.cases(of: rules)
        let found = try await CorpusTests.found(in: cases)
        let score = CorpusScore(cases, found)
        print(score.summary)
        if let file = ProcessInfo.processInfo.environment["CORPUS_REPORT"] {
            try score.details.write(toFile: file, atomically: true, encoding: .utf8)
        }
        for rule in rules {
            let tally = score.rules[rule.id] ?? CorpusScore.Tally()
            #expect(tally.positives >= 5, "\(rule.id) has too few positives in the corpus")
            #expect(tally.nearMisses >= 5, "\(rule.id) has too few near misses in the corpus")
            #expect(
                tally.found * 5 >= tally.positives * 4,
                "\(rule.id): \(tally.found) of \(tally.positives) found; not in \(tally.missed.joined(separator: ", "))"
            )
        }
        #expect(Double(score.found) >= 0.95 * Double(score.positives), "recall")
        #expect(score.blocked == [], "near misses that block")
        #expect(
            Double(score.caught.count) < 0.01 * Double(score.nearMisses),
            "near misses of their own rule: \(score.caught.joined(separator: "\n"))")
    }

    /// What was found in each case; a scanner for each of a few threads.
    private static func found(in cases: [CorpusCase]) async throws -> [[ContentMatch]] {
        let program = try ContentProgram(rules: EmbeddedPacks.rules)
        let width = max(1, (cases.count + 3) / 4)
        return try await withThrowingTaskGroup(of: (Int, [[ContentMatch]]).self) { group in
            for start in stride(from: 0, to: cases.count, by: width) {
                group.addTask {
                    let scanner = try ContentScanner(program)
                    return (
                        start,
                        try cases[start..<min(start + width, cases.count)].map {
                            try scanner.scan($0.text, path: Path($0.path)).matches
                        }
                    )
                }
            }
            var parts: [(Int, [[ContentMatch]])] = []
            for try await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }
}

/// How the corpus was judged.
struct CorpusScore {
    struct Tally {
        var positives = 0
        var found = 0
        var missed: [String] = []
        var nearMisses = 0
    }

    private(set) var rules: [String: Tally] = [:]
    /// Near misses with a finding that blocks, and with one of their own rule.
    private(set) var blocked: [String] = []
    private(set) var caught: [String] = []
    private(set) var details = ""

    var positives: Int { rules.values.reduce(0) { $0 + $1.positives } }
    var found: Int { rules.values.reduce(0) { $0 + $1.found } }
    var nearMisses: Int { rules.values.reduce(0) { $0 + $1.nearMisses } }

    init(_ cases: [CorpusCase], _ found: [[ContentMatch]]) {
        for (item, matches) in zip(cases, found) {
            let text = String(decoding: item.text, as: UTF8.self)
            let seen = matches.map { "\($0.rule) \($0.level.rawValue)" }.joined(separator: ", ")
            switch item.expectation {
            case .found(let names):
                rules[item.rule, default: Tally()].positives += 1
                if matches.contains(where: { names.contains($0.rule) }) {
                    rules[item.rule, default: Tally()].found += 1
                } else {
                    rules[item.rule, default: Tally()].missed.append(item.name)
                    details += "MISSED\t\(item.rule)\t\(item.name)\t\(seen)\t\(text.debugDescription)\n"
                }
            case .nearMiss:
                rules[item.rule, default: Tally()].nearMisses += 1
                // What is public by design is off without a policy.
                if matches.contains(where: { $0.level == .block && $0.tier != .published }) {
                    blocked.append("\(item.rule) \(item.name): \(seen)")
                    details += "BLOCKED\t\(item.rule)\t\(item.name)\t\(seen)\t\(text.debugDescription)\n"
                }
                if matches.contains(where: { $0.rule == item.rule }) {
                    caught.append("\(item.rule) \(item.name)")
                    details += "CAUGHT\t\(item.rule)\t\(item.name)\t\(seen)\t\(text.debugDescription)\n"
                }
            }
        }
    }

    var summary: String {
        func share(_ part: Int, _ whole: Int) -> Double {
            whole == 0 ? 0 : (Double(part) / Double(whole) * 10_000).rounded() / 100
        }
        return """
            corpus: \(rules.count) rules; \(positives) positives, \(found) found (\(share(found, positives)) %); \
            \(nearMisses) near misses, \(blocked.count) blocked, \(caught.count) of their own rule (\(share(caught.count, nearMisses)) %)
            """
    }
}
