// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// Reads the records of `catalogue.bin` in one pass.
///
/// The bytes are a part of the program, so what is wrong with them is a defect of the build and traps.
struct CatalogueReader {
    private let bytes: [UInt8]
    private let strings: Int
    private var position = 0
    private var numbers: [Int: Int] = [:]
    /// Every expression that was read, once.
    private(set) var expressions: [String] = []

    private static let version = 2
    /// Bytes of one tool, trailer, identity, marker, branch and window.
    private static let sizes = [27, 22, 28, 16, 8, 34]
    private static let headerSize = 18

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let counts = (0..<6).map { CatalogueReader.number(bytes, at: 6 + $0 * 2) }
        strings = zip(counts, CatalogueReader.sizes).reduce(CatalogueReader.headerSize) { $0 + $1.0 * $1.1 }
    }

    /// The counts of tools, trailers, identities, markers, branches and windows.
    mutating func header() -> [Int] {
        precondition(bytes.starts(with: Array("AIGC".utf8)), "catalogue.bin is no catalogue")
        position = 4
        precondition(number() == CatalogueReader.version, "catalogue.bin has another version")
        return (0..<6).map { _ in number() }
    }

    mutating func byte() -> UInt8 {
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number() -> Int {
        defer { position += 2 }
        return CatalogueReader.number(bytes, at: position)
    }

    private static func number(_ bytes: [UInt8], at position: Int) -> Int {
        Int(bytes[position]) | Int(bytes[position + 1]) << 8
    }

    private mutating func slice() -> ArraySlice<UInt8> {
        let offset = number() | number() << 16
        let length = number()
        return bytes[(strings + offset)..<(strings + offset + length)]
    }

    mutating func text() -> String { String(decoding: slice(), as: UTF8.self) }

    /// Nil for an empty one.
    mutating func optionalText() -> String? {
        let text = text()
        return text.isEmpty ? nil : text
    }

    mutating func day() -> Day { Day(number: number()) }

    mutating func expression() -> ToolCatalogue.Expression {
        let source = slice()
        let number = numbers[source.startIndex] ?? expressions.count
        if number == expressions.count {
            numbers[source.startIndex] = number
            expressions.append(String(decoding: source, as: UTF8.self))
        }
        return ToolCatalogue.Expression(number: number, literal: Array(slice()))
    }

    /// Nil for an empty one.
    mutating func optionalExpression() -> ToolCatalogue.Expression? {
        guard CatalogueReader.number(bytes, at: position + 4) == 0 else { return expression() }
        // The expression and its literal.
        position += 12
        return nil
    }

    mutating func value<Value: RawRepresentable<UInt8>>() -> Value {
        guard let value = Value(rawValue: byte()) else { preconditionFailure("catalogue.bin holds an unknown value") }
        return value
    }

    mutating func confidence() -> AIEvidence.Confidence {
        // In the order of generate.py, which is that of the cases.
        AIEvidence.Confidence.allCases[Int(byte())]
    }
}
