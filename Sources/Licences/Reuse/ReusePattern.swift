// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A path of a `REUSE.toml` or a `.reuse/dep5`, relative to where that stands.
///
/// REUSE.toml (REUSE 3.3): `*` is anything but a slash, `**` and `**/` are anything, a backslash makes the next
/// character plain. dep5 (Debian's machine-readable copyright format 1.0): `*` is anything, `?` one byte, the backslash
/// as above.
struct ReusePattern: Hashable, Sendable {
    enum Dialect {
        case toml, dep5
    }

    /// In bytes, and in stars: so that no pattern takes long.
    static let longest = 4096
    static let mostStars = 64

    private enum Element: Hashable, Sendable {
        case byte(UInt8)
        case any
        /// Any bytes of one component.
        case component
        /// Any bytes.
        case anything

        var isStar: Bool { self == .component || self == .anything }
    }

    /// Without two stars side by side.
    private var elements: [Element] = []

    /// Nil for a text that is longer, or has more stars, than any path of anybody's.
    init?(_ text: String, _ dialect: Dialect) {
        let bytes = Array(text.utf8)
        guard bytes.count <= ReusePattern.longest else { return nil }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch (byte, dialect) {
            case (UInt8(ascii: "\\"), _):
                if index < bytes.count { elements.append(.byte(bytes[index])) }
                index += 1
            case (UInt8(ascii: "*"), .dep5): append(.anything)
            case (UInt8(ascii: "?"), .dep5): elements.append(.any)
            case (UInt8(ascii: "*"), .toml):
                let stars = 1 + bytes[index...].prefix { $0 == UInt8(ascii: "*") }.count
                index += stars - 1
                append(stars > 1 ? .anything : .component)
                if stars > 1, index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
            default: elements.append(.byte(byte))
            }
        }
        guard elements.count(where: \.isStar) <= ReusePattern.mostStars else { return nil }
    }

    private mutating func append(_ star: Element) {
        guard let last = elements.last, last.isStar else { return elements.append(star) }
        if star == .anything { elements[elements.count - 1] = .anything }
    }

    /// Follows every way that the stars leave open at once.
    func matches(_ path: some Collection<UInt8>) -> Bool {
        // Most patterns begin with a byte that most paths do not.
        if case .byte(let first)? = elements.first, path.first != first { return false }
        var reached: [Int] = []
        reach(0, &reached)
        var next: [Int] = []
        for byte in path {
            next.removeAll(keepingCapacity: true)
            for position in reached where position < elements.count {
                switch elements[position] {
                case .byte(let own): if own == byte { reach(position + 1, &next) }
                case .any: reach(position + 1, &next)
                case .component: if byte != UInt8(ascii: "/") { reach(position, &next) }
                case .anything: reach(position, &next)
                }
            }
            if next.isEmpty { return false }
            swap(&reached, &next)
        }
        return reached.last == elements.count
    }

    /// Positions come in ascending order; a star may stand for nothing.
    private func reach(_ position: Int, _ positions: inout [Int]) {
        if position > positions.last ?? -1 { positions.append(position) }
        if position < elements.count, elements[position].isStar, position + 1 > positions.last ?? -1 {
            positions.append(position + 1)
        }
    }
}
