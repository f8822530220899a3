// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate
package import Patterns

/// Holds a pack against its own examples: each one that must match has a finding of its rule, each that must not has
/// none.
package struct PackProof {
    private let pack: RulePack
    private let scanner: ContentScanner

    /// `known`: rules that stand before the pack's own.
    package init(_ pack: RulePack, known: [Rule] = []) throws(PatternError) {
        self.pack = pack
        scanner = try ContentScanner(ContentProgram(rules: known + pack.rules))
    }

    /// A sentence for each example that does not show what it should, and for each rule without examples.
    package func problems(seed: String = "") throws(PatternError) -> [String] {
        var problems: [String] = []
        for rule in pack.rules {
            if rule.matches.isEmpty { problems.append("\(rule.id): shows no text that it matches") }
            for template in rule.matches {
                let found = try rules(in: template, seed: rule.id + seed, &problems)
                if !found.contains(rule.id) {
                    let other =
                        found.isEmpty ? "nothing was found" : "found was \(found.sorted().joined(separator: ", "))"
                    problems.append("\(rule.id): no match in \(quoted(template)): \(other)")
                }
            }
            for template in rule.nonMatches
            where try rules(in: template, seed: rule.id + seed, &problems).contains(rule.id) {
                problems.append("\(rule.id): a match in \(quoted(template))")
            }
        }
        return problems
    }

    private func rules(in template: String, seed: String, _ problems: inout [String]) throws(PatternError) -> Set<
        String
    > {
        var expander = ExampleText(seed: seed)
        let text: [UInt8]
        do throws(ExampleError) { text = try expander.expand(template) } catch {
            problems.append("\(quoted(template)): \(error)")
            return []
        }
        return try Set(scanner.scan(text, path: Path("src/settings")).matches.map(\.rule))
    }
}
