// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A package that a command fetches from an address and not from a registry: `git+https://host/o/r@ref`, an archive.
struct FetchedPackage {
    let isGit: Bool
    /// Without what may be secret.
    let address: String
    let ref: String
    let bound: Dependency.Bound
    /// What the address calls the package: `#egg=`, or the last part of the path.
    let packageName: String

    /// Nil for what is no address.
    init?(_ text: String) {
        let schemes = [
            "git+https://", "git+http://", "git+ssh://", "git+git://", "git://", "ssh://", "https://", "http://",
        ]
        let hosts = ["github:", "gitlab:", "bitbucket:"]
        var rest = text[...]
        let fragment = text.firstIndex(of: "#").map { String(text[text.index(after: $0)...]) } ?? ""
        rest = rest.prefix { $0 != "#" }
        if let host = hosts.first(where: rest.hasPrefix) {
            isGit = true
            rest = rest.dropFirst(host.utf8.count)
            address = host.dropLast() + (host == "bitbucket:" ? ".org/" : ".com/") + rest
            ref = fragment
        } else if let scheme = schemes.first(where: rest.hasPrefix) {
            let path = FetchedPackage.path(of: rest.dropFirst(scheme.utf8.count))
            isGit = scheme.hasPrefix("git") || scheme == "ssh://" || path.address.hasSuffix(".git")
            let isTagged = isGit && !path.ref.isEmpty
            address =
                isGit ? WebAddress.repository(String(path.address)) : WebAddress(text)?.shown ?? String(path.address)
            ref = isTagged ? path.ref : fragment.contains("=") ? "" : fragment
        } else {
            return nil
        }
        bound = PackageWord.open(ref, isGit ? .gitRef(ref) : WebAddress(text)?.bound ?? .moving)
        packageName = FetchedPackage.name(fragment, address)
        guard !packageName.isEmpty else { return nil }
    }

    /// The reference stands behind an `@` in the path; one before the host is a user.
    private static func path(of rest: Substring) -> (address: Substring, ref: String) {
        guard let slash = rest.firstIndex(of: "/"), let at = rest[slash...].lastIndex(of: "@") else {
            return (rest, "")
        }
        return (rest[..<at], String(rest[rest.index(after: at)...]))
    }

    private static func name(_ fragment: String, _ address: String) -> String {
        if let egg = fragment.split(separator: "&").first(where: { $0.hasPrefix("egg=") }) {
            return String(egg.dropFirst(4).prefix { $0 != "[" })
        }
        let last = address.split(separator: "/").last.map(String.init) ?? address
        // The file name of a wheel and of most source archives: name, hyphen, version.
        let isArchive = [".whl", ".gz", ".zip", ".tgz", ".gem"].contains { last.hasSuffix($0) }
        return isArchive ? String(last.prefix { $0 != "-" }) : last
    }

    func dependency(_ ecosystem: Ecosystem, _ name: String, scope: String, line: Int) -> Dependency {
        Dependency(
            ecosystem, name, requirement: ref, bound: bound, source: isGit ? .git(address) : .url(address),
            scope: scope,
            line: line)
    }
}
