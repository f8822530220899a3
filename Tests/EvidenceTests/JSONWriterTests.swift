// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Evidence

@Suite struct JSONWriterTests {
    private func write(_ text: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { $0.field("a", text) }
        return json.bytes
    }

    @Test func escapesEveryScalarSoThatItComesBack() throws {
        var text = ""
        for value in (0...0x2FFF as ClosedRange<UInt32>) {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        text += "\u{FFFE}\u{FFFF}\u{10FFFF}😀"
        let bytes = write(text)
        let back = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: String])
        #expect(back["a"].map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test func leavesNoControlCharacterRaw() {
        let written = String(decoding: write("\u{0}\u{1B}\u{7F}\u{85}\u{9F}\u{2028}\u{2029}\u{A0}\"\\"), as: UTF8.self)
        #expect(written == "{\n\"a\":\"\\u0000\\u001b\\u007f\\u0085\\u009f\\u2028\\u2029\u{A0}\\\"\\\\\"\n}")
    }

    @Test func nestsAndSeparates() {
        var json = JSONWriter()
        json.object {
            $0.field("a", Int?.none)
            $0.lines("b", [1, 2]) { $0.field("n", $1) }
            $0.lines("c", [Int]()) { $0.field("n", $1) }
            $0.array("d", ["x", "y"]) { json, text in json.object { $0.field("t", text) } }
            $0.field("e", ["p", "q"])
            $0.object("f", String?.none) { $0.field("x", $1) }
            $0.field("g", true)
        }
        #expect(
            String(decoding: json.bytes, as: UTF8.self) == """
                {
                "a":null,
                "b":[
                {"n":1},
                {"n":2}
                ],
                "c":[],
                "d":[{"t":"x"},{"t":"y"}],
                "e":["p","q"],
                "f":null,
                "g":true
                }
                """)
    }

    @Test func refusesUnsortedKeys() async {
        await #expect(processExitsWith: .failure) {
            var json = JSONWriter()
            json.object {
                $0.field("b", 1)
                $0.field("a", 1)
            }
        }
    }
}
