// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension SPDXExpression {
    /// Whether both say the same: neither order nor repetition counts, nor does an id that only replaces a deprecated
    /// one (`GPL-2.0` may have meant `-only` or `-or-later`).
    package func isEquivalent(to other: SPDXExpression) -> Bool {
        !Set(readings).isDisjoint(with: other.readings)
    }

    /// Normal forms: one for the first replacement of every deprecated id, one for the last.
    private var readings: [String] {
        [SPDXExpression.normal(root) { $0.first }, SPDXExpression.normal(root) { $0.last }]
    }

    private static func normal(_ node: Node, _ choose: ([String]) -> String?) -> String {
        switch node {
        case .term(let term):
            guard let entry = LicenceList.entry(term.id), entry.isDeprecated, let chosen = choose(entry.replacements)
            else {
                return term.text
            }
            return chosen + (term.exception.map { " WITH \($0)" } ?? "")
        case .all(let nodes): return joined(nodes, "AND", choose)
        case .any(let nodes): return joined(nodes, "OR", choose)
        }
    }

    private static func joined(_ nodes: [Node], _ name: String, _ choose: ([String]) -> String?) -> String {
        let parts = Set(nodes.map { normal($0, choose) }).sorted()
        return parts.count == 1 ? parts[0] : "(" + parts.joined(separator: " \(name) ") + ")"
    }
}
