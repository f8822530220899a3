// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import CVectorscan
internal import Dispatch
internal import Synchronization

/// Many texts or expressions, compiled by Vectorscan to be looked for in one pass. A value that threads may share; each
/// thread looks with a `PatternScanner` of its own.
package struct PatternDatabase: Sendable {
    /// One thing to look for; its number among the entries is what a hit names.
    package struct Entry: Sendable {
        package let text: [UInt8]
        /// Upper and lower case of ASCII are the same.
        package let isCaseless: Bool

        package init(_ text: some Sequence<UInt8>, isCaseless: Bool = false) {
            self.text = Array(text)
            self.isCaseless = isCaseless
        }
    }

    /// Owns what Vectorscan compiled.
    final class Compiled: Sendable {
        // Never written after it was compiled: any number of threads may scan by it, each in room of its own.
        nonisolated(unsafe) let pointer: OpaquePointer

        fileprivate init(_ pointer: OpaquePointer) {
            self.pointer = pointer
        }

        deinit {
            hs_free_database(pointer)
        }
    }

    let handle: Compiled

    /// Texts that are looked for as they stand; there must be one.
    package init(literals: [Entry]) throws(PatternError) {
        handle = try PatternDatabase.compile(literals) { texts, flags, ids, lengths, database, error in
            hs_compile_lit_multi(
                texts, flags, ids, lengths, UInt32(lengths.count), UInt32(HS_MODE_BLOCK), nil, database, error)
        }
    }

    /// Expressions in the part of Perl's syntax that Vectorscan knows; there must be one. The syntax error's offset
    /// counts entries.
    package init(expressions: [Entry]) throws(PatternError) {
        handle = try PatternDatabase.compile(expressions) { texts, flags, ids, lengths, database, error in
            hs_compile_multi(texts, flags, ids, UInt32(lengths.count), UInt32(HS_MODE_BLOCK), nil, database, error)
        }
    }

    /// What a database is made of.
    package enum Source: Sendable {
        case literals([Entry])
        case expressions([Entry])

        package func compiled() throws(PatternError) -> PatternDatabase {
            switch self {
            case .literals(let entries): try PatternDatabase(literals: entries)
            case .expressions(let entries): try PatternDatabase(expressions: entries)
            }
        }
    }

    /// Compiles several at once, for that is most of what a short run waits for.
    package static func compiled(_ sources: [Source]) throws(PatternError) -> [PatternDatabase] {
        let results = Mutex([Int: Result<PatternDatabase, PatternError>]())
        DispatchQueue.concurrentPerform(iterations: sources.count) { index in
            let result = Result { () throws(PatternError) in try sources[index].compiled() }
            results.withLock { $0[index] = result }
        }
        var databases: [PatternDatabase] = []
        for (_, result) in results.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            databases.append(try result.get())
        }
        return databases
    }

    private static func compile(
        _ entries: [Entry],
        _ call: (
            [UnsafePointer<CChar>?], [UInt32], [UInt32], [Int], UnsafeMutablePointer<OpaquePointer?>,
            UnsafeMutablePointer<UnsafeMutablePointer<hs_compile_error_t>?>
        ) -> Int32
    ) throws(PatternError) -> Compiled {
        // All texts in one buffer, each ended by NUL as the compiler of expressions wants it.
        let buffer = entries.flatMap { $0.text + [0] }.map { CChar(bitPattern: $0) }
        var database: OpaquePointer?
        var error: UnsafeMutablePointer<hs_compile_error_t>?
        let code = buffer.withUnsafeBufferPointer { buffer in
            var offset = 0
            let texts = entries.map { entry in
                defer { offset += entry.text.count + 1 }
                return buffer.baseAddress.map { $0 + offset }
            }
            return call(
                texts, entries.map { $0.isCaseless ? UInt32(HS_FLAG_CASELESS) : 0 },
                (0..<entries.count).map(UInt32.init),
                entries.map(\.text.count), &database, &error)
        }
        defer { hs_free_compile_error(error) }
        if let error {
            throw .syntax(message: String(cString: error.pointee.message), offset: Int(error.pointee.expression))
        }
        guard code == HS_SUCCESS, let database else { throw .failure(code: code) }
        return Compiled(database)
    }
}
