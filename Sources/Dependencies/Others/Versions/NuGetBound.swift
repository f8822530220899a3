// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Dependency.Bound {
    /// A version or a range of NuGet. A plain version is the least that is allowed, but the least is also what is
    /// taken, so the same file gives the same package: `exact`.
    ///
    /// Source: learn.microsoft.com/nuget/concepts/package-versioning (ranges, floating versions).
    static func nuget(_ text: some StringProtocol) -> Dependency.Bound {
        let version = text.utf8.map { $0 }.unpadded.decoded
        if version.isEmpty || version == "*" || version == "*-*" { return .none }
        guard let first = version.utf8.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "(") else {
            return version.contains("*") ? .range : .exact
        }
        return interval(version)
    }

    /// `[1.0]`, `[1.0,2.0)`, `[1.0,)`, `(,2.0]`: also what Maven and Ivy write.
    static func interval(_ text: String) -> Dependency.Bound {
        let inside = text.utf8.drop { Array("[(]".utf8).contains($0) }.prefix { !Array("])[".utf8).contains($0) }
        let ends = inside.split(separator: UInt8(ascii: ","), maxSplits: 1, omittingEmptySubsequences: false)
            .map { Array($0).unpadded }
        guard ends.count == 2 else { return inside.isEmpty ? .none : .exact }
        if ends[0].elementsEqual(ends[1]), !ends[0].isEmpty { return .exact }
        return ends[1].isEmpty ? (ends[0].isEmpty ? .none : .lower) : .range
    }
}
