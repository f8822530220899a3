// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

struct JSONReaderTests {
    @Test func keepsOrderAndLines() throws {
        let document = try JSONReader.read(
            "{\n \"b\": [1,\n  \"x\\n\\u00e9\"],\n \"a\": {\"c\": null, \"d\": true}\n}\n".bytes)
        #expect(document.entries.map(\.key) == ["b", "a"])
        #expect(document["b"]?.line == 2)
        #expect(document["b"]?.items.map(\.line) == [2, 3])
        #expect(document["b"]?.items.map(\.text) == ["1", "x\né"])
        #expect(document["a"]?["d"]?.bool == true)
        #expect(document["a"]?["c"]?.text == nil)
        #expect(document["a"]?.line == 4)
    }

    @Test func theLaterOfEqualKeysCounts() throws {
        #expect(try JSONReader.read(#"{"a": 1, "\u0061": 2}"#.bytes)["a"]?.text == "2")
    }

    @Test(arguments: [
        ("{\"a\": 1,\n \"b\" 2}", 2), ("", 1), ("{\"a\": 1}\nx", 2), ("[\n\n'a']", 3), ("{\"a\": \"x\ny\"}", 1),
        ("[1 2]", 1),
        ("// c\n{}", 1), ("[1,]", 1), ("{a: 1}", 1), ("[yes]", 1),
    ]) func saysTheLineOfAMistake(text: String, line: Int) throws {
        let error = #expect(throws: DocumentError.self) { try JSONReader.read(text.bytes) }
        #expect(error?.line == line)
    }

    @Test func readsCommentsWhereAsked() throws {
        let document = try JSONReader.read("// a\n{\"a\": [1, /* b\n */ 2,],\n}\n".bytes, comments: true)
        #expect(document["a"]?.items.map(\.text) == ["1", "2"])
        #expect(document["a"]?.items.map(\.line) == [2, 3])
        #expect(throws: DocumentError.self) { try JSONReader.read("/* a".bytes, comments: true) }
        #expect(throws: DocumentError.self) { try JSONReader.read("/".bytes, comments: true) }
    }

    @Test func refusesWhatIsTooMuch() {
        for text in [
            String(repeating: "[", count: 100_000), "[" + String(repeating: "0,", count: 1_000_001) + "0]",
            String(repeating: " ", count: DocumentLimit.size + 1), "\"\u{0}\"",
        ] {
            #expect(throws: DocumentError.self) { try JSONReader.read(text.bytes) }
        }
        #expect(throws: DocumentError.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
        #expect(throws: DocumentError.self) { try JSONReader.read(#"["\q"]"#.bytes) }
    }

    @Test(arguments: [false, true]) func survivesMutations(comments: Bool) throws {
        let taken = try Mutation.survivors(
            of: [
                #"{"name": "a", "dependencies": {"b": "^1.0\n", "c": "x"}, "list": [1, -2.5e3, true, null, {"d": []}]}"#,
                "// c\n[1, /* */ 2,]",
            ],
            words: [
                "{", "}", "[", "]", "\"", ",", ":", "\\u12", "\\", "//", "/*", "*/", "null", "\u{FEFF}", "\0", "'",
                "1e",
            ], seed: 5
        ) { bytes in
            do { _ = try JSONReader.read(bytes, comments: comments) } catch is DocumentError {
                throw Mutation.ExpectedFailure()
            }
        }
        #expect((100..<9_900).contains(taken))
    }
}
