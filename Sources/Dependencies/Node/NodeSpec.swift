// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What a dependency of package.json stands for: a range of a registry's package, or something that is fetched
/// elsewhere.
///
/// Source: docs.npmjs.com/cli/configuring-npm/package-json#dependencies, yarnpkg.com/protocols, pnpm.io/catalogs.
struct NodeSpec {
    let bound: Dependency.Bound
    let source: Dependency.Source

    init(_ text: String) {
        let text = text.utf8.map { $0 }.unpadded.decoded
        let scheme = text.firstIndex(of: ":").map { String(text[..<$0]) } ?? ""
        let rest = scheme.isEmpty ? text : String(text.dropFirst(scheme.count + 1))
        switch scheme {
        case "npm", "jsr":
            // Either a range (Yarn) or another package, with or without one.
            let at = rest.dropFirst().firstIndex(of: "@")
            let isRange = Dependency.Bound.isVersionLike(rest) || rest.first.map { "^~<>=*".contains($0) } == true
            bound = isRange ? .node(rest) : at.map { .node(rest[rest.index(after: $0)...]) } ?? Dependency.Bound.none
            source = isRange ? .registry : .alias(String(rest[..<(at ?? rest.endIndex)]))
        case "workspace", "link", "file", "portal", "exec": (bound, source) = (.exact, .local)
        case "catalog": (bound, source) = (.elsewhere, .registry)
        case "patch":
            // patch:NAME@npm%3ARANGE#PATH: the package, and a file of the project.
            let range =
                rest.prefix { $0 != "#" }.split(separator: "@").last.map {
                    $0.hasPrefix("npm%3A") ? $0.dropFirst(6) : $0
                } ?? ""
            (bound, source) = (.node(range), .registry)
        case "github", "gitlab", "bitbucket", "gist": (bound, source) = NodeSpec.git(text)
        case "http", "https":
            let isGit = rest.prefix { $0 != "#" }.hasSuffix(".git")
            (bound, source) =
                isGit ? NodeSpec.git(text) : (WebAddress(text)?.bound ?? .moving, .url(WebAddress(text)?.shown ?? text))
        case _ where scheme.hasPrefix("git") || scheme == "ssh": (bound, source) = NodeSpec.git(text)
        default:
            if text.hasPrefix("./") || text.hasPrefix("../") || text.hasPrefix("/") || text.hasPrefix("~/") {
                (bound, source) = (.exact, .local)
            } else if text.contains("/"), !text.hasPrefix("@") {
                (bound, source) = NodeSpec.git("github:" + text)
            } else {
                (bound, source) = (.node(text), .registry)
            }
        }
    }

    /// `#REF` or `#semver:RANGE`; without either the branch that the remote's HEAD names.
    private static func git(_ text: String) -> (Dependency.Bound, Dependency.Source) {
        let parts = text.split(separator: "#", maxSplits: 1)
        let ref = parts.count > 1 ? String(parts[1]) : ""
        let bound: Dependency.Bound = ref.hasPrefix("semver:") ? .node(ref.dropFirst(7)) : .gitRef(ref)
        var address = parts.first.map(String.init) ?? ""
        let hosts = [
            "github:": "github.com/", "gitlab:": "gitlab.com/", "bitbucket:": "bitbucket.org/",
            "gist:": "gist.github.com/",
        ]
        for (short, host) in hosts where address.hasPrefix(short) { address = host + address.dropFirst(short.count) }
        return (bound, .git(WebAddress.repository(address)))
    }
}
