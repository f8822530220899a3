// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import TestKit
import Testing

@testable import Checks

struct HiddenCharactersTests {
    private func find(_ text: String, mayHaveMark: Bool = false) -> [String] {
        HiddenCharacters.find(in: Array(text.utf8), mayHaveMark: mayHaveMark).map {
            "\($0.rule)@\($0.range.lowerBound)+\($0.more)"
        }
    }

    @Test func oneFindingPerRuleAndLine() {
        #expect(find("a\u{202A}b\u{202C}\u{E0041}\nc\u{2066}") == ["bidi@1+1", "tag@8+0", "bidi@14+0"])
    }

    @Test func tagsThatAreNoFlagAreFound() {
        #expect(find("\u{1F3F4}\u{E0067}\u{E0062}") == ["tag@4+1"], "a flag without its end")
        #expect(find("\u{E007F}") == ["tag@0+0"], "an end without a flag")
    }

    @Test func bytesThatAreNoUTF8AreNoCharacters() {
        #expect(HiddenCharacters.find(in: [0xE2, 0x80, 0xF3, 0xA0, 0x81, 0xE2]).isEmpty)
    }

    @Test func longLineOfThemStaysOneFinding() {
        #expect(find(String(repeating: "\u{202E}", count: 100_000)) == ["bidi@0+99999"])
        #expect(find(String(repeating: "a\u{200B}", count: 100_000)) == ["zero-width@1+99999"])
        #expect(find(String(repeating: "a\u{430} ", count: 100_000)) == ["mixed-script@1+99999"])
        #expect(find(String(repeating: "\u{200B}", count: 1_000_000)) == ["zero-width@0+0"], "one alone says nothing")
        #expect(find(String(repeating: "\u{200B}\u{200C}", count: 1_000_000)) == ["payload@0+0"])
    }

    @Test(
        arguments: [
            ("a\u{200B}b", ["zero-width@1+0"]), ("a\u{200D}b", ["zero-width@1+0"]), ("\u{2060}", ["zero-width@0+0"]),
            ("x\u{FEFF}", ["zero-width@1+0"]), ("co\u{AD}op", ["invisible@2+0"]), ("\u{3164}", ["invisible@0+0"]),
            ("a\u{FE0F}", ["invisible@1+0"]), ("a\u{200F}b", ["invisible@1+0"]),
            ("\u{1F600}\u{FE00}", ["invisible@4+0"]),
            ("a\u{1B}[2J", ["control@1+0"]), ("a\u{7F}", ["control@1+0"]), ("12345678\u{7F}12345678", ["control@8+0"]),
            ("\u{85}", ["control@0+0"]), ("\u{FFF9}", ["control@0+0"]),
            ("a\u{0}b", ["control@1+0"]), ("\u{2028}", ["control@0+0"]),
            ("\u{E000}\u{E001}\u{E002}", ["private-use@0+0"]), ("s\u{430}y", ["mixed-script@1+0"]),
            ("\u{FF41}b", ["mixed-script@0+0"]), ("\u{391}dmin", ["mixed-script@0+0"]),
        ] as [(String, [String])])
    func othersAreFound(_ text: String, _ expected: [String]) {
        #expect(find(text) == expected)
    }

    @Test(arguments: [
        "\u{1F469}\u{200D}\u{1F4BB} \u{2764}\u{FE0F}\u{200D}\u{1F525} 1\u{FE0F}\u{20E3} \u{263A}\u{FE0E}",
        "\u{1F469}\u{1F3FD}\u{200D}\u{1F52C} \u{1F3F3}\u{FE0F}\u{200D}\u{1F308}", "می\u{200C}خواهم",
        "क\u{94D}\u{200D}ष",
        "ភាសា\u{200B}ខ្មែរ", "שלום\u{200F}", "\t\r\n\u{C}", "é ß ñ — “x” © 日本 \u{A0}", "Привет, мир", "test_привет",
        "Δx μs λ1 ρ2",
        "\u{E000} \u{E001}", "語\u{FE00}", "葛\u{E0100}", "%sПривет \\nПривет",
    ])
    func whatLanguagesAndEmojiNeedIsLeftAlone(_ text: String) {
        #expect(find(text).isEmpty)
    }

    /// Swift's literals hold no noncharacter.
    @Test(arguments: [0xFDD0, 0xFFFE, 0x1FFFE, 0x10FFFF] as [UInt32]) func noncharactersAreControls(_ value: UInt32)
        throws
    {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(find(String(Character(scalar))) == ["control@0+0"])
    }

    @Test func aMarkMayBeginAFile() {
        #expect(find("\u{FEFF}a", mayHaveMark: true).isEmpty)
        #expect(find("\u{FEFF}a") == ["zero-width@0+0"])
        #expect(find("\u{FEFF}\u{200B}a", mayHaveMark: true) == ["zero-width@0+0"])
    }

    private func levels(_ path: String, _ text: String, mark: ChangedFile.Mark? = nil) throws -> [String] {
        try ResidueSample(path, Array(text.utf8), mark: mark).hidden().map {
            "\($0.rule ?? "") \($0.defaultLevel?.rawValue ?? "")"
        }
    }

    @Test(
        arguments: [
            ("a.js", "is\u{200B}Admin()\n", ["zero-width block"]), ("a.js", "'is\u{200B}Admin'\n", ["zero-width warn"]),
            ("a.js", "// **\u{200B}/\n", ["zero-width monitor"]), ("a.md", "is\u{200B}Admin\n", ["zero-width monitor"]),
            ("tests/a.js", "is\u{200B}Admin()\n", ["zero-width monitor"]),
            ("a.json", "\"a\u{200B}b\"\n", ["zero-width monitor"]),
            ("AGENTS.md", "Be\u{200B} kind\n", ["zero-width block"]),
            ("AGENTS.md", "Be\u{AD} kind\n", ["invisible block"]),
            ("a.js", "q = {\u{3164}}\n", ["invisible block"]), ("a.js", "a\u{AD}b\n", ["invisible warn"]),
            ("a.js", "'a\u{AD}b'\n", ["invisible monitor"]), ("a.sh", "echo '\u{1B}[1m'\n", ["control monitor"]),
            ("a.py", "s\u{430}y()\n", ["mixed-script warn"]), ("a.py", "'s\u{430}y' # s\u{430}y\n", []),
            ("a.py", "f('\u{430}lice') # \u{43F}lice\n", ["mixed-script warn"]), ("a.md", "s\u{430}y\n", []),
            ("test/a.py", "s\u{430}y()\n", ["mixed-script monitor"]),
            ("a.tsx", "<b>a\u{200B}b</b>\n", ["zero-width warn"]), ("a.php", "a\u{200B}b\n", ["zero-width warn"]),
            ("tests/a.py", "x\u{202E}\n", ["bidi block"]), ("tests/a.golden", "\u{1B}[0m\n", []),
            ("a.po", "s\u{430}y\n", []),
            ("a.js", "'\u{E0100}-\u{E01EF}'\n", ["variation-selector warn"]),
            ("a.js", "'\u{E0100}\u{E0101}'\n", ["variation-selector block"]),
            ("a.yml", "a: s\u{430}y\n", []),
            ("a.js", "'a\u{200B}b'" + String(repeating: " ", count: 2000) + "\n", ["zero-width monitor"]),
        ] as [(String, String, [String])])
    func levelsDependOnThePlace(_ path: String, _ text: String, _ expected: [String]) throws {
        #expect(try levels(path, text) == expected)
    }

    @Test func vendoredFilesAreOnlyWatched() throws {
        #expect(try levels("a.js", "is\u{200B}Admin()\n", mark: .vendored) == ["zero-width monitor"])
        #expect(try levels("a.js", "\u{202E}\n", mark: .vendored) == ["bidi block"])
    }

    @Test func aPayloadIsDecodedAndCut() throws {
        func message(_ text: String) throws -> String {
            try #require(ResidueSample("a.js", Array(text.utf8)).hidden().first).message.description
        }
        let tags = String(
            String.UnicodeScalarView("rm -rf\n".unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xE0000) }))
        #expect(try message("x\(tags)\n").hasSuffix("it decodes to \"rm -rf\\n\""))
        let selectors = String(
            String.UnicodeScalarView(
                "eval(1)".utf8.compactMap { Unicode.Scalar(UInt32($0) + 0xE0100 - 16) }))
        #expect(try message("x\(selectors)\n").hasSuffix("it decodes to \"eval(1)\""))
        let bits = String(
            "hi".utf8.flatMap { byte in
                (0..<8).map { byte >> (7 - $0) & 1 == 1 ? "\u{200C}" : "\u{200B}" } as [Character]
            })
        #expect(try message("x\(bits)\n").hasSuffix("it decodes to \"hi\""))
        let long = String(String.UnicodeScalarView((0..<100).compactMap { _ in Unicode.Scalar(0xE0041) }))
        #expect(try message(long).hasSuffix("it decodes to \"\(String(repeating: "A", count: 32))... (100 bytes)\""))
        #expect(try message("x\(bits)\n").unicodeScalars.allSatisfy(\.isASCII))
    }

    @Test func tenThousandMutations() throws {
        var random = SeededRandom(seed: 9)
        let marks = [
            "\u{202E}", "\u{E0041}", "\u{1F3F4}", "\u{E007F}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{FE0F}",
            "\u{E0101}", "\u{3164}", "\u{AD}",
            "\u{1B}", "\u{7F}", "\u{E000}", "\u{430}", "\u{391}", "a", "_", " ", "\n", "'", "//", "\u{1F469}",
            "\u{1FFFF}", "12345678",
        ].map { Array($0.utf8) }
        let paths = ["a.js", "AGENTS.md", "a", "tests/a.py", "a.html"]
        for round in 0..<10_000 {
            var text = (0..<Int.random(in: 1...40, using: &random)).flatMap { _ in marks.randomElement(using: &random)!
            }
            for _ in 0..<3 {
                text[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            for finding in try ResidueSample(paths[round % paths.count], text).hidden() {
                #expect(
                    finding.message.description.unicodeScalars.allSatisfy { $0.isASCII || !VisibleText.isHidden($0) })
            }
        }
    }
}
