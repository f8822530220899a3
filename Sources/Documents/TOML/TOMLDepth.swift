// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Refuses what toml++ would build a tree of any depth from: it frees trees by recursion, which ends at the end of the
/// stack. It bounds lists and inline tables, but not the parts of dotted keys.
struct TOMLDepth {
    private static let partLimit = 32

    private let bytes: [UInt8]
    private var place = 0
    private var line = 1

    static func check(_ bytes: [UInt8]) throws(DocumentError) {
        var depth = TOMLDepth(bytes: bytes)
        try depth.check()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func check() throws(DocumentError) {
        var brackets = 0
        var parts = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "#"): skipComment()
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipText(byte)
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets += 1
                parts = 0
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                brackets = max(0, brackets - 1)
                parts = 0
            case UInt8(ascii: "."): parts += 1
            case UInt8(ascii: "\n"):
                line += 1
                parts = 0
            case UInt8(ascii: ","), UInt8(ascii: "="): parts = 0
            default: break
            }
            guard brackets <= DocumentLimit.depth, parts <= TOMLDepth.partLimit else {
                throw DocumentError(line: line, DocumentLimit.tooDeep)
            }
        }
    }

    private mutating func skipComment() {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
    }

    /// To the end of a text whose first quote was read; one on a single line ends with it at the latest, as toml++
    /// stops there.
    private mutating func skipText(_ quote: UInt8) {
        let isLong = place + 1 < bytes.count && bytes[place] == quote && bytes[place + 1] == quote
        if isLong { place += 2 }
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\n") {
                guard isLong else { return }
                line += 1
            }
            place += 1
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                // A line that ends with a backslash is counted by the loop.
                if place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
            } else if byte == quote, !isLong || skipClosing(quote) {
                return
            }
        }
    }

    /// The rest of three quotes, and up to two before them that belong to the text.
    private mutating func skipClosing(_ quote: UInt8) -> Bool {
        let run = bytes[place...].prefix(4).prefix { $0 == quote }.count
        guard run >= 2 else { return false }
        place += run
        return true
    }
}
