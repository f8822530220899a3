// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Tells what stands for a value from a value.
enum Placeholder {
    /// Something that is filled in later, or that a program computes: `${NAME}`, `{{ name }}`, `<your key>`, `%s`.
    static func isTemplate(_ value: [UInt8]) -> Bool {
        guard let first = value.first, let last = value.last else { return true }
        if first == UInt8(ascii: "$"), value.count > 1, value[1].isLetter || "{(_[".utf8.contains(value[1]) {
            return !startsCryptHash(value)
        }
        if first == UInt8(ascii: "<"), last == UInt8(ascii: ">") { return true }
        if first == UInt8(ascii: "%"), last == UInt8(ascii: "%"), value.count > 2 { return true }
        if first == UInt8(ascii: "["), last == UInt8(ascii: "]") { return true }
        if first == UInt8(ascii: "{"), last == UInt8(ascii: "}") { return true }
        if first == UInt8(ascii: "@"), last == UInt8(ascii: "@") || value.dropFirst().first == UInt8(ascii: "{") {
            return true
        }
        if first == UInt8(ascii: "_"), last == UInt8(ascii: "_"), value.count > 4 { return true }
        for mark: StaticString in ["${", "#{", "{{", "}}", "<%", "$(", "%(", "\\(", "<<", "%{", "@@"]
        where value.contains(mark) { return true }
        return isFormat(value)
    }

    /// `$2b$10$...`, `$apr1$...`: a hash in the format of crypt(3), not a variable.
    private static func startsCryptHash(_ value: [UInt8]) -> Bool {
        let name = value.dropFirst().prefix(while: { $0.isAlphanumeric || $0 == UInt8(ascii: "-") })
        return name.count <= 15 && value.count > name.count + 20 && value[name.count + 1] == UInt8(ascii: "$")
    }

    /// `%s`, `%-10d`, `{0}`, `{name}` inside a text that has little else.
    private static func isFormat(_ value: [UInt8]) -> Bool {
        for (index, byte) in value.enumerated() {
            let next = index + 1 < value.count ? value[index + 1] : 0
            if byte == UInt8(ascii: "%"), "sdvqx@".utf8.contains(next),
                index + 2 >= value.count || !value[index + 2].isAlphanumeric
            {
                return true
            }
            if byte == UInt8(ascii: "{"), let end = value[index...].firstIndex(of: UInt8(ascii: "}")), end - index < 40,
                value[(index + 1)..<end].allSatisfy({ $0.isAlphanumeric || "_.:[]()".utf8.contains($0) })
            {
                return true
            }
        }
        return false
    }

    /// A word that says that here is none: `changeme`, `YOUR_API_KEY`, `xxxxxxxx`, `...`. Whole words, and whole
    /// values.
    static func isFiller(_ value: [UInt8]) -> Bool {
        if value.allSatisfy({ !$0.isAlphanumeric && $0 < 0x80 }) { return true }
        let shape = ValueShape(value)
        if shape.isSequence { return true }
        if value.contains("...") || value.contains("…") || value.contains("***") || value.contains("•") { return true }
        let words = NameReader.words(of: value)
        if words.contains(where: { fillers.contains($0) || isRun($0) }) { return true }
        // your-key-here, my_token, insert api key
        if let first = words.first, owners.contains(first), words.count > 1, shape.digits == 0 { return true }
        return wholes.contains(words.joined())
    }

    private static func isRun(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        guard bytes.count >= 4 else { return false }
        return Set(bytes).count == 1
    }

    private static let fillers: Set<String> = [
        "example", "examples", "changeme", "changeit", "placeholder", "dummy", "fake", "sample", "redacted", "removed",
        "replace", "replaceme", "insert", "todo", "fixme", "tbd", "masked", "hidden", "omitted", "xxx", "yourkey",
        "yourpassword", "yourtoken", "yoursecret", "somesecret", "notarealkey", "notreal", "bogus", "fill", "xxxx",
        "obfuscated", "sanitized", "censored", "undefined", "foobar", "lorem", "ipsum", "specify", "provide", "enter",
    ]
    private static let owners: Set<String> = [
        "your", "my", "the", "some", "a", "an", "any", "put", "add", "set", "use", "this", "whatever", "paste", "given",
    ]
    private static let wholes: Set<String> = [
        "change", "changethis", "changemenow", "none", "null", "nil", "true", "false", "undefined", "empty", "na",
        "unknown", "string", "str", "text", "password", "value", "default", "required", "optional", "string123", "abc",
        "foo", "bar", "baz", "notset", "unset", "secret", "yes", "no", "on", "off",
    ]

    /// Names where the value is: an environment variable, a path, an address, a key of a translation.
    static func isReference(_ value: [UInt8], of name: [UInt8]) -> Bool {
        guard let first = value.first else { return true }
        if value.contains("://") { return true }
        if first == UInt8(ascii: "/") || value.starts(with: "./".utf8) || value.starts(with: "~/".utf8)
            || value.starts(with: "../".utf8)
        {
            return value.count(where: { $0 == UInt8(ascii: "/") }) > 1 || ValueShape(value).digits == 0
        }
        if value.count > 2, value[1] == UInt8(ascii: ":"), value[2] == UInt8(ascii: "\\") { return true }
        if first == UInt8(ascii: "#") || first == UInt8(ascii: ".") || first == UInt8(ascii: "-"),
            ValueShape(value).digits == 0
        {
            return true
        }
        for mark: StaticString in [
            "process.env", "os.environ", "getenv", "env.", "secrets.", "vault:", "ref+", "arn:aws:", "ssm:", "op://",
            "keyvault", "valueFrom", "secretKeyRef", "file:", "ENC[", "AQICA", "config.",
        ]
        where value.contains(mark) { return true }
        if value.contains("()") || value.contains(");") || value.contains("->") || value.contains("[0") { return true }
        return value.elementsEqual(name, by: { $0.lowered == $1.lowered })
    }

    /// An expression of a pattern language.
    static func isPattern(_ value: [UInt8]) -> Bool {
        for mark: StaticString in [
            "\\d", "\\w", "\\s", "\\S", "[a-z", "[A-Z", "[0-9", "[^", "(?", ".*", ".+", "\\b", "{8,",
        ] where value.contains(mark) {
            return true
        }
        return false
    }
}

extension [UInt8] {
    func contains(_ text: StaticString) -> Bool {
        let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard let first = bytes.first, count >= bytes.count else { return false }
        var index = 0
        while index + bytes.count <= count {
            if self[index] == first, self[index...].starts(with: bytes) { return true }
            index += 1
        }
        return false
    }
}
