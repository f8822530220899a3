// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Reads what a name is bound to, in the forms of the common languages, settings and markup. It works on the bytes
/// around one name and reads forward only as far as the value.
struct BindingReader {
    let text: UnsafeBufferPointer<UInt8>
    let kind: FileKind

    var literals: LiteralReader { LiteralReader(text: text) }

    /// Values that one name is bound to at most: lists.
    static let listLimit = 20

    /// The bindings of the name that holds a keyword; none where nothing is assigned.
    func bindings(of keyword: Range<Int>) -> [Binding] {
        guard let (path, last) = NameReader(text: text).name(around: keyword) else { return [] }
        var all = values(behind: path, last: last)
        // auth=("user", "word")
        if all.count == 2, text[last].lowered.string.hasSuffix("auth") { all = [(all[1].0, .pair)] }
        return all.map { found, form in
            let literal = defaulted(found)
            var binding = Binding(
                name: last, path: path, range: literal.range, value: literal.value, form: form,
                isPartial: literal.isPartial)
            binding.isRemark = isRemark(path.lowerBound)
            binding.isListed = isListed(path, literal)
            return binding
        }
    }

    typealias Found = (LiteralReader.Literal, Binding.Form)

    func values(behind name: Range<Int>, last: Range<Int>) -> [Found] {
        var index = name.upperBound
        let opening: UInt8? = name.lowerBound > 0 ? text[name.lowerBound - 1] : nil
        // </password> closes.
        if opening == UInt8(ascii: "/"), name.lowerBound > 1, text[name.lowerBound - 2] == UInt8(ascii: "<") {
            return []
        }
        if opening == UInt8(ascii: "<"), let found = element(from: index) { return [found] }
        let isQuoted = closeQuote(&index)
        if isQuoted, let found = attribute(from: index) { return [found] }
        let pairs = PairReader(text: text)
        let paired = pairs.values(of: name, end: index, isQuoted: isQuoted)
        if !paired.isEmpty { return paired }
        if opening == UInt8(ascii: "("), let found = pairs.receiver(of: name) { return [found] }
        // $self->{password} = "..."
        if opening == UInt8(ascii: "{"), index < text.count, text[index] == UInt8(ascii: "}") {
            index = literals.skip(from: index + 1)
            return index < text.count && text[index] == UInt8(ascii: "=") ? assigned(from: index, name, opening) : []
        }
        let closed = index
        closeBrackets(&index, isQuoted: isQuoted)
        let isIndex = isQuoted && index > closed
        index = literals.skip(from: index)
        guard index < text.count else { return [] }
        let isArgument = index > name.upperBound && !isQuoted
        switch text[index] {
        case UInt8(ascii: "="): return assigned(from: index, name, opening)
        case UInt8(ascii: ":"): return afterColon(index, name, opening, isQuoted: isQuoted)
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "|"), UInt8(ascii: "+"), UInt8(ascii: "<"),
            UInt8(ascii: "-"):
            return afterOperator(index, name)
        case UInt8(ascii: ","):
            // The last item of a list, or the end of a sentence, names nothing.
            guard isQuoted else { return opening == UInt8(ascii: "(") ? compared(from: index + 1, name) : [] }
            guard !isIndex, opening?.isQuote == true, let before = byte(before: name.lowerBound - 1) else { return [] }
            // Behind another sign it is a value itself: "type": "password", "charset": "utf8".
            return "([{,".utf8.contains(before) ? argument(from: index + 1) : []
        case UInt8(ascii: "{"):
            // C++ initialises so.
            return isQuoted || index > name.upperBound
                ? property(from: index) : value(from: index + 1, joins: false) ?? []
        case UInt8(ascii: "o") where isQuoted && text[index...].starts(with: "or ".utf8):
            return value(from: index + 3, joins: false) ?? []
        case UInt8(ascii: "("): return isQuoted ? [] : call(from: index + 1, last)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return isArgument ? quoted(at: index).map { [$0] } ?? [] : []
        default: return isArgument ? word(from: index, name, opening) : []
        }
    }

    // MARK: behind the name

    /// The quote that closes a name which is a text itself: "password", \"password\", &quot;password&quot;.
    func closeQuote(_ index: inout Int) -> Bool {
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
    func closeBrackets(_ index: inout Int, isQuoted: Bool) {
        while index < text.count {
            if isQuoted, text[index] == UInt8(ascii: "]") || text[index] == UInt8(ascii: ")") {
                index += 1
            } else if !isQuoted, text[index] == UInt8(ascii: "[") {
                var end = index + 1
                while end < text.count, end - index < 12, text[end].isAlphanumeric || text[end] == UInt8(ascii: "_") {
                    end += 1
                }
                guard end < text.count, text[end] == UInt8(ascii: "]") else { return }
                index = end + 1
            } else {
                return
            }
        }
    }

    func assigned(from start: Int, _ name: Range<Int>, _ opening: UInt8?) -> [Found] {
        var index = start
        while index < text.count, index - start < 3, "=>~".utf8.contains(text[index]) { index += 1 }
        let isComparison = index - start >= 2 && text[start + 1] == UInt8(ascii: "=")
        if let found = value(from: index, joins: true) { return found }
        guard !isComparison else { return [] }
        return bare(from: index, name, opening, isTight: index == start + 1 && start == name.upperBound)
    }

    func afterColon(_ start: Int, _ name: Range<Int>, _ opening: UInt8?, isQuoted: Bool) -> [Found] {
        var index = start + 1
        guard index < text.count else { return [] }
        if text[index] == UInt8(ascii: ":") { return [] }
        // The middle of a condition: passed ? "pass" : "fail".
        if isQuoted, byte(before: name.lowerBound - 1) == UInt8(ascii: "?") { return [] }
        // "pass :data:`x`" is a sentence.
        if kind == .prose, start > name.upperBound, !isQuoted, !text[index].isBlank { return [] }
        if text[index] == UInt8(ascii: "=") { return value(from: index + 1, joins: true) ?? made(from: index + 1) }
        let isExpansion =
            opening == UInt8(ascii: "{") && name.lowerBound > 1 && "$#".utf8.contains(text[name.lowerBound - 2])
        if text[index] == UInt8(ascii: "-") || isExpansion || opening == UInt8(ascii: "$") {
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
    func afterOperator(_ start: Int, _ name: Range<Int>) -> [Found] {
        var index = start
        while index < text.count, index - start < 3, "!?|=<->:+".utf8.contains(text[index]) { index += 1 }
        guard index - start >= 2 else {
            // name?: string = "..."
            return []
        }
        if let found = value(from: index, joins: false) { return found }
        if text[start] == UInt8(ascii: "?"), text[start + 1] == UInt8(ascii: "=") { return made(from: index) }
        if text[start] == UInt8(ascii: "?"), let sign = assignment(from: index) {
            return value(from: sign, joins: false) ?? []
        }
        return []
    }

    /// `?=` and `:=` of makefiles.
    func made(from start: Int) -> [Found] {
        guard kind == .shell else { return [] }
        return literals.bare(at: literals.skip(from: start)) { $0.isBlank || $0 == UInt8(ascii: "#") }.map {
            [($0, .bare)]
        } ?? []
    }

    /// `{ get; set; } = "..."` of C#.
    func property(from start: Int) -> [Found] {
        let accessors = text[start...].prefix(60)
        guard accessors.contains(text: " get;"), let close = accessors.firstIndex(of: UInt8(ascii: "}")) else {
            return []
        }
        let sign = literals.skip(from: close + 1)
        return sign < text.count && text[sign] == UInt8(ascii: "=") ? value(from: sign + 1, joins: true) ?? [] : []
    }

    /// Where a declared type is followed by `=`: its offset behind the sign; on the same line, near.
    func assignment(from start: Int) -> Int? {
        var index = start
        while index < text.count, index - start < 60 {
            let byte = text[index]
            if byte == UInt8(ascii: "=") {
                guard index + 1 < text.count, text[index + 1] != UInt8(ascii: "="), text[index + 1] != UInt8(ascii: ">")
                else { return nil }
                return index + 1
            }
            guard byte.isAlphanumeric || byte.isBlank || "_<>&'?.[]|:*!".utf8.contains(byte) else { return nil }
            index += 1
        }
        return nil
    }
}
