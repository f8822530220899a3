// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// An address that something is fetched from, as far as a finding names it.
struct WebAddress {
    /// Host and path, without scheme, user, query and fragment: `get.example.org/install.sh`.
    let name: String
    let bound: Dependency.Bound
    /// With its scheme, and still without what may be secret.
    let shown: String

    /// Nil for what is no address of the web.
    init?(_ text: String) {
        let schemes = ["https://", "http://", "ftp://"]
        let lowered = text.prefix(8).utf8.lowered
        guard let scheme = schemes.first(where: lowered.hasPrefix) else { return nil }
        let rest = text.utf8.dropFirst(scheme.utf8.count).prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let host = rest.prefix { $0 != UInt8(ascii: "/") }
        let path = rest.dropFirst(host.count)
        // What stands before an @ is a name and perhaps a password.
        let bare = host.lastIndex(of: UInt8(ascii: "@")).map { host[host.index(after: $0)...] } ?? host
        guard !bare.isEmpty else { return nil }
        name = bare.lowered + path.decoded
        shown = scheme + name
        // A part that is a commit's full id binds the content; a version is meant not to change.
        let parts = path.split(separator: UInt8(ascii: "/")).map(\.decoded)
        if parts.contains(where: { Dependency.Bound.isCommitID($0) }) {
            bound = .exact
        } else {
            let isVersioned = parts.dropLast().contains { Dependency.Bound.isVersionLike($0) || $0.contains("$") }
            bound = isVersioned ? .range : .moving
        }
    }

    /// A git address as one name, whichever way it is written: `github.com/o/r`.
    static func repository(_ text: String) -> String {
        var rest = text[...]
        if rest.hasPrefix("git+") { rest = rest.dropFirst(4) }
        for scheme in ["https://", "http://", "ssh://", "git://"] where rest.hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.utf8.count)
        }
        let host = rest.prefix { $0 != "/" }
        if let at = host.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        rest = rest.prefix { $0 != "?" && $0 != "#" }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        if rest.hasSuffix(".git") { rest = rest.dropLast(4) }
        guard let colon = rest.firstIndex(of: ":") else { return rest.lowercased() }
        return (rest[..<colon] + "/" + rest[rest.index(after: colon)...]).lowercased()
    }
}
