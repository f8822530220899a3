// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Dependency.Bound {
    /// The bound of parts that all must hold (`>=1`, `<2`): the first that fixes the version decides, else one that
    /// bounds it above, else one that bounds it below.
    static func all(of parts: [Dependency.Bound]) -> Dependency.Bound {
        for bound in [Dependency.Bound.moving, .exact, .range, .lower] where parts.contains(bound) { return bound }
        return .none
    }

    /// What a comparison says of the version after it, in the signs that most ecosystems share.
    static func comparison(_ sign: some StringProtocol) -> Dependency.Bound {
        switch sign {
        case "=", "==", "===", "": .exact
        case "<", "<=", "~>", "^", "~", "~=": .range
        case ">", ">=": .lower
        default: .none
        }
    }
}

/// A comparison sign and what stands after it: `>= 1.2`.
struct Comparison {
    let sign: String
    let version: String

    init(_ text: some StringProtocol) {
        let bytes = text.utf8.map { $0 }.unpadded
        let signs = Array("<>=!~^".utf8)
        let sign = bytes.prefix { signs.contains($0) }
        self.sign = sign.decoded
        version = bytes.dropFirst(sign.count).unpadded.decoded
    }

    /// The parts of a text at any of the marks, without blanks around them and without empty ones.
    static func parts(_ text: some StringProtocol, at marks: String) -> [String] {
        let marks = Array(marks.utf8)
        return text.utf8.split { marks.contains($0) }.map { Array($0).unpadded.decoded }.filter { !$0.isEmpty }
    }
}
