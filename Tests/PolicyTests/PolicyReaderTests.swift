// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Policy
import TestKit
import Testing

@Suite struct PolicyReaderTests {
    private func policy(_ text: String) throws -> Policy {
        try PolicyReader.policy(Array(text.utf8), file: "policy.yml", kinds: sampleKinds)
    }

    @Test func readsEveryKey() throws {
        let file = projectRoot.appending(path: "Fixtures/Policies/good/full.yml")
        let policy = try PolicyReader.policy(Array(Data(contentsOf: file)), file: "policy.yml", kinds: sampleKinds)
        #expect(policy.enforcement == .monitor)
        #expect(policy.since?.hex == "0123456789abcdef0123456789abcdef01234567")
        #expect(
            policy.levels == [
                "ai-undeclared": LevelSetting(.block, blockAfter: Day("2027-01-15")),
                "hidden-unicode": LevelSetting(.warn), "secret": LevelSetting(.block),
                "secret/aws-key": LevelSetting(.monitor),
            ])
        #expect(policy.settings.keys.sorted() == ["hidden-unicode"])
        #expect(try policy.settings["hidden-unicode"]?.map.map(\.key) == ["allowed", "limit", "where"])
        #expect(policy.paths.map { $0.patterns.map(\.text) } == [["docs/**"], ["docs/examples/", "*.md"]])
        #expect(policy.paths[1].levels["secret/aws-key"] == LevelSetting(.off))
        #expect(policy.generated.map(\.text) == ["gen/**", "*.pb.go"])
        #expect(policy.vendored.map(\.text) == ["third_party/**"])
        #expect(policy.protectedBranches.map(\.text) == ["/main", "release/*"])
        #expect(policy.review.humans == ["ann@example.org"])
        #expect(policy.waivers.defaultDays == 14)
        #expect(policy.waivers.maximumDays == 90)
        #expect(policy.waivers.approvers == ["security@example.org"])
        #expect(policy.limits.fileBytes == 67_108_864)
        #expect(policy.retentionDays == 400)
    }

    @Test func leavesTheRestAtItsDefault() throws {
        let policy = try policy("version: 1\nreview: {strict: true}\n")
        #expect(policy.review.strict)
        #expect(policy.review.trailers == ["Reviewed-by", "Approved-by"])
        #expect(policy.waivers.maximumDays == 365)
        #expect(policy.levels.isEmpty)
    }

    @Test func handsSettingsToTheCheck() throws {
        let policy = try policy("version: 1\nchecks: {hidden-unicode: {level: block, limit: 7}}\n")
        let kind = try #require(sampleKinds.first { $0.about.id == "hidden-unicode" })
        #expect(try kind.make(policy.settings["hidden-unicode"]) is HiddenUnicode)
        #expect(try policy.settings["hidden-unicode"]?.map.map(\.key) == ["limit"])
    }

    @Test func stopsCountingMistakes() {
        let keys = (0..<5000).map { "k\($0): 1\n" }.joined()
        let error = #expect(throws: ConfigErrors.self) { try policy("version: 1\n" + keys) }
        #expect(error?.errors.count == ConfigErrors.limit)
    }

    @Test func shortensAndEscapesWhatItQuotes() throws {
        let word = "\"" + String(repeating: "\\e[31m]]>", count: 1000) + "\""
        let error = try #require(throws: ConfigErrors.self) {
            try policy("version: 1\nenforcement: \(word)\n\(word): 1\n")
        }
        #expect(error.errors.count == 1 || error.errors.count == 2)
        #expect(error.description.utf8.count < 1000)
        #expect(!error.description.unicodeScalars.contains("\u{1B}"))
    }
}
