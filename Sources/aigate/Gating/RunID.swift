// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A ULID made of the run's start and what was judged, so that the same input names the same run.
///
/// Source: the ULID specification (github.com/ulid/spec): 48 bits of milliseconds, 80 further bits, Crockford's base
/// 32.
enum RunID {
    static func of(start: Instant, range: CommitRange, ci: CIContext?) -> String {
        let parts = [
            range.spec, range.base?.hex ?? "", range.head?.hex ?? "", ci?.system ?? "", ci?.runID ?? "",
            ci?.attempt.map(String.init) ?? "",
        ]
        let digest = Array(Fingerprint.sha256(Array(parts.joined(separator: "\n").utf8)).utf8)
        let milliseconds = UInt64(max(0, start.seconds)) &* 1000
        var bits: [Bool] = (0..<48).reversed().map { milliseconds >> UInt64($0) & 1 == 1 }
        for digit in digest.prefix(20) {
            let value = Hex.value(digit) ?? 0
            bits += (0..<4).reversed().map { value >> UInt8($0) & 1 == 1 }
        }
        // 128 bits are 26 digits of five; the first has two leading zeros.
        bits = [false, false] + bits
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        let text = stride(from: 0, to: 130, by: 5).map { start in
            alphabet[bits[start..<(start + 5)].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }]
        }
        return String(decoding: text, as: UTF8.self)
    }
}
