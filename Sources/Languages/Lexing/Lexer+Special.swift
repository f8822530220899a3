// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Syntax.Features {
    /// Those that a word may begin.
    static let ofWords: Syntax.Features = [.cppRaw, .rustRaw, .perlTexts, .perlPages, .remarks, .fixedForm]
}

/// What only some languages know, and what begins it.
extension Lexer {
    /// Before comments and strings of the ordinary kind are tried.
    mutating func special() -> Bool {
        let features = syntax.features
        guard !features.isEmpty else { return false }
        switch text[index] {
        case UInt8(ascii: "\\"): return features.contains(.escapesInCode) && escape()
        case UInt8(ascii: "$"):
            return features.contains(.dollarNames) && dollarName() || features.contains(.dollarTexts) && dollarText()
        case UInt8(ascii: "#"): return features.contains(.swiftRaw) && swiftRaw()
        case UInt8(ascii: "@"):
            return features.contains(.csharpRaw) && csharpVerbatim() || features.contains(.hereStrings) && hereString()
        case UInt8(ascii: "\""): return features.contains(.csharpRaw) && csharpRaw()
        case UInt8(ascii: "["): return features.contains(.longBrackets) && longString()
        case UInt8(ascii: "<"): return angle(features)
        case UInt8(ascii: "%"): return features.contains(.percentTexts) && percentText()
        case UInt8(ascii: "="): return features.contains(.perlPages) && perlPage()
        case UInt8(ascii: "{"): return features.contains(.braceTexts) && braceText()
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return features.contains(.yaml) && yamlScalar()
        case UInt8(ascii: "?"):
            isClosed = features.contains(.endsAtPHPClose) && byte(1) == UInt8(ascii: ">")
            if isClosed { index += 2 }
            return isClosed
        case UInt8(ascii: "~"): return features.contains(.sigils) && sigil()
        case UInt8(ascii: "."): return features.contains(.explicitMarkup) && isLineStart && explicitMarkup()
        case UInt8(ascii: "*"):
            guard features.contains(.fixedForm), index == lineStart else { return false }
            lineComment(1)
            return true
        default: return false
        }
    }

    /// After them: a slash that begins no comment, an apostrophe that begins no string.
    mutating func lateSpecial() -> Bool {
        switch text[index] {
        case UInt8(ascii: "/"): syntax.features.contains(.regex) && regex()
        case UInt8(ascii: "'"): syntax.features.contains(.strictCharacters) && strictCharacter()
        default: false
        }
    }

    private mutating func angle(_ features: Syntax.Features) -> Bool {
        if features.contains(.phpTags) { return phpTag() }
        if features.contains(.markup) { return markupText() }
        if features.contains(.phpHeredocs) { return phpHeredoc() }
        return features.contains(.heredocs) && heredocOpener()
    }

    /// A word has been read.
    mutating func wordFeatures(from start: Int, beginsLine: Bool) {
        let features = syntax.features
        let word = text[start..<index]
        if features.contains(.cppRaw), byte(0) == UInt8(ascii: "\""), Lexer.rawPrefixes.contains(Array(word)) {
            cppRaw()
        } else if features.contains(.rustRaw), [1, 2].contains(word.count), word.last == UInt8(ascii: "r") {
            rustRaw()
        } else if features.contains(.perlTexts), word.count <= 2, beginsPerlText(word) {
            perlText(word)
        } else if features.contains(.perlPages), beginsLine,
            word.elementsEqual("__END__".utf8) || word.elementsEqual("__DATA__".utf8)
        {
            index = end
            add(.string, from: start)
        } else if features.contains(.remarks), word.count == 3, word.elementsEqual("rem".utf8, by: { $0 | 0x20 == $1 })
        {
            guard beginsLine || start > lineStart && text[start - 1] == UInt8(ascii: "@") else { return }
            index = start
            lineComment(3)
        } else if features.contains(.fixedForm), start == lineStart, word.count == 1,
            word.first.map({ $0 | 0x20 }) == UInt8(ascii: "c")
        {
            index = start
            lineComment(1)
        }
    }

    private static let rawPrefixes = ["R", "LR", "uR", "UR", "u8R"].map { Array($0.utf8) }

    /// What follows a backslash is nothing special; a line end stays to be read.
    private mutating func escape() -> Bool {
        index += byte(1) == nil || byte(1) == UInt8(ascii: "\n") ? 1 : 2
        isLineStart = false
        return true
    }

    /// `$'`, `$#` and the like are names, or, with a backslash, a character.
    private mutating func dollarName() -> Bool {
        guard let next = byte(1), (0x21...0x7E).contains(next), !Syntax.isWord(next), !"{([".utf8.contains(next) else {
            return false
        }
        index += next == UInt8(ascii: "\\") && byte(2) != UInt8(ascii: "\n") && byte(2) != nil ? 3 : 2
        isLineStart = false
        return true
    }

    /// `'x'`, `'\\n'`; any other apostrophe belongs to the code.
    private mutating func strictCharacter() -> Bool {
        guard let first = byte(1) else { return false }
        if first == UInt8(ascii: "\\") {
            // The longest escape is that of a code point: `\\u{10FFFF}`.
            guard let close = (3...12).first(where: { byte($0) == UInt8(ascii: "'") }) else { return false }
            return character(close + 1)
        }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        return byte(1 + length) == UInt8(ascii: "'") && first != UInt8(ascii: "'") && character(length + 2)
    }

    private mutating func character(_ length: Int) -> Bool {
        let start = index
        index += length
        add(.string, from: start, opener: 1, closer: 1)
        return true
    }

    /// Where a value may begin, a regular expression to the next slash on its line that is neither escaped nor in a
    /// class.
    private mutating func regex() -> Bool {
        guard index >= noRegexBefore, valueMayBegin() else { return false }
        var offset = index + 1
        var isInClass = false
        while offset < end, text[offset] != UInt8(ascii: "\n") {
            switch text[offset] {
            case UInt8(ascii: "\\"): offset += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass:
                let start = index
                index = offset + 1
                add(.string, from: start, opener: 1, closer: 1)
                return true
            default: break
            }
            offset += 1
        }
        noRegexBefore = offset
        return false
    }

    /// True when what stands before can't be the left side of a division.
    private func valueMayBegin() -> Bool {
        var before = index
        var run = runs.count - 1
        while before > 0 {
            if run >= 0, runs[run].range.upperBound == before {
                guard runs[run].kind == .comment else { return false }
                before = runs[run].range.lowerBound
                run -= 1
            } else if SourceLines.isBlank(text[before - 1]) {
                before -= 1
            } else {
                break
            }
        }
        guard before > 0 else { return true }
        let last = text[before - 1]
        guard Syntax.isWord(last) else { return !")]}<".utf8.contains(last) }
        // `puts /x/` against `width / 2`, as Ruby reads it.
        let isSpaced = before < index && byte(1).map(SourceLines.isBlank) == false
        if syntax.features.contains(.dollarNames), isSpaced { return true }
        // The longest keyword has ten letters.
        let word = text[max(0, before - 11)..<before].reversed().prefix(while: Syntax.isWord)
        return Lexer.valueKeywords.contains(String(decoding: word.reversed(), as: UTF8.self))
    }

    /// Behind these a value begins, in JavaScript, Ruby, Perl and awk.
    private static let valueKeywords: Set<String> = [
        "and", "await", "case", "delete", "do", "else", "elsif", "grep", "if", "in", "instanceof", "new", "not", "of",
        "or", "return",
        "split", "then", "throw", "typeof", "unless", "until", "void", "when", "while", "yield",
    ]
}
