// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Dependency.Bound {
    /// Requirements of a gem, all of which must hold.
    ///
    /// Source: RubyGems, Gem::Requirement (guides.rubygems.org/patterns/#pessimistic-version-constraint).
    static func gem(_ requirements: [String]) -> Dependency.Bound {
        .all(of: requirements.flatMap { Comparison.parts($0, at: ",") }.map { .comparison(Comparison($0).sign) })
    }
}
