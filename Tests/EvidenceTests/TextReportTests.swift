// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import TestKit
import Testing

@testable import Evidence

@Suite struct TextReportTests {
    private func lines(_ judgement: Judgement, _ verbosity: TextReport.Verbosity = .normal) -> [String] {
        String(decoding: TextReport.render(judgement, verbosity: verbosity), as: UTF8.self)
            .split(separator: "\n").map(String.init)
    }

    @Test func endsWithTheVerdict() throws {
        #expect(
            lines(SampleJudgement.passing()).last?.hasPrefix("aigate: PASS 0 blocking, 0 warnings; 1 commit ") == true)
        #expect(
            lines(try SampleJudgement.failing()).last?.hasPrefix("aigate: FAIL 2 blocking, 2 warnings, 1 waived; ")
                == true)
        #expect(lines(try SampleJudgement.failing(enforcement: .monitor)).last?.hasSuffix("(monitor: exit 0)") == true)
        #expect(lines(SampleJudgement.unresolvable()).last?.hasPrefix("aigate: INCOMPLETE ") == true)
    }

    @Test func neverCallsABrokenRangeEmpty() {
        #expect(lines(SampleJudgement.empty())[1] == "no commits in the range: nothing to judge")
        #expect(lines(SampleJudgement.unresolvable())[1] == "no commit was judged")
    }

    @Test func explainsARuleThreeTimes() {
        let text = lines(SampleJudgement.large(commits: 10, findingEvery: 1))
        #expect(text.count { $0.contains("why: ") } == 3)
        #expect(text.count { $0.contains("fix: ") } == 3)
        #expect(text.count { $0.contains("waiver: - {rule: secret/aws, ") } == 10)
    }

    @Test func stopsAtTwoHundred() {
        let judgement = SampleJudgement.large(commits: 250, findingEvery: 1)
        #expect(lines(judgement).count { $0.hasPrefix("  block secret/aws") } == 200)
        #expect(lines(judgement).contains("and 50 more in run.json (-v shows all)"))
        #expect(lines(judgement, .verbose).count { $0.hasPrefix("  block secret/aws") } == 250)
    }

    @Test func quietIsFindingsAndVerdict() throws {
        #expect(lines(SampleJudgement.passing(), .quiet).count == 1)
        #expect(
            !lines(try SampleJudgement.full(), .quiet).contains { $0.hasPrefix("not judged") || $0.hasPrefix("policy") }
        )
    }

    @Test func noLineIsACommand() throws {
        for verbosity in TextReport.Verbosity.allCases {
            let bytes = TextReport.render(try SampleJudgement.full(), verbosity: verbosity)
            #expect(!bytes.contains { $0 < 0x20 && $0 != UInt8(ascii: "\n") })
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("##"))
            #expect(!text.split(separator: "\n").contains { $0.drop { $0 == " " }.hasPrefix("::") })
        }
        #expect(TerminalText.of("  ::error::x") == "\\u{3A}:error::x")
        #expect(TerminalText.of("a ###[x") == "a #\\u{23}#[x")
    }
}
