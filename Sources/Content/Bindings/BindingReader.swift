// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Reads what a name is bound to, in the forms of the common languages, settings and markup. It works on the bytes around
/// one name and reads forward only as far as the value.
struct BindingReader {
    let text: UnsafeBufferPointer<UInt8>
    let kind: FileKind

    private var literals: LiteralReader { LiteralReader(text: text) }

    /// Values that one name is bound to at most: lists.
    private static let listLimit = 20

    /// The bindings of the name that holds a keyword; none where nothing is assigned.
    func bindings(of keyword: Range<Int>) -> [Binding] {
        guard let (path, last) = NameReader(text: text).name(around: keyword) else { return [] }
        return values(behind: path).map { literal, form in
            var binding = Binding(
                name: last, path: path, range: literal.range, value: literal.value, form: form, isPartial: literal.isPartial)
            binding.isRemark = isRemark(path.lowerBound)
            return binding
        }
    }

    private typealias Found = (LiteralReader.Literal, Binding.Form)

    private func values(behind name: Range<Int>) -> [Found] {
        var index = name.upperBound
        let opening: UInt8? = name.lowerBound > 0 ? text[name.lowerBound - 1] : nil
        // </password> closes.
        if opening == UInt8(ascii: "/") , name.lowerBound > 1, text[name.lowerBound - 2] == UInt8(ascii: "<") { return [] }
        if opening == UInt8(ascii: "<"), let found = element(from: index) { return [found] }
        let isQuoted = closeQuote(&index)
        if isQuoted, let found = attribute(from: index) { return [found] }
        closeBrackets(&index, isQuoted: isQuoted)
        index = literals.skip(from: index)
        guard index < text.count else { return [] }
        let isArgument = index > name.upperBound && !isQuoted
        switch text[index] {
        case UInt8(ascii: "="): return assigned(from: index, name, opening)
        case UInt8(ascii: ":"): return afterColon(index, name, opening, isQuoted: isQuoted)
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "|"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "-"):
            return afterOperator(index, name)
        case UInt8(ascii: ","): return isQuoted ? argument(from: index + 1) : []
        case UInt8(ascii: "("): return isQuoted ? [] : call(from: index + 1, name)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return isArgument ? quoted(at: index).map { [$0] } ?? [] : []
        default: return isArgument ? word(from: index, name, opening) : []
        }
    }

    // MARK: behind the name

    /// The quote that closes a name which is a text itself: "password", \"password\", &quot;password&quot;.
    private func closeQuote(_ index: inout Int) -> Bool {
        guard index < text.count else { return false }
        if text[index].isQuote {
            index += 1
            return true
        }
        if text[index] == UInt8(ascii: "\\"), index + 1 < text.count, text[index + 1].isQuote {
            index += 2
            return true
        }
        if text[index...].starts(with: "&quot;".utf8) {
            index += 6
            return true
        }
        return false
    }

    /// `]` of an index, `)` of a call that took the name, `[]` and `[32]` of a declared array.
    private func closeBrackets(_ index: inout Int, isQuoted: Bool) {
        while index < text.count {
            if isQuoted, text[index] == UInt8(ascii: "]") || text[index] == UInt8(ascii: ")") {
                index += 1
            } else if !isQuoted, text[index] == UInt8(ascii: "[") {
                var end = index + 1
                while end < text.count, end - index < 12, text[end].isAlphanumeric || text[end] == UInt8(ascii: "_") { end += 1 }
                guard end < text.count, text[end] == UInt8(ascii: "]") else { return }
                index = end + 1
            } else {
                return
            }
        }
    }

    private func assigned(from start: Int, _ name: Range<Int>, _ opening: UInt8?) -> [Found] {
        var index = start
        while index < text.count, index - start < 3, "=>~".utf8.contains(text[index]) { index += 1 }
        let isComparison = index - start >= 2 && text[start + 1] == UInt8(ascii: "=")
        if let found = value(from: index, joins: true) { return found }
        guard !isComparison else { return [] }
        return bare(from: index, name, opening, isTight: index == start + 1 && start == name.upperBound)
    }

    private func afterColon(_ start: Int, _ name: Range<Int>, _ opening: UInt8?, isQuoted: Bool) -> [Found] {
        var index = start + 1
        guard index < text.count else { return [] }
        if text[index] == UInt8(ascii: ":") { return [] }
        if text[index] == UInt8(ascii: "=") { return value(from: index + 1, joins: true) ?? [] }
        if text[index] == UInt8(ascii: "-") || opening == UInt8(ascii: "{") || (opening == UInt8(ascii: "$")) {
            // ${PASSWORD:-word} and ${password:word}.
            if text[index] == UInt8(ascii: "-") { index += 1 }
            if let literal = literals.bare(at: index, until: { $0 == UInt8(ascii: "}") }), literal.end < text.count,
                text[literal.end] == UInt8(ascii: "}")
            {
                return [(literal, .bare)]
            }
        }
        if let found = value(from: index, joins: true) { return found }
        if let sign = assignment(from: index) { return value(from: sign, joins: true) ?? [] }
        return bare(from: index, name, opening, isTight: false)
    }

    /// `!=`, `||`, `??`, `?:`, `+=`, `<<`, `->`, `?=`, `<-`.
    private func afterOperator(_ start: Int, _ name: Range<Int>) -> [Found] {
        var index = start
        while index < text.count, index - start < 3, "!?|=<->:+".utf8.contains(text[index]) { index += 1 }
        guard index - start >= 2 else {
            // name?: string = "..."
            return []
        }
        if let found = value(from: index, joins: false) { return found }
        if text[start] == UInt8(ascii: "?"), let sign = assignment(from: index) { return value(from: sign, joins: false) ?? [] }
        return []
    }

    /// Where a declared type is followed by `=`: its offset behind the sign; on the same line, near.
    private func assignment(from start: Int) -> Int? {
        var index = start
        while index < text.count, index - start < 60 {
            let byte = text[index]
            if byte == UInt8(ascii: "=") {
                guard index + 1 < text.count, text[index + 1] != UInt8(ascii: "="), text[index + 1] != UInt8(ascii: ">") else { return nil }
                return index + 1
            }
            guard byte.isAlphanumeric || byte.isBlank || "_<>&'?.[]|:*!".utf8.contains(byte) else { return nil }
            index += 1
        }
        return nil
    }

    /// The text that is an argument beside the name: `put("password", "...")`.
    private func argument(from start: Int) -> [Found] { value(from: start, joins: false) ?? [] }

    /// `setPassword("...")`: only calls that hand over what they are named after.
    private func call(from start: Int, _ name: Range<Int>) -> [Found] {
        let words = NameReader.words(of: text[name])
        guard let first = words.first, !BindingReader.getters.contains(first),
            words.count == 1 || BindingReader.setters.contains(first)
        else { return [] }
        return value(from: start, joins: false) ?? []
    }

    private static let setters: Set<String> = [
        "set", "with", "use", "put", "add", "hash", "encode", "make", "encrypt", "password", "passwd", "secret", "token", "api",
        "db", "user", "admin", "new", "access", "private", "client", "auth", "master", "default",
    ]
    private static let getters: Set<String> = [
        "get", "find", "read", "fetch", "load", "lookup", "decrypt", "has", "is", "check", "validate", "verify", "require",
        "env", "prompt", "ask", "input", "generate", "create", "random", "forgot", "reset", "translate", "t", "parse", "test",
    ]

    /// `--password word`, `password word` of settings, `password string = "..."`, `PASSWORD DEFAULT '...'`.
    private func word(from start: Int, _ name: Range<Int>, _ opening: UInt8?) -> [Found] {
        if let sign = assignment(from: start), let found = value(from: sign, joins: true) { return found }
        let isFlag = opening == UInt8(ascii: "-")
        guard isFlag || kind == .words else {
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
        return literals.bare(at: start) { $0.isBlank || $0.isQuote || ",;|)&".utf8.contains($0) }.map { [($0, .bare)] } ?? []
    }

    // MARK: values

    private func quoted(at index: Int) -> Found? { literals.quoted(at: index).map { ($0, .quoted) } }

    /// The quoted values from here, on this line or the next: plain, in a list, or handed through a conversion. Nil: there
    /// is none.
    private func value(from start: Int, joins: Bool) -> [Found]? {
        var index = literals.skip(from: start)
        // The value may stand on the next line, also behind \, ( or a sign that the line goes on.
        if joins, index < text.count, text[index] == UInt8(ascii: "\\"), index + 1 < text.count, text[index + 1].isLineEnd { index += 1 }
        if index < text.count, text[index].isLineEnd {
            index = literals.skip(from: index, lines: true)
            return quoted(at: index).map { [$0] }
        }
        if let found = quoted(at: index) { return [found] }
        guard index < text.count else { return nil }
        switch text[index] {
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("): return list(from: index + 1)
        default: return converted(from: index)
        }
    }

    private func list(from start: Int) -> [Found]? {
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
    private func converted(from start: Int) -> [Found]? {
        var index = start
        for _ in 0..<3 {
            let first = index
            while index < text.count, index - first < 60,
                text[index].isAlphanumeric || "_.:&*-".utf8.contains(text[index]) { index += 1 }
            guard index > first, index < text.count else { return nil }
            let word = text[first..<index].split { ".:&*".utf8.contains($0) }.last?.lowered.string ?? ""
            index = literals.skip(from: index)
            guard index < text.count, BindingReader.conversions.contains(word) else { return nil }
            if text[index] == UInt8(ascii: "(") || text[index] == UInt8(ascii: "[") { index = literals.skip(from: index + 1, lines: true) }
            if let found = quoted(at: index) { return [found] }
        }
        return nil
    }

    private static let conversions: Set<String> = [
        "new", "string", "str", "bytes", "bytearray", "secretstring", "secretstr", "securestring", "some", "just", "of", "from",
        "b64decode", "base64decode", "encode", "unhexlify", "fromhex", "decodestring", "text", "_t", "stringvalue", "stringptr",
        "valueof", "sensitive", "strdup", "qstring", "stringwithstring", "convertto-securestring", "secret", "ptr", "to_string",
        "data", "secretvalue", "u8", "b", "value", "quote", "c_str", "literal", "plaintext", "unsafeplaintext",
    ]

    // MARK: markup

    /// `<password>word</password>`, attributes passed over.
    private func element(from start: Int) -> Found? {
        var index = start
        while index < text.count, text[index] != UInt8(ascii: ">"), !text[index].isLineEnd, index - start < 200 { index += 1 }
        guard index < text.count, text[index] == UInt8(ascii: ">"), text[index - 1] != UInt8(ascii: "/") else { return nil }
        return content(from: index + 1)
    }

    private func content(from start: Int) -> Found? {
        var index = literals.skip(from: start)
        if text[index...].starts(with: "<![CDATA[".utf8) { index += 9 }
        guard let literal = literals.bare(at: index, until: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "]") }),
            literal.end < text.count, !text[literal.end].isLineEnd
        else { return nil }
        return (literal, .element)
    }

    /// `name="password" value="word"`, `<entry key="password">word</entry>`, `<key>password</key>` is an element's own.
    private func attribute(from start: Int) -> Found? {
        guard start < text.count, text[start].isBlank || text[start] == UInt8(ascii: ">") else { return nil }
        var index = start
        while index < text.count, index - start < 100, !text[index].isLineEnd {
            if text[index] == UInt8(ascii: ">") {
                guard text[index - 1] != UInt8(ascii: "/"), kind == .markup || kind == .unknown || kind == .code else { return nil }
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

    // MARK: bare words

    /// A value without quotes, where the file or the place has such.
    private func bare(from start: Int, _ name: Range<Int>, _ opening: UInt8?, isTight: Bool) -> [Found] {
        let index = literals.skip(from: start)
        guard index < text.count, !text[index].isLineEnd else { return [] }
        let isInText = isInsideText(name.lowerBound)
        if isInText || opening == UInt8(ascii: "?") || opening == UInt8(ascii: "&") {
            let found = literals.bare(at: index) { $0.isBlank || $0.isQuote || ";&,\\)<>}|".utf8.contains($0) }
            return found.map { [($0, .embedded)] } ?? []
        }
        switch kind {
        case .settings, .yaml: return rest(from: index)
        case .words, .prose, .unknown: return literals.bare(at: index, until: { $0.isBlank || $0.isQuote }).map { [($0, .bare)] } ?? []
        case .shell:
            guard isTight || opening == UInt8(ascii: "-") else { return [] }
            return literals.bare(at: index) { $0.isBlank || ";&|)`\"'".utf8.contains($0) }.map { [($0, .bare)] } ?? []
        case .code, .markup:
            guard isRemark(name.lowerBound) || opening == UInt8(ascii: "-") else { return [] }
            return literals.bare(at: index, until: { $0.isBlank || $0.isQuote }).map { [($0, .bare)] } ?? []
        }
    }

    /// To the end of the line, without a comment.
    private func rest(from start: Int) -> [Found] {
        guard var literal = literals.bare(at: start, until: { _ in false }).flatMap(unfolded) else { return [] }
        for index in literal.range.dropFirst() where text[index] == UInt8(ascii: "#") || text[index] == UInt8(ascii: ";") {
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
    private func unfolded(_ literal: LiteralReader.Literal) -> LiteralReader.Literal? {
        guard kind == .yaml, let first = literal.value.first, first == UInt8(ascii: "|") || first == UInt8(ascii: ">"),
            literal.value.dropFirst().allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") })
        else { return literal }
        return literals.bare(at: literals.skip(from: literal.end, lines: true)) { _ in false }
    }

    // MARK: surroundings

    /// An odd number of quotes stands before it on the line.
    private func isInsideText(_ index: Int) -> Bool {
        var double = 0
        var single = 0
        var start = index
        while start > 0, index - start < 400, !text[start - 1].isLineEnd {
            start -= 1
            if text[start] == UInt8(ascii: "\""), start == 0 || text[start - 1] != UInt8(ascii: "\\") { double += 1 }
            if text[start] == UInt8(ascii: "'") { single += 1 }
        }
        return double % 2 == 1 || (double == 0 && single % 2 == 1)
    }

    /// The line begins as a comment, or has one before the name.
    private func isRemark(_ index: Int) -> Bool {
        var start = index
        while start > 0, index - start < 400, !text[start - 1].isLineEnd { start -= 1 }
        let line = text[start..<index].drop { $0.isBlank }
        guard let first = line.first else { return false }
        if line.starts(with: "//".utf8) || line.starts(with: "/*".utf8) || line.starts(with: "<!--".utf8) { return true }
        if first == UInt8(ascii: "*") || (first == UInt8(ascii: "#") && !line.starts(with: "#define".utf8)) { return true }
        return line.contains(UInt8(ascii: "#")) && kind == .code && line.dropFirst().split(separator: UInt8(ascii: "#")).count > 1
    }
}
