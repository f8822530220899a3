// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

private struct Sample {
    enum Mode: String, CaseIterable { case fast, slow }

    var name = "x"
    var count = 1
    var mode = Mode.fast
    var isOn = false
    var words: [String] = ["a \"b\" \\"]

    static let fields: [Field<Sample>] = [
        Field("name", "What it is called.", shape: .text, required: true, show: { $0.name }) { $1.name = try $0.text },
        .integer("count", "How many.", in: 1...9, \.count),
        .choice("mode", "How.", \.mode),
        .bool("on", "Whether.", \.isOn),
        .texts("words", "Which.", \.words),
    ]
}

@Suite struct FieldTests {
    private func scalar(_ text: String, plain: Bool = true, line: Int = 1) -> ConfigNode {
        ConfigNode(.scalar(text, plain: plain), file: "f", line: line)
    }

    private func map(_ entries: [(String, ConfigNode)]) -> ConfigNode {
        ConfigNode(.map(entries.enumerated().map { ($1.0, $0 + 1, $1.1) }), file: "f", line: 1)
    }

    private func read(_ entries: [(String, ConfigNode)]) throws(ConfigErrors) -> Sample {
        var sample = Sample()
        try Field.readAll(map(entries), into: &sample, Sample.fields)
        return sample
    }

    private func reasons(_ entries: [(String, ConfigNode)]) -> [String] {
        do throws(ConfigErrors) {
            _ = try read(entries)
            return []
        } catch {
            return error.errors.map(\.description)
        }
    }

    @Test func laysKeysOverDefaults() throws {
        let sample = try read([
            ("name", scalar("n")), ("count", scalar("9")), ("on", scalar("true")), ("mode", scalar("slow")),
        ])
        #expect(sample.name == "n")
        #expect(sample.count == 9)
        #expect(sample.isOn)
        #expect(sample.mode == .slow)
        #expect(sample.words == Sample().words)
    }

    @Test func saysEveryMistake() {
        #expect(
            reasons([("cuont", scalar("2")), ("count", scalar("10", line: 2)), ("mode", scalar("medium", line: 3))])
                == [
                    "f: line 1: unknown key 'cuont'; did you mean 'count'? known: count, mode, name, on, words",
                    "f: line 2: count: expected a whole number from 1 to 9, found '10'",
                    "f: line 3: mode: expected one of fast, slow, found 'medium'",
                    "f: line 1: 'name' is missing: What it is called.",
                ])
    }

    @Test func theFirstMistakeAloneIsThrown() {
        var sample = Sample()
        let error = #expect(throws: ConfigError.self) {
            try Field.read(map([("zzz", scalar("1"))]), into: &sample, Sample.fields)
        }
        #expect(error?.reason == "unknown key 'zzz'; known: count, mode, name, on, words")
    }

    @Test(arguments: ["+5", "05", "5.0", "0x5", "", "5 ", "99999999999999999999", "-1"])
    func refusesOtherNumbers(_ text: String) {
        #expect(!reasons([("name", scalar("n")), ("count", scalar(text))]).isEmpty)
    }

    @Test(arguments: ["yes", "True", "on", "1", "", "~"])
    func refusesOtherTruths(_ text: String) {
        #expect(!reasons([("name", scalar("n")), ("on", scalar(text))]).isEmpty)
    }

    @Test func quotesMakeText() throws {
        #expect(!reasons([("name", scalar("n")), ("count", scalar("5", plain: false))]).isEmpty)
        #expect(!reasons([("name", scalar("n")), ("on", scalar("true", plain: false))]).isEmpty)
        #expect(reasons([("name", scalar("~"))]) == ["f: line 1: name: expected text, found nothing"])
        #expect(reasons([("name", scalar("null"))]) == ["f: line 1: name: expected text, found nothing"])
        #expect(try read([("name", scalar("null", plain: false))]).name == "null")
    }

    @Test func describesItsDefaults() {
        let texts = Sample.fields.map { FieldDescription($0, default: Sample()).defaultText }
        #expect(texts == ["x", "1", "fast", "false", "[\"a \\\"b\\\" \\\\\"]"])
    }

    @Test func messagesStaySmall() {
        let long = String(repeating: "e\u{301}\u{202E}", count: 100_000)
        for line in reasons([(long, scalar(long)), ("count", scalar(long)), ("mode", scalar(long))]) {
            #expect(line.utf8.count < 800)
            #expect(!line.unicodeScalars.contains("\u{202E}"))
        }
    }
}

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "abc", 3), ("limti", "limit", 1), ("kitten", "sitting", 3),
        ("Level", "level", 0),
        ("ab", "ba", 1), ("ca", "abc", 3), ("same", "same", 0),
    ])
    func counts(_ left: String, _ right: String, _ distance: Int) {
        #expect(editDistance(left, right) == distance)
        #expect(editDistance(right, left) == distance)
    }

    @Test func suggestsOnlyWhatIsClose() {
        #expect(closest(to: "secert", of: ["secret", "licence"]) == "secret")
        #expect(closest(to: "banana", of: ["secret", "licence"]) == nil)
        #expect(closest(to: String(repeating: "x", count: 10_000), of: ["secret"]) == nil)
        #expect(closest(to: "b", of: ["c", "a"]) == "a")
    }
}
