// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// What a value looks like by its bytes alone.
struct ValueShape {
    let bytes: [UInt8]
    let letters: Int
    let uppers: Int
    let digits: Int
    let blanks: Int
    /// Neither letters, digits nor blanks.
    let signs: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var letters = 0
        var uppers = 0
        var digits = 0
        var blanks = 0
        for byte in bytes {
            if byte.isLetter || byte >= 0x80 { letters += 1 }
            if byte.isUpper { uppers += 1 }
            if byte.isDigit { digits += 1 }
            if byte.isBlank { blanks += 1 }
        }
        self.letters = letters
        self.uppers = uppers
        self.digits = digits
        self.blanks = blanks
        signs = bytes.count - letters - digits - blanks
    }

    /// Shannon entropy, in bits per byte.
    var entropy: Double {
        var counts = [Int](repeating: 0, count: 256)
        for byte in bytes { counts[Int(byte)] += 1 }
        let total = Double(bytes.count)
        return counts.reduce(0) { sum, count in
            guard count > 0 else { return sum }
            let share = Double(count) / total
            return sum - share * log2(share)
        }
    }

    var isHex: Bool { !bytes.isEmpty && bytes.allSatisfy(\.isHex) }

    /// 8-4-4-4-12 hexadecimal digits (RFC 9562).
    var isUUID: Bool {
        guard bytes.count == 36 else { return false }
        return bytes.enumerated().allSatisfy { [8, 13, 18, 23].contains($0) ? $1 == UInt8(ascii: "-") : $1.isHex }
    }

    /// Letters, digits and the signs of base64 and of identifiers.
    private var isToken: Bool {
        bytes.allSatisfy { $0.isAlphanumeric || "+/=_-.~:".utf8.contains($0) }
    }

    /// Changes between lower case, upper case, digits and signs, as a share of the neighbours.
    private var changes: Double {
        func kind(_ byte: UInt8) -> Int { byte.isLower ? 0 : byte.isUpper ? 1 : byte.isDigit ? 2 : 3 }
        guard bytes.count > 1 else { return 0 }
        let changes = zip(bytes, bytes.dropFirst()).count { kind($0) != kind($1) }
        return Double(changes) / Double(bytes.count - 1)
    }

    /// A machine made it: long, of many different characters, and no words. Hexadecimal needs 16 digits, other text 16
    /// characters.
    var isRandom: Bool {
        guard blanks == 0, bytes.count >= 16, bytes.count <= 1024, isToken || signs * 3 <= bytes.count else {
            return false
        }
        if isUUID { return true }
        if isHex { return digits > 0 && letters > 0 && entropy >= 2.8 }
        let pairs = LetterPairs.count(in: bytes)
        let isWordy = pairs.all >= 6 && Double(pairs.common) / Double(pairs.all) >= 0.62
        if digits == 0 {
            // Letters alone must be far from words, in both cases or long.
            return pairs.all >= 12 && Double(pairs.common) / Double(pairs.all) < 0.45 && entropy >= 3.4
                && signs * 8 <= bytes.count
        }
        if isWordy { return changes >= 0.4 && entropy >= 3.8 && signs * 8 <= bytes.count && uppers > 0 }
        return entropy >= 3.0 && (changes >= 0.15 || digits * 5 >= bytes.count)
    }

    /// The same few characters, or a sequence: 123456789, abcdefgh, xxxx.
    var isSequence: Bool {
        guard bytes.count >= 4 else { return Set(bytes).count == 1 }
        let steps = zip(bytes, bytes.dropFirst()).count {
            Int($1) - Int($0) == 1 || $1 == $0 || ($0 == 0x39 && $1 == 0x30)
        }
        return steps * 5 >= (bytes.count - 1) * 4 || Set(bytes).count <= 2
    }

    /// How often a letter or digit follows itself at most.
    var longestRun: Int {
        var longest = 0
        var length = 0
        var previous: UInt8 = 0
        for byte in bytes {
            length = byte == previous ? length + 1 : 1
            if length > longest, byte.isAlphanumeric { longest = length }
            previous = byte
        }
        return longest
    }
}
