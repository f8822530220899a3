// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Strings between delimiters of the author's choice: Perl's, Ruby's, Elixir's.
extension Lexer {
    /// True for `q`, `qq`, `qw`, `qr`, `m`, `s`, `tr`, `y` where they can be no name.
    func beginsPerlText(_ word: ArraySlice<UInt8>) -> Bool {
        guard !failed.contains(.perlTexts), Lexer.perlOperators.contains(Array(word)) else { return false }
        return word.startIndex == 0 || !"$@%&>-{:".utf8.contains(text[word.startIndex - 1])
    }

    private static let perlOperators = Set(["q", "qq", "qw", "qr", "m", "s", "tr", "y"].map { Array($0.utf8) })

    /// The operator has been read; its delimiter may follow behind blanks.
    mutating func perlText(_ word: ArraySlice<UInt8>) {
        var offset = index
        while offset < end, offset - index < 8, text[offset] == UInt8(ascii: " ") { offset += 1 }
        guard offset < end, "/{([<|!~\"'#".utf8.contains(text[offset]) else { return }
        guard offset == index || text[offset] != UInt8(ascii: "#") else { return }
        let isDouble =
            word.first == UInt8(ascii: "s") || word.first == UInt8(ascii: "y") || word.first == UInt8(ascii: "t")
        delimited(.perlTexts, from: offset, hasSecond: isDouble)
    }

    /// `%w[ ]`, `%( )`: without a letter only where no value stands before.
    mutating func percentText() -> Bool {
        guard !failed.contains(.percentTexts), let next = byte(1) else { return false }
        let hasLetter = "qQwWiIrsx".utf8.contains(next)
        guard let delimiter = byte(hasLetter ? 2 : 1), "([{<|!/".utf8.contains(delimiter) else { return false }
        let before = byte(-1)
        let isModulo = before.map { Syntax.isWord($0) || ")]}".utf8.contains($0) } ?? false
        guard !isModulo, hasLetter || before.map({ "=(,[{ ".utf8.contains($0) }) ?? true else { return false }
        return delimited(.percentTexts, from: index + (hasLetter ? 2 : 1))
    }

    /// `~s( )`, `~r/ /`, `~S""" """`.
    mutating func sigil() -> Bool {
        let letters = text[(index + 1)..<end].prefix(8).prefix { (0x41...0x5A).contains($0 & 0xDF) }
        let distance = 1 + letters.count
        guard !failed.contains(.sigils), !letters.isEmpty, let delimiter = byte(distance),
            "/|\"'([{<".utf8.contains(delimiter)
        else { return false }
        if count(of: delimiter, at: distance) >= 3 {
            let closer = [UInt8](repeating: delimiter, count: 3)
            string(Syntax.Quote(opener: [], closer: closer, .none, spansLines: true), opener: distance + 3)
            return true
        }
        return delimited(.sigils, from: index + distance)
    }

    /// From a delimiter to the one that closes it; `hasSecond`: what replaces follows. Nothing when it is never closed.
    @discardableResult
    private mutating func delimited(_ feature: Syntax.Features, from delimiter: Int, hasSecond: Bool = false) -> Bool {
        guard var close = closer(of: delimiter) else {
            failed.insert(feature)
            return false
        }
        if hasSecond {
            var second = close
            if text[close] != text[delimiter] {
                second += 1
                while second < end, SourceLines.isBlank(text[second]) { second += 1 }
            }
            guard second < end, let last = closer(of: second) else {
                failed.insert(feature)
                return false
            }
            close = last
        }
        let start = index
        index = close + 1
        lineStart = text[start..<index].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? lineStart
        add(.string, from: start, opener: delimiter + 1 - start, closer: 1)
        return true
    }

    /// Where the bracket at an offset is balanced, or another delimiter comes again; a backslash takes what follows
    /// with it.
    private func closer(of delimiter: Int) -> Int? {
        let open = text[delimiter]
        let close: UInt8 =
            switch open {
            case UInt8(ascii: "("): UInt8(ascii: ")")
            case UInt8(ascii: "["): UInt8(ascii: "]")
            case UInt8(ascii: "{"): UInt8(ascii: "}")
            case UInt8(ascii: "<"): UInt8(ascii: ">")
            default: open
            }
        var depth = 1
        var offset = delimiter + 1
        while offset < end {
            let byte = text[offset]
            if byte == UInt8(ascii: "\\") {
                offset += 1
            } else if byte == close {
                depth -= 1
                if depth == 0 { return offset }
            } else if byte == open {
                depth += 1
            }
            offset += 1
        }
        return nil
    }
}
