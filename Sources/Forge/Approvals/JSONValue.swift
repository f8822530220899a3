// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A value of a JSON text (RFC 8259), read strictly: a key that stands twice means two things to two readers.
indirect enum JSONValue: Equatable {
    case null
    case bool(Bool)
    /// As written.
    case number(String)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = self, let value = members[key], value != .null else { return nil }
        return value
    }

    /// The key is there, be it with null.
    func has(_ key: String) -> Bool { object?[key] != nil }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    var list: [JSONValue]? {
        if case .list(let items) = self { items } else { nil }
    }

    var object: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// Digits of a whole number.
    var digits: String? {
        guard case .number(let text) = self, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return text
    }
}

/// Why a text is not JSON: the end of a sentence, and the byte.
struct JSONError: Error, Equatable {
    let reason: String
    /// From 0.
    let offset: Int
}
