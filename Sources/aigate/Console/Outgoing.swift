// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Evidence
import Synchronization

/// What leaves the program, looked at once more by our own rules: those that the run was judged by, where there was
/// one.
enum Outgoing {
    private static let program = Mutex<ContentProgram?>(nil)
    private static let scanner = Mutex<OutgoingText?>(nil)

    /// Spares compiling the rules a second time.
    static func use(_ compiled: ContentProgram) { program.withLock { $0 = compiled } }

    static let scan = SelfScan { bytes in
        try scanner.withLock { known in
            let scanner =
                try known ?? OutgoingText(program.withLock { $0 } ?? ContentProgram(rules: EmbeddedPacks.rules))
            known = scanner
            let (places, isComplete) = try scanner.values(in: bytes)
            guard isComplete else { throw Unscanned() }
            return places
        }
    }

    /// Text for a person. Where it could not be scanned, that is said instead.
    static func masked(_ bytes: [UInt8]) -> [UInt8] {
        do { return try scan.masked(bytes).bytes } catch {
            return Array("what was to be shown here could not be scanned for secrets: \(error)\n".utf8)
        }
    }

    static func masked(_ text: String) -> String { String(decoding: masked(Array(text.utf8)), as: UTF8.self) }

    private struct Unscanned: Error, CustomStringConvertible {
        let description = "it has more that looks like secrets than the scan takes"
    }
}
