// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A value without its separators, its letters in capitals, kept in place.
struct CompactValue {
    static let capacity = 40

    // A vector, for the optimiser of Swift 6.3 loses what an InlineArray is given in an initialiser that can fail.
    private var bytes = SIMD64<UInt8>(repeating: 0)
    private(set) var count = 0

    /// Nil where a byte is no ASCII letter or digit, is neither dropped nor kept, or where more are left than there is
    /// room for.
    init?(_ value: some Collection<UInt8>, dropping separators: StaticString = "", keeping signs: StaticString = "") {
        for byte in value {
            switch byte {
            case 0x30...0x39, 0x41...0x5A: break
            case 0x61...0x7A: break
            case _ where CompactValue.holds(separators, byte): continue
            case _ where CompactValue.holds(signs, byte): break
            default: return nil
            }
            guard count < CompactValue.capacity else { return nil }
            bytes[count] = 0x61...0x7A ~= byte ? byte & 0xDF : byte
            count += 1
        }
    }

    /// Nil where the value is not made of digits alone, as many as said.
    init?(digitsOf value: some Collection<UInt8>, dropping separators: StaticString, count: ClosedRange<Int>) {
        self.init(value, dropping: separators)
        guard count ~= self.count, areDigits(0..<self.count) else { return nil }
    }

    subscript(_ position: Int) -> UInt8 { bytes[position] }

    func areDigits(_ range: Range<Int>) -> Bool {
        for position in range where !(0x30...0x39 ~= bytes[position]) { return false }
        return true
    }

    func areLetters(_ range: Range<Int>) -> Bool {
        for position in range where !(0x41...0x5A ~= bytes[position]) { return false }
        return true
    }

    /// The digit at a place that holds one.
    func digit(_ position: Int) -> Int { Int(bytes[position]) - 0x30 }

    /// The number that the digits of a range make; at most 18 of them.
    func number(_ range: Range<Int>) -> Int {
        var number = 0
        for position in range { number = number * 10 + digit(position) }
        return number
    }

    /// The sum of the digits from the first on, each times its weight.
    func sum(weights: StaticString) -> Int {
        weights.withUTF8Buffer { weights in
            var sum = 0
            for position in weights.indices { sum += digit(position) * (Int(weights[position]) - 0x30) }
            return sum
        }
    }

    /// Whether one digit stands at all places.
    var isOneDigit: Bool {
        for position in 0..<count where bytes[position] != bytes[0] { return false }
        return true
    }

    private static func holds(_ text: StaticString, _ byte: UInt8) -> Bool {
        text.withUTF8Buffer { $0.contains(byte) }
    }
}
