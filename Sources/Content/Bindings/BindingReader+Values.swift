// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Quoted values: plain, in a list, handed through a conversion.
extension BindingReader {
    func quoted(at index: Int) -> Found? { literals.quoted(at: index).map { ($0, .quoted) } }

    /// The quoted values from here, on this line or the next: plain, in a list, or handed through a conversion. Nil:
    /// there is none.
    func value(from start: Int, joins: Bool) -> [Found]? {
        var index = literals.skip(from: start)
        // The value may stand on the next line, also behind \, ( or a sign that the line goes on.
        if joins, index < text.count, text[index] == UInt8(ascii: "\\"), index + 1 < text.count,
            text[index + 1].isLineEnd
        {
            index += 1
        }
        if index < text.count, text[index].isLineEnd {
            index = literals.skip(from: index, lines: true)
            return quoted(at: index).map { [$0] }
        }
        if let found = quoted(at: index) { return [found] }
        guard index < text.count else { return nil }
        // []byte("...")
        if text[index...].starts(with: "[]".utf8) { return converted(from: index + 2) }
        switch text[index] {
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("): return list(from: index + 1)
        default: return converted(from: index)
        }
    }

    func list(from start: Int) -> [Found]? {
        var found: [Found] = []
        var index = literals.skip(from: start, lines: true)
        while found.count < BindingReader.listLimit, let next = quoted(at: index) {
            index = literals.skip(from: next.0.end, lines: true)
            // Of a map the keys are no values.
            if index < text.count, text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "=") { return nil }
            found.append(next)
            guard index < text.count, text[index] == UInt8(ascii: ",") else { break }
            index = literals.skip(from: index + 1, lines: true)
        }
        return found.isEmpty ? nil : found
    }

    /// `new String("...")`, `SecretStr("...")`, `Buffer.from("...")`: names that hand their argument on.
    func converted(from start: Int) -> [Found]? {
        var index = start
        for _ in 0..<3 {
            let first = index
            while index < text.count, index - first < 60,
                text[index].isAlphanumeric || "_.:&*-".utf8.contains(text[index])
            { index += 1 }
            guard index > first, index < text.count else { return nil }
            let word = text[first..<index].split { ".:&*".utf8.contains($0) }.last?.lowered.string ?? ""
            index = literals.skip(from: index)
            guard index < text.count, BindingReader.conversions.contains(word) else { return nil }
            if text[index] == UInt8(ascii: "(") || text[index] == UInt8(ascii: "[") {
                index = literals.skip(from: index + 1, lines: true)
            }
            if let found = quoted(at: index) { return [found] }
        }
        return nil
    }

    private static let conversions: Set<String> = [
        "new", "string", "str", "byte", "bytes", "bytearray", "secretstring", "secretstr", "securestring", "some",
        "just", "of", "from", "b64decode", "base64decode", "encode", "unhexlify", "fromhex", "decodestring", "text",
        "_t", "stringvalue", "stringptr", "valueof", "sensitive", "strdup", "qstring", "qstringliteral",
        "qlatin1string", "stringwithstring", "convertto-securestring", "secret", "ptr", "to_string", "data",
        "secretvalue", "u8", "b", "value", "quote", "c_str", "literal", "plaintext", "unsafeplaintext",
    ]
}
