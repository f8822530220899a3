// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

@testable import Forge

/// JSON is read strictly, and never without end.
@Suite struct JSONReaderTests {
    private func texts(_ text: String) throws(JSONError) -> [JSONValue] { try JSONReader.texts(Array(text.utf8)) }

    @Test func readsEveryForm() throws {
        let text = #" {"a": [1, -2.5e+3, true, false, null, "\u00e9\ud83d\ude00\n\"\\/"], "b": {}} "#
        let value = try #require(try texts(text).first)
        #expect(
            value["a"]?.list == [
                .number("1"), .number("-2.5e+3"), .bool(true), .bool(false), .null, .text("é😀\n\"\\/"),
            ])
        #expect(value["b"]?.object == [:])
        #expect(value["a"]?.list?.first?.digits == "1")
    }

    @Test func readsPagesOneAfterTheOther() throws {
        #expect(try texts("[1]\n[2][3]") == [.list([.number("1")]), .list([.number("2")]), .list([.number("3")])])
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "[1 2]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "01", "-", "1.", "1e", ".5", "nul", "'a'",
        "\"a", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\nb\"", "]",
        "{\"a\":1,\"a\":2}", "[1]x", "NaN", "\u{FEFF}[]",
    ])
    func refusesWhatIsNone(_ text: String) {
        #expect(throws: JSONError.self) { try texts(text) }
    }

    @Test func refusesWhatIsNotUTF8() {
        #expect(throws: JSONError.self) { try JSONReader.texts([0x22, 0xFF, 0x22]) }
    }

    @Test func refusesDepth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try texts(nested(64)).count == 1)
        #expect(throws: JSONError.self) { try texts(nested(65)) }
        #expect(throws: JSONError.self) { try texts(String(repeating: "[", count: 1_000_000)) }
    }

    @Test func agreesWithFoundation() throws {
        let source = Array(#"{"a":[1,-2.5e3,true,null,"\u00e9\ud83d\ude00\n"],"bb":{"c":"d\"e"},"f":""}"#.utf8)
        var random = SeededRandom(seed: 0x15AC)
        let tokens = ["\"", "\\", "\\u", "{", "}", "[", "]", ",", ":", "0", "e", "-", " ", "null", "\u{1}"].map {
            Array($0.utf8)
        }
        var read = 0
        for round in 0..<3_000 {
            var bytes = source
            for _ in 0...Int.random(in: 0...1, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.insert(contentsOf: tokens[Int.random(in: 0..<tokens.count, using: &random)], at: place)
                default: bytes.remove(at: place)
                }
            }
            guard let value = try? JSONReader.texts(bytes), value.count == 1 else { continue }
            read += 1
            // What ours takes, another reader takes too.
            let other = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            #expect(other != nil, "round \(round): \(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(read > 200)
    }
}
