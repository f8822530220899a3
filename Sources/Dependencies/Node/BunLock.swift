// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
package import Gate

/// `bun.lock`, the text form; `bun.lockb` is binary and not read.
///
/// Source: bun.sh/docs/install/lockfile, bun.sh/blog/bun-lock-text-lockfile.
package struct BunLock: LockfileFormat {
    package let ecosystem = Ecosystem.npm
    package let command = "bun install --lockfile-only"

    package init() {}

    package func isLockfile(_ path: Path) -> Bool { path.name.elementsEqual("bun.lock".utf8) }

    package func locks(_ manifest: Path) -> Bool { manifest.name.elementsEqual("package.json".utf8) }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        let root = try JSONReader.read(bytes, comments: true)
        var lockfile = Lockfile()
        lockfile.members = root["workspaces"]?.entries.map(\.key)
        for (key, entry) in root["packages"]?.entries ?? [] {
            lockfile.packages.append(BunLock.package(key, entry))
        }
        return lockfile
    }

    /// `["NAME@VERSION", "REGISTRY", {...}, "sha512-..."]` under the name it has in its place, `PARENT/NAME` for a
    /// nested one; for what comes from elsewhere the registry is missing.
    private static func package(_ key: String, _ entry: Document) -> Lockfile.Package {
        let target = entry.items.first?.text ?? ""
        let at = target.dropFirst().firstIndex(of: "@")
        let version = at.map { String(target[target.index(after: $0)...]) }
        let texts = entry.items.dropFirst().compactMap(\.text)
        let parts = key.split(separator: "/")
        let isScoped = parts.count > 1 && parts[parts.count - 2].hasPrefix("@")
        let reference = version ?? ""
        let isLocal = ["workspace:", "link:", "file:", "root:"].contains { reference.hasPrefix($0) }
        let isGit = ["git", "github:"].contains { reference.hasPrefix($0) }
        return Lockfile.Package(
            parts.suffix(isScoped ? 2 : 1).joined(separator: "/"), version: version,
            resolved: texts.first { $0.hasPrefix("http") } ?? (reference.hasPrefix("http") ? reference : nil),
            integrity: texts.last { $0.hasPrefix("sha") },
            source: isLocal ? .local : isGit ? .git(WebAddress.repository(reference)) : .registry, line: entry.line)
    }
}
