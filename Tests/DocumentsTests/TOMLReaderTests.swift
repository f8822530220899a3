// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

struct TOMLReaderTests {
    @Test func keepsOrderAndLines() throws {
        let text = """
            # a comment
            version = 3
            [tool.poetry.dependencies]
            z = "^1"
            a = { version = "2", extras = ["x",
              "y"] }
            [[package]]
            name = 'b'
            when = 2026-01-02
            flag = true
            [[package]]
            name = "c"
            """
        let document = try TOMLReader.read(text.bytes)
        #expect(document.entries.map(\.key) == ["version", "tool", "package"])
        let dependencies = try #require(document["tool"]?["poetry"]?["dependencies"])
        #expect(dependencies.entries.map(\.key) == ["z", "a"])
        #expect(dependencies.entries.map(\.value.line) == [4, 5])
        #expect(dependencies["a"]?["extras"]?.items.map(\.line) == [5, 6])
        #expect(document["package"]?.items.map { $0["name"]?.line } == [8, 12])
        #expect(document["package"]?.items.first?["when"]?.text == "2026-01-02")
        #expect(document["package"]?.items.first?["flag"]?.bool == true)
        #expect(document["version"]?.text == "3")
    }

    @Test func readsNothing() throws {
        #expect(try TOMLReader.read([]).shown == "{}")
    }

    @Test(arguments: [
        ("a = 1\nb = \n", 2), ("a = 1\na = 2\n", 2), ("[a\n", 1), ("a = \"x\ny\"", 1), ("a = 01", 1), ("'''", 1),
    ])
    func saysTheLineOfAMistake(text: String, line: Int) {
        let error = #expect(throws: DocumentError.self) { try TOMLReader.read(text.bytes) }
        #expect(error?.line == line)
        #expect(error?.reason.hasPrefix("not TOML: ") == true)
    }

    /// toml++ frees its trees by recursion: a key of a million parts would end the program.
    @Test func refusesWhatIsTooDeep() {
        let key = String(repeating: "a.", count: 500_000) + "a"
        for text in [
            "\(key) = 1", "[\(key)]", "x = { \(key) = 1 }", "x = \"\"\"\n\"\"\"\"\"\n\(key) = 1",
            "x = '''\n\\'''\n\(key) = 1",
            "x = \"\\\"\" # \"\"\"\n\(key) = 1", "x = [\"\"\"\\\"\"\"\"\"\", { \(key) = 1 }]", "'x' = '\\'\n\(key) = 1",
            "x = " + String(repeating: "[", count: 100_000), "x = " + String(repeating: "{a=", count: 100_000),
            String(repeating: "\"a\" . ", count: 500_000) + "a = 1",
        ] {
            let error = #expect(throws: DocumentError.self) { try TOMLReader.read(text.bytes) }
            #expect(error?.reason == "more than \(DocumentLimit.depth) levels deep", "\(text.prefix(40))")
        }
    }

    @Test func manyDotsElsewhereAreNoDepth() throws {
        let list = (0..<200).map { "\"a.b.c>=\($0).1.2\"" }.joined(separator: ", ")
        let document = try TOMLReader.read(
            "x = [\(list)] # a.b.c.d.e.f.g.h\n\(Array(repeating: "#....", count: 40).joined())\n".bytes)
        #expect(document["x"]?.items.count == 200)
    }

    @Test func survivesMutations() throws {
        let taken = try Mutation.survivors(
            of: [
                "[a.b]\nc = { d = [1, 2.5, \"x\"], e = '''y''' }\n[[f]]\ng = 2026-01-02T03:04:05Z\n",
                "# z\nname = \"a\\u00e9\"\n\"k.l\".m = true\n",
            ],
            words: [
                "[", "]", "[[", "]]", "{", "}", "\"\"\"", "'''", "\"", "'", ".", "=", ",", "#", "\n", "\r", "\\",
                "\\U0001", "inf", "0x", "\u{FEFF}", "\0", "a.a.a",
            ],
            seed: 7
        ) { bytes in
            do { _ = try TOMLReader.read(bytes).shown } catch is DocumentError { throw Mutation.ExpectedFailure() }
        }
        #expect((100..<9_900).contains(taken))
    }
}
