// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// An SPDX licence expression (SPDX 2.3, annex D; with the lower-case operators and `AdditionRef-` of SPDX 3.0.1, annex
/// B). It is grammatical; whether its ids are on the list, `issues` says.
package struct SPDXExpression: Hashable, Sendable {
    /// One licence, with what it is qualified by.
    package struct Term: Hashable, Sendable {
        /// As on the list, where it is on the list; else as written. With its `DocumentRef-NAME:`, where it has one.
        package let id: String
        /// `+`: this version or any later one.
        package let isOrLater: Bool
        /// What stands behind `WITH`, as `id`.
        package let exception: String?

        package init(id: String, isOrLater: Bool = false, exception: String? = nil) {
            self.id = id
            self.isOrLater = isOrLater
            self.exception = exception
        }

        /// As SPDX writes it.
        package var text: String { id + (isOrLater ? "+" : "") + (exception.map { " WITH \($0)" } ?? "") }

        /// What it asks. An exception takes from strong copyleft what reaches beyond the work itself.
        package var category: LicenceCategory {
            let category = LicenceList.entry(id)?.category ?? .unknown
            return category == .strongCopyleft && exception != nil ? .weakCopyleft : category
        }
    }

    /// Chains of one operator are one node, so that the depth is that of the parentheses.
    package indirect enum Node: Hashable, Sendable {
        case term(Term)
        case all([Node])
        case any([Node])
    }

    package let root: Node
    /// What is grammatical and wrong all the same, in the order of the text.
    package let issues: [Issue]

    init(root: Node, issues: [Issue] = []) {
        self.root = root
        self.issues = issues
    }

    /// Every licence in it, in the order of the text, repetitions too.
    package var terms: [Term] { SPDXExpression.terms(of: root) }

    /// Ids of licences and exceptions, each once, in the order of the text.
    package var ids: [String] {
        var seen: Set<String> = []
        return terms.flatMap { [$0.id] + ($0.exception.map { [$0] } ?? []) }.filter { seen.insert($0).inserted }
    }

    /// The expression in canonical case with no more parentheses than it needs.
    package var text: String { SPDXExpression.text(of: root) }

    /// Whether it can be kept to: of `OR` one side, of `AND` all.
    package func isAllowed(by rule: (Term) throws -> Bool) rethrows -> Bool {
        try SPDXExpression.isAllowed(root, rule)
    }

    private static func isAllowed(_ node: Node, _ rule: (Term) throws -> Bool) rethrows -> Bool {
        switch node {
        case .term(let term): try rule(term)
        case .all(let nodes): try nodes.allSatisfy { try isAllowed($0, rule) }
        case .any(let nodes): try nodes.contains { try isAllowed($0, rule) }
        }
    }

    /// All of them at once, as several tags in one file mean; nil for none.
    package static func all(_ expressions: [SPDXExpression]) -> SPDXExpression? {
        guard let first = expressions.first else { return nil }
        return expressions.count == 1
            ? first : SPDXExpression(root: .all(expressions.map(\.root)), issues: expressions.flatMap(\.issues))
    }

    private static func terms(of node: Node) -> [Term] {
        switch node {
        case .term(let term): [term]
        case .all(let nodes), .any(let nodes): nodes.flatMap(terms)
        }
    }

    private static func text(of node: Node, inside isInsideAll: Bool = false) -> String {
        switch node {
        case .term(let term): return term.text
        case .all(let nodes): return nodes.map { text(of: $0, inside: true) }.joined(separator: " AND ")
        case .any(let nodes):
            let choice = nodes.map { text(of: $0) }.joined(separator: " OR ")
            return isInsideAll ? "(\(choice))" : choice
        }
    }
}

extension SPDXExpression: CustomStringConvertible {
    package var description: String { text }
}
