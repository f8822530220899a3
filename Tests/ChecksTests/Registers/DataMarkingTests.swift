// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Testing

/// Texts that call themselves confidential, and hooks that name files.
@Suite struct DataMarkingTests {
    @Test(arguments: [
        ("TLP:AMBER\nhello\n", [1]), ("hello\n\n  **TLP:RED**\n", [3]), ("STRENG VERTRAULICH", [1]),
        ("--- CONFIDENTIAL ---\r\n", [1]), ("Classification: Confidential\n", [1]), ("Einstufung: vertraulich", [1]),
        ("// TLP:AMBER+STRICT", [1]),
        ("We use TLP:RED, TLP:AMBER and TLP:GREEN.\n", []), ("TLP:GREEN\nTLP:CLEAR\n", []), ("- confidential\n", []),
        ("# Confidential\n", []), ("CONFIDENTIAL_KEY = 1\n", []), ("confidential: with-review\n", []), ("", []),
        ("Classification: public\n", []),
    ])
    func onlyALineThatSaysNothingElse(_ text: String, _ lines: [Int]) {
        #expect(DataMarking.all(in: Array(text.utf8)).map(\.line) == lines)
    }

    private func input(_ text: String) throws -> HookInput? { try HookInput(Array(text.utf8)) }

    @Test func agentsNameFiles() throws {
        let claude = try #require(
            try input(
                #"{"cwd": "/w", "prompt": "see @a/b.c, @\"my file.md\" and ann@example.org", "permission_mode": "x"}"#))
        #expect(claude.folders == ["/w"])
        #expect(claude.mentions == ["a/b.c", "my file.md"])
        #expect(claude.files == [])
        let read = try #require(try input(#"{"cwd": "/w", "tool_name": "Read", "tool_input": {"file_path": "/w/x"}}"#))
        #expect(read.files == ["/w/x"])
        let cursor = try #require(
            try input(
                #"{"file_path": "/w/a", "content": "hi", "workspace_roots": ["/w"], "attachments": [{"type": "file", "filePath": "/w/b"}, {"file_path": "c"}, 7]}"#
            ))
        #expect(cursor.files == ["/w/a", "/w/b", "c"])
        #expect(cursor.texts == ["hi"])
        #expect(cursor.folders == ["/w"])
    }

    @Test func whatIsNoJSONIsSaid() throws {
        #expect(try input("how do I sort a list?") == nil)
        #expect(throws: (any Error).self) { try input("{\"prompt\": ") }
        #expect(try input("{\"prompt\": 7, \"cwd\": [], \"attachments\": {}}")?.files == [])
    }
}
