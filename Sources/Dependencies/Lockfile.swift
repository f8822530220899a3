// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The packages that were resolved.
package struct Lockfile: Sendable {
    package struct Package: Hashable, Sendable {
        /// As in `Dependency`.
        package let name: String
        package let version: String?
        /// Address that it was fetched from, where the lockfile names one.
        package let resolved: String?
        /// Digest, as written; nil where the entry has none.
        package let integrity: String?
        /// It runs a command when it is installed.
        package let runsInstallScript: Bool
        /// `local` for the project's own packages; `registry` also where the lockfile does not say.
        package let source: Dependency.Source
        package let line: Int?

        package init(
            _ name: String, version: String? = nil, resolved: String? = nil, integrity: String? = nil,
            runsInstallScript: Bool = false,
            source: Dependency.Source = .registry, line: Int? = nil
        ) {
            self.name = name
            self.version = version
            self.resolved = resolved
            self.integrity = integrity
            self.runsInstallScript = runsInstallScript
            self.source = source
            self.line = line
        }
    }

    package var packages: [Package] = []
    /// The folders of the packages whose requirements it locks, from its own folder (`packages/a`; empty: its own); nil
    /// where it does not say.
    package var members: [String]?

    package init() {}
}

/// Reads lockfiles of one form.
package protocol LockfileFormat: Sendable {
    var ecosystem: Ecosystem { get }
    /// The command that writes it anew from its manifest, `uv lock`.
    var command: String { get }
    /// It also locks what manifests below its folder ask for.
    var reachesDown: Bool { get }
    func isLockfile(_ path: Path) -> Bool
    /// Whether manifests of that name are locked by it, whatever their folder.
    func locks(_ manifest: Path) -> Bool
    /// Throws for a file that it cannot read.
    func read(_ bytes: [UInt8], path: Path) throws -> Lockfile
}

extension LockfileFormat {
    package var reachesDown: Bool { true }
    package func locks(_ manifest: Path) -> Bool { true }
}
