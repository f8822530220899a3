// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents

/// A statement of a Gradle script, in Groovy or Kotlin, with the blocks that it stands in.
struct GradleStatement {
    let tokens: ArraySlice<SourceToken>
    /// The names of the blocks around it, the innermost first, as far as they matter.
    let blocks: [String]

    /// The word that it begins with; of `a.b.c` the last.
    var head: String {
        var rest = tokens
        while rest.count > 2, rest[rest.startIndex].kind == .word, rest[rest.startIndex + 1].isSymbol("."),
            rest[rest.startIndex + 2].kind == .word
        {
            rest = rest.dropFirst(2)
        }
        return rest.first?.text ?? ""
    }

    var strings: [SourceToken] { tokens.filter(\.isString) }

    func has(_ word: String) -> Bool { tokens.contains { $0.isWord(word) } }

    /// What stands behind `name:` or `name =`: a text, or the name of a variable.
    func value(of name: String) -> SourceToken? {
        for place in tokens.indices.dropLast(2) where tokens[place].isWord(name) {
            let sign = tokens[place + 1]
            if sign.isSymbol(":") || sign.isSymbol("=") { return tokens[place + 2] }
        }
        return nil
    }

    /// What stands behind a word, past an opening bracket: `version "1"`, `version("1")`.
    func value(behind word: String) -> SourceToken? {
        for place in tokens.indices.dropLast() where tokens[place].isWord(word) {
            let next = tokens[place + 1]
            if !next.isSymbol("(") { return next }
            if place + 2 < tokens.endIndex { return tokens[place + 2] }
        }
        return nil
    }

    /// Blocks that only say when or how often what is in them counts.
    private static let control: Set<String> = [
        "if", "else", "for", "each", "forEach", "when", "while", "try", "with", "apply", "run",
    ]
    /// So many blocks are looked at, however deep a file goes.
    private static let deepest = 12

    /// The statements of a script, in order, and where its blocks may be told apart wrongly.
    static func all(in bytes: [UInt8]) -> (statements: [GradleStatement], gap: DocumentError?) {
        var (tokens, gap) = SourceTokens.of(bytes, .groovy)
        var statements: [GradleStatement] = []
        var blocks: [(name: String, line: Int)] = []
        var start = 0
        var depth = 0
        func take(_ end: Int) {
            let part = tokens[start..<end].filter { $0.kind != .lineEnd }
            start = end + 1
            guard !part.isEmpty else { return }
            let around = blocks.suffix(deepest).reversed().map(\.name).filter { !control.contains($0) }
            statements.append(GradleStatement(tokens: part[...], blocks: around))
        }
        for (place, token) in tokens.enumerated() {
            if token.isSymbol("(") || token.isSymbol("[") { depth += 1 }
            if token.isSymbol(")") || token.isSymbol("]") { depth = max(0, depth - 1) }
            if token.isSymbol("{") {
                let before = statements.count
                take(place)
                let name = statements.count > before ? statements[before].head : blocks.last?.name ?? ""
                blocks.append((name, token.line))
                depth = 0
            } else if token.isSymbol("}") {
                take(place)
                if blocks.popLast() == nil { gap = gap ?? DocumentError(line: token.line, "a '}' that closes nothing") }
                depth = 0
            } else if token.isSymbol(";") || token.kind == .lineEnd, depth == 0 {
                let isContinued = place > start && tokens[place - 1].isSymbol(",")
                if !isContinued { take(place) }
            }
        }
        take(tokens.count)
        if let open = blocks.last { gap = gap ?? DocumentError(line: open.line, "a '{' that is never closed") }
        return (statements, gap)
    }
}
