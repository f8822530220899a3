// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import TestKit
import Testing

struct AmendCommandTests {
    /// A shell gives back each text as it was, and runs none of it.
    @Test(arguments: [
        "a b", "it's", "''", "$(id)", "`id`", "a\\", "-n", "a\"b", "!x", "*", "~", "\u{202E}", "é", ";exit 1", "",
    ])
    func quotesAnything(_ text: String) throws {
        let result = try Subprocess.run("/bin/sh", ["-c", "printf %s \(AmendCommand.quoted(text))"])
        #expect(result.output == text)
        #expect(result.status == 0)
    }
}
