// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Finds where the values of a JSON text stand.
struct JSONPlaces {
    private let bytes: [UInt8]
    private let comments: Bool
    private var place = 0
    private var line = 1
    private var nodes = 0
    private var escaped: [UInt8] = []
    private var escapedCount = 0

    /// `comments`: and a comma after the last value.
    init(_ bytes: [UInt8], comments: Bool) {
        self.bytes = bytes
        self.comments = comments
        // A byte order mark, which RFC 8259 lets a reader ignore.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    /// The texts that hold a backslash, as a list in JSON; empty where there are none.
    var escapedTexts: [UInt8] {
        escaped.isEmpty ? [] : [UInt8(ascii: "[")] + escaped + [UInt8(ascii: "]")]
    }

    mutating func outline() throws(DocumentError) -> JSONOutline {
        try skipBlanks()
        let root = try value(depth: 0, line: line)
        try skipBlanks()
        guard place == bytes.count else { throw error("something stands after its end") }
        return root
    }

    private func error(_ reason: String) -> DocumentError { DocumentError(line: line, "not JSON: " + reason) }

    private mutating func value(depth: Int, line keyLine: Int) throws(DocumentError) -> JSONOutline {
        nodes += 1
        guard nodes <= DocumentLimit.nodes else { throw DocumentError(line: line, DocumentLimit.tooMany) }
        guard depth <= DocumentLimit.depth else { throw DocumentError(line: line, DocumentLimit.tooDeep) }
        guard place < bytes.count else { throw error("it ends too early") }
        switch bytes[place] {
        case UInt8(ascii: "{"): return JSONOutline(.map(try members(depth: depth)), line: keyLine)
        case UInt8(ascii: "["): return JSONOutline(.list(try items(depth: depth)), line: keyLine)
        case UInt8(ascii: "\""): return JSONOutline(.text(try text()), line: keyLine)
        default: return JSONOutline(try word(), line: keyLine)
        }
    }

    private mutating func members(depth: Int) throws(DocumentError) -> [(key: JSONOutline.Text, value: JSONOutline)] {
        var members: [(key: JSONOutline.Text, value: JSONOutline)] = []
        place += 1
        while try !isEnd(UInt8(ascii: "}"), isFirst: members.isEmpty) {
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
                throw error("a key in quotes is missing")
            }
            let keyLine = line
            let key = try text()
            try skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw error("a colon is missing") }
            try skipBlanks()
            members.append((key, try value(depth: depth + 1, line: keyLine)))
        }
        return members
    }

    private mutating func items(depth: Int) throws(DocumentError) -> [JSONOutline] {
        var items: [JSONOutline] = []
        place += 1
        while try !isEnd(UInt8(ascii: "]"), isFirst: items.isEmpty) {
            items.append(try value(depth: depth + 1, line: line))
        }
        return items
    }

    /// Takes the closing bracket, or what stands before the next value.
    private mutating func isEnd(_ bracket: UInt8, isFirst: Bool) throws(DocumentError) -> Bool {
        try skipBlanks()
        if take(bracket) { return true }
        if isFirst { return false }
        guard take(UInt8(ascii: ",")) else { throw error("a comma or a closing bracket is missing") }
        try skipBlanks()
        return comments && take(bracket)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    /// The place of a text's content.
    private mutating func text() throws(DocumentError) -> JSONOutline.Text {
        let start = place + 1
        var hasEscape = false
        place = start
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            guard bytes[place] >= 0x20 else { throw error("a text holds a control character, or its end is missing") }
            if bytes[place] == UInt8(ascii: "\\") {
                hasEscape = true
                place += 1
            }
            place += 1
        }
        guard place < bytes.count else { throw error("a text has no end") }
        place += 1
        guard hasEscape else { return .plain(start..<(place - 1)) }
        if escapedCount > 0 { escaped.append(UInt8(ascii: ",")) }
        escaped += bytes[(start - 1)..<place]
        escapedCount += 1
        return .escaped(escapedCount - 1)
    }

    private mutating func word() throws(DocumentError) -> JSONOutline.Value {
        let start = place
        while place < bytes.count, JSONPlaces.isWord(bytes[place]) { place += 1 }
        let word = bytes[start..<place]
        if word.elementsEqual("true".utf8) { return .bool(true) }
        if word.elementsEqual("false".utf8) { return .bool(false) }
        if word.elementsEqual("null".utf8) { return .null }
        guard let first = word.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first) else {
            throw error("a value is missing, or is a word that JSON does not have")
        }
        return .text(.plain(start..<place))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39,
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private mutating func skipBlanks() throws(DocumentError) {
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            case UInt8(ascii: "/") where comments: try skipComment()
            default: return
            }
            place += 1
        }
    }

    /// Stops at its last byte.
    private mutating func skipComment() throws(DocumentError) {
        let rest = bytes[place...].dropFirst()
        if rest.first == UInt8(ascii: "/") {
            place = (rest.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count) - 1
            return
        }
        guard rest.first == UInt8(ascii: "*") else { throw error("a lone slash") }
        place += 3
        while place < bytes.count, bytes[place] != UInt8(ascii: "/") || bytes[place - 1] != UInt8(ascii: "*") {
            if bytes[place] == UInt8(ascii: "\n") { line += 1 }
            place += 1
        }
        guard place < bytes.count else { throw error("a comment has no end") }
    }
}
