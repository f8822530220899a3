// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Rows of a table in text, as RFC 4180 writes it and as spreadsheets do: with commas, semicolons or tabs between
/// cells, any end of line, a byte order mark, and quotes around whatever holds one of these.
package struct CSVRows: Sendable {
    /// Why a text is no such table.
    package struct Problem: Error, CustomStringConvertible, Sendable {
        package let description: String
    }

    /// More rows than any organisation has accounts.
    static let rowLimit = 1_000_000
    static let columnLimit = 1000
    /// Of a cell, in bytes.
    static let cellLimit = 64 << 10

    package let header: [String]
    /// Each as long as it was written; what is no UTF-8 reads as replacement characters.
    package let rows: [[String]]

    package init(_ bytes: [UInt8]) throws(Problem) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw Problem(description: "it is UTF-16; save it as UTF-8 (in Excel: CSV UTF-8)")
        }
        var reader = Reader(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
        let all = try reader.all()
        guard let first = all.first else { throw Problem(description: "it is empty; its first line names the columns") }
        header = first
        rows = Array(all.dropFirst())
    }

    private struct Reader {
        private let bytes: ArraySlice<UInt8>
        private let separator: UInt8
        private var rows: [[String]] = []
        private var row: [String] = []
        private var cell: [UInt8] = []
        private var line = 1

        init(_ bytes: ArraySlice<UInt8>) {
            self.bytes = bytes
            separator = Reader.separator(bytes)
        }

        /// The one that the first line has most of, outside of quotes.
        private static func separator(_ bytes: ArraySlice<UInt8>) -> UInt8 {
            var counts: [UInt8: Int] = [:]
            var isQuoted = false
            for byte in bytes {
                if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                if !isQuoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
                if !isQuoted { counts[byte, default: 0] += 1 }
            }
            let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
            return candidates.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? candidates[0]
        }

        mutating func all() throws(Problem) -> [[String]] {
            var index = bytes.startIndex
            var quotedSince: Int?
            while index < bytes.endIndex {
                let byte = bytes[index]
                let next = index + 1 < bytes.endIndex ? bytes[index + 1] : nil
                index += 1
                if byte == UInt8(ascii: "\n") { line += 1 }
                if quotedSince != nil {
                    if byte != UInt8(ascii: "\"") {
                        try add(byte)
                    } else if next == byte {
                        try add(byte)
                        index += 1
                    } else {
                        quotedSince = nil
                    }
                } else if byte == UInt8(ascii: "\""), cell.isEmpty {
                    quotedSince = line
                } else if byte == separator {
                    try endCell()
                } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                    if byte == UInt8(ascii: "\r"), next == UInt8(ascii: "\n") { continue }
                    try endRow()
                } else {
                    try add(byte)
                }
            }
            if let quotedSince {
                throw Problem(description: "line \(quotedSince): a quote is opened and never closed")
            }
            try endRow()
            return rows
        }

        private mutating func add(_ byte: UInt8) throws(Problem) {
            guard cell.count < CSVRows.cellLimit else {
                throw Problem(description: "line \(line): a cell has more than \(CSVRows.cellLimit) bytes")
            }
            cell.append(byte)
        }

        private mutating func endCell() throws(Problem) {
            guard row.count < CSVRows.columnLimit else {
                throw Problem(description: "line \(line): more than \(CSVRows.columnLimit) columns")
            }
            row.append(String(decoding: cell, as: UTF8.self))
            cell = []
        }

        /// A line without anything is no row.
        private mutating func endRow() throws(Problem) {
            guard !row.isEmpty || !cell.isEmpty else { return }
            try endCell()
            guard rows.count <= CSVRows.rowLimit else {
                throw Problem(description: "it has more than \(CSVRows.rowLimit) rows; export a shorter period")
            }
            rows.append(row)
            row = []
        }
    }
}
