// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Says which of many expressions a text may match, by the literals that their matches contain.
struct Prefilter: Sendable {
    private let index: LiteralIndex
    /// By literal, the numbers of the expressions that need it.
    private let needing: [[Int]]
    /// By expression: true where no literal is needed.
    private let always: [Bool]

    /// By expression, its literal; empty when it needs none.
    init(_ literals: [[UInt8]]) {
        var numbers: [[UInt8]: Int] = [:]
        var all: [[UInt8]] = []
        var needing: [[Int]] = []
        for (expression, literal) in literals.enumerated() where !literal.isEmpty {
            if let number = numbers[literal] {
                needing[number].append(expression)
            } else {
                numbers[literal] = all.count
                all.append(literal)
                needing.append([expression])
            }
        }
        index = LiteralIndex(all)
        self.needing = needing
        always = literals.map(\.isEmpty)
    }

    /// By expression, whether it may match.
    func possible(in text: UnsafeBufferPointer<UInt8>) -> [Bool] {
        var result = always
        forEachOccurrence(in: text) { expression, _ in result[expression] = true }
        return result
    }

    /// Calls with an expression and the offset of its literal, by offset.
    func forEachOccurrence(in text: UnsafeBufferPointer<UInt8>, _ body: (Int, Int) -> Void) {
        index.forEachOccurrence(in: text) { literal, offset in
            for expression in needing[literal] { body(expression, offset) }
        }
    }
}

extension LiteralIndex {
    /// The same in the first bytes of a text.
    func forEachOccurrence(in text: String, limit: Int = CatalogueMatcher.limit, _ body: (Int, Int) -> Void) {
        text.withPrefix(limit) { forEachOccurrence(in: $0, body) }
    }
}

extension String {
    /// The first bytes of the text.
    func withPrefix<Result>(_ limit: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = self
        return text.withUTF8 { body(UnsafeBufferPointer(rebasing: $0.prefix(limit))) }
    }
}
