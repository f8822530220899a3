// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Languages

struct LanguagesTests {
    @Test(
        arguments: [
            ("a.py", .python), ("src/a.TS", .javascript), ("x/Makefile", .make), ("Dockerfile.prod", .dockerfile),
            ("a.tar.unknown", nil), ("LICENSE", .plain), ("LICENSE.md", .markdown), ("license.py", .python),
            ("requirements-dev.txt", .hash), ("notes.txt", .plain), ("tsconfig.build.json", .jsonc),
            ("package.json", .data),
            ("config.yml.in", .yaml), ("page.html.erb", .template), ("README", .plain), ("a", nil), ("", nil),
            (".py", .python),
            ("CMakeLists.txt", .cmake), (".github/CODEOWNERS", .hash), ("a.c", .c), ("a.cc", .cpp),
            ("\u{FF}.rs", .rust),
        ] as [(String, Language?)])
    func namesTell(_ path: String, _ language: Language?) {
        #expect(Language(path: Path(path)) == language)
    }

    @Test(
        arguments: [
            ("#!/bin/sh\n", .shell), ("#!/usr/bin/env -S FOO=1 python3.12 -u\r\n", .python),
            ("#! /usr/bin/perl -w", .perl),
            ("#!/usr/bin/env node", .javascript), ("#!", nil), ("#!/usr/bin/env", nil), ("# no", nil),
            ("#!/opt/unheard", nil),
        ] as [(String, Language?)])
    func interpretersTell(_ text: String, _ language: Language?) {
        #expect(Language(path: Path("bin/tool"), text: Array(text.utf8)) == language)
        #expect(Language(path: Path("bin/tool.rb"), text: Array(text.utf8)) == .ruby)
    }

    @Test func everyEndingHasOneLanguage() {
        let endings = Language.endings.flatMap { $0.value.split(separator: " ") }
        #expect(Set(endings).count == endings.count)
        #expect(endings.allSatisfy { $0.allSatisfy { $0.isASCII && !$0.isUppercase && !$0.isWhitespace } })
    }

    /// What a style writes reads as comments and nothing else.
    @Test(arguments: Language.allCases) func stylesWriteComments(_ language: Language) throws {
        guard let style = language.commentStyle else {
            #expect([.data, .plain].contains(language))
            return
        }
        let comment = style.comment(["SPDX-License-Identifier: MIT", "", "Words"])
        let prologue = language == .php ? "<?php\n" : ""
        let text = prologue + comment.joined(separator: "\n") + "\n"
        let lines = SourceLines(text: Array(text.utf8), language: language)
        let first = prologue.isEmpty ? 1 : 2
        for number in first..<(first + comment.count) {
            let line = try #require(lines.line(number))
            #expect(line.isCommentOnly || line.isBlank, "\(language): \(comment[number - first])")
        }
        let says = (1...lines.count).compactMap { lines.line($0)?.comment }.map {
            String(decoding: lines.text[$0], as: UTF8.self)
        }
        #expect(says.contains("SPDX-License-Identifier: MIT"), "\(language): \(says)")
    }

    @Test func proseAndDataAreNamed() {
        #expect(Language.allCases.filter(\.isProse) == [.tex, .markdown, .restructuredText, .plain])
        #expect(Language.allCases.filter(\.isData) == [.data, .jsonc])
    }
}
