// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents

/// A piece of a build script.
struct SourceToken {
    enum Kind: Equatable {
        case word
        /// A text; `isWhole` is false where something is filled in when the script runs.
        case string(isWhole: Bool)
        case symbol(UInt8)
        case lineEnd
    }

    let kind: Kind
    let text: String
    let line: Int

    func isSymbol(_ symbol: Unicode.Scalar) -> Bool { kind == .symbol(UInt8(ascii: symbol)) }

    func isWord(_ word: String) -> Bool { kind == .word && text == word }

    var isString: Bool { if case .string = kind { true } else { false } }
}

/// Takes build scripts of Ruby, Groovy and Kotlin apart in one pass: words, texts, signs and line ends.
///
/// It knows comments and texts, which is what keeps a name in a comment from counting, and nothing else of the
/// languages. Texts in one line end at its end at the latest, and what has no end begins nothing, so a sign that is
/// misread can't swallow the file.
struct SourceTokens {
    /// What a text is made of, and where something in it has no end.
    typealias Reading = (tokens: [SourceToken], gap: DocumentError?)

    enum Language {
        /// `#` comments, `=begin`, `%w[…]`, `:symbols`.
        case ruby
        /// `//` and `/* */` comments, `'''` and `"""` texts.
        case groovy
    }

    private let bytes: [UInt8]
    private let language: Language
    private var index = 0
    private var line = 1
    private var tokens: [SourceToken] = []
    private var gap: DocumentError?
    /// Ends that no longer come.
    private var missing: Set<String> = []

    static func of(_ bytes: [UInt8], _ language: Language) -> Reading {
        var reader = SourceTokens(bytes: bytes, language: language)
        return (reader.read(), reader.gap)
    }

    private init(bytes: [UInt8], language: Language) {
        self.bytes = bytes
        self.language = language
    }

    private func peek(_ distance: Int = 0) -> UInt8? { index + distance < bytes.count ? bytes[index + distance] : nil }

    private func stands(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    /// Whether the end of what begins here still comes, `distance` bytes on or later.
    private mutating func comes(_ end: String, after distance: Int) -> Bool {
        if !missing.contains(end) {
            let mark = Array(end.utf8)
            var rest = bytes[min(index + distance, bytes.count)...]
            while let start = rest.firstIndex(of: mark[0]) {
                rest = bytes[start...]
                if rest.starts(with: mark) { return true }
                rest.removeFirst()
            }
            missing.insert(end)
        }
        gap = gap ?? DocumentError(line: line, "what begins here never ends")
        return false
    }

    private mutating func skip(_ count: Int = 1) {
        for _ in 0..<count where index < bytes.count {
            if bytes[index] == UInt8(ascii: "\n") { line += 1 }
            index += 1
        }
    }

    private mutating func skipLine() { while let byte = peek(), byte != UInt8(ascii: "\n") { skip() } }

    private mutating func read() -> [SourceToken] {
        while let byte = peek() {
            if byte == UInt8(ascii: "\n") {
                tokens.append(SourceToken(kind: .lineEnd, text: "", line: line))
                skip()
            } else if byte.isPadding {
                skip()
            } else if !comment(byte), !string(byte) {
                byte.isWord || byte >= 0x80 ? word() : symbol(byte)
            }
        }
        tokens.append(SourceToken(kind: .lineEnd, text: "", line: line))
        return tokens
    }

    private mutating func symbol(_ byte: UInt8) {
        // A line end behind a backslash ends nothing.
        if byte == UInt8(ascii: "\\") {
            skip(peek(1) == UInt8(ascii: "\r") ? 3 : 2)
        } else if language == .ruby, stands("::") {
            // Parts of a constant's name, and no key.
            tokens.append(SourceToken(kind: .word, text: "::", line: line))
            skip(2)
        } else {
            tokens.append(SourceToken(kind: .symbol(byte), text: "", line: line))
            skip()
        }
    }

    private mutating func word() {
        let start = index
        while let byte = peek(), byte.isWord || byte >= 0x80 || language == .ruby && (byte == 0x3F || byte == 0x21) {
            skip()
        }
        tokens.append(SourceToken(kind: .word, text: bytes[start..<index].decoded, line: line))
    }

    private mutating func comment(_ byte: UInt8) -> Bool {
        switch language {
        case .ruby where byte == UInt8(ascii: "#"): skipLine()
        case .ruby where byte == UInt8(ascii: "=") && isLineStart && stands("=begin"):
            guard comes("\n=end", after: 6) else { return false }
            while index < bytes.count, !(isLineStart && stands("=end")) { skip() }
            skipLine()
        case .groovy where stands("//"): skipLine()
        case .groovy where stands("/*"):
            guard comes("*/", after: 2) else { return false }
            while index < bytes.count, !stands("*/") { skip() }
            skip(2)
        default: return false
        }
        return true
    }

    private var isLineStart: Bool { index == 0 || bytes[index - 1] == UInt8(ascii: "\n") }

    private mutating func string(_ byte: UInt8) -> Bool {
        if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
            let triple = language == .groovy && peek(1) == byte && peek(2) == byte
            let mark = byte == UInt8(ascii: "'") ? "'''" : "\"\"\""
            quoted(until: byte, isTriple: triple && comes(mark, after: 3))
            return true
        }
        return language == .ruby && percent(byte)
    }

    private mutating func quoted(until close: UInt8, isTriple: Bool) {
        let start = line
        skip(isTriple ? 3 : 1)
        var text: [UInt8] = []
        var isWhole = true
        while let byte = peek() {
            if isTriple
                ? byte == close && peek(1) == close && peek(2) == close : byte == close || byte == UInt8(ascii: "\n")
            {
                break
            }
            if byte == UInt8(ascii: "\\"), !isTriple {
                skip()
                if let next = peek(), next != UInt8(ascii: "\n") { text.append(next) }
                skip()
                continue
            }
            // Ruby fills in at `#{`, Groovy and Kotlin at `$`, and only between double quotes.
            let fills =
                language == .ruby
                ? byte == UInt8(ascii: "#") && peek(1) == UInt8(ascii: "{") : byte == UInt8(ascii: "$")
            if fills, close == UInt8(ascii: "\"") {
                isWhole = false
                if !isTriple, language == .groovy, let end = TextTemplate.end(in: bytes, at: index) {
                    text += bytes[index..<end]
                    skip(end - index)
                    continue
                }
            }
            text.append(byte)
            skip()
        }
        if peek() == close { skip(isTriple ? 3 : 1) }
        tokens.append(SourceToken(kind: .string(isWhole: isWhole), text: text.decoded, line: start))
    }

    /// Ruby's `%w[a b]` (a list of texts), `%q(…)`, `%Q{…}`, and `:name`, which counts as a text.
    private mutating func percent(_ byte: UInt8) -> Bool {
        guard byte == UInt8(ascii: "%"), let kind = peek(1), Array("wWiIqQ".utf8).contains(kind), let open = peek(2),
            let place = Array("[({<|!/".utf8).firstIndex(of: open)
        else { return false }
        let close = Array("])}>|!/".utf8)[place]
        guard comes(String(UnicodeScalar(close)), after: 3) else { return false }
        let start = line
        skip(3)
        var text: [UInt8] = []
        while let next = peek(), next != close {
            text.append(next)
            skip()
        }
        skip()
        let isList = Array("wWiI".utf8).contains(kind)
        let parts = isList ? text.split(whereSeparator: \.isPadding).map(Array.init) : [text]
        for part in parts { tokens.append(SourceToken(kind: .string(isWhole: true), text: part.decoded, line: start)) }
        return true
    }
}
