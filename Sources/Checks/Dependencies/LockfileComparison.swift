// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies

/// What two states of a lockfile say of the same packages.
struct LockfileComparison {
    /// In the order of the later state.
    let changed: [Lockfile.Package]
    let removed: [Lockfile.Package]
    let elsewhere: [Lockfile.Package]
    /// The packages are not the same.
    let isDifferent: Bool

    private struct Key: Hashable {
        let name: String
        let version: String?

        init(_ package: Lockfile.Package) {
            (name, version) = (package.name, package.version)
        }
    }

    init(_ before: Lockfile, _ after: Lockfile) {
        let old = Dictionary(grouping: before.packages.filter { $0.source != .local }) { Key($0) }
        let hosts = Set(before.packages.compactMap { $0.resolved.flatMap(LockfileComparison.host) })
        let current = after.packages.filter { $0.source != .local }
        changed = current.filter { package in
            guard let same = old[Key(package)] else { return false }
            return LockfileComparison.contradicts(package, same)
        }
        // One that another entry of the same version still has is not lost.
        let withDigest = Set(current.filter { $0.integrity != nil }.map { Key($0) })
        removed = current.filter { package in
            package.source == .registry && package.integrity == nil && !withDigest.contains(Key(package))
                && old[Key(package)]?.contains { $0.integrity != nil } == true
        }
        elsewhere = current.filter { package in
            guard package.source == .registry, !hosts.isEmpty,
                let host = package.resolved.flatMap(LockfileComparison.host)
            else { return false }
            return !hosts.contains(host) && !LockfileComparison.registries.contains(host)
        }
        isDifferent = Set(before.packages) != Set(after.packages)
    }

    /// Hosts of the registries themselves, of which several are the same.
    private static let registries: Set<String> = [
        "registry.npmjs.org", "registry.yarnpkg.com", "pypi.org", "files.pythonhosted.org", "pypi.python.org",
        "github.com", "index.crates.io",
        "crates.io", "api.nuget.org", "rubygems.org", "repo.maven.apache.org", "repo1.maven.org", "api.github.com",
        "codeload.github.com",
        "pub.dev", "pub.dartlang.org",
    ]

    /// Nil for what is no address of the web; one without encryption is a host of its own.
    static func host(_ address: String) -> String? {
        let scheme = address.prefix { $0 != ":" }
        guard address.dropFirst(scheme.count).hasPrefix("://") else { return nil }
        let rest = address.dropFirst(scheme.count + 3).prefix { !"/?#".contains($0) }
        let host = rest.split(separator: "@").last.map { $0.lowercased() } ?? ""
        return scheme == "http" ? "http://" + host : host
    }

    /// Digests of several files stand one a line, each behind its file's name; of the same file and by the same
    /// algorithm there is one.
    private static func contradicts(_ package: Lockfile.Package, _ same: [Lockfile.Package]) -> Bool {
        guard let integrity = package.integrity else { return false }
        var known: [String: Set<Substring>] = [:]
        for old in same {
            for (key, digest) in digests(old.integrity ?? "") { known[key, default: []].insert(digest) }
        }
        return digests(integrity).contains { key, digest in known[key].map { !$0.contains(digest) } ?? false }
    }

    /// By file and algorithm: `sha512-AAAA sha1-BBBB`, `sha256:AA`, `h1:AA`, `10c0/AA`, bare hexadecimal by its length.
    private static func digests(_ integrity: String) -> [(key: String, digest: Substring)] {
        var digests: [(key: String, digest: Substring)] = []
        for line in integrity.split(separator: "\n" as Character) {
            let tab = line.firstIndex(of: "\t")
            let file = tab.map { line[..<$0] } ?? ""
            let rest = tab.map { line[line.index(after: $0)...] } ?? line
            for digest in rest.split(separator: " " as Character) {
                let end = digest.firstIndex { "-:/".contains($0) }
                digests.append(("\(file) \(end.map { String(digest[..<$0]) } ?? "\(digest.count)")", digest))
            }
        }
        return digests
    }
}
