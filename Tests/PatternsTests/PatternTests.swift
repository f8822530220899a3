// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Patterns
import Testing

struct PatternTests {
    private func find(_ expression: String, _ text: String, _ options: Pattern.Options = []) throws -> Range<Int>? {
        try Pattern(expression, options).firstMatch(in: Array(text.utf8))
    }

    @Test func findsTheFirstMatch() throws {
        #expect(try find("b+", "abbabbb") == 1..<3)
        #expect(try find("c", "abb") == nil)
        #expect(try Pattern("b+").firstMatch(in: Array("abbabbb".utf8), from: 3) == 4..<7)
    }

    @Test func emptyTextAndEmptyExpression() throws {
        #expect(try find("a", "") == nil)
        #expect(try find("", "") == 0..<0)
        #expect(try find("^$", "") == 0..<0)
    }

    @Test func caseCountsUnlessToldOtherwise() throws {
        #expect(try find("claude", "Claude") == nil)
        #expect(try find("claude", "Claude", .caseless) == 0..<6)
        #expect(try find("é", "É", .caseless) == nil)
        #expect(try find("é", "É", [.caseless, .unicode]) == 0..<2)
    }

    @Test func invalidUTF8MatchesNothingAndHidesNothing() throws {
        let bytes: [UInt8] = [0xFF, 0x61, 0xC3, 0x28, 0x62]
        #expect(try Pattern("b", .unicode).firstMatch(in: bytes) == 4..<5)
        #expect(try Pattern("b").firstMatch(in: bytes) == 4..<5)
        #expect(try Pattern(".", .unicode).firstMatch(in: [0xFF, 0xFE]) == nil)
    }

    @Test func aNULIsAByteLikeOthers() throws {
        #expect(try Pattern("b").firstMatch(in: [0x61, 0x00, 0x62]) == 2..<3)
    }

    @Test func aWrongExpressionSaysWhere() {
        #expect(throws: PatternError.syntax(message: "missing closing parenthesis", offset: 4)) { try Pattern("ab(c") }
        #expect(PatternError.syntax(message: "m", offset: 4).description == "the expression is wrong at byte 5: m")
    }

    @Test func hostileTextIsGivenUp() throws {
        let hostile = Array(String(repeating: "a", count: 4000).utf8)
        #expect(throws: PatternError.limit) { try Pattern("^(a+)+$").firstMatch(in: hostile + [0x62]) }
    }

    @Test func aPatternCanBeUsedAgainAfterItGaveUp() throws {
        let pattern = try Pattern("^(a+)+$")
        let hostile = Array(String(repeating: "a", count: 4000).utf8) + [0x62]
        #expect(throws: PatternError.limit) { try pattern.firstMatch(in: hostile) }
        #expect(try pattern.firstMatch(in: [0x61]) == 0..<1)
    }
}
