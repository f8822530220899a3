// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Reads JSON texts, one or several after the other: pages of an answer are often simply concatenated.
struct JSONReader {
    private static let depthLimit = 64
    /// More values than any answer holds.
    private static let valueLimit = 1_000_000

    private let bytes: [UInt8]
    private var place = 0
    private var values = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The texts, at least one.
    static func texts(_ bytes: [UInt8]) throws(JSONError) -> [JSONValue] {
        var reader = JSONReader(bytes)
        var texts: [JSONValue] = []
        reader.skipBlanks()
        repeat {
            texts.append(try reader.value(depth: 0))
            reader.skipBlanks()
        } while reader.place < bytes.count
        return texts
    }

    private func error(_ reason: String) -> JSONError { JSONError(reason: reason, offset: place) }

    private mutating func skipBlanks() {
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    }

    private mutating func take(_ byte: Character) -> Bool {
        guard place < bytes.count, bytes[place] == byte.asciiValue else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        values += 1
        guard depth < JSONReader.depthLimit else { throw error("is nested more than \(JSONReader.depthLimit) deep") }
        guard values <= JSONReader.valueLimit else { throw error("holds more than \(JSONReader.valueLimit) values") }
        guard place < bytes.count else { throw error("ends too early") }
        switch bytes[place] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
        guard bytes[place...].starts(with: word.utf8) else { throw error("has an unknown word") }
        place += word.utf8.count
        return value
    }

    private mutating func list(depth: Int) throws(JSONError) -> JSONValue {
        place += 1
        var items: [JSONValue] = []
        skipBlanks()
        if take("]") { return .list(items) }
        while true {
            skipBlanks()
            items.append(try value(depth: depth + 1))
            skipBlanks()
            if take("]") { return .list(items) }
            guard take(",") else { throw error("lacks a comma or a bracket") }
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        place += 1
        var members: [String: JSONValue] = [:]
        skipBlanks()
        if take("}") { return .object(members) }
        while true {
            skipBlanks()
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw error("lacks a key") }
            let key = try text()
            skipBlanks()
            guard take(":") else { throw error("lacks a colon") }
            skipBlanks()
            let value = try value(depth: depth + 1)
            guard members.updateValue(value, forKey: key) == nil else { throw error("has a key twice") }
            skipBlanks()
            if take("}") { return .object(members) }
            guard take(",") else { throw error("lacks a comma or a brace") }
        }
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = place
        _ = take("-")
        let first = place
        try digits()
        guard place - first == 1 || bytes[first] != UInt8(ascii: "0") else {
            throw error("has a number with a leading zero")
        }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return .number(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    private mutating func digits() throws(JSONError) {
        let start = place
        while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
        guard place > start else { throw error("has a value that is none") }
    }

    private mutating func text() throws(JSONError) -> String {
        place += 1
        var content: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: content, as: UTF8.self) else {
                    throw error("has a text that is not UTF-8")
                }
                return text
            case UInt8(ascii: "\\"): content += try escape()
            case 0..<0x20: throw error("has a control character in a text")
            default: content.append(byte)
            }
        }
        throw error("ends too early")
    }

    private mutating func escape() throws(JSONError) -> [UInt8] {
        guard place < bytes.count else { throw error("ends too early") }
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return try Array(String(Character(scalar())).utf8)
        default: throw error("has an unknown escape")
        }
    }

    /// What `\uXXXX` names; a character beyond U+FFFF takes two.
    private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take("\\"), take("u") else { throw error("has half a character") }
        let second = try unit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw error("has half a character") }
        return scalar
    }

    private mutating func unit() throws(JSONError) -> UInt32 {
        guard place + 4 <= bytes.count else { throw error("ends too early") }
        var unit: UInt32 = 0
        for byte in bytes[place..<(place + 4)] {
            guard let digit = Hex.value(byte) else { throw error("has an unknown escape") }
            unit = unit << 4 | UInt32(digit)
        }
        place += 4
        return unit
    }
}
