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
        package let line: Int?

        package init(
            _ name: String, version: String? = nil, resolved: String? = nil, integrity: String? = nil, runsInstallScript: Bool = false,
            line: Int? = nil
        ) {
            self.name = name
            self.version = version
            self.resolved = resolved
            self.integrity = integrity
            self.runsInstallScript = runsInstallScript
            self.line = line
        }
    }

    package var packages: [Package] = []

    package init() {}
}

/// Reads lockfiles of one form. Throws for a file that it cannot read.
package protocol LockfileFormat: Sendable {
    var ecosystem: Ecosystem { get }
    func isLockfile(_ path: Path) -> Bool
    func read(_ bytes: [UInt8], path: Path) throws -> Lockfile
}
