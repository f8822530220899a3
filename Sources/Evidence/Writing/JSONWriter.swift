// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Writes JSON as it goes: no tree in between, keys in order, integers only, every string escaped.
///
/// A value that is nil is written as `null`: a field is never left out, so that its absence means a broken document.
/// Each key of the outermost object begins a line.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true
    private var lastKey: StaticString?
    private var depth = 0

    /// `expected`: about how many bytes will be written, so that a long document is not moved and doubled on its way.
    init(expected: Int = 0) {
        bytes.reserveCapacity(expected)
    }

    // MARK: Containers

    mutating func object(_ body: (inout JSONWriter) -> Void) {
        separate()
        nested("{", "}", body)
    }

    mutating func object(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
        write(key: key)
        nested("{", "}", body)
    }

    mutating func object<Value>(_ key: StaticString, _ value: Value?, _ body: (inout JSONWriter, Value) -> Void) {
        guard let value else { return null(key) }
        object(key) { body(&$0, value) }
    }

    mutating func array<Items: Sequence>(
        _ key: StaticString, _ items: Items, _ body: (inout JSONWriter, Items.Element) -> Void
    ) {
        write(key: key)
        nested("[", "]") { writer in
            for item in items { body(&writer, item) }
        }
    }

    /// An array of objects with each on a line of its own, so that two documents can be compared line by line and read
    /// without holding all of them.
    mutating func lines<Items: Sequence>(
        _ key: StaticString, _ items: Items, _ body: (inout JSONWriter, Items.Element) -> Void
    ) {
        write(key: key)
        nested("[", "]") { writer in
            for item in items {
                writer.separate()
                writer.newLine()
                writer.nested("{", "}") { body(&$0, item) }
            }
            if !writer.isFirst { writer.newLine() }
        }
    }

    mutating func newLine() {
        bytes.append(UInt8(ascii: "\n"))
    }

    // MARK: Values

    mutating func field(_ key: StaticString, _ value: String?) {
        guard let value else { return null(key) }
        write(key: key)
        quote(value)
    }

    mutating func field(_ key: StaticString, _ value: (some FixedWidthInteger)?) {
        guard let value else { return null(key) }
        write(key: key)
        bytes.append(contentsOf: String(value).utf8)
    }

    mutating func field(_ key: StaticString, _ value: Bool) {
        write(key: key)
        append(value ? "true" : "false")
    }

    mutating func field(_ key: StaticString, _ values: [String]) {
        array(key, values) { $0.value($1) }
    }

    mutating func null(_ key: StaticString) {
        write(key: key)
        append("null")
    }

    /// An element of an array.
    mutating func value(_ text: String) {
        separate()
        quote(text)
    }

    // MARK: Parts

    private mutating func nested(_ open: StaticString, _ close: StaticString, _ body: (inout JSONWriter) -> Void) {
        let outerKey = lastKey
        isFirst = true
        lastKey = nil
        depth += 1
        append(open)
        body(&self)
        if depth == 1 { newLine() }
        append(close)
        depth -= 1
        isFirst = false
        lastKey = outerKey
    }

    private mutating func write(key: StaticString) {
        assert(lastKey.map { "\($0)" < "\(key)" } ?? true, "\(key) is not after \(String(describing: lastKey))")
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(key)
        append("\":")
        lastKey = key
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        if depth == 1 { newLine() }
        isFirst = false
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// RFC 8259, and escapes also for what it allows but other readers trip over: DEL, C1 controls, U+2028 and U+2029.
    private mutating func quote(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var start = 0
            var index = 0
            while index < utf8.count {
                guard let (scalar, width) = JSONWriter.escape(utf8, at: index) else {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: utf8[start..<index])
                escape(scalar)
                index += width
                start = index
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The scalar to escape that begins at an index, and the number of its bytes; nil for what stands for itself.
    private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt16, width: Int)? {
        let byte = utf8[index]
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: return (UInt16(byte), 1)
        case 0xC2 where utf8[index + 1] < 0xA0: return (UInt16(utf8[index + 1]), 2)
        case 0xE2 where utf8[index + 1] == 0x80 && (utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9):
            return (0x2000 | UInt16(utf8[index + 2] & 0x3F), 3)
        default: return nil
        }
    }

    private mutating func escape(_ scalar: UInt16) {
        switch scalar {
        case 0x22: append("\\\"")
        case 0x5C: append("\\\\")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        default:
            let digits = String(scalar, radix: 16)
            append("\\u")
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
            bytes.append(contentsOf: digits.utf8)
        }
    }
}
