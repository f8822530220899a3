// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Gate

/// One text of the corpus, made from templates and a seed, and what must be found in it.
struct CorpusCase: Sendable {
    enum Expectation: Sendable {
        /// One of these rules finds something.
        case found([String])
        /// Nothing that would block, and nothing of the rule.
        case nearMiss
    }

    let rule: String
    /// Of the placement, or of the way in which it is missed.
    let name: String
    let path: String
    let text: [UInt8]
    let expectation: Expectation
}

/// Makes the corpus of rules: the same for the same seed.
struct CorpusCases {
    let values: [CorpusValue]
    let placements: [CorpusPlacement]
    let surroundings: [CorpusPlacement]
    let exceptions: CorpusExceptions
    let seed: String

    init(seed: String) throws {
        values = try CorpusValue.all()
        placements = try CorpusPlacement.all("placements.txt")
        surroundings = try CorpusPlacement.all("surroundings.txt")
        exceptions = try CorpusExceptions()
        self.seed = seed
    }

    /// `rules`: of the pack, in its order.
    func cases(of rules: [Rule]) throws -> [CorpusCase] {
        var cases: [CorpusCase] = []
        for (index, rule) in rules.enumerated() {
            let same = [rule.id] + rules[..<index].map(\.id).filter { exceptions.has("same", rule.id, $0) }
            let own = values.filter { $0.rule == rule.id }
            for value in own { try add(value, of: rule, same, to: &cases) }
            if own.isEmpty { try addSurroundings(of: rule, same, to: &cases) }
            for (number, template) in rule.nonMatches.enumerated() {
                let name = "example-\(number + 1)"
                guard !exceptions.has("near-miss", rule.id, name) else { continue }
                let text = try expanded(template, rule.id)
                cases.append(
                    CorpusCase(rule: rule.id, name: name, path: "src/settings", text: text, expectation: .nearMiss))
            }
        }
        return cases
    }

    private func add(_ value: CorpusValue, of rule: Rule, _ same: [String], to cases: inout [CorpusCase]) throws {
        for placement in placements where !exceptions.has("placement", rule.id, placement.name) {
            let text = try expanded(
                placement.text(of: value.template.text, named: value.name), rule.id + placement.name)
            cases.append(
                CorpusCase(
                    rule: rule.id, name: placement.name, path: placement.path, text: text, expectation: .found(same)))
        }
        for miss in try nearMisses(of: value, rule) where !exceptions.has("near-miss", rule.id, miss.name) {
            for placement in placements where CorpusCases.nearMissPlacements.contains(placement.name) {
                let name = miss.name == NearMiss.bareRest.rawValue ? "checksum" : value.name
                let text = try expanded(placement.text(of: miss.template, named: name), rule.id + miss.name)
                cases.append(
                    CorpusCase(rule: rule.id, name: miss.name, path: placement.path, text: text, expectation: .nearMiss)
                )
            }
        }
    }

    private static let nearMissPlacements = ["swift", "json", "environment"]

    private func nearMisses(of value: CorpusValue, _ rule: Rule) throws -> [(name: String, template: String)] {
        guard rule.tier == .personal else {
            return NearMiss.allCases.compactMap { miss in
                miss.template(of: value.template, isExact: value.isExact).map { (miss.rawValue, $0) }
            }
        }
        let text = String(decoding: try expanded(value.template.text, rule.id), as: UTF8.self)
        return NumberNearMiss.allCases.compactMap { miss in miss.text(of: text).map { (miss.rawValue, $0) } }
    }

    /// The rule's own examples, somewhere else and spoilt.
    private func addSurroundings(of rule: Rule, _ same: [String], to cases: inout [CorpusCase]) throws {
        for (number, template) in rule.matches.enumerated() {
            for placement in surroundings where !exceptions.has("placement", rule.id, placement.name) {
                let text = try expanded(placement.text(around: template), rule.id + "\(number)" + placement.name)
                cases.append(
                    CorpusCase(
                        rule: rule.id, name: placement.name, path: placement.path, text: text, expectation: .found(same)
                    ))
            }
            for miss in NearMiss.allCases where miss != .gluedBefore && miss != .bareRest {
                guard !exceptions.has("near-miss", rule.id, miss.rawValue),
                    let spoilt = miss.template(of: ValueTemplate(template), isExact: false)
                else { continue }
                let text = try expanded(spoilt, rule.id + "\(number)")
                cases.append(
                    CorpusCase(
                        rule: rule.id, name: miss.rawValue, path: "deploy/target", text: text, expectation: .nearMiss))
            }
        }
    }

    private func expanded(_ template: String, _ seed: String) throws -> [UInt8] {
        var expander = ExampleText(seed: self.seed + seed)
        return try expander.expand(template)
    }
}
