// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Gate
import Patterns
import TestKit
import Testing

/// Text that is meant to hurt is scanned within limits, and what the limits cut off is said.
/// `Tests/Benchmarks/hostile.py` has the same at full size.
struct HostileTextTests {
    private static let program = Result { try ContentProgram(rules: EmbeddedPacks.rules) }

    /// Bytes behind a keyword in which an expression looks at most, and of a name or a value that was read.
    private static func reach(_ key: String, _ rule: Rule) -> Int {
        key == "name" ? 120 : key == "pattern" && rule.isMultiline ? 16 << 10 : 4000
    }

    /// No expression of the packs is given up on text that is made against it.
    @Test(arguments: EmbeddedPacks.names) func noExpressionTriesTooManyWays(name: String) throws {
        var count = 0
        for rule in try PackTests.pack(name).rules {
            let whole = rule.value.map { "\\A(?:" + $0 + ")\\z" }
            for (key, expression) in [
                ("pattern", rule.pattern), ("name", rule.name), ("value", whole), ("not", rule.except),
            ] {
                guard let expression else { continue }
                let pattern = try Pattern(expression)
                let texts = try HostileText(rule: rule, expression: expression, size: HostileTextTests.reach(key, rule))
                    .texts()
                let given = texts.count { HostileTextTests.isGivenUp(pattern, $0) }
                #expect(given == 0, "\(rule.id): its \(key) is given up on \(given) of \(texts.count) texts")
                count += texts.count
            }
        }
        #expect(count > 100)
    }

    private static func isGivenUp(_ pattern: Pattern, _ text: [UInt8]) -> Bool {
        do throws(PatternError) {
            _ = try pattern.firstMatch(in: text)
            return false
        } catch {
            return true
        }
    }

    /// The test above can fail.
    @Test func aTrapIsSeen() throws {
        var rule = Rule()
        rule.id = "trap"
        rule.keywords = ["key"]
        rule.pattern = "key(?:[a-z]+)+[0-9]"
        let pattern = try Pattern("key(?:[a-z]+)+[0-9]")
        let texts = try HostileText(rule: rule, expression: "key(?:[a-z]+)+[0-9]", size: 4000).texts()
        #expect(texts.contains { HostileTextTests.isGivenUp(pattern, $0) })
        let scanner = try ContentScanner(ContentProgram(rules: [rule]))
        let content = try HostileTextTests.scan(
            Array("key".utf8) + [UInt8](repeating: 0x61, count: 1000), with: scanner)
        #expect(content.limits.map(\.reason) == ["the rule trap gave up"])
    }

    /// Values are found wherever a long line has them.
    @Test func longLinesAreLookedAtWhole() throws {
        let scanner = try ContentScanner(HostileTextTests.program.get())
        var expander = ExampleText(seed: "long")
        let filler = Array("a = b; ".utf8)
        var text: [UInt8] = []
        for _ in 0..<20 {
            text += (0..<400).flatMap { _ in filler } + (try expander.expand("t=\"ghp_{alnum:30}{crc32-base62}\";"))
        }
        let content = try HostileTextTests.scan(text, with: scanner)
        #expect(content.matches.count { $0.rule == "github-token" } == 20)
        #expect(content.limits.isEmpty)
    }

    /// One value right behind the other, more than a window has room for.
    @Test func denseValuesAreAllFound() throws {
        let scanner = try ContentScanner(HostileTextTests.program.get())
        var expander = ExampleText(seed: "dense")
        let text = try (0..<500).flatMap { _ in try expander.expand("ghp_{alnum:30}{crc32-base62},") }
        #expect(try HostileTextTests.scan(text, with: scanner).matches.count == 500)
    }

    /// A value that begins in one look and ends in the next.
    @Test func valuesAcrossLooksAreFound() throws {
        let scanner = try ContentScanner(HostileTextTests.program.get())
        for gap in stride(from: 1900, to: 2010, by: 3) {
            var expander = ExampleText(seed: "across \(gap)")
            let text =
                try expander.expand("ghp_{alnum:30}{crc32-base62};") + [UInt8](repeating: 0x3B, count: gap)
                + expander.expand("ghp_{alnum:30}{crc32-base62};") + [UInt8](repeating: 0x3B, count: 5000)
            #expect(try HostileTextTests.scan(text, with: scanner).matches.count == 2, "\(gap)")
        }
    }

    /// Keys of many lines, more than one look reaches.
    @Test func manyKeysAreAllFound() throws {
        let scanner = try ContentScanner(HostileTextTests.program.get())
        var expander = ExampleText(seed: "keys")
        let template =
            "-----BEGIN RSA PRIVATE KEY-----{n}MII{base64:61}{n}"
            + String(repeating: "{base64:64}{n}", count: 24) + "-----END RSA PRIVATE KEY-----{n}"
        let text = try (0..<40).flatMap { _ in try expander.expand(template) }
        #expect(try HostileTextTests.scan(text, with: scanner).matches.count { $0.rule == "pem-rsa-private-key" } == 40)
    }

    @Test func tooManyValuesAreSaid() throws {
        let scanner = try ContentScanner(HostileTextTests.program.get())
        var expander = ExampleText(seed: "many")
        let text = try (0..<20_500).flatMap { _ in try expander.expand("npm_{alnum:36}{n}") }
        let content = try HostileTextTests.scan(text, with: scanner)
        #expect(content.limits.map(\.reason) == ["too many values"])
        #expect((20_000...20_500).contains(content.matches.count))
    }

    /// However many keywords there are, a secret behind them is found.
    @Test func manyKeywordsAreAllLookedAt() throws {
        let scanner = try ContentScanner(HostileTextTests.program.get())
        var expander = ExampleText(seed: "behind")
        let text = try (0..<400_001).flatMap { _ in "pwd ".utf8 } + expander.expand("ghp_{alnum:30}{crc32-base62}")
        let content = try HostileTextTests.scan(text, with: scanner, mark: .generated)
        #expect(content.limits.isEmpty)
        #expect(content.matches.map(\.rule) == ["github-token"])
    }

    /// Names, quotes and signs over and over, in files of every kind.
    @Test(arguments: ["a.c", "a.yml", "a.ini", "a.sh", "a.xml", "a.txt", "a", ".netrc"]) func repeatedNamesEnd(
        path: String
    ) throws {
        let scanner = try ContentScanner(HostileTextTests.program.get())
        for piece in [
            "password", "password=", "\"password\":", "password=\"", "password='", "pwd:", "\"\" + ",
            "password = \"\" + ", "pwd=[\"", "<password>", "password==", "a.password.", "api_key(", "token ",
            "\\\"secret\\\":", "password: |\n", "password:\n\n", "key=\"password\" value=\"",
        ] {
            let text = (0..<2000).flatMap { _ in piece.utf8 }
            let content = try HostileTextTests.scan(text, with: scanner, path: path)
            #expect(content.limits.isEmpty, "\(piece)")
            #expect(content.matches.count <= 2000)
        }
    }

    /// Any bytes: no trap, and twice the same.
    @Test func randomBytesEnd() throws {
        let scanner = try ContentScanner(HostileTextTests.program.get())
        let pieces = EmbeddedPacks.rules.flatMap(\.keywords).map { Array($0.utf8) }
        for seed in 0..<40 {
            var random = SeededRandom(seed: UInt64(seed))
            var text: [UInt8] = []
            while text.count < 8000 {
                let piece = pieces[Int.random(in: pieces.indices, using: &random)]
                if seed.isMultiple(of: 2) { text += piece }
                text += (0..<Int.random(in: 0..<60, using: &random)).map { _ in
                    seed.isMultiple(of: 3)
                        ? UInt8.random(in: 0x20...0x7E, using: &random) : UInt8.random(in: 0...255, using: &random)
                }
            }
            let once = try HostileTextTests.scan(text, with: scanner)
            let again = try HostileTextTests.scan(text, with: scanner)
            #expect(once.matches.map(\.excerpt) == again.matches.map(\.excerpt))
        }
    }

    private static let commit: Commit = {
        let id = ObjectID(hex: String(repeating: "1", count: 40))!
        let someone = Signature(identity: Identity(name: "Ann", email: "ann@example.org"), seconds: 0, offsetMinutes: 0)
        return Commit(
            id: id, tree: id, parents: [], author: someone, committer: someone, message: CommitMessage("Add data"))
    }()

    private static func scan(
        _ text: [UInt8], with scanner: ContentScanner, path: String = "src/data", mark: ChangedFile.Mark? = nil
    ) throws -> ScannedContent {
        let lines = text.count { $0 == 0x0A } + (text.last == 0x0A ? 0 : 1)
        let change = TextChange(
            hunks: [TextChange.Hunk(oldStart: 0, oldCount: 0, newStart: 1, newCount: lines, offset: 0)], addedText: text
        )
        let file = ChangedFile(
            path: Path(path), status: .modified, oldMode: 0o100644, newMode: 0o100644, oldBlob: nil, newBlob: nil,
            content: .text(change), mark: mark)
        return try scanner.scan(commit, [file])
    }
}
