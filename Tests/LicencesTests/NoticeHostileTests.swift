// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import TestKit
import Testing

@testable import Licences

struct NoticeHostileTests {
    /// Words of the phrases in any order, cut, joined and interspersed with bytes that are no text.
    @Test func mutatedNoticesNeverEscapeTheirText() {
        var random = SeededRandom(seed: 5)
        let words =
            LicencePhrases.all.flatMap(\.words) + [
                "version", "2", ".", "1", "+", "\n", "\r\n * ", "\u{A9} ",
                "Copyright (c) 2020 ", ":",
            ]
        for _ in 0..<10_000 {
            var text: [UInt8] = []
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                text += Array((words.randomElement(using: &random) ?? "").utf8)
                switch Int.random(in: 0..<8, using: &random) {
                case 0: text.append(UInt8.random(in: 0...255, using: &random))
                case 1: text.removeLast(min(text.count, Int.random(in: 0...3, using: &random)))
                case 2: break
                default: text.append(UInt8(ascii: " "))
                }
            }
            let slice = text.dropFirst(Int.random(in: 0...3, using: &random))
            for notice in LicenceNotices.find(in: slice) {
                #expect(notice.range.lowerBound >= slice.startIndex && notice.range.upperBound <= slice.endIndex)
                #expect(!notice.range.isEmpty && !notice.id.isEmpty)
            }
            _ = CopyrightClaim.all(in: slice)
        }
    }

    /// What is looked at twice for each beginning would take hours here.
    @Test(arguments: [
        "gnu ", "gnu general ", "gnu general public ", "under the terms of ", "spdx license identifier ",
        "SPDX-License-Identifier: MIT\n",
        "gpl v2 or later ", "mpl gpl lgpl epl ", "version 2.", "2.", "copyright ", "(c) ", "\\n", "a", "+",
    ]) func beginningsOfPhrasesTakeLinearTime(part: String) {
        let text = Array(String(repeating: part, count: 60_000 / part.utf8.count).utf8)
        #expect(LicenceNotices.find(in: text[...]).count <= LicenceNotices.limit + 2)
        #expect(CopyrightClaim.all(in: text[...]).count <= text.count)
    }

    @Test func onlyTheFirstWordsOfALongLineAreLookedAtForAClaim() {
        let text = Array((String(repeating: "x ", count: 1 << 16) + "Copyright 2020 Example").utf8)
        #expect(CopyrightClaim(in: text[...]) == nil)
    }
}
