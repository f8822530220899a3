// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
import Foundation
import TestKit
import Testing

/// Python's own readers say the same.
struct ForeignReaderTests {
    /// For each text its value with every number as text, or null where Python takes it for none.
    private static let script = """
        import json, sys, tomllib
        def plain(value):
            if isinstance(value, dict): return {key: plain(item) for key, item in value.items()}
            if isinstance(value, list): return [plain(item) for item in value]
            return value if value is None or isinstance(value, (bool, str)) else str(value)
        def show(text):
            try:
                value = tomllib.loads(text) if sys.argv[1] == "toml" else json.loads(text)
                shown = json.dumps(plain(value), ensure_ascii=False, sort_keys=True)
                shown.encode()  # half a character is no text
                return shown
            except (ValueError, RecursionError): return None
        print(json.dumps([show(text) for text in json.load(sys.stdin)]))
        """

    private static let samples = [
        "json": [
            #"{"a": "x\"y\\", "é": [1, true, null, {"b": {}}], "a": "z"}"#, #"["\ud83d\ude00", "/"]"#, "{}", " [ ] ",
            #""a""#, "[1,]", "{\"a\"}",
        ],
        "toml": [
            "a.b.c = 1\na.d = \"x\\\"y\"\n[e]\nf = [true, 'g', \"\"\"\nh\ni\"\"\"]\n[[j]]\nk = {l = 0x10, m = \"n\"}\n[[j]]\n",
            "\"a.b\" = 'é'\n",
            "a = 1\na = 2\n", "[a]\n[a]\n", "a = {b = 1,}\n", "x = \"\"\"a \\\n   b\"\"\"\n",
        ],
    ]

    @Test(arguments: ["json", "toml"]) func saysTheSame(kind: String) throws {
        var dice = SeededRandom(seed: 9)
        let samples = try #require(ForeignReaderTests.samples[kind])
        let mutated = (0..<2_000).compactMap { index in
            String(
                validating: Mutation.of(
                    samples[index % samples.count].bytes, words: ["\"", "[", "]", "{", "}", ",", "x", "\n"], &dice),
                as: UTF8.self)
        }.filter { !$0.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" } }
        let texts = samples + mutated
        let result = try Subprocess.run(
            "/usr/bin/env", ["python3", "-c", ForeignReaderTests.script, kind], input: JSONEncoder().encode(texts))
        try #require(result.status == 0, "python3 of version 3.11 or later is needed: \(result.errors)")
        let theirs = try JSONDecoder().decode([String?].self, from: Data(result.outputBytes))
        #expect(theirs.count == texts.count)
        var differences: [String] = []
        for (text, theirs) in zip(texts, theirs) {
            let ours: String?
            do { ours = try (kind == "json" ? JSONReader.read : read)(text.bytes, false).shown } catch is DocumentError
            { ours = nil }
            if ours != theirs {
                differences.append("\(text.debugDescription): \(ours ?? "none"), Python: \(theirs ?? "none")")
            }
        }
        #expect(differences.isEmpty, "\(differences.prefix(20).joined(separator: "\n"))")
        #expect(theirs.count { $0 != nil } > 100)
    }

    private func read(_ bytes: [UInt8], _: Bool) throws -> Document { try TOMLReader.read(bytes) }
}
