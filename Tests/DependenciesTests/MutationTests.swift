// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate
import TestKit
import Testing

/// Each format answers 10,000 mutated files, by what it reads or by an error.
struct MutationTests {
    private static let words = [
        "{", "}", "[", "]", "\"", "'", ",", ":", "=", "#", "\n", "\\", "(", ")", "@", "//", "/*", "\"\"\"", "'''",
        "&a ", "*a", "\0", "é",
        "\u{202E}", "npm:", "git+https://", "=>", "<<: ", "- ", "\\u00", "node_modules/", "]]>", "\r", ".package(",
    ].map { Array($0.utf8) }

    @Test(arguments: FormatSample.all.map(\.path)) func survives(path: String) throws {
        let sample = Array(try #require(FormatSample.all.first { $0.path == path }).text.utf8)
        let place = Path(path)
        let manifest = Formats.all.manifest(place)
        let lockfile = Formats.all.lockfile(place)
        try #require(manifest != nil || lockfile != nil)
        var dice = SeededRandom(seed: 11)
        var taken = 0
        for _ in 0..<10_000 {
            let bytes = mutated(sample, &dice)
            do {
                _ = try manifest?.read(bytes, path: place)
                _ = try lockfile?.read(bytes, path: place)
                taken += 1
            } catch {
                #expect(!"\(error)".isEmpty)
            }
            for line in bytes.split(separator: UInt8(ascii: "\n")) {
                _ = manifest?.dependencies(inLine: line, number: 1)
            }
        }
        #expect(taken > 20)
    }

    private func mutated(_ bytes: [UInt8], _ dice: inout SeededRandom) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &dice) {
            let place = Int.random(in: 0...bytes.count, using: &dice)
            let end = min(bytes.count, place + Int.random(in: 0...12, using: &dice))
            let word = MutationTests.words.randomElement(using: &dice) ?? []
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
}
