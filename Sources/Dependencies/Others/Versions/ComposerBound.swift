// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Dependency.Bound {
    /// A version constraint of Composer.
    ///
    /// Source: getcomposer.org/doc/articles/versions.md.
    static func composer(_ constraint: some StringProtocol) -> Dependency.Bound {
        // An inline alias `dev-x as 1.0` installs what stands before it.
        let words = String(constraint).split(separator: " as ", maxSplits: 1).first ?? ""
        let branches = words.split(separator: "|")
        guard !branches.isEmpty else { return .none }
        return branches.map { composerBranch(String($0)) }.reduce(Dependency.Bound.exact) { $0.widened(by: $1) }
    }

    private static func composerBranch(_ text: String) -> Dependency.Bound {
        if text.contains(" - ") { return .range }
        return .all(of: joined(Comparison.parts(text, at: ", ")).map(composerPart))
    }

    /// `>= 1.0` is one part, although a blank stands in it.
    private static func joined(_ parts: [String]) -> [String] {
        var result: [String] = []
        for part in parts {
            if let last = result.last, Comparison(last).version.isEmpty {
                result[result.count - 1] += part
            } else {
                result.append(part)
            }
        }
        return result
    }

    private static func composerPart(_ text: String) -> Dependency.Bound {
        // `@dev` only sets how stable it must be, `#…` names a commit of a branch.
        let commit = text.split(separator: "#", maxSplits: 1).dropFirst().first
        let plain = text.prefix { $0 != "@" && $0 != "#" }
        let comparison = Comparison(plain)
        let version = comparison.version.lowercased()
        if version.isEmpty || version == "*" { return .none }
        if version.hasPrefix("dev-") || version.hasSuffix("-dev") {
            return commit.map { isCommitID($0) } == true ? .exact : .moving
        }
        guard comparison.sign.isEmpty else { return .comparison(comparison.sign) }
        return version.split(separator: ".").contains { $0 == "*" || $0 == "x" } ? .range : .exact
    }
}
