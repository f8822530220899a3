// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Reads values of names that are themselves values: the name stands in one field, column or argument and what it is
/// bound to in another.
struct PairReader {
    let text: UnsafeBufferPointer<UInt8>

    typealias Literal = LiteralReader.Literal
    typealias Found = (Literal, Binding.Form)

    private var literals: LiteralReader { LiteralReader(text: text) }

    /// Bytes of a statement or block that are read at most.
    private static let reach = 600
    /// Rows of one statement that are read at most.
    private static let rowLimit = 20

    /// What the fields around a name give it; `end` is behind the name and its closing quote.
    func values(of name: Range<Int>, end: Int, isQuoted: Bool) -> [Found] {
        if let found = field(of: name, from: end) ?? element(from: end) { return [found] }
        if isQuoted, let found = variable(of: name, from: end) ?? argumentBefore(name) { return [found] }
        return inserted(name, end: end)
    }

    // MARK: fields

    /// `name: DB_PASSWORD, value: word`, also on the next line and as JSON.
    private func field(of name: Range<Int>, from end: Int) -> Found? {
        var index = literals.skip(from: end)
        if index < text.count, text[index] == UInt8(ascii: ",") {
            index += 1
        } else if index < text.count, !text[index].isLineEnd {
            return nil
        }
        index = literals.skip(from: index, lines: true)
        let isQuoted = index < text.count && text[index].isQuote
        if isQuoted { index += 1 }
        guard index < text.count, text[index...].prefix(5).lowered.elementsEqual("value".utf8) else { return nil }
        index += 5
        if isQuoted { index += 1 }
        index = literals.skip(from: min(index, text.count))
        guard index < text.count, text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "=") else {
            return nil
        }
        index = literals.skip(from: index + 1)
        if let literal = literals.quoted(at: index) { return (literal, .quoted) }
        let before = text[..<name.lowerBound].suffix(20).reversed().first { !$0.isBlank && !$0.isQuote }
        guard !isQuoted, before == UInt8(ascii: ":") || before == UInt8(ascii: "=") else { return nil }
        return literals.bare(at: index) { $0.isBlank || ",}])(;".utf8.contains($0) }.map { ($0, .bare) }
    }

    /// `<key>ApiToken</key><string>word</string>`, `<name>password</name><value>word</value>`.
    private func element(from end: Int) -> Found? {
        guard text[end...].starts(with: "</".utf8) else { return nil }
        let tag = text[(end + 2)...].prefix(while: \.isLetter)
        guard ["key", "name", "param-name"].contains(tag.lowered.string) else { return nil }
        var index = tag.endIndex
        guard index < text.count, text[index] == UInt8(ascii: ">") else { return nil }
        index = literals.skip(from: index + 1, lines: true)
        for opening: StaticString in ["<string>", "<value>", "<param-value>"] {
            let bytes = UnsafeBufferPointer(start: opening.utf8Start, count: opening.utf8CodeUnitCount)
            guard text[min(index, text.count)...].starts(with: bytes) else { continue }
            guard let literal = literals.bare(at: index + bytes.count, until: { $0 == UInt8(ascii: "<") }),
                literal.end < text.count,
                !text[literal.end].isLineEnd
            else { return nil }
            return (literal, .element)
        }
        return nil
    }

    /// `variable "db_password" { default = "word" }`.
    private func variable(of name: Range<Int>, from end: Int) -> Found? {
        let brace = literals.skip(from: end)
        guard brace < text.count, text[brace] == UInt8(ascii: "{"), name.lowerBound >= 10,
            text[(name.lowerBound - 10)..<(name.lowerBound - 1)].elementsEqual("variable ".utf8)
        else { return nil }
        let block = text[brace...].prefix(PairReader.reach).prefix { $0 != UInt8(ascii: "}") }
        guard let word = block.firstRange(of: Array("default".utf8)) else { return nil }
        let sign = literals.skip(from: word.upperBound)
        guard sign < text.count, text[sign] == UInt8(ascii: "=") else { return nil }
        return literals.quoted(at: literals.skip(from: sign + 1)).map { ($0, .quoted) }
    }

    // MARK: values before their names

    /// `setValue("word", forHTTPHeaderField: "X-Api-Key")`, `[d setObject:@"word" forKey:@"token"]`.
    private func argumentBefore(_ name: Range<Int>) -> Found? {
        var index = name.lowerBound - 1
        while index > 0, text[index - 1].isBlank || text[index - 1] == UInt8(ascii: "@") { index -= 1 }
        for label: StaticString in ["forHTTPHeaderField:", "forKey:"] {
            let bytes = UnsafeBufferPointer(start: label.utf8Start, count: label.utf8CodeUnitCount)
            guard index >= bytes.count, text[(index - bytes.count)..<index].elementsEqual(bytes) else { continue }
            return literalBefore(index - bytes.count)
        }
        return nil
    }

    /// `"word".equals(password)`.
    func receiver(of name: Range<Int>) -> Found? {
        for call: StaticString in [".equals(", ".equalsIgnoreCase(", ".contentEquals("] {
            let bytes = UnsafeBufferPointer(start: call.utf8Start, count: call.utf8CodeUnitCount)
            guard name.lowerBound >= bytes.count,
                text[(name.lowerBound - bytes.count)..<name.lowerBound].elementsEqual(bytes)
            else { continue }
            return literalBefore(name.lowerBound - bytes.count)
        }
        return nil
    }

    /// The quoted text that ends before an offset, blanks and commas left out; on the same line.
    private func literalBefore(_ end: Int) -> Found? {
        var close = end
        while close > 0, text[close - 1].isBlank || text[close - 1] == UInt8(ascii: ",") { close -= 1 }
        guard close > 1, text[close - 1].isQuote else { return nil }
        let quote = text[close - 1]
        var start = close - 1
        while start > 0, text[start - 1] != quote, !text[start - 1].isLineEnd, close - start < PairReader.reach {
            start -= 1
        }
        guard start > 0, text[start - 1] == quote, start < close - 1 else { return nil }
        return (Literal(range: start..<(close - 1), value: Array(text[start..<(close - 1)]), end: close), .quoted)
    }

    // MARK: statements

    /// `INSERT INTO users (name, password) VALUES ('a', 'word')`.
    private func inserted(_ name: Range<Int>, end: Int) -> [Found] {
        let next = literals.skip(from: end)
        guard next < text.count, text[next] == UInt8(ascii: ",") || text[next] == UInt8(ascii: ")") else { return [] }
        var column = 0
        var start = name.lowerBound
        while start > 0, name.lowerBound - start < PairReader.reach, text[start - 1] != UInt8(ascii: "(") {
            start -= 1
            guard text[start] != UInt8(ascii: ")"), text[start] != UInt8(ascii: ";") else { return [] }
            if text[start] == UInt8(ascii: ",") { column += 1 }
        }
        let list = text[end...].prefix(PairReader.reach)
        guard start > 0, text[start - 1] == UInt8(ascii: "("), let close = list.firstIndex(of: UInt8(ascii: ")")) else {
            return []
        }
        var index = literals.skip(from: close + 1, lines: true)
        guard index < text.count, text[index...].prefix(6).lowered.elementsEqual("values".utf8) else { return [] }
        index = literals.skip(from: index + 6, lines: true)
        var found: [Found] = []
        while found.count < PairReader.rowLimit, index < text.count, text[index] == UInt8(ascii: "(") {
            guard let row = row(from: index + 1, column: column) else { break }
            if let literal = row.value { found.append((literal, .quoted)) }
            index = literals.skip(from: row.end, lines: true)
            guard index < text.count, text[index] == UInt8(ascii: ",") else { break }
            index = literals.skip(from: index + 1, lines: true)
        }
        return found
    }

    /// The quoted text in a column of a row, and where the row ends; nil where it does not.
    private func row(from start: Int, column: Int) -> (value: Literal?, end: Int)? {
        var index = literals.skip(from: start, lines: true)
        var current = 0
        var value: Literal?
        while index < text.count, index - start < PairReader.reach * 2 {
            if text[index].isQuote, let literal = literals.quoted(at: index) {
                if current == column { value = literal }
                index = literal.end
                continue
            }
            if text[index] == UInt8(ascii: ",") { current += 1 }
            index += 1
            if text[index - 1] == UInt8(ascii: ")") { return (value, index) }
        }
        return nil
    }
}
