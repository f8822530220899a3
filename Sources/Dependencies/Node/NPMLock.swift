// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
package import Gate

/// `package-lock.json` and `npm-shrinkwrap.json`, versions 1 to 3.
///
/// Source: docs.npmjs.com/cli/configuring-npm/package-lock-json.
package struct NPMLock: LockfileFormat {
    package let ecosystem = Ecosystem.npm
    package let command = "npm install --package-lock-only"

    package init() {}

    package func isLockfile(_ path: Path) -> Bool {
        path.name.elementsEqual("package-lock.json".utf8) || path.name.elementsEqual("npm-shrinkwrap.json".utf8)
    }

    package func locks(_ manifest: Path) -> Bool { manifest.name.elementsEqual("package.json".utf8) }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        let root = try JSONReader.read(bytes)
        var lockfile = Lockfile()
        guard let packages = root["packages"] else {
            NPMLock.add(root["dependencies"], to: &lockfile, depth: 0)
            return lockfile
        }
        var members: [String] = []
        for (folder, entry) in packages.entries {
            guard let place = folder.range(ofLast: "node_modules/") else {
                members.append(folder)
                if let name = entry["name"]?.text {
                    lockfile.packages.append(
                        Lockfile.Package(name, version: entry["version"]?.text, source: .local, line: entry.line))
                }
                continue
            }
            lockfile.packages.append(NPMLock.package(String(folder[place...]), entry))
        }
        lockfile.members = members
        return lockfile
    }

    private static func package(_ name: String, _ entry: Document) -> Lockfile.Package {
        let resolved = entry["resolved"]?.text
        // What comes inside of another package is not fetched by itself.
        let isInside = entry["link"]?.bool == true || entry["inBundle"]?.bool == true || entry["bundled"]?.bool == true
        return Lockfile.Package(
            name, version: entry["version"]?.text, resolved: resolved, integrity: entry["integrity"]?.text,
            runsInstallScript: entry["hasInstallScript"]?.bool == true,
            source: isInside ? .local : source(resolved ?? entry["version"]?.text ?? ""), line: entry.line)
    }

    static func source(_ resolved: String) -> Dependency.Source {
        if resolved.hasPrefix("git") { return .git(WebAddress.repository(resolved)) }
        return resolved.hasPrefix("file:") || resolved.hasPrefix("link:") ? .local : .registry
    }

    /// Version 1: packages within packages.
    private static func add(_ section: Document?, to lockfile: inout Lockfile, depth: Int) {
        for (name, entry) in section?.entries ?? [] {
            lockfile.packages.append(package(name, entry))
            add(entry["dependencies"], to: &lockfile, depth: depth + 1)
        }
    }
}

extension String {
    /// The place behind the last occurrence of a text.
    func range(ofLast text: String) -> String.Index? {
        let parts = Array(utf8)
        let wanted = Array(text.utf8)
        guard parts.count >= wanted.count else { return nil }
        let start = (0...(parts.count - wanted.count)).last { parts[$0..<($0 + wanted.count)].elementsEqual(wanted) }
        return start.map { utf8.index(startIndex, offsetBy: $0 + wanted.count) }
    }
}
