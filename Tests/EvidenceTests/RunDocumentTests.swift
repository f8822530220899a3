// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Evidence
import Foundation
import Gate
import TestKit
import Testing

@Suite struct RunDocumentTests {
    private func decode(_ judgement: Judgement) throws -> [String: Any] {
        let bytes = RunDocument.render(judgement)
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func keepsOneElementALine() throws {
        let text = String(decoding: RunDocument.render(SampleJudgement.large(commits: 100)), as: UTF8.self)
        #expect(text.split(separator: "\n").count { $0.hasPrefix("{\"addedLines\":") } == 100)
        #expect(text.hasSuffix("}\n"))
        #expect(!text.contains("\r"))
    }

    @Test func sortsEveryKey() throws {
        func check(_ text: Substring) throws {
            // A stranger's encoder with sorted keys gives the same bytes for each line.
            let element = text.hasSuffix(",") ? text.dropLast() : text
            let value = try JSONSerialization.jsonObject(with: Data(element.utf8))
            let again = try JSONSerialization.data(
                withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
            #expect(String(decoding: again, as: UTF8.self) == String(element))
        }
        let text = String(decoding: RunDocument.render(try SampleJudgement.full()), as: UTF8.self)
        for line in text.split(separator: "\n") where line.hasPrefix("{\"") { try check(line) }
        let keys = text.split(separator: "\n").filter { $0.hasPrefix("\"") }.map { $0.prefix { $0 != ":" } }
        #expect(keys == keys.sorted())
        #expect(keys.count == 26)
    }

    @Test func namesNobody() throws {
        let judgement = try SampleJudgement.full()
        for kind in ReportKind.allCases {
            let text = String(decoding: try Reports.render(kind, judgement), as: UTF8.self)
            #expect(!text.contains("ann.lee"), "\(kind)")
            #expect(!text.contains("Ann Lee"), "\(kind)")
            #expect(!text.contains("/home/"), "\(kind)")
            #expect(!text.contains("Import the archive"), "no subject in \(kind)")
        }
    }

    @Test func givesBytesOfPathsThatDoNotShow() throws {
        let findings = try #require(try decode(try SampleJudgement.full())["findings"] as? [[String: Any]])
        let hostile = try #require(findings.first { $0["ruleId"] as? String == "hidden-unicode" })
        #expect(hostile["pathBytes"] as? String == Hex.string(SampleJudgement.hostilePath.bytes))
        let plain = try #require(findings.first { $0["ruleId"] as? String == "secret/aws" })
        #expect(plain["pathBytes"] is NSNull)
    }

    @Test func carriesWhatTheActionReads() throws {
        let document = try decode(try SampleJudgement.failing(enforcement: .monitor))
        let result = try #require(document["result"] as? [String: Any])
        let range = try #require(document["range"] as? [String: Any])
        #expect(result["verdict"] as? String == "fail")
        #expect(result["exitCode"] as? Int == 0)
        #expect((result["counts"] as? [String: Int])?["findings"] == 6)
        #expect(document["enforced"] as? Bool == false)
        #expect(range["base"] as? String == SampleJudgement.id(0).hex)
        #expect(range["head"] as? String == SampleJudgement.id(4).hex)
        #expect(range["commitCount"] as? Int == 2)
        #expect((document["retention"] as? [String: Int])?["days"] == 400)
    }

    @Test func isTheSameEveryTime() throws {
        #expect(RunDocument.render(try SampleJudgement.full()) == RunDocument.render(try SampleJudgement.full()))
    }
}
