// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Values between tags and in attributes.
extension BindingReader {
    /// `<password>word</password>`, attributes passed over.
    func element(from start: Int) -> Found? {
        var index = start
        while index < text.count, text[index] != UInt8(ascii: ">"), !text[index].isLineEnd, index - start < 200 {
            index += 1
        }
        guard index < text.count, text[index] == UInt8(ascii: ">"), text[index - 1] != UInt8(ascii: "/") else {
            return nil
        }
        return content(from: index + 1)
    }

    func content(from start: Int) -> Found? {
        var index = literals.skip(from: start, lines: true)
        if text[index...].starts(with: "<![CDATA[".utf8) { index += 9 }
        guard let literal = literals.bare(at: index, until: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "]") })
        else { return nil }
        let end = literals.skip(from: literal.end, lines: true)
        guard end < text.count, text[end] == UInt8(ascii: "<") || text[end] == UInt8(ascii: "]") else { return nil }
        return (literal, .element)
    }

    /// `name="password" value="word"`, `<entry key="password">word</entry>`, `<key>password</key>` is an element's own.
    func attribute(from start: Int) -> Found? {
        guard start < text.count, text[start].isBlank || text[start] == UInt8(ascii: ">") else { return nil }
        var index = start
        while index < text.count, index - start < 100, !text[index].isLineEnd {
            if text[index] == UInt8(ascii: ">") {
                guard text[index - 1] != UInt8(ascii: "/"), kind == .markup || kind == .unknown || kind == .code else {
                    return nil
                }
                return content(from: index + 1)
            }
            if text[index].lowered == UInt8(ascii: "v"), text[index...].prefix(5).lowered.starts(with: "value".utf8) {
                let sign = literals.skip(from: index + 5)
                guard sign < text.count, text[sign] == UInt8(ascii: "=") else { return nil }
                return quoted(at: literals.skip(from: sign + 1))
            }
            index += 1
        }
        return nil
    }
}
