// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Dependency.Bound {
    /// What stands behind the `@` of a package on the command line of npm and its like: a range or a dist-tag.
    ///
    /// Source: docs.npmjs.com/cli/commands/npm-install and github.com/npm/node-semver (ranges).
    static func node(_ range: some StringProtocol) -> Dependency.Bound {
        let branches = range.split(separator: "||", omittingEmptySubsequences: false).map {
            Comparison.parts($0, at: " \t")
        }
        var widest = Dependency.Bound.exact
        for branch in branches {
            let isHyphenated = branch.contains("-")
            widest = widest.widened(by: isHyphenated ? .range : branch.isEmpty ? .none : .all(of: branch.map(nodePart)))
        }
        return widest
    }

    private static func nodePart(_ text: String) -> Dependency.Bound {
        let comparison = Comparison(text)
        if ["*", "x", "X"].contains(comparison.version) { return .none }
        guard isVersionLike(comparison.version) else { return comparison.sign.isEmpty ? .moving : .none }
        guard comparison.sign.isEmpty || comparison.sign == "=" else { return .comparison(comparison.sign) }
        // A part that is missing may be anything.
        let core = comparison.version.prefix { $0 != "-" && $0 != "+" }.split(separator: ".")
        return core.count >= 3 && !core.contains { ["*", "x", "X"].contains($0) } ? .exact : .range
    }
}
