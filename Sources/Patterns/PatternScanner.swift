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

    private let database: OpaquePointer
    private let scratch: OpaquePointer

    package init(_ compiled: PatternDatabase) throws(PatternError) {
        var database: OpaquePointer?
        var code = hs_deserialize_database(compiled.bytes, compiled.bytes.count, &database)
        guard code == HS_SUCCESS, let database else { throw .failure(code: code) }
        var scratch: OpaquePointer?
        code = hs_alloc_scratch(database, &scratch)
        guard code == HS_SUCCESS, let scratch else {
            hs_free_database(database)
            throw .failure(code: code)
        }
        self.database = database
        self.scratch = scratch
    }

    deinit {
        hs_free_scratch(scratch)
        hs_free_database(database)
    }

    /// Adds the hits, by their ends; those with equal ends in the order of their entries. False: there were more than the
    /// limit, and the rest of the bytes was not looked at.
    package func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, limit: Int, into hits: inout [Hit]
    ) throws(PatternError) -> Bool {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return true }
        guard let count = UInt32(exactly: bytes.count) else { return false }
        var collected = Collected(room: limit)
        let code = base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
            withUnsafeMutablePointer(to: &collected) { collected in
                hs_scan(
                    database, text, count, 0, scratch,
                    { entry, _, end, _, context in
                        guard let context else { return 1 }
                        return context.assumingMemoryBound(to: Collected.self).pointee.add(Int(entry), Int(end)) ? 0 : 1
                    }, collected)
            }
        }
        hits += collected.hits
        guard code == HS_SUCCESS || code == HS_SCAN_TERMINATED else { throw .failure(code: code) }
        return code == HS_SUCCESS
    }

    private struct Collected {
        let room: Int
        var hits: [Hit] = []

        init(room: Int) {
            self.room = room
        }

        mutating func add(_ entry: Int, _ end: Int) -> Bool {
            guard hits.count < room else { return false }
            hits.append(Hit(entry: entry, end: end))
            return true
        }
    }
}
