// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// One package that a manifest asks for.
package struct Dependency: Hashable, Sendable {
    /// Where it is fetched from.
    package enum Source: Hashable, Sendable {
        case registry
        /// A path, a workspace member, the repository itself.
        case local
        case git(String)
        case url(String)
        /// A registry's package under another name; holds the real one.
        case alias(String)
    }

    /// How far the requirement binds the version.
    package enum Bound: String, Sendable {
        /// One version, or content by its digest.
        case exact
        /// Bounded above: `^1.2`, `~> 1.2`, `1.*`.
        case range
        /// Bounded below only.
        case lower
        /// Nothing, `*`, `latest`.
        case none
        /// A branch or another name that moves.
        case moving
    }

    package let ecosystem: Ecosystem
    /// As the ecosystem compares names: PEP 503 for PyPI, `group:artifact` for Maven, lower case for NuGet.
    package let name: String
    /// As written; empty where there is none.
    package let requirement: String
    package let bound: Bound
    package let source: Source
    /// The key or section it stands in: `devDependencies`.
    package let scope: String
    /// The ecosystem's lockfiles name it: not so for what a build alone asks for, for peers, and where there is no
    /// lockfile.
    package let isLocked: Bool
    /// From 1; nil where the reader cannot tell.
    package let line: Int?

    package init(
        _ ecosystem: Ecosystem, _ name: String, requirement: String = "", bound: Bound, source: Source = .registry,
        scope: String = "",
        isLocked: Bool = true, line: Int? = nil
    ) {
        self.ecosystem = ecosystem
        self.name = name
        self.requirement = requirement
        self.bound = bound
        self.source = source
        self.scope = scope
        self.isLocked = isLocked
        self.line = line
    }

    /// How its ecosystem's lockfiles are searched for it: Cargo takes `_` for `-`, SwiftPM goes by the last part of
    /// an address.
    package var lockName: String { ecosystem.lockName(name) }
}

extension Ecosystem {
    /// See `Dependency.lockName`.
    package func lockName(_ name: String) -> String {
        switch self {
        case .cargo: String(name.map { $0 == "_" ? "-" : $0 })
        case .swift: name.split(separator: "/").last.map { $0.lowercased() } ?? name
        default: name
        }
    }
}
