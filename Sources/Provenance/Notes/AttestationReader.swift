// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// Reads the claims of a note line by line: a path at the line's start, under it entries of two spaces, a key, a space
/// and ranges such as `1-3,7`. Work and memory grow with the note's bytes, never with the lines that it names.
struct AttestationReader {
    /// Ranges of one note that are read at most; the most of any real one that was measured is 4,261.
    static let rangeLimit = 100_000

    private(set) var files: [Path: [AuthorshipLog.Claim]] = [:]
    private(set) var keys: [String] = []
    private var indices: [ArraySlice<UInt8>: Int32] = [:]
    private var path: Path?
    private var number = 0
    private var ranges = 0

    /// `line`: without its end.
    mutating func read(_ line: ArraySlice<UInt8>) throws(NoteProblem) {
        number += 1
        guard line.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else { return }
        guard line.first == UInt8(ascii: " ") else {
            path = Path(AttestationReader.unquoted(line))
            return
        }
        guard line.starts(with: "  ".utf8), let path else {
            throw malformed("is neither a path nor an entry below one")
        }
        let entry = line.dropFirst(2)
        guard let blank = entry.firstIndex(of: UInt8(ascii: " ")), blank > entry.startIndex else {
            throw malformed("is no entry of a key and ranges")
        }
        let key = index(of: entry[..<blank])
        var claims: [AuthorshipLog.Claim] = []
        for range in entry[(blank + 1)...].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            claims.append(try claim(range, key))
        }
        files[path, default: []] += claims
    }

    /// Quotes only stand around; nothing is escaped within.
    private static func unquoted(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        return line.count > 1 && line.first == quote && line.last == quote
            ? Array(line.dropFirst().dropLast()) : Array(line)
    }

    private mutating func index(of key: ArraySlice<UInt8>) -> Int32 {
        if let known = indices[key] { return known }
        let index = Int32(keys.count)
        indices[key] = index
        keys.append(String(decoding: key, as: UTF8.self))
        return index
    }

    private mutating func claim(_ range: ArraySlice<UInt8>, _ key: Int32) throws(NoteProblem) -> AuthorshipLog.Claim {
        ranges += 1
        guard ranges <= AttestationReader.rangeLimit else {
            throw NoteProblem(.tooLarge, "it has more than \(AttestationReader.rangeLimit) ranges")
        }
        let ends = range.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = AttestationReader.line(ends[0]), let last = AttestationReader.line(ends[ends.count - 1]),
            first <= last
        else { throw malformed("has a range that is not N or N-M, counted from 1") }
        return AuthorshipLog.Claim(first: first, last: last, key: key)
    }

    /// The number of a line; nil for anything but digits, for 0 and for what has more than 32 bits.
    private static func line(_ digits: ArraySlice<UInt8>) -> UInt32? {
        guard (1...10).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let value = digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - 0x30) }
        return value == 0 ? nil : UInt32(exactly: value)
    }

    private func malformed(_ what: String) -> NoteProblem { NoteProblem(.unparsable, "line \(number) \(what)") }
}
