// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@Suite struct PathPatternTests {
    @Test(arguments: [
        ("*.md", ["a.md", "docs/deep/a.md", "a.md/inside"], ["a.mdx", "md"]),
        ("docs", ["docs", "docs/a", "x/docs/a"], ["docs2", "mydocs"]),
        ("docs/", ["docs/a", "x/docs/a/b"], ["docs"]),
        ("/docs", ["docs", "docs/a"], ["x/docs"]),
        ("docs/*.md", ["docs/a.md"], ["docs/x/a.md", "x/docs/a.md"]),
        ("docs/**", ["docs/a", "docs/a/b"], ["docs", "x/docs/a"]),
        ("**/docs", ["docs", "a/b/docs", "a/docs/b"], ["docs2"]),
        ("a/**/b", ["a/b", "a/x/b", "a/x/y/b/c"], ["a/x", "ab"]),
        ("**", ["a", "a/b"], []),
        ("a?c", ["abc", "x/a-c"], ["ac", "a/c", "abbc"]),
        ("[a-c]x", ["ax", "cx"], ["dx", "x"]),
        ("[!a-c]x", ["dx"], ["ax", "/x"]),
        ("[]]x", ["]x"], ["ax"]),
        ("\\*x", ["*x"], ["ax"]),
        ("a*b*c", ["abc", "aXbYc", "abcabc"], ["ab", "acb"]),
        ("*a*a*a*a*a*b", ["aaaaab"], [String(repeating: "a", count: 200)]),
        ("café", ["café"], ["cafe", "cafe\u{301}"]),
    ])
    func matchesAsGitignoreDoes(_ text: String, _ matching: [String], _ others: [String]) throws {
        let pattern = try PathPattern(text)
        for path in matching { #expect(pattern.matches(Path(path)), "\(path)") }
        for path in others { #expect(!pattern.matches(Path(path)), "\(path)") }
    }

    @Test(arguments: ["", "/", "//", "a//b", "!a", "[[:alpha:]]x"])
    func refusesWhatItCannotMatch(_ text: String) {
        #expect(throws: SettingError.self) { try PathPattern(text) }
    }

    @Test func comparesBytes() throws {
        #expect(try PathPattern("a?c").matches(Path([0x61, 0xFF, 0x63])))
        #expect(try !PathPattern("README").matches(Path("readme")))
    }

    @Test func manyStarsAreAnswered() throws {
        let pattern = try PathPattern(String(repeating: "**/", count: 400) + String(repeating: "*a", count: 400) + "b")
        let path = Path(String(repeating: "a/", count: 400) + String(repeating: "a", count: 2000))
        #expect(!pattern.matches(path))
    }
}
