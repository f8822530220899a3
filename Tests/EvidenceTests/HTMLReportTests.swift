// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Evidence
import Gate
import TestKit
import Testing

@Suite struct HTMLReportTests {
    private func page(_ judgement: Judgement) throws -> String {
        String(decoding: try Reports.render(.html, judgement), as: UTF8.self)
    }

    @Test func foldsCommitsWithNothingToSee() throws {
        let text = try page(SampleJudgement.large(commits: 90))
        #expect(text.contains("59 commits with neither evidence of AI nor findings</summary>"))
    }

    @Test func listsOnlyWhatMattersOfALongRange() throws {
        let text = try page(SampleJudgement.large(commits: 6_000))
        #expect(text.contains("3920 commits with neither evidence of AI nor findings are in run.json only"))
        #expect(text.utf8.count < 4_000_000)
    }

    @Test func laysOutNoMoreThanAThousandFindings() throws {
        let text = try page(SampleJudgement.large(commits: 1_500, findingEvery: 1))
        #expect(text.split(separator: "<article ").count - 1 == 1_000)
        #expect(text.contains("500 more are in run.json"))
    }

    @Test func says() throws {
        let empty = try page(SampleJudgement.empty())
        #expect(empty.contains("The range holds no commits: nothing was judged."))
        let full = try page(try SampleJudgement.full())
        for text in ["sha256sum -c", "git patch-id --stable", "iso27001/A.8.15@2022", "Fingerprint", "too-large"] {
            #expect(full.contains(text), "\(text)")
        }
    }
}
