// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Finds in one pass which of many short texts occur in a longer one.
package struct LiteralIndex: Sendable {
    /// The shortest text that it can look for, in bytes.
    package static let shortest = 3

    private static let buckets = 4096
    private let literals: [[UInt8]]
    /// A bit for the hash of three bytes that a literal begins with: what nearly every offset fails.
    private var beginnings = [UInt64](repeating: 0, count: 512)
    /// By the hash of its first three bytes: the number of the first literal, or -1.
    private var first = [Int16](repeating: -1, count: LiteralIndex.buckets)
    /// By number: the next literal with the same hash, or -1.
    private var next: [Int16]

    /// The literals are in lower case.
    package init(_ literals: [[UInt8]]) {
        self.literals = literals
        next = [Int16](repeating: -1, count: literals.count)
        for (number, literal) in literals.enumerated() {
            precondition(literal.count >= LiteralIndex.shortest, "a literal is too short to be found")
            let bucket = LiteralIndex.hash(literal[0], literal[1], literal[2])
            next[number] = first[bucket]
            first[bucket] = Int16(number)
            let key = literal[..<3].reduce(0) { LiteralIndex.key($0, $1) }
            let bit = LiteralIndex.bit(of: key)
            beginnings[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    /// The last three bytes, this one added. Letters become small ones, and other bytes may become one another: that
    /// only lets more through.
    @inline(__always)
    private static func key(_ key: UInt32, _ byte: UInt8) -> UInt32 { key >> 8 | UInt32(byte | 0x20) << 16 }

    @inline(__always)
    private static func bit(of key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 17) }

    private static func hash(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        let key = UInt32(a) | UInt32(b) << 8 | UInt32(c) << 16
        return Int((key &* 0x9E37_79B1) >> 20)
    }

    /// Calls with the number of the literal and its offset for every occurrence, by offset. The text counts as lower
    /// case.
    package func forEachOccurrence(in text: UnsafeBufferPointer<UInt8>, _ body: (Int, Int) -> Void) {
        guard text.count >= LiteralIndex.shortest else { return }
        beginnings.withUnsafeBufferPointer { beginnings in
            var key = LiteralIndex.key(LiteralIndex.key(0, text[0]), text[1])
            for offset in 0..<(text.count - 2) {
                key = LiteralIndex.key(key, text[offset + 2])
                let bit = LiteralIndex.bit(of: key)
                if beginnings[bit >> 6] >> UInt64(bit & 63) & 1 == 1 { find(at: offset, in: text, body) }
            }
        }
    }

    private func find(at offset: Int, in text: UnsafeBufferPointer<UInt8>, _ body: (Int, Int) -> Void) {
        let bucket = LiteralIndex.hash(text[offset].folded, text[offset + 1].folded, text[offset + 2].folded)
        var number = Int(first[bucket])
        while number >= 0 {
            if occurs(literals[number], at: offset, in: text) { body(number, offset) }
            number = Int(next[number])
        }
    }

    private func occurs(_ literal: [UInt8], at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count - offset >= literal.count else { return false }
        for index in literal.indices where text[offset + index].folded != literal[index] { return false }
        return true
    }
}

extension UInt8 {
    /// Lower case of ASCII.
    package var folded: UInt8 { self >= 0x41 && self <= 0x5A ? self + 0x20 : self }
}
