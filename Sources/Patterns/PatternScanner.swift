// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import CVectorscan

/// Looks for all entries of a database in one pass over bytes. For one thread: it keeps its room for scanning.
package final class PatternScanner {
    /// Where an entry was found.
    package struct Hit: Sendable {
        /// Number of the entry.
        package let entry: Int
        /// Offset behind its last byte.
        package let end: Int
    }

    private let database: PatternDatabase
    private let scratch: OpaquePointer

    package init(_ database: PatternDatabase) throws(PatternError) {
        self.database = database
        var scratch: OpaquePointer?
        let code = hs_alloc_scratch(database.handle.pointer, &scratch)
        guard code == HS_SUCCESS, let scratch else { throw .failure(code: code) }
        self.scratch = scratch
    }

    deinit {
        hs_free_scratch(scratch)
    }

    /// Hits that are handed over at once.
    private static let batch = 1 << 16
    /// Bytes that are looked at again in the next batch; what is looked for is shorter. In a text of nothing but hits a
    /// few come twice.
    private static let overlap = 64

    /// Hands over the hits by their ends, those with equal ends in the order of their entries, until the body says
    /// false.
    package func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: ([Hit]) throws(PatternError) -> Bool
    ) throws(PatternError) {
        var start = 0
        while start < bytes.count {
            let (hits, isComplete) = try hits(in: UnsafeBufferPointer(rebasing: bytes[start...]), from: start)
            guard let last = hits.last, try body(hits), !isComplete else { return }
            start = max(start + 1, last.end - PatternScanner.overlap)
        }
    }

    /// The first hits, and whether these are all. `offset`: of the bytes in their text.
    private func hits(
        in bytes: UnsafeBufferPointer<UInt8>, from offset: Int
    ) throws(PatternError) -> (hits: [Hit], isComplete: Bool) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return ([], true) }
        guard let count = UInt32(exactly: bytes.count) else { throw .limit }
        var collected = Collected(offset: offset)
        let code = base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
            withUnsafeMutablePointer(to: &collected) { collected in
                hs_scan(
                    database.handle.pointer, text, count, 0, scratch,
                    { entry, _, end, _, context in
                        guard let context else { return 1 }
                        return context.assumingMemoryBound(to: Collected.self).pointee.add(Int(entry), Int(end)) ? 0 : 1
                    }, collected)
            }
        }
        guard code == HS_SUCCESS || code == HS_SCAN_TERMINATED else { throw .failure(code: code) }
        return (collected.hits, code == HS_SUCCESS)
    }

    private struct Collected {
        let offset: Int
        var hits: [Hit] = []

        init(offset: Int) {
            self.offset = offset
        }

        mutating func add(_ entry: Int, _ end: Int) -> Bool {
            guard hits.count < PatternScanner.batch else { return false }
            hits.append(Hit(entry: entry, end: offset + end))
            return true
        }
    }
}
