// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Takes values that must not be shown out of whatever is said about the commit that brought them: one check's excerpt
/// may hold what another found to be a secret.
package struct ValueMask: Sendable {
    /// Lines of values, by their first bytes: a key has many lines, and an excerpt shows one.
    private let parts: [[UInt8]: [[UInt8]]]
    /// Whether one begins with a byte.
    private let begins: [Bool]

    /// So many bytes of a value, at its beginning, are already too much.
    private static let least = 6
    /// Shorter ones would take ordinary words out.
    private static let shortest = 4

    package init(_ values: [[UInt8]]) {
        var seen: Set<[UInt8]> = []
        let lines = values.flatMap { $0.split { $0 == 0x0A || $0 == 0x0D }.map(Array.init) }
            .filter { $0.count >= ValueMask.shortest && seen.insert($0).inserted }
        parts = Dictionary(grouping: lines) { Array($0.prefix(ValueMask.least)) }
        begins = lines.reduce(into: [Bool](repeating: false, count: 256)) { $0[Int($1[0])] = true }
    }

    package var isEmpty: Bool { parts.isEmpty }

    /// With `***` where a value stood, or enough of its beginning.
    package func masked(_ bytes: [UInt8]) -> [UInt8] {
        guard !isEmpty else { return bytes }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let length = begins[Int(bytes[index])] ? masked(from: index, in: bytes) : 0
            if length > 0 {
                result += Array("***".utf8)
                index += length
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// How many bytes from here on belong to a value.
    private func masked(from index: Int, in bytes: [UInt8]) -> Int {
        (ValueMask.shortest...ValueMask.least).reduce(0) { longest, length in
            guard let sharing = parts[Array(bytes[index...].prefix(length))] else { return longest }
            return sharing.reduce(longest) { max($0, zip($1, bytes[index...]).prefix { $0 == $1 }.count) }
        }
    }

    package func masked(_ text: String) -> String {
        isEmpty ? text : String(decoding: masked(Array(text.utf8)), as: UTF8.self)
    }

    package func masked(_ outcome: Outcome) -> Outcome {
        let result: Outcome.Result =
            switch outcome.result {
            case .found(let findings, let more): .found(findings.map(masked), more: more)
            case .cutOff(let files, let findings, let more):
                .cutOff(files.map(masked), found: findings.map(masked), more: more)
            case .skipped(let reason): .skipped(masked(reason))
            case .broke(let reason): .broke(masked(reason))
            }
        return Outcome(check: outcome.check, commit: outcome.commit, result: result)
    }

    private func masked(_ finding: Finding) -> Finding {
        var place = finding.place
        place.path = place.path.map { Path(masked($0.bytes)) }
        return Finding(
            rule: finding.rule, at: place, Message(finding.message, by: self),
            excerpt: finding.excerpt.map { Excerpt($0, by: self) },
            fix: Message(finding.fix, by: self), defaultLevel: finding.defaultLevel, basis: finding.basis.map(masked))
    }
}
