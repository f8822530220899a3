// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import TestKit

/// Strings like the values of a check: drawn at random, and valid ones with something changed.
struct ValueStrings {
    let check: ValueCheck
    private var generator: SeededRandom
    private let valid: [[UInt8]]
    private static let separators = Array(" -./".utf8)

    init(check: ValueCheck, seed: UInt64) {
        var generator = SeededRandom(seed: seed)
        valid = (0..<250).map { _ in SyntheticNumbers.value(for: check, using: &generator) }
        self.check = check
        self.generator = generator
    }

    /// Every digit repeated to the length of a value; then most with a value's places of digits and letters.
    mutating func random(_ count: Int) -> [[UInt8]] {
        let length = valid[0].count { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 }
        let repeated = (0...9).map { [UInt8](repeating: 0x30 + $0, count: length) }
        return repeated
            + (0..<count - 10).map { index in
                index.isMultiple(of: 5) ? anything() : redrawn(valid[Int.random(in: valid.indices, using: &generator)])
            }
    }

    /// One to two changes each, and some with none.
    mutating func mutated(_ count: Int) -> [[UInt8]] {
        (0..<count).map { _ in
            var value = valid[Int.random(in: valid.indices, using: &generator)]
            for _ in 0..<Int.random(in: 0...2, using: &generator) { change(&value) }
            return value
        }
    }

    private mutating func anything() -> [UInt8] {
        let letters = Array("0123456789ABCXYZabz -./".utf8)
        return (0..<Int.random(in: 1...24, using: &generator)).map { _ in
            letters[Int.random(in: letters.indices, using: &generator)]
        }
    }

    private mutating func redrawn(_ value: [UInt8]) -> [UInt8] {
        value.map { redrawn($0) }
    }

    private mutating func redrawn(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x30...0x39: UInt8.random(in: 0x30...0x39, using: &generator)
        case 0x41...0x5A: UInt8.random(in: 0x41...0x5A, using: &generator)
        default: byte
        }
    }

    private mutating func change(_ value: inout [UInt8]) {
        guard let place = value.indices.randomElement(using: &generator) else { return }
        switch Int.random(in: 0...5, using: &generator) {
        case 0: value.remove(at: place)
        case 1: value.insert(UInt8.random(in: 0x30...0x39, using: &generator), at: place)
        case 2: value.insert(ValueStrings.separators[Int.random(in: 0...3, using: &generator)], at: place)
        case 3: if place > 0 { value.swapAt(place, place - 1) }
        case 4: value[place] = value[place] & 0x40 == 0 ? value[place] : value[place] ^ 0x20
        default: value[place] = redrawn(value[place])
        }
    }
}
