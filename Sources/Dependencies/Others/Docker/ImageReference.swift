// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The name of a container image: `registry/repository:tag@digest`.
///
/// Source: github.com/distribution/reference, reference.go (the grammar) and normalize.go (the familiar name, by which
/// `docker.io/library/nginx` and `nginx` are the same).
struct ImageReference {
    let name: String
    let tag: String?
    let digest: String?

    /// Nil for what names no image: `scratch`, a name that is a variable, or what the grammar forbids.
    init?(_ text: String) {
        var rest = text[...]
        digest = ImageReference.cutting("@", from: &rest)
        let lastSlash = rest.lastIndex(of: "/")
        if let colon = rest.lastIndex(of: ":"), lastSlash.map({ $0 < colon }) ?? true {
            tag = String(rest[rest.index(after: colon)...])
            rest = rest[..<colon]
        } else {
            tag = nil
        }
        for prefix in ["docker.io/", "index.docker.io/", "registry-1.docker.io/"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.utf8.count)
        }
        if rest.hasPrefix("library/") { rest = rest.dropFirst(8) }
        guard rest != "scratch", let first = rest.utf8.first, first.isLetter || first.isDigit,
            rest.utf8.allSatisfy({ $0.isWord || ImageReference.separators.contains($0) })
        else { return nil }
        name = String(rest)
    }

    private static let separators = Array("./-:".utf8)

    private static func cutting(_ mark: Character, from text: inout Substring) -> String? {
        guard let place = text.firstIndex(of: mark) else { return nil }
        defer { text = text[..<place] }
        return String(text[text.index(after: place)...])
    }

    /// A digest is the content; a tag can be moved, and those that are meant to be moved, or none, bind nothing.
    var bound: Dependency.Bound {
        if let digest { return digest.contains("$") ? .elsewhere : .exact }
        guard let tag, !tag.isEmpty else { return .moving }
        return ImageReference.movingTags.contains(tag.lowercased()) ? .moving : .range
    }

    private static let movingTags: Set<String> = [
        "latest", "stable", "edge", "nightly", "main", "master", "dev", "develop", "development", "lts", "rolling",
        "mainline", "current", "canary", "unstable", "testing", "beta", "alpha", "next", "head", "snapshot", "trunk",
    ]

    func dependency(scope: String, line: Int?) -> Dependency {
        let requirement = [tag, digest].compactMap { $0 }.joined(separator: "@")
        return Dependency(.oci, name, requirement: requirement, bound: bound, scope: scope, line: line)
    }
}
