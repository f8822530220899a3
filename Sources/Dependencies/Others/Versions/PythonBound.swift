// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Dependency.Bound {
    /// A version specifier of Python, comma-separated.
    ///
    /// Source: packaging.python.org/en/latest/specifications/version-specifiers.
    static func python(_ specifier: some StringProtocol) -> Dependency.Bound {
        .all(
            of: Comparison.parts(specifier, at: ",").map { part in
                let comparison = Comparison(part)
                let isPrefix = comparison.version.hasSuffix(".*")
                return isPrefix && comparison.sign == "==" ? .range : .comparison(comparison.sign)
            })
    }
}
