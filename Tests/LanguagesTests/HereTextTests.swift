// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Languages

struct HereTextTests {
    /// The first line of a here document or a block scalar is inside it, though no opener stands before it.
    @Test(arguments: [(.shell, "cat <<EOF\na\nEOF\n"), (.yaml, "run: |\n  a\nb: c\n")] as [(Language, String)])
    func theFirstLineIsInside(_ language: Language, _ text: String) {
        let lines = SourceLines(text: Array(text.utf8), language: language)
        #expect(lines.line(1)?.beginsInString == false)
        #expect(lines.line(2)?.beginsInString == true)
        #expect(lines.line(4)?.beginsInString == false)
    }

    @Test func aStringThatBeginsALineDoesNotBeginBeforeIt() {
        #expect(SourceLines(text: Array("a\n\"b\"\n".utf8), language: .python).line(2)?.beginsInString == false)
    }
}
