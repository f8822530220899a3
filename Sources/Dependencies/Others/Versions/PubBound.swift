// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Dependency.Bound {
    /// A version constraint of Dart's pub.
    ///
    /// Source: dart.dev/tools/pub/dependencies#version-constraints.
    static func pub(_ constraint: some StringProtocol) -> Dependency.Bound {
        let text = constraint.utf8.map { $0 }.unpadded.decoded
        if text.isEmpty || text == "any" { return .none }
        return .all(of: Comparison.parts(text, at: " ").map(Comparison.init).map { .comparison($0.sign) })
    }
}
