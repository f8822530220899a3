// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Arguments of a Ruby call, parted into plain texts and options.
struct RubyArguments {
    private(set) var texts: [String] = []
    private(set) var options: [String: String] = [:]
    /// All plain arguments are texts; false where one is calculated.
    private(set) var isWhole = true
    /// The option whose value comes next.
    private var key: String?

    init(_ tokens: ArraySlice<SourceToken>) {
        // In `gem("x", …)` the arguments stand one bracket deep.
        let base = tokens.first?.isSymbol("(") == true ? 1 : 0
        var depth = 0
        var isBehindDot = false
        var rest = tokens
        while let token = rest.first {
            if token.isSymbol("(") || token.isSymbol("[") || token.isSymbol("{") { depth += 1 }
            if token.isSymbol(")") || token.isSymbol("]") || token.isSymbol("}") { depth -= 1 }
            if token.isSymbol(","), depth <= base { key = nil }
            if let (name, length) = RubyArguments.key(rest) {
                if depth <= base { key = name }
                rest = rest.dropFirst(length)
            } else if token.isSymbol(":"), let symbol = rest.dropFirst().first, symbol.kind == .word {
                take(symbol.text)
                rest = rest.dropFirst(2)
            } else {
                if token.kind == .string(isWhole: true) { take(token.text) }
                if key == nil, token.kind == .string(isWhole: false) || token.kind == .word && !isBehindDot {
                    isWhole = false
                }
                isBehindDot = token.isSymbol(".")
                rest = rest.dropFirst()
            }
        }
    }

    /// `name:`, `"name":`, `:name =>` and `"name" =>` at the beginning, with the number of their tokens.
    private static func key(_ tokens: ArraySlice<SourceToken>) -> (name: String, length: Int)? {
        let start = tokens.startIndex
        func at(_ place: Int) -> SourceToken? { start + place < tokens.endIndex ? tokens[start + place] : nil }
        func isArrow(_ place: Int) -> Bool { at(place)?.isSymbol("=") == true && at(place + 1)?.isSymbol(">") == true }
        guard let first = at(0) else { return nil }
        if first.isSymbol(":"), let symbol = at(1), symbol.kind == .word, isArrow(2) { return (symbol.text, 4) }
        guard first.kind == .word || first.isString else { return nil }
        if at(1)?.isSymbol(":") == true { return (first.text, 2) }
        return first.isString && isArrow(1) ? (first.text, 3) : nil
    }

    /// Of a list, an option takes the first.
    private mutating func take(_ text: String) {
        guard let key else { return texts.append(text) }
        if options[key] == nil { options[key] = text }
    }
}
