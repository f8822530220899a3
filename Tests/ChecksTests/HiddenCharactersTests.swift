// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Checks

struct HiddenCharactersTests {
    private func find(_ text: String) -> [String] {
        HiddenCharacters.find(in: Array(text.utf8)).map { "\($0.rule)@\($0.offset)+\($0.more)" }
    }

    @Test func oneFindingPerRuleAndLine() {
        #expect(find("a\u{202A}b\u{202C}\u{E0041}\nc\u{2066}") == ["bidi@1+1", "tag@8+0", "bidi@14+0"])
    }

    @Test func tagsThatAreNoFlagAreFound() {
        #expect(find("\u{1F3F4}\u{E0067}\u{E0062}") == ["tag@4+1"], "a flag without its end")
        #expect(find("\u{E007F}") == ["tag@0+0"], "an end without a flag")
    }

    @Test func bytesThatAreNoUTF8AreNoCharacters() {
        #expect(HiddenCharacters.find(in: [0xE2, 0x80, 0xF3, 0xA0, 0x81, 0xE2]).isEmpty)
    }

    @Test func longLineOfThemStaysOneFinding() {
        #expect(find(String(repeating: "\u{202E}", count: 100_000)) == ["bidi@0+99999"])
    }
}
