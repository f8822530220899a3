// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import TestKit

/// Changes a text in a few places, the same for the same dice.
enum Mutation {
    static func of(_ bytes: [UInt8], words: [String], _ dice: inout SeededRandom) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
            let place = Int.random(in: 0...bytes.count, using: &dice)
            let end = min(bytes.count, place + Int.random(in: 0...12, using: &dice))
            let word = Array((words.randomElement(using: &dice) ?? "").utf8)
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes.removeSubrange(place..<end)
            case 1: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
            case 2: bytes.insert(contentsOf: word, at: place)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &dice))
            default: bytes.replaceSubrange(place..<end, with: word)
            }
        }
        return bytes
    }

    /// How many of 10,000 mutations the reader took; what it threw for the others must be its own error.
    static func survivors(
        of samples: [String], words: [String], seed: UInt64, _ read: ([UInt8]) throws -> Void
    ) throws -> Int {
        var dice = SeededRandom(seed: seed)
        var taken = 0
        for index in 0..<10_000 {
            let bytes = of(Array(samples[index % samples.count].utf8), words: words, &dice)
            do {
                try read(bytes)
                taken += 1
            } catch is ExpectedFailure {}
        }
        return taken
    }

    struct ExpectedFailure: Error {}
}
