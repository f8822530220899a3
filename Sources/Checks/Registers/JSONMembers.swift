// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Places in a text that is known to be JSON, so that something can be added and all else stays as it is.
struct JSONMembers {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Of the outermost bracket; nil where there is none.
    var start: Int? { bytes.firstIndex { $0 == UInt8(ascii: "{") } }

    /// Where the value of a key begins in the object at an offset; of two equal keys the last, as most readers have it.
    func value(of key: String, in object: Int) -> Int? {
        var found: Int?
        var index = object + 1
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                let end = textEnd(index)
                let colon = next(end)
                if depth == 0, colon < bytes.count, bytes[colon] == UInt8(ascii: ":") {
                    if bytes[(index + 1)..<(end - 1)].elementsEqual(key.utf8) { found = next(colon + 1) }
                    index = colon
                } else {
                    index = end - 1
                }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth < 0 { return found }
            default: break
            }
            index += 1
        }
        return found
    }

    /// The text with something put first into the object or list at an offset.
    func inserting(_ text: String, into bracket: Int) -> [UInt8] {
        let rest = next(bracket + 1)
        let isEmpty = rest < bytes.count && (bytes[rest] == UInt8(ascii: "}") || bytes[rest] == UInt8(ascii: "]"))
        var after = Array("\n".utf8) + Array(bytes[rest...])
        if !isEmpty { after = Array((rest == bracket + 1 ? ", " : ",").utf8) + Array(bytes[(bracket + 1)...]) }
        return Array(bytes[...bracket]) + Array(text.utf8) + after
    }

    /// Behind the closing quote of the text at an offset.
    private func textEnd(_ start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(bytes.count, index + 1)
    }

    /// The next byte that is no blank.
    private func next(_ start: Int) -> Int {
        var index = start
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
        return index
    }
}
