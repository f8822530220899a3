// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// One language inside another: PHP, scripts and style sheets in markup.
extension Lexer {
    /// `<?php`, `<?=`, `<? `: code to `?>`, or to the end.
    mutating func phpTag() -> Bool {
        guard byte(1) == UInt8(ascii: "?"), let next = byte(2) else { return false }
        let tag = text[(index + 2)..<end].prefix(3)
        let length: Int
        if tag.elementsEqual("php".utf8, by: { $0 | 0x20 == $1 }) {
            length = 5
        } else if next == UInt8(ascii: "=") || SourceLines.isBlank(next) {
            length = 2
        } else {
            return false
        }
        index += length
        embed(.phpCode, to: end)
        return true
    }

    /// `<![CDATA[ ]]>`, `<script>`, `<style>`.
    mutating func markupText() -> Bool {
        if stands(Lexer.cdata) {
            longText(.string, opener: Lexer.cdata.count, closer: Array("]]>".utf8))
            return true
        }
        for (tag, syntax) in [(Lexer.script, Syntax.javascript), (Lexer.style, Syntax.scss)]
        where standsTag(tag, at: index) {
            guard !failed.contains(.markup) else { return false }
            guard let open = text[index..<end].firstIndex(of: UInt8(ascii: ">")) else {
                failed.insert(.markup)
                return false
            }
            index = open + 1
            // `<script/>` holds nothing.
            guard text[open - 1] != UInt8(ascii: "/") else { return true }
            var close = index
            while close < end,
                !(text[close] == UInt8(ascii: "<") && close + 1 < end && text[close + 1] == UInt8(ascii: "/")
                    && standsTag(tag, at: close + 1))
            {
                close += 1
            }
            embed(syntax, to: close)
            return true
        }
        return false
    }

    private static let cdata = Array("<![CDATA[".utf8)
    private static let script = Array("script".utf8)
    private static let style = Array("style".utf8)

    /// A byte and a tag's name behind it, in any case.
    private func standsTag(_ tag: [UInt8], at offset: Int) -> Bool {
        guard offset + tag.count + 1 < end else { return false }
        for position in tag.indices where text[offset + 1 + position] | 0x20 != tag[position] { return false }
        return !Syntax.isWord(text[offset + 1 + tag.count])
    }

    /// Reads on in another language, to an offset or to where it closes itself.
    private mutating func embed(_ syntax: Syntax, to end: Int) {
        var inner = Lexer(text, syntax, index..<end)
        inner.lineStart = lineStart
        inner.isLineStart = false
        inner.terminators = terminators
        inner.run()
        terminators = inner.terminators
        index = inner.index
        lineStart = inner.lineStart
        isLineStart = false
        runs += inner.runs
    }
}
