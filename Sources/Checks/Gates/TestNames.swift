// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The tests that a text declares, each by the line that names it, and how often that line stands there.
struct TestNames {
    /// By the hash of the line: FNV-1a, 64 bits.
    private var counts: [UInt64: Int] = [:]

    /// Of more than these nobody asks which moved where.
    private static let limit = 100_000

    init() {}

    init(_ text: [UInt8], _ words: TestWords) {
        var isAnnounced = false
        for line in TextLines(text) where !line.isEmpty && counts.count < TestNames.limit {
            guard let declares = words.declares(line) else { continue }
            guard declares || isAnnounced else { continue }
            if declares, words.comments.isIn(line) {
                isAnnounced = true
                continue
            }
            let name = TestNames.trimmed(line)
            // An attribute by itself says nothing of the test: the line after it does.
            let isAttribute = name.first.map(TestNames.attributes.contains) ?? true
            if !isAttribute || name.contains(UInt8(ascii: "{")) { counts[TestNames.hash(name), default: 0] += 1 }
            isAnnounced = isAttribute && !name.contains(UInt8(ascii: "{"))
        }
    }

    private static func hash(_ name: ArraySlice<UInt8>) -> UInt64 {
        name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// Takes out what stands in both, and says how much that was.
    mutating func takeOut(_ other: inout TestNames) -> Int {
        var taken = 0
        for (name, count) in counts {
            let shared = min(count, other.counts[name] ?? 0)
            guard shared > 0 else { continue }
            counts[name] = count - shared
            other.counts[name] = (other.counts[name] ?? 0) - shared
            taken += shared
        }
        return taken
    }

    mutating func add(_ other: TestNames) {
        for (name, count) in other.counts { counts[name, default: 0] += count }
    }

    private static let attributes = Array("@#[<".utf8)

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = line.drop(while: \.isBlank)
        return start.lastIndex { !$0.isBlank }.map { start[...$0] } ?? start
    }
}
