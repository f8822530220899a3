// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
package import Gate

/// `yarn.lock` of Yarn 1 and of later ones.
///
/// Source: classic.yarnpkg.com/en/docs/yarn-lock, yarnpkg.com/configuration/manifest, yarnpkg.com/protocols.
package struct YarnLock: LockfileFormat {
    package let ecosystem = Ecosystem.npm
    package let command = "yarn install"

    package init() {}

    package func isLockfile(_ path: Path) -> Bool { path.name.elementsEqual("yarn.lock".utf8) }

    package func locks(_ manifest: Path) -> Bool { manifest.name.elementsEqual("package.json".utf8) }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        let isLater = SourceLines(bytes[...]).contains { $0.bytes.starts(with: "__metadata:".utf8) }
        return isLater ? try YarnLock.later(bytes) : try YarnLock.first(bytes)
    }

    /// YAML: `"NAME@npm:RANGE, NAME@npm:RANGE"` over version, resolution and checksum.
    private static func later(_ bytes: [UInt8]) throws -> Lockfile {
        var lockfile = Lockfile()
        var members: [String] = []
        for (key, entry) in try YAMLDocuments.read(bytes).first?.entries ?? [] where key != "__metadata" {
            let resolution = entry["resolution"]?.text ?? key
            let target = locator(resolution)
            let isLocal = ["workspace:", "link:", "portal:", "file:"].contains { target.reference.hasPrefix($0) }
            if target.reference.hasPrefix("workspace:") {
                let folder = String(target.reference.dropFirst(10))
                members.append(folder == "." ? "" : folder)
            }
            let isGit = target.reference.contains(".git#") || target.reference.hasPrefix("git")
            let source: Dependency.Source =
                isLocal ? .local : isGit ? .git(WebAddress.repository(target.reference)) : .registry
            for name in names(key) {
                lockfile.packages.append(
                    Lockfile.Package(
                        name, version: entry["version"]?.text,
                        resolved: target.reference.hasPrefix("http") ? target.reference : nil,
                        integrity: entry["checksum"]?.text, source: source, line: entry.line))
            }
        }
        lockfile.members = members
        return lockfile
    }

    /// Lines: names, then version, resolved and integrity two blanks further in.
    private static func first(_ bytes: [UInt8]) throws -> Lockfile {
        var lockfile = Lockfile()
        var open: YarnEntry?
        for line in SourceLines(bytes[...]) where !line.bytes.isEmpty && line.bytes.first != UInt8(ascii: "#") {
            if line.bytes.first?.isPadding == false {
                guard line.bytes.last == UInt8(ascii: ":") else {
                    throw DocumentError(line: line.number, "not a yarn.lock: an entry without a colon")
                }
                open?.close(&lockfile)
                open = YarnEntry(names: names(line.bytes.dropLast().decoded), line: line.number)
            } else if line.bytes.prefix(2).allSatisfy(\.isPadding), line.bytes.dropFirst(2).first?.isPadding == false {
                open?.set(line.bytes.unpadded.decoded)
            }
        }
        open?.close(&lockfile)
        return lockfile
    }

    /// The names before the last @ of each of `"@a/b@^1", c@2`, each once.
    private static func names(_ key: String) -> [String] {
        var names: [String] = []
        for part in key.split(separator: ",") {
            let descriptor = part.filter { $0 != "\"" && $0 != " " }
            let name = locator(descriptor).name
            if !name.isEmpty, !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// `@a/b@npm:1.0.0`
    private static func locator(_ text: String) -> (name: String, reference: String) {
        guard let at = text.dropFirst().firstIndex(of: "@") else { return (text, "") }
        return (String(text[..<at]), String(text[text.index(after: at)...]))
    }
}

/// An entry of Yarn 1 while its lines are read.
private struct YarnEntry {
    let names: [String]
    let line: Int
    var version: String?
    var resolved: String?
    var integrity: String?

    init(names: [String], line: Int) {
        self.names = names
        self.line = line
    }

    mutating func set(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { return }
        let value = parts[1].filter { $0 != "\"" }
        switch parts[0].filter({ $0 != "\"" }) {
        case "version": version = value
        case "resolved": resolved = value
        case "integrity": integrity = value
        default: break
        }
    }

    func close(_ lockfile: inout Lockfile) {
        let isLocal = resolved == nil && integrity == nil
        // Before there was `integrity`, the digest stood behind the address.
        let address = resolved?.split(separator: "#", maxSplits: 1).map(String.init) ?? []
        let isGit = resolved?.hasPrefix("git") == true || address.first?.hasSuffix(".git") == true
        let digest = integrity ?? (isGit || address.count < 2 ? nil : "sha1-hex:" + address[1])
        for name in names {
            lockfile.packages.append(
                Lockfile.Package(
                    name, version: version, resolved: address.first, integrity: digest,
                    source: isLocal ? .local : isGit ? .git(WebAddress.repository(address[0])) : .registry, line: line))
        }
    }
}
