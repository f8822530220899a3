// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A template of a value, taken apart so that near misses can be made of it.
struct ValueTemplate {
    enum Part {
        case literal(String)
        /// Random characters of an alphabet.
        case run(String, Int)
        /// Whatever else is made up: a UUID, a checksum, base64 of something.
        case made(String)
    }

    let text: String
    let parts: [Part]

    init(_ text: String) {
        self.text = text
        var parts: [Part] = []
        var literal = ""
        var rest = Substring(text)
        func close() {
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = ""
        }
        while let first = rest.first {
            if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
                literal += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else if first == "{", rest.dropFirst().first?.isLetter == true {
                close()
                let word = ValueTemplate.word(of: rest)
                rest = rest.dropFirst(word.count + 2)
                let fields = word.split(separator: ":")
                if fields.count == 2, fields[0] != "word", let count = Int(fields[1]) {
                    parts.append(.run(String(fields[0]), count))
                } else {
                    parts.append(.made(String(word)))
                }
            } else {
                literal.append(first)
                rest = rest.dropFirst()
            }
        }
        close()
        self.parts = parts
    }

    /// What stands between the brace that comes first and the one that closes it.
    private static func word(of text: Substring) -> Substring {
        var depth = 0
        for index in text.indices {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" { depth -= 1 }
            if depth == 0 { return text[text.index(after: text.startIndex)..<index] }
        }
        return text.dropFirst()
    }

    /// The template with every part made anew.
    func replacing(_ change: (Part) -> String) -> String { parts.map(change).joined() }

    func standing(_ part: Part) -> String {
        switch part {
        case .literal(let text): text
        case .run(let alphabet, let count): "{\(alphabet):\(count)}"
        case .made(let word): "{\(word)}"
        }
    }

    var runs: [(alphabet: String, count: Int)] {
        parts.compactMap { if case .run(let alphabet, let count) = $0 { (alphabet, count) } else { nil } }
    }

    var literalLetters: Int {
        parts.reduce(0) { count, part in
            if case .literal(let text) = part { count + text.count(where: \.isLetter) } else { count }
        }
    }
}
