// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import TestKit

/// Makes text that is meant to make expressions try many ways: what they begin with, then long runs of what they
/// repeat, without the end that they wait for.
struct HostileText {
    let rule: Rule
    let expression: String
    /// Bytes of each text.
    let size: Int

    func texts() throws -> [[UInt8]] {
        let starts = try rule.keywords.prefix(3).map { Array($0.utf8) } + beginnings()
        let fillers = HostileText.fillers.filter { byte in
            HostileText.classes(of: expression).contains { $0.contains(byte) }
        }
        var texts = starts.map(repeated)
        for start in starts {
            for byte in fillers {
                texts.append(cut(start + [UInt8](repeating: byte, count: size)))
                texts.append(repeated(start + [UInt8](repeating: byte, count: 40)))
            }
        }
        return texts
    }

    /// Examples without their ends.
    private func beginnings() throws -> [[UInt8]] {
        try rule.matches.prefix(1).flatMap { template -> [[UInt8]] in
            var expander = ExampleText(seed: rule.id)
            let text = try expander.expand(template)
            return [Array(text.prefix(text.count / 2)), Array(text.dropLast(2))].filter { !$0.isEmpty }
        }
    }

    private func cut(_ text: [UInt8]) -> [UInt8] { Array(text.prefix(size)) }

    private func repeated(_ piece: [UInt8]) -> [UInt8] {
        cut((0...(size / max(1, piece.count))).flatMap { _ in piece })
    }

    private static let fillers = Array("a0 _-.;".utf8)

    /// The bytes of each class of characters, read roughly: ranges and what stands for itself.
    private static func classes(of expression: String) -> [Set<UInt8>] {
        expression.utf8.split(separator: UInt8(ascii: "[")).dropFirst().map { part in
            let body = Array(part.prefix { $0 != UInt8(ascii: "]") })
            var members = Set(body)
            for index in body.indices.dropFirst().dropLast()
            where body[index] == UInt8(ascii: "-") && body[index - 1] <= body[index + 1] {
                members.formUnion(body[index - 1]...body[index + 1])
            }
            return body.first == UInt8(ascii: "^") ? Set(0...0xFF).subtracting(members) : members
        }
    }
}
