// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
package import Gate

/// `pnpm-lock.yaml`, versions 5 to 9.
///
/// Source: github.com/pnpm/spec (lockfile/5, 6.0 and 9.0).
package struct PnpmLock: LockfileFormat {
    package let ecosystem = Ecosystem.npm
    package let command = "pnpm install --lockfile-only"

    package init() {}

    package func isLockfile(_ path: Path) -> Bool { path.name.elementsEqual("pnpm-lock.yaml".utf8) }

    package func locks(_ manifest: Path) -> Bool {
        manifest.name.elementsEqual("package.json".utf8) || manifest.name.elementsEqual("pnpm-workspace.yaml".utf8)
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        var lockfile = Lockfile()
        // A second document holds the package manager's own packages.
        for root in try YAMLDocuments.read(bytes) {
            let importers = root["importers"]?.entries ?? [(".", root)]
            if root["importers"] != nil {
                lockfile.members = (lockfile.members ?? []) + importers.map { $0.key == "." ? "" : $0.key }
            }
            for (_, importer) in importers { PnpmLock.addNames(importer, to: &lockfile) }
            for (key, entry) in root["packages"]?.entries ?? [] {
                lockfile.packages.append(PnpmLock.package(key, entry))
            }
            for catalog in (root["catalogs"]?.entries ?? []).map(\.value) {
                for (name, entry) in catalog.entries {
                    lockfile.packages.append(
                        Lockfile.Package(name, version: entry["version"]?.text, source: .local, line: entry.line))
                }
            }
        }
        return lockfile
    }

    /// What the projects themselves ask for: aliases stand here alone. They are the project's own entries, fetched
    /// under `packages`.
    private static func addNames(_ importer: Document, to lockfile: inout Lockfile) {
        for scope in ["dependencies", "devDependencies", "optionalDependencies"] {
            for (name, entry) in importer[scope]?.entries ?? [] {
                let version = entry.text ?? entry["version"]?.text
                lockfile.packages.append(Lockfile.Package(name, version: version, source: .local, line: entry.line))
            }
        }
    }

    /// `/@s/name/1.0.0_peer@2` (5), `/name@1.0.0(peer@2)` (6), `name@1.0.0` (9), `host/org/repo/commit` for git.
    private static func package(_ key: String, _ entry: Document) -> Lockfile.Package {
        let plain = (key.hasPrefix("/") ? key.dropFirst() : key[...]).prefix { $0 != "(" }
        let name: Substring
        let version: Substring
        if let at = plain.dropFirst().firstIndex(of: "@"), !isOld(plain, at) {
            (name, version) = (plain[..<at], plain[plain.index(after: at)...])
        } else {
            let slash = plain.lastIndex(of: "/") ?? plain.endIndex
            (name, version) = (plain[..<slash], plain[slash...].dropFirst().prefix { $0 != "_" })
        }
        let resolution = entry["resolution"]
        let tarball = resolution?["tarball"]?.text ?? resolution?["repo"]?.text
        let isGit = resolution?["repo"] != nil || resolution?["type"]?.text == "git"
        let source: Dependency.Source =
            resolution?["directory"] != nil || resolution?["type"]?.text == "directory"
            ? .local : isGit ? .git(WebAddress.repository(tarball ?? "")) : .registry
        return Lockfile.Package(
            entry["name"]?.text ?? String(name), version: entry["version"]?.text ?? String(version), resolved: tarball,
            integrity: resolution?["integrity"]?.text, runsInstallScript: entry["requiresBuild"]?.bool == true,
            source: source,
            line: entry.line)
    }

    /// In version 5 an @ stands in the names of peers only, behind the version.
    private static func isOld(_ key: Substring, _ at: Substring.Index) -> Bool {
        let before = key[..<at]
        let slashes = before.count { $0 == "/" }
        return slashes > (key.hasPrefix("@") ? 1 : 0) && before.contains("_")
    }
}
