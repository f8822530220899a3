// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import TestKit
import Testing

@testable import Languages

struct HostileTextTests {
    /// What opens and closes things in some language.
    private static let marks = [
        "//", "/*", "*/", "#", "\"", "'", "\"\"\"", "'''", "`", "${", "}", "$(", ")", "\\", "\n", "\r\n", " ", "<<EOF",
        "EOF\n", "<<<X",
        "R\"(", ")\"", "r#\"", "\"#", "[[", "]]", "--[==[", "]==]", "<!--", "-->", "<script>", "</script>", "<?php",
        "?>", "|\n", "=begin\n",
        "=end\n", "=cut\n", "%w[", "q{", "s/", "/", "~s(", "$a$", "{x|", "|x}", "(*", "*)", "{-", "-}", "@\"", "REM ",
        ".. ", "x", "'a'",
        "1'0", "\u{0}", "é", "{#", "#}", "  ",
    ]

    /// Runs are in order, within the text, and every line can be asked for.
    private func check(_ text: [UInt8], _ language: Language) {
        let lines = SourceLines(text: text, language: language)
        var position = 0
        for run in lines.runs {
            #expect(run.range.lowerBound >= position && run.range.upperBound <= text.count)
            position = run.range.upperBound
        }
        for number in 1...lines.count { #expect(lines.line(number) != nil) }
    }

    @Test func tenThousandMutations() {
        var random = SeededRandom(seed: 5)
        let languages = Language.allCases
        for round in 0..<10_000 {
            var text: [UInt8] = []
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                text += Array(HostileTextTests.marks.randomElement(using: &random)!.utf8)
                if Int.random(in: 0..<10, using: &random) == 0 {
                    text.append(UInt8.random(in: 0...255, using: &random))
                }
            }
            check(text, languages[round % languages.count])
        }
    }

    /// Each mark five hundred times, in every language.
    @Test(arguments: Language.allCases) func hundredsOfOpeners(_ language: Language) {
        for mark in HostileTextTests.marks {
            let text = [UInt8]([[UInt8]](repeating: Array(mark.utf8), count: 500).joined())
            let lines = SourceLines(text: text, language: language)
            #expect((lines.runs.last?.range.upperBound ?? 0) <= text.count)
        }
    }

    /// What is not linear does not come back from two hundred thousand.
    @Test(
        arguments: [
            (.javascript, "`${"), (.swift, "/*"), (.shell, "<<A "), (.csharp, "\""), (.php, "<?php ?>"), (.perl, "s/"),
        ] as [(Language, String)])
    func veryManyOpeners(_ language: Language, _ mark: String) {
        let text = [UInt8]([[UInt8]](repeating: Array(mark.utf8), count: 200_000).joined())
        #expect((SourceLines(text: text, language: language).runs.last?.range.upperBound ?? 0) <= text.count)
    }
}
