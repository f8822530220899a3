// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Why a data file could not be read.
package struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1; nil where it concerns the whole file.
    package let line: Int?
    /// Begins in lower case and has no full stop; may hold words of the file, so it is to be made visible.
    package let reason: String

    package init(line: Int? = nil, _ reason: String) {
        self.line = line
        self.reason = reason
    }

    package var description: String { (line.map { "line \($0): " } ?? "") + reason }
}

/// How much of a data file is read: what is beyond is no manifest, lockfile or pipeline of anybody's.
package enum DocumentLimit {
    /// In bytes.
    package static let size = 16 << 20
    /// Maps, lists and elements within one another.
    package static let depth = 64
    /// Values, or elements and their attributes.
    package static let nodes = 1_000_000

    /// Throws for a file that is too large or no UTF-8 text without NUL.
    static func check(_ bytes: [UInt8]) throws(DocumentError) {
        try checkSize(bytes)
        guard let end = firstBadByte(bytes) else { return }
        let line = 1 + bytes[..<end].count { $0 == UInt8(ascii: "\n") }
        throw DocumentError(line: line, "not UTF-8 text")
    }

    static func checkSize(_ bytes: [UInt8]) throws(DocumentError) {
        guard bytes.count <= size else {
            throw DocumentError("\(bytes.count) bytes, of which at most \(size) are read")
        }
    }

    static let tooDeep = "more than \(depth) levels deep"
    static let tooMany = "more than \(nodes) values"

    /// Index of the line's start in which the text stops being one.
    private static func firstBadByte(_ bytes: [UInt8]) -> Int? {
        if let zero = bytes.firstIndex(of: 0) { return zero }
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .first { String(validating: $0, as: UTF8.self) == nil }?.startIndex
    }
}
