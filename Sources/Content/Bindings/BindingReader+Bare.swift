// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Values without quotes, where the file or the place has such.
extension BindingReader {
    /// `--password word`, `password word` of settings, `password string = "..."`, `PASSWORD DEFAULT '...'`.
    func word(from start: Int, _ name: Range<Int>, _ opening: UInt8?) -> [Found] {
        if let sign = assignment(from: start), let found = value(from: sign, joins: true) { return found }
        if kind == .shell, isExported(name) {
            return literals.bare(at: start) { $0.isBlank || $0 == UInt8(ascii: ";") }.map { [($0, .bare)] } ?? []
        }
        let isFlag = opening == UInt8(ascii: "-")
        guard isFlag || (kind == .words && isEntry(name)) else {
            // IDENTIFIED BY and the like: one word in between.
            for word: StaticString in ["by ", "default ", "is ", "or "] {
                let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
                if text[start...].prefix(bytes.count).elementsEqual(bytes, by: { $0.lowered == $1 }) {
                    return quoted(at: literals.skip(from: start + bytes.count)).map { [$0] } ?? []
                }
            }
            return []
        }
        guard text[start] != UInt8(ascii: "-") else { return [] }
        return literals.bare(at: start) { $0.isBlank || $0.isQuote || ",;|)&<>".utf8.contains($0) }.map {
            [($0, .bare)]
        } ?? []
    }

    /// `ENV NAME value`, `set -x NAME value`, `setenv NAME value`.
    func isExported(_ name: Range<Int>) -> Bool {
        var start = name.lowerBound
        while start > 0, name.lowerBound - start < 20, !text[start - 1].isLineEnd { start -= 1 }
        let words = text[start..<name.lowerBound].split(whereSeparator: \.isBlank).map { $0.string }
        return words == ["ENV"] || words == ["setenv"]
            || (words.count == 2 && words[0] == "set" && ["-x", "-gx", "-xg", "-Ux"].contains(words[1]))
    }

    /// In a comment, nothing else stands on the line but the name, its value, and what made it one.
    func isEntry(_ name: Range<Int>) -> Bool {
        guard isRemark(name.lowerBound) else { return true }
        var start = name.lowerBound
        while start > 0, text[start - 1].isBlank || text[start - 1] == UInt8(ascii: "#") { start -= 1 }
        guard start == 0 || text[start - 1].isLineEnd else { return false }
        var index = literals.skip(from: name.upperBound)
        while index < text.count, !text[index].isBlank, !text[index].isLineEnd {
            guard index - name.upperBound < 200 else { return false }
            index += 1
        }
        index = literals.skip(from: index)
        return index == text.count || text[index].isLineEnd
    }

    /// A value without quotes, where the file or the place has such.
    func bare(from start: Int, _ name: Range<Int>, _ opening: UInt8?, isTight: Bool) -> [Found] {
        let index = literals.skip(from: start)
        guard index < text.count, !text[index].isLineEnd else { return [] }
        let isInText = isInsideText(name.lowerBound)
        if isInText || opening == UInt8(ascii: "?") || opening == UInt8(ascii: "&") {
            let found = literals.bare(at: index) { $0.isBlank || $0.isQuote || ";&,\\)<>}|".utf8.contains($0) }
            return found.map { [($0, .embedded)] } ?? []
        }
        switch kind {
        case .yaml where isFlow(name):
            return literals.bare(at: index, until: { ",}".utf8.contains($0) }).map { [($0, .bare)] } ?? []
        case .settings where isTight && isBehindOther(name), .yaml where isTight && isBehindOther(name):
            return literals.bare(at: index, until: { $0.isBlank || $0.isQuote }).map { [($0, .bare)] } ?? []
        case .settings, .yaml: return rest(from: index)
        case .words, .prose, .unknown:
            return literals.bare(at: index, until: { $0.isBlank || $0.isQuote }).map { [($0, .bare)] } ?? []
        case .shell:
            guard isTight || opening == UInt8(ascii: "-") else { return [] }
            return literals.bare(at: index) { $0.isBlank || ";&|)`\"'".utf8.contains($0) }.map { [($0, .bare)] } ?? []
        case .code, .markup:
            guard isRemark(name.lowerBound) || opening == UInt8(ascii: "-") else { return [] }
            return literals.bare(at: index, until: { $0.isBlank || $0.isQuote }).map { [($0, .bare)] } ?? []
        }
    }

    /// Within the braces of a mapping on one line.
    func isFlow(_ name: Range<Int>) -> Bool {
        let line = text[..<name.lowerBound].suffix(200).reversed().prefix { !$0.isLineEnd }.drop {
            $0.isBlank || $0.isQuote
        }
        return line.first == UInt8(ascii: "{") || (line.first == UInt8(ascii: ",") && line.contains(UInt8(ascii: "{")))
    }

    /// Another name is bound before it on the line: `user=a password=b`.
    func isBehindOther(_ name: Range<Int>) -> Bool {
        var start = name.lowerBound
        while start > 0, name.lowerBound - start < 200, !text[start - 1].isLineEnd { start -= 1 }
        return text[start..<name.lowerBound].contains { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }
    }

    /// `${1:-word}` gives a word where nothing else is given: that word.
    func defaulted(_ literal: LiteralReader.Literal) -> LiteralReader.Literal {
        let value = literal.value
        guard value.count == literal.range.count, value.starts(with: "${".utf8), value.last == UInt8(ascii: "}"),
            let sign = value.firstRange(of: Array(":-".utf8)), sign.upperBound < value.count - 1
        else { return literal }
        var inner = literal
        inner.range = (literal.range.lowerBound + sign.upperBound)..<(literal.range.upperBound - 1)
        inner.value = Array(value[sign.upperBound..<(value.count - 1)])
        return inner
    }

    /// To the end of the line, without a comment.
    func rest(from start: Int) -> [Found] {
        guard var literal = literals.bare(at: start, until: { _ in false }).flatMap(unfolded) else { return [] }
        for index in literal.range.dropFirst()
        where text[index] == UInt8(ascii: "#") || text[index] == UInt8(ascii: ";") {
            guard text[index - 1].isBlank else { continue }
            var end = index
            while end > literal.range.lowerBound, text[end - 1].isBlank { end -= 1 }
            literal.range = literal.range.lowerBound..<end
            literal.value = Array(text[literal.range])
            break
        }
        return literal.value.isEmpty ? [] : [(literal, .bare)]
    }

    /// The first line of a scalar of YAML whose sign is `|` or `>`; any other literal as it is.
    func unfolded(_ literal: LiteralReader.Literal) -> LiteralReader.Literal? {
        guard kind == .yaml, let first = literal.value.first, first == UInt8(ascii: "|") || first == UInt8(ascii: ">"),
            literal.value.dropFirst().allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") })
        else { return literal }
        return literals.bare(at: literals.skip(from: literal.end, lines: true)) { _ in false }
    }
}
