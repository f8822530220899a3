// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Gate
import TestKit
import Testing

/// A binding may reach over a hunk's start, and never from one hunk to another.
struct HunkLeadTests {
    private let scanner: ContentScanner
    /// Random, and of no known format.
    private let value: String

    init() throws {
        scanner = try ContentScanner(ContentProgram(rules: EmbeddedPacks.rules))
        var expander = ExampleText(seed: "lead")
        value = String(decoding: try expander.expand("{alnum:28}7x"), as: UTF8.self)
    }

    /// Lines before the added ones, and those; numbered on from a line.
    private typealias Part = (line: Int, lead: String, added: String)

    private func places(_ parts: [Part], path: String = "src/app.py") throws -> [String] {
        var added = ""
        var hunks: [TextChange.Hunk] = []
        for part in parts {
            let count = part.added.split(separator: "\n").count
            hunks.append(
                TextChange.Hunk(
                    oldStart: part.line - 1, oldCount: 0, newStart: part.line, newCount: count,
                    offset: added.utf8.count,
                    lead: Array(part.lead.utf8)))
            added += part.added
        }
        let file = ChangedFile(
            path: Path(path), status: .modified, oldMode: 0o100644, newMode: 0o100644, oldBlob: nil, newBlob: nil,
            content: .text(TextChange(hunks: hunks, addedText: Array(added.utf8))))
        return try scanner.matches(in: [file]).map { "\($0.place.line ?? 0):\($0.place.column ?? 0) \($0.rule)" }
    }

    @Test(arguments: [
        ("app_password = \\\n", "src/app.py"), ("x = 1\napp_password = (\n", "src/app.py"),
        ("const appSecret =\n", "src/app.ts"),
        ("  \"client_secret\":\n", "src/app.json"),
    ]) func nameBeforeTheHunkBinds(lead: String, path: String) throws {
        #expect(try places([(10, lead, "    \"\(value)\"\n")], path: path) == ["10:6 assigned-random"])
        #expect(
            try places([(10, "x = 1\n", "    \"\(value)\"\n")], path: path).isEmpty, "without the name it is any text")
    }

    @Test func valuesBeforeTheHunkAreNotTheCommits() throws {
        #expect(try places([(10, "app_password = \"\(value)\"\n", "x = 2\n")]).isEmpty)
        let two: [Part] = [
            (10, "app_password = \"\(value)\"\n", "x = 2\n"), (20, "a = 1\n", "api_token = \"\(value)\"\n"),
        ]
        #expect(try places(two) == ["20:14 assigned-random"])
    }

    @Test func hunksAreApart() throws {
        let parts: [Part] = [(10, "", "app_password = \\\n"), (20, "", "    \"\(value)\"\n")]
        #expect(try places(parts).isEmpty)
        #expect(try places([(10, "", "app_password = \\\n    \"\(value)\"\n")]) == ["11:6 assigned-random"])
    }

    @Test func placesAreThoseOfTheFile() throws {
        let parts: [Part] = (1...30).map {
            ($0 * 10, "before = \($0)\n", "a = \($0)\napi_token = \"\(value)\"\nb = \($0)\n")
        }
        #expect(try places(parts) == (1...30).map { "\($0 * 10 + 1):14 assigned-random" })
    }

    /// A key whose first line stood there before is found where the added lines begin.
    @Test func valuesThatReachIntoTheHunkAreReported() throws {
        let dashes = String(repeating: "-", count: 5)
        var expander = ExampleText(seed: "key")
        let lines = String(decoding: try expander.expand((1...12).map { _ in "{base64:64}\n" }.joined()), as: UTF8.self)
        let key: Part = (
            7, "\(dashes)BEGIN RSA PRIVATE KEY\(dashes)\nMIIE\(lines.prefix(60))\n",
            "\(lines)\(dashes)END RSA PRIVATE KEY\(dashes)\n"
        )
        let found = try places([key], path: "conf/key.pem")
        #expect(found.count == 1 && found[0].hasPrefix("7:1 "), "\(found)")
    }
}
