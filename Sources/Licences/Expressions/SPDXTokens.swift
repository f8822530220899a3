// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// The words of a licence expression. Blanks are U+0020 and TAB alone.
struct SPDXTokens {
    struct ID: Hashable {
        enum Kind: Hashable {
            case plain, licenceReference, additionReference
        }

        let kind: Kind
        /// With its `DocumentRef-NAME:`, without its `+`.
        let text: String
        let isOrLater: Bool
    }

    struct Token {
        enum Kind: Hashable {
            case open, close, and, or, with, end
            case id(ID)
        }

        let kind: Kind
        let offset: Int
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() throws(SPDXError) -> Token {
        let blank = index
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") {
            index += 1
        }
        let start = index
        guard start < bytes.count else { return Token(kind: .end, offset: start) }
        switch bytes[start] {
        case UInt8(ascii: "("):
            index += 1
            return Token(kind: .open, offset: start)
        case UInt8(ascii: ")"):
            index += 1
            return Token(kind: .close, offset: start)
        case UInt8(ascii: "+"):
            throw SPDXError(
                offset: start, reason: blank < start ? "a blank stands before '+'" : "'+' goes directly behind an id")
        default: break
        }
        let word = idString()
        guard !word.isEmpty else { throw refusal(at: start) }
        if let kind = try word.operatorKind(at: start) { return Token(kind: kind, offset: start) }
        return Token(kind: .id(try id(word, at: start)), offset: start)
    }

    /// Letters, digits, `-` and `.` from here on.
    private mutating func idString() -> ArraySlice<UInt8> {
        let start = index
        while index < bytes.count, bytes[index].isIDByte { index += 1 }
        return bytes[start..<index]
    }

    private mutating func id(_ word: ArraySlice<UInt8>, at start: Int) throws(SPDXError) -> ID {
        var name = word
        var text = name.string
        let isInDocument = index < bytes.count && bytes[index] == UInt8(ascii: ":")
        if isInDocument {
            guard let document = name.dropping("DocumentRef-"), !document.isEmpty else {
                throw SPDXError(offset: index, reason: "':' goes behind DocumentRef-NAME alone")
            }
            index += 1
            name = idString()
            text += ":" + name.string
        }
        let isOrLater = index < bytes.count && bytes[index] == UInt8(ascii: "+")
        if isOrLater { index += 1 }
        for (prefix, kind) in [("LicenseRef-", ID.Kind.licenceReference), ("AdditionRef-", .additionReference)] {
            guard let rest = name.dropping(prefix) else { continue }
            guard !rest.isEmpty else { throw SPDXError(offset: start, reason: "\(prefix) has no name behind it") }
            return ID(kind: kind, text: text, isOrLater: isOrLater)
        }
        if isInDocument || name.dropping("DocumentRef-") != nil {
            throw SPDXError(offset: start, reason: "DocumentRef-NAME: goes before LicenseRef-NAME or AdditionRef-NAME")
        }
        return ID(kind: .plain, text: text, isOrLater: isOrLater)
    }

    /// What is wrong with a byte that begins nothing.
    private func refusal(at start: Int) -> SPDXError {
        let reason: String
        switch bytes[start] {
        case UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: ";"):
            reason = "\(quoted(bytes[start...start].string)) is no operator; write OR for a choice, AND for all of them"
        case UInt8(ascii: "&"): reason = "'&' is no operator; write AND"
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): reason = "it goes over more than one line"
        case 0xC2 where start + 1 < bytes.count && bytes[start + 1] == 0xA0:
            reason = "it has a no-break space (U+00A0); write a plain blank"
        case UInt8(ascii: "_"): reason = "'_' stands in no id; write '-'"
        default:
            // A whole character, where it is one.
            let end = bytes[(start + 1)...].prefix(3).firstIndex { $0 & 0xC0 != 0x80 } ?? min(start + 4, bytes.count)
            reason = "\(quoted(bytes[start..<max(end, start + 1)].string)) does not belong in an expression"
        }
        return SPDXError(offset: start, reason: reason)
    }
}

extension UInt8 {
    /// A byte of `idstring`: a letter, a digit, `-` or `.`.
    fileprivate var isIDByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var string: String { String(decoding: self, as: UTF8.self) }

    /// What follows a prefix, case counting; nil without it.
    fileprivate func dropping(_ prefix: String) -> ArraySlice<UInt8>? {
        starts(with: prefix.utf8) ? dropFirst(prefix.utf8.count) : nil
    }

    /// All upper (SPDX 2.3) or all lower (3.0.1); throws for what is neither.
    fileprivate func operatorKind(at offset: Int) throws(SPDXError) -> SPDXTokens.Token.Kind? {
        let kinds: [(String, SPDXTokens.Token.Kind)] = [("AND", .and), ("OR", .or), ("WITH", .with)]
        for (name, kind) in kinds where count == name.utf8.count {
            if elementsEqual(name.utf8) || elementsEqual(name.lowercased().utf8) { return kind }
            if elementsEqual(name.utf8, by: { $0 & 0xDF == $1 }) {
                throw SPDXError(offset: offset, reason: "\(quoted(string)) mixes cases; write \(name)")
            }
        }
        return nil
    }
}
