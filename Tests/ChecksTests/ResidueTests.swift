// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import TestKit
import Testing

@testable import Checks

struct ResidueTests {
    /// Rule, level and line of each finding in one file.
    static func found(_ path: String, _ new: String, old: String? = nil) throws -> [String] {
        try ResidueSample(path, Array(new.utf8), old: old.map { Array($0.utf8) }).residue().map {
            "\($0.rule ?? "") \($0.defaultLevel?.rawValue ?? "") \($0.place.line ?? 0)"
        }
    }

    @Test(arguments: [
        "// ... existing code ...", "// ... rest of the code remains unchanged ...", "// ...existing code...",
        "/* ... rest of the file ... */", "// (rest of the class stays the same)",
        "// Rest of the implementation remains the same",
        "// ... other methods ...", "// existing code here", "// \u{2026} remaining imports unchanged \u{2026}",
        "// ... same as before", "// ... unchanged ...", "// Previous code remains unchanged",
        "{/* ... rest of the component ... */}",
        "    // ... (the rest of your functions) ...", "// ... rest of markdown generation code remains the same ...",
        "// keep existing code...",
    ])
    func omissionsAreFound(_ line: String) throws {
        #expect(try ResidueTests.found("a.js", "f()\n\(line)\n") == ["omission warn 2"])
    }

    @Test(arguments: [
        "// ...", "// The rest of this function walks the tree.", "// ... other things were tried",
        "f(...rest) // existing code",
        "// see the rest of the file", "const s = '// ... existing code ...'",
        "// The remaining items are the same for both",
        "// previous code path", "// All other methods are inherited.",
        "// ... existing users keep their settings, so nothing happens",
        "return [...existing, code]", "// the rest of the arguments = unchanged", "// Same as before, but for strings",
    ])
    func proseIsNone(_ line: String) throws {
        #expect(try ResidueTests.found("a.js", "f()\n\(line)\n").isEmpty)
    }

    @Test func omissionsInTextsAreNone() throws {
        let line = "# ... existing code ...\n"
        #expect(try ResidueTests.found("a.py", "x = \"\"\"\n\(line)\"\"\"\n").isEmpty)
        #expect(try ResidueTests.found("a.sh", "cat <<EOF\n\(line)EOF\n").isEmpty)
        #expect(try ResidueTests.found("a.md", line).isEmpty)
        #expect(try ResidueTests.found("tests/a.py", line).isEmpty)
        #expect(try ResidueTests.found("src/prompt_edit.py", line).isEmpty)
        #expect(try ResidueTests.found("a.unheard", line).isEmpty)
        #expect(try ResidueTests.found("a.py", "f()\n  \(line)", old: "\(line)f()\n").isEmpty, "it stood there before")
    }

    @Test func whatReplacesLinesHasItsOwnRule() throws {
        let comment = "# ... rest of the code ...\n"
        #expect(try ResidueTests.found("a.py", "a\n\(comment)", old: "a\nb\nc\nd\n") == ["omission-replacing warn 2"])
        #expect(try ResidueTests.found("a.py", "a\n\(comment)", old: "a\nb\nc\n") == ["omission warn 2"])
    }

    private static let conflict = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> topic\n"

    @Test(
        arguments: [
            ("a.c", conflict, ["conflict block 1"]), ("a.json", conflict, ["conflict block 1"]),
            ("a.c", "/*\n\(conflict)*/\n", ["conflict block 2"]), ("a.md", conflict, ["conflict warn 1"]),
            ("a.unheard", conflict, ["conflict warn 1"]), ("tests/a.c", conflict, ["conflict warn 1"]),
            ("tests/a.json", conflict, ["conflict monitor 1"]),
            ("a.py", "x = \"\"\"\n\(conflict)\"\"\"\n", []), ("a.c", ">>>>>>> topic\n", ["conflict block 1"]),
            ("a.c", "<<<<<<<\n", ["conflict block 1"]), ("a.c", "<<<<<<<< x\n <<<<<<< x\n<<<<<<<x\n", []),
            ("a.c", "/*\n>>>>>>> see\n*/\n", ["conflict monitor 2"]), ("a.rst", "Title\n=======\n", []),
            ("a.c", conflict + conflict, ["conflict block 1", "conflict block 6"]),
            ("a.py", "<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n", ["patch block 1"]),
            ("a.py", "*** Begin Patch\n*** Update File: a.py\n", ["patch warn 1"]),
        ] as [(String, String, [String])])
    func markers(_ path: String, _ text: String, _ expected: [String]) throws {
        #expect(try ResidueTests.found(path, text) == expected)
    }

    @Test(
        arguments: [
            ("see turn0search3", 1), ("cite\u{E200}cite\u{E202}turn0view1", 1), ("\u{3010}12\u{2020}source\u{3011}", 1),
            ("\u{3010}4:0\u{2020}source\u{3011}", 1), ("(https://example.org/?utm_source=chatgpt.com)", 1),
            ("[a](sandbox:/mnt/data/a.csv)", 1),
            (":contentReference[oaicite:0]{index=0}", 1), ("return0search1 turn0 turn1left", 1),
            ("strip(oaicite: str)", 0),
            ("\u{2020}source\u{3011}", 0), ("utm_source=openai-blog", 0), ("turn12", 0),
        ])
    func citations(_ line: String, _ count: Int) throws {
        #expect(try ResidueTests.found("a.md", line + "\n") == Array(repeating: "citation warn 1", count: count))
        #expect(
            try ResidueTests.found("tests/a.md", line + "\n") == Array(repeating: "citation monitor 1", count: count))
    }

    @Test(
        arguments: [
            ("a.py", "```python\nx\n```\n", ["fence warn 1", "fence warn 3"]),
            ("a.js", "\n```js\nf()\n", ["fence warn 2"]),
            ("a.md", "```\nx\n```\n", []), ("a.py", "x\n```\ny\n", ["fence monitor 2"]),
            ("a.py", "x\n```\ny\n```\nz\n", []),
            ("a.py", "x\n\"\"\"\n```\n\"\"\"\ny\n", []), ("a.rs", "/// ```\n/// x\n/// ```\nfn f() {}\n", []),
            ("tests/a.py", "```\nx\n", ["fence monitor 1"]), ("a.py", "```x y\n", []),
        ] as [(String, String, [String])])
    func fences(_ path: String, _ text: String, _ expected: [String]) throws {
        #expect(try ResidueTests.found(path, text) == expected)
    }

    @Test(
        arguments: [
            ("a.py", "# Here's the updated code:\nx\n", ["chat warn 1"]),
            ("a.py", "x\n# Feel free to adjust this.\n", ["chat monitor 2"]),
            ("a.py", "x\n# As an AI language model, I\ny\n", ["chat warn 2"]),
            ("a.py", "Sure! Here is the code:\nx\n", ["chat warn 1"]),
            ("a.py", "print(\"hope this helps\")\nx\n", []), ("a.md", "Let me know if you like it\n", []),
        ] as [(String, String, [String])])
    func chats(_ path: String, _ text: String, _ expected: [String]) throws {
        #expect(try ResidueTests.found(path, text) == expected)
    }

    @Test func placeholdersAreRecordedOutsideOfSamples() throws {
        #expect(try ResidueTests.found("config.yml", "key: your-api-key-here\n") == ["placeholder monitor 1"])
        #expect(try ResidueTests.found(".env.example", "KEY=your_api_key\n").isEmpty)
        #expect(try ResidueTests.found("README.md", "KEY=your_api_key\n").isEmpty)
    }

    /// Whatever stands around the words, and however often.
    @Test func tenThousandMutations() throws {
        var random = SeededRandom(seed: 41)
        let marks =
            Residue.words + [
                "\n", "\n// ", "# ", "\"\"\"", "/*", "*/", " ", "code ", "the same", "\u{FF}", "unchanged ...\n",
                "=======\n",
            ]
        let paths = ["a.js", "a.py", "a.md", "a", "a.yml", "a.php", "a.html"]
        for round in 0..<10_000 {
            var text = (0..<Int.random(in: 1...30, using: &random)).flatMap { _ in
                Array(marks.randomElement(using: &random)!.utf8)
            }
            text[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            let lines = text.count { $0 == UInt8(ascii: "\n") } + (text.last == UInt8(ascii: "\n") ? 0 : 1)
            let found = try ResidueSample(paths[round % paths.count], text).residue()
            #expect(found.allSatisfy { ($0.place.line ?? 0) >= 1 && ($0.place.line ?? 0) <= lines })
        }
    }

    @Test(arguments: Residue.words.filter { !$0.contains("\n") }) func manyWordsOnOneLine(_ word: String) throws {
        let text = [UInt8]([[UInt8]](repeating: Array(word.utf8), count: 5_000).joined())
        #expect(try ResidueSample("a.py", text).residue().count <= 2)
    }
}
