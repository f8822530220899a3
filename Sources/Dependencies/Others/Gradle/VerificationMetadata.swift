// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// `verification-metadata.xml`: the digests of everything that a Gradle build fetches.
///
/// Source: docs.gradle.org/current/userguide/dependency_verification.html, schema.gradle.org/dependency-verification.
package struct VerificationMetadata: LockfileFormat {
    package let ecosystem = Ecosystem.maven
    package let command = "gradle --write-verification-metadata sha256 help"

    package init() {}

    package func isLockfile(_ path: Path) -> Bool { path.loweredName == "verification-metadata.xml" }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        let root = try XMLReader.read(bytes)
        guard root.name == "verification-metadata" else {
            throw UnreadableFile("not Gradle's metadata: its root is not 'verification-metadata'")
        }
        var lockfile = Lockfile()
        for component in root.child("components")?.children("component") ?? [] {
            guard let group = component["group"], let name = component["name"] else { continue }
            let digests = component.children("artifact").flatMap(\.children).compactMap { digest in
                digest["value"].map { "\(digest.name):\($0)" }
            }
            lockfile.packages.append(
                Lockfile.Package(
                    "\(group):\(name)", version: component["version"],
                    integrity: digests.isEmpty ? nil : digests.joined(separator: " "), line: component.line))
        }
        return lockfile
    }
}
