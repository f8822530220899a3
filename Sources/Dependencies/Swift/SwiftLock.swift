// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
package import Gate

/// `Package.resolved`, versions 1 to 3.
///
/// Source: github.com/swiftlang/swift-package-manager, Documentation/Usage.md; the file is SwiftPM's own and is read
/// as it writes it.
package struct SwiftLock: LockfileFormat {
    package let ecosystem = Ecosystem.swift
    package let command = "swift package resolve"

    package init() {}

    package var reachesDown: Bool { false }

    package func isLockfile(_ path: Path) -> Bool { path.name.elementsEqual("Package.resolved".utf8) }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        let root = try JSONReader.read(bytes)
        var lockfile = Lockfile()
        for pin in (root["pins"] ?? root["object"]?["pins"])?.items ?? [] {
            let isRegistry = pin["kind"]?.text == "registry"
            let location = pin["location"]?.text ?? pin["repositoryURL"]?.text
            let name =
                isRegistry || location == nil
                ? pin["identity"]?.text?.lowercased() : location.map(WebAddress.repository)
            guard let name else { continue }
            let state = pin["state"]
            lockfile.packages.append(
                Lockfile.Package(
                    name, version: state?["version"]?.text ?? state?["branch"]?.text ?? state?["revision"]?.text,
                    resolved: location,
                    integrity: state?["revision"]?.text,
                    source: pin["kind"]?.text?.hasPrefix("local") == true ? .local : .registry,
                    line: (pin["identity"] ?? pin["package"])?.line ?? pin.line))
        }
        return lockfile
    }
}
