// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What a run of invisible characters spells, by the ways in which they have been used to carry data.
enum HiddenPayload {
    /// Those whose hits may carry data.
    static let rules: Set<String> = ["tag", "variation-selector", "payload"]

    /// Bytes that are shown.
    private static let limit = 32

    /// What it decodes to, escaped and cut to a length; nil where no way applies.
    static func shown(in text: [UInt8], from start: Int) -> Message? {
        guard let bytes = decoded(in: text, from: start), !bytes.isEmpty else { return nil }
        let shown = Excerpt(line: bytes.prefix(limit))
        return bytes.count > limit ? "\(shown)... (\(bytes.count) bytes)" : "\(shown)"
    }

    private static func decoded(in text: [UInt8], from start: Int) -> [UInt8]? {
        let scalars = run(in: text, from: start)
        guard let first = scalars.first else { return nil }
        let bytes = scalars.compactMap(byte)
        // Tags spell ASCII; a variation selector is a byte.
        if bytes.count == scalars.count { return bytes }
        // Two of them are bits, the lower one a zero.
        let others = scalars.filter { $0 != first }
        guard let second = others.first, others.allSatisfy({ $0 == second }), scalars.count >= 8 else { return nil }
        let one = max(first, second)
        return stride(from: 0, to: scalars.count - 7, by: 8).map { at in
            scalars[at..<(at + 8)].reduce(0) { $0 << 1 | ($1 == one ? 1 : 0) }
        }
    }

    /// The characters without a glyph side by side.
    private static func run(in text: [UInt8], from start: Int) -> [Unicode.Scalar] {
        text.withUnsafeBytes { bytes in
            var scalars: [Unicode.Scalar] = []
            var index = start
            while let scalar = bytes.scalar(at: index) {
                switch CharacterClass(scalar) {
                case .tag, .supplement, .zeroWidth, .invisible: scalars.append(scalar)
                default: return scalars
                }
                index += UTF8.width(scalar)
            }
            return scalars
        }
    }

    /// Tag characters are ASCII moved up (Unicode 23.9); selectors 1 to 16 and 17 to 256 are counted from zero.
    private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0xE0000...0xE007F: UInt8(scalar.value - 0xE0000)
        case 0xFE00...0xFE0F: UInt8(scalar.value - 0xFE00)
        case 0xE0100...0xE01EF: UInt8(scalar.value - 0xE0100 + 16)
        default: nil
        }
    }
}
