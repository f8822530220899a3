// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Gate
import Testing

/// A file's text as a template of `ExampleText`; what stands between « and » is the value to be found.
struct AssignedRow: Sendable, CustomTestStringConvertible {
    let path: String
    let template: String

    init(_ path: String, _ template: String) {
        self.path = path
        self.template = template
    }

    var testDescription: String { "\(path): \(template)" }

    /// The text, and the value that its marks enclose.
    func text(seed: String) throws -> (bytes: [UInt8], value: Range<Int>?) {
        var expander = ExampleText(seed: template + seed)
        let bytes = try expander.expand(template)
        guard let open = bytes.firstRange(of: Array("«".utf8)), let close = bytes.firstRange(of: Array("»".utf8)) else {
            return (bytes, nil)
        }
        let value = bytes[open.upperBound..<close.lowerBound]
        return (
            Array(bytes[..<open.lowerBound] + value + bytes[close.upperBound...]),
            open.lowerBound..<(open.lowerBound + value.count)
        )
    }
}

/// Values that only their names tell, in the forms of many languages.
struct AssignedValueTests {
    private static let program = Result { try ContentProgram(rules: EmbeddedPacks.rules) }

    private func matches(_ row: AssignedRow, seed: String) throws -> (
        found: [ContentMatch], value: Range<Int>?, bytes: [UInt8]
    ) {
        let (bytes, value) = try row.text(seed: seed)
        let found = try ContentScanner(AssignedValueTests.program.get()).scan(
            bytes, path: Path("src/" + row.path)
        ).matches
        return (found.filter { $0.tier != .personal && $0.tier != .published }, value, bytes)
    }

    @Test(arguments: AssignedRow.positives) func findsTheValue(row: AssignedRow) throws {
        for seed in ["a", "b", "c"] {
            let (found, value, bytes) = try matches(row, seed: seed)
            let range = try #require(value, "a positive row marks its value")
            let line = bytes[..<range.lowerBound].count { $0 == 0x0A } + 1
            #expect(
                found.contains { $0.place.line == line && $0.excerpt.text.hasSuffix("(\(range.count))") },
                "\(found.map { "\($0.rule) in line \($0.place.line ?? 0): \($0.excerpt.text)" }) in \(String(decoding: bytes, as: UTF8.self))"
            )
        }
    }

    @Test(arguments: AssignedRow.negatives) func findsNone(row: AssignedRow) throws {
        for seed in ["a", "b", "c"] {
            let (found, _, bytes) = try matches(row, seed: seed)
            #expect(found.isEmpty, "\(found.map(\.rule)) in \(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
