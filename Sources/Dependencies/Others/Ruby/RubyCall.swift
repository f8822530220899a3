// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents

/// A call as build files of Ruby make them: `gem "rake", "~> 13.0", group: :test`.
struct RubyCall {
    /// The method; for `spec.add_dependency` what stands behind the dot.
    let name: String
    /// True where it is called on something: `spec.name = …`.
    let isOnReceiver: Bool
    /// True for `spec.name = "…"`.
    let isAssignment: Bool
    /// Texts and symbols among its arguments, but for those of options.
    let texts: [String]
    /// `key: value` and `:key => value`, where the value is a text, a symbol or a list; of a list its first.
    let options: [String: String]
    /// All plain arguments are texts; false where one is calculated.
    let isWhole: Bool
    /// It is followed by `do`, or is a structure that `end` closes.
    let opensBlock: Bool
    let line: Int

    /// All calls that begin a statement, in the order of the file, and where something in it has no end.
    static func all(in bytes: [UInt8]) -> (calls: [RubyCall], gap: DocumentError?) {
        var calls: [RubyCall] = []
        var statement: [SourceToken] = []
        var depth = 0
        let (tokens, gap) = SourceTokens.of(bytes, .ruby)
        for (place, token) in tokens.enumerated() {
            if token.isSymbol("(") || token.isSymbol("[") || token.isSymbol("{") { depth += 1 }
            if token.isSymbol(")") || token.isSymbol("]") || token.isSymbol("}") { depth = max(0, depth - 1) }
            let continues = statement.last.map { $0.isSymbol(",") || $0.isSymbol(".") || $0.isSymbol(">") } ?? true
            if token.kind == .lineEnd, depth == 0, !continues || statement.isEmpty {
                if let call = RubyCall(statement[...]) { calls.append(call) }
                statement = []
            } else if token.isSymbol(";"), depth == 0 {
                if let call = RubyCall(statement[...]) { calls.append(call) }
                statement = []
            } else if token.kind != .lineEnd {
                // Neither a bracket that is never closed nor a comma too many may swallow the file.
                if let last = statement.last, last.line != token.line, begins(tokens[place...], depth: depth) {
                    if let call = RubyCall(statement[...]) { calls.append(call) }
                    statement = []
                    depth = 0
                }
                statement.append(token)
            }
        }
        if let call = RubyCall(statement[...]) { calls.append(call) }
        return (calls, gap)
    }

    private static let starters: Set<String> = ["gem", "source", "group"]

    /// A call of a Gemfile stands here, and not an option of its name: `group: :test`.
    private static func begins(_ tokens: ArraySlice<SourceToken>, depth: Int) -> Bool {
        guard let first = tokens.first, first.kind == .word else { return false }
        if first.text == "end" { return depth > 0 }
        guard starters.contains(first.text), let next = tokens.dropFirst().first else { return false }
        return next.isString || next.isSymbol("(")
            || next.isSymbol(":") && tokens.dropFirst(2).first.map { $0.kind == .word } ?? false
    }

    private static let structures: Set<String> = [
        "if", "unless", "case", "begin", "while", "until", "def", "for", "class", "module",
    ]

    private init?(_ tokens: ArraySlice<SourceToken>) {
        var rest = tokens
        var onReceiver = false
        while rest.count > 2, rest[rest.startIndex].kind == .word, rest[rest.startIndex + 1].isSymbol(".") {
            rest = rest.dropFirst(2)
            onReceiver = true
        }
        guard let first = rest.first, first.kind == .word else { return nil }
        name = first.text
        line = first.line
        isOnReceiver = onReceiver
        var arguments = rest.dropFirst()
        isAssignment = arguments.first?.isSymbol("=") == true && arguments.dropFirst().first?.isSymbol("=") != true
        opensBlock = RubyCall.structures.contains(first.text) && !onReceiver || arguments.contains { $0.isWord("do") }
        // `gem "x" if condition` ends before the condition.
        if let end = arguments.firstIndex(where: { $0.isWord("if") || $0.isWord("unless") || $0.isWord("do") }) {
            arguments = arguments[..<end]
        }
        let parted = RubyArguments(arguments)
        (texts, options, isWhole) = (parted.texts, parted.options, parted.isWhole)
    }
}
