// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Policy
import Testing

@Suite struct YAMLReaderTests {
    private func failure(_ bytes: [UInt8]) -> String? {
        do throws(ConfigError) {
            _ = try YAMLReader.read(bytes, file: "f")
            return nil
        } catch {
            return error.description
        }
    }

    private func failure(_ text: String) -> String? { failure(Array(text.utf8)) }

    @Test func keepsLinesAndQuotes() throws {
        let node = try YAMLReader.read(Array("a: 1\n\nb:\n  - 'x'\n  - y\n".utf8), file: "f")
        let map = try node.map
        #expect(map.map(\.key) == ["a", "b"])
        #expect(map.map(\.keyLine) == [1, 3])
        let items = try map[1].value.list
        #expect(items.map(\.line) == [4, 5])
        guard case .scalar("x", plain: false) = items[0].value, case .scalar("y", plain: true) = items[1].value else {
            Issue.record("\(items)")
            return
        }
    }

    @Test func readsWindowsLineEnds() throws {
        #expect(try YAMLReader.read(Array("a: x\r\nb: y\r\n".utf8), file: "f").map.map(\.keyLine) == [1, 2])
    }

    @Test func refusesBytesThatAreNoUTF8() {
        #expect(failure(Array("a: 1\nb: ".utf8) + [0xFF, 0x0A]) == "f: line 2: not UTF-8; save the file as UTF-8")
        // UTF-16 with its mark, and a surrogate written as UTF-8.
        #expect(failure([0xFF, 0xFE, 0x61, 0x00]) == "f: line 1: not UTF-8; save the file as UTF-8")
        #expect(failure([0x61, 0x3A, 0xED, 0xA0, 0x80]) == "f: line 1: not UTF-8; save the file as UTF-8")
    }

    @Test(arguments: [
        ("\u{FEFF}a: 1", "U+FEFF", 1), ("a: 1\nb: \0", "U+0000", 2), ("a: 1\r\n# x\rb: 2\n", "U+000D", 2),
        ("# x\u{85}b: 2", "U+0085", 1), ("# x\u{2028}b: 2", "U+2028", 1), ("a: \u{202E}x", "U+202E", 1),
        ("a: \u{1B}[2J", "U+001B", 1), ("a: \u{E0041}", "U+E0041", 1), ("a: 1\r", "U+000D", 1),
    ])
    func refusesCharactersThatCannotBeSeen(_ text: String, _ code: String, _ line: Int) {
        #expect(failure(text) == "f: line \(line): a character that cannot be seen, \(code); leave it out")
    }

    @Test func refusesNULBehindAnEscape() {
        #expect(failure("a: \"\\0\"") == "f: line 1: a value with a NUL character; leave it out")
    }

    @Test func hasLimits() {
        let depth = YAMLReader.depthLimit
        #expect(failure(String(repeating: "[", count: depth) + String(repeating: "]", count: depth)) == nil)
        #expect(
            failure(String(repeating: "[", count: depth + 2) + String(repeating: "]", count: depth + 2))
                == "f: line 1: more than 32 levels deep; nothing here needs that")
        #expect(failure(String(repeating: "- a\n", count: YAMLReader.nodeLimit - 1)) == nil)
        #expect(
            failure(String(repeating: "- a\n", count: YAMLReader.nodeLimit))
                == "f: line 100000: more than 100000 values; split the file or shorten it")
        let large = [UInt8](repeating: UInt8(ascii: " "), count: YAMLReader.sizeLimit + 1)
        #expect(failure(large) == "f: 1048577 bytes; at most 1048576 are read, so split or shorten it")
    }

    /// Deep or open-ended input of the greatest size: answered, whatever the answer.
    @Test(arguments: [
        "[", "{", "{a: ", "? ", "- ", "a: ", "\"", "[[],", "&a ", "!t ", "a\n", ": ", "- - ", "*a ", "'a': {", "|\n ",
    ])
    func answersWhateverItIsGiven(_ piece: String) {
        let text = String(repeating: piece, count: YAMLReader.sizeLimit / piece.utf8.count)
        #expect(failure(text) != nil || piece == "a\n" || piece == "|\n ")
    }
}
