// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import TestKit
import Testing

@testable import Licences

/// Ten thousand mutated inputs for each reader: none may end the program, and each must be read to an end.
struct LicenceMutationTests {
    private static let rounds = 10_000

    private func mutated(_ seeds: [String], alphabet: String, _ read: ([UInt8]) throws -> Void) -> (
        read: Int, refused: Int
    ) {
        var random = SeededRandom(seed: 5)
        let alphabet = Array(alphabet.utf8)
        var (good, bad) = (0, 0)
        for round in 0..<LicenceMutationTests.rounds {
            var bytes = Array(seeds[round % seeds.count].utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                let byte =
                    Bool.random(using: &random)
                    ? alphabet.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes.insert(byte, at: place)
                case 1: if place < bytes.count { bytes[place] = byte }
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...8, using: &random)))
                default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
                }
            }
            do {
                try read(bytes)
                good += 1
            } catch { bad += 1 }
        }
        return (good, bad)
    }

    @Test func expressions() {
        let seeds = [
            "MIT", "(MIT OR Apache-2.0) AND GPL-2.0-only WITH Classpath-exception-2.0",
            "DocumentRef-a:LicenseRef-b AND Zlib",
            "GPL-2.0+ or lgpl-2.1 with AdditionRef-c", "MIT\u{A0}AND ISC",
        ]
        let counts = mutated(seeds, alphabet: " ()+-.:\t\n/&ANDORWITHandorwith") { bytes in
            let expression = try SPDXExpression(bytes)
            // What was read can be written and read again.
            let again = try SPDXExpression(expression.text)
            guard again.text == expression.text, again.isEquivalent(to: expression) else { throw Difference() }
        }
        #expect(counts.read + counts.refused == LicenceMutationTests.rounds)
        #expect(counts.read > 500 && counts.refused > 500)
    }

    @Test func whatIsWrittenReadsTheSame() {
        let counts = mutated(["MIT AND (ISC OR Zlib)"], alphabet: "() ") { bytes in
            let expression: SPDXExpression
            do throws(SPDXError) { expression = try SPDXExpression(bytes) } catch { return }
            guard try SPDXExpression(expression.text).root == expression.root else { throw Difference() }
        }
        #expect(counts.refused == 0)
    }

    @Test func headers() {
        let tag = "SPDX-License-" + "Identifier:"
        let seeds = [
            "#!/bin/sh\n# \(tag) MIT\n# Copyright (c) 2026 Ann <ann@example.org>\n",
            "/* \(tag) GPL-2.0 */\r\n/* © 2026 日本 */",
            "<!-- SPDX-SnippetBegin -->\nREUSE-IgnoreStart \(tag) x\nREUSE-IgnoreEnd\nSPDX-SnippetEnd\n",
            "\u{FEFF}\(tag) [\(tag) MIT] ::",
        ]
        let counts = mutated(seeds, alphabet: "\r\n\u{0}©(cC)*/#<>\"'[]:") { bytes in
            let region = HeaderRegion(of: bytes)
            _ = region.tags
            _ = region.telling
            let tags = LicenceTags(bytes)
            guard tags.tags.allSatisfy({ $0.line >= 1 }), HeaderPlace.line(in: bytes) >= 1 else { throw Difference() }
        }
        #expect(counts.read == LicenceMutationTests.rounds)
    }

    @Test func tables() {
        let toml = """
            version = 1
            [[annotations]]
            path = ["a/**/*.c", "b\\\\*"]
            precedence = "aggregate"
            SPDX-FileCopyrightText = ["2026 Ann", "© Bo"]
            SPDX-License-Identifier = "MIT OR ISC"
            [[annotations]]
            path = "**"
            """
        let counts = mutated([toml], alphabet: "[]{}\"'\\*=\n#,.0") { bytes in
            let table = try ReuseTable(toml: bytes, at: Path("d/REUSE.toml"))
            _ = table.annotation(of: Path("d/a/b/c.c"))
            _ = table.licences
        }
        #expect(counts.read > 500 && counts.refused > 500)
    }

    @Test func dep5() {
        let dep5 =
            "Format: x\n\nFiles: a/*.c\n b?\nCopyright: 2026 Ann\n  Bo\nLicense: MIT\n text\n\n# x\nFiles: *\n"
        let counts = mutated([dep5], alphabet: "\n :*?\\#") { bytes in
            _ = try ReuseTable(dep5: bytes).annotation(of: Path("a/b.c"))
        }
        #expect(counts.read == LicenceMutationTests.rounds)
    }

    @Test func longLinesAndManyTags() {
        let tag = Array(("SPDX-License-" + "Identifier: ").utf8)
        let line = Array(repeating: tag, count: 40_000).flatMap(\.self)
        #expect(LicenceTags(line).tags.count == 1)
        let starts = Array(repeating: Array("REUSE-IgnoreStart REUSE-IgnoreEnd ".utf8), count: 20_000).flatMap(\.self)
        #expect(LicenceTags(starts).isEmpty)
        #expect(HeaderRegion(of: line).bytes.count <= 64 << 10)
        #expect(LicenceTags(Array(repeating: UInt8(ascii: "C"), count: 1 << 20)).isEmpty)
    }

    private struct Difference: Error {}
}
