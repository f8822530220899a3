// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import TestKit
import Testing

@testable import Evidence

@Suite struct JUnitReportTests {
    private func suites(_ judgement: Judgement) -> [JUnitSuite] {
        var suites = JUnitSuites(judgement)
        return suites.all()
    }

    @Test func saysThatTheRangeIsEmpty() {
        let range = suites(SampleJudgement.empty())[0]
        #expect(range.cases.count == 1)
        #expect(range.cases[0].name.hasSuffix("no commits to judge"))
        #expect(!range.cases[0].result.isError)
    }

    @Test func isRedWhereTheRangeCouldNotBeRead() {
        let range = suites(SampleJudgement.unresolvable())[0]
        #expect(range.cases.map(\.result.isError) == [true])
    }

    @Test func hasNoEmptySuiteAndNoNameTwice() throws {
        for judgement in try ForeignReaderTests.samples() + [SampleJudgement.large(commits: 6000)] {
            let all = suites(judgement)
            #expect(all.allSatisfy { !$0.cases.isEmpty })
            let names = all.flatMap(\.cases).map(\.name)
            #expect(Set(names).count == names.count)
        }
    }

    @Test func isRedForWhatBlocksAlone() throws {
        let all = suites(try SampleJudgement.full())
        func red(_ name: String) throws -> Int {
            try #require(all.first { $0.name == name }).cases.count { $0.result.isFailure || $0.result.isError }
        }
        #expect(try red("secret") == 1)
        #expect(try red("hidden-unicode") == 1, "the waived one is green")
        #expect(try red("undeclared-ai") == 0, "a warning is green")
        #expect(try red("licence-header") == 1, "it broke once; monitored is green")
        #expect(try red("task-scope") == 0)
        #expect(all.first { $0.name == "task-scope" }?.cases.map(\.result.isSkipped) == [true])
        #expect(all.flatMap(\.cases).contains { $0.name == "undeclared-ai 20000000ab (1 warning)" })
    }

    @Test func foldsWhatPassedWhenThereIsTooMuch() throws {
        let below = suites(SampleJudgement.large(commits: 4_000))
        #expect(below.first { $0.name == "secret" }?.cases.count == 4_000)
        let above = suites(SampleJudgement.large(commits: 6_000))
        let secret = try #require(above.first { $0.name == "secret" })
        #expect(secret.cases.count == 121)
        #expect(secret.cases.count { $0.result.isFailure } == 120)
        #expect(secret.cases.last?.name == "secret: 5880 cases passed")
        #expect(secret.output.contains { $0.contains("folded") })
    }

    @Test func cutsTextAndBytesOfTheWhole() throws {
        let bytes = try Reports.render(.junit, SampleJudgement.large(commits: 12_000, findingEvery: 1))
        #expect(bytes.count < 14_000_000, "eight of text, and the frame")
        try Reread.xml(bytes, "junit.xml")
        let long = XMLWriter.cut(String(repeating: "ä", count: 70_000))
        #expect(long.utf8.count <= XMLWriter.textLimit)
        #expect(long.hasSuffix("run.json has the rest"))
        #expect(!long.contains("\u{FFFD}"))
    }

    @Test func makesEveryCharacterLegal() throws {
        var xml = try XMLWriter("test")
        var text = ""
        for value in (0...0xFFFF as ClosedRange<UInt32>) {
            Unicode.Scalar(value).map { text.unicodeScalars.append($0) }
        }
        xml.element("a") {
            $0.attribute("b", text + "]]>")
            $0.text(String(text.prefix(200)) + "]]>\u{FFFE}\u{1B}")
        }
        try Reread.xml(try xml.finish(), "test")
    }

    @Test func rereadsStrictly() {
        func problem(_ text: String) -> Bool {
            do {
                try Reread.xml(Array(text.utf8), "x")
                return false
            } catch { return true }
        }
        #expect(!problem("<a>ok</a>"))
        #expect(problem("<a>"))
        #expect(problem("<a>\u{1}</a>"))
        #expect(problem(""))
        #expect(problem("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"))
    }
}
