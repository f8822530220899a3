// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import TestKit
import Testing

@testable import Evidence

@Suite struct SummaryReportTests {
    @Test func staysBelowTheLimitAndSaysWhatIsMissing() {
        let bytes = SummaryReport.render(SampleJudgement.large(commits: 4_000, findingEvery: 1))
        #expect(bytes.count < SummaryReport.byteLimit)
        #expect(bytes.count > SummaryReport.byteLimit * 9 / 10)
        let text = String(decoding: bytes, as: UTF8.self)
        let shown = text.split(separator: "\n").count { $0.hasPrefix("- **block** ") }
        #expect(text.contains("900 KiB: \(4_000 - shown) further findings"))
    }

    @Test(arguments: [
        ("a", "`a`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), ("", "` `"), ("  ", "`  `"), ("a\nb|c", "`a\\nb|c`"),
    ])
    func fencesCode(_ text: String, _ expected: String) {
        var markdown = MarkdownText()
        markdown.code(text)
        #expect(String(decoding: markdown.bytes, as: UTF8.self) == expected)
    }
}
