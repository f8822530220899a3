// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Dependencies
import Gate

/// A dependency that comes from elsewhere than the ecosystem's registry, or under another name.
struct DependencySource: RangeCheck {
    static let about = About(
        id: "dependency-source",
        title: "A dependency comes from elsewhere than its registry",
        why: """
            Git and plain addresses pass by what a registry guards: versions that stay, and the same package for \
            everybody. A second index lets anybody publish an internal name outside (dependency confusion), and \
            an alias or a replacement puts other code behind a name that reviewers know. Each may be right, and \
            somebody should have said so.
            """,
        fix:
            "Take it from the registry; where that cannot be, have the source reviewed and bind it to a commit or digest.",
        level: .warn,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("git", "A repository of git or the like"), About.Rule("url", "A plain address"),
            About.Rule("alias", "Another package under this name"),
            About.Rule("index", "Another registry or index"),
            About.Rule("replacement", "Something that takes a package's place"),
        ],
        examples: [
            Example(
                "a git repository", files: [("package.json", "{\"dependencies\": {\n\"a\": \"someone/a\" 1️⃣\n}}\n")]),
            Example(
                "a second index",
                files: [("requirements.txt", "--extra-index-url https://pypi.example.org/simple 1️⃣\nflask==3.0.0\n")]),
            Example(
                "an alias", files: [("package.json", "{\"dependencies\": {\n\"lodash\": \"npm:l0dash@4\" 1️⃣\n}}\n")]),
            Example(
                "a replacement",
                files: [
                    (
                        "go.mod",
                        "module example.org/m\nrequire example.org/a v1.0.0\nreplace example.org/a => example.org/fork/a v1.0.1 1️⃣\n"
                    )
                ]),
        ],
        clean: [
            Example("the registry itself", files: [(".npmrc", "registry=https://registry.npmjs.org/\n")]),
            Example(
                "another version of the same package",
                files: [("package.json", "{\"overrides\": {\"a\": \"2.0.1\"}}\n")]),
            Example(
                "the repository's own", files: [("package.json", "{\"dependencies\": {\"a\": \"workspace:*\"}}\n")]),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func concerned(in change: CommitChange) -> [Path] { DependencyFiles.concerned(in: change) }

    func findings(in facts: RangeFacts) throws -> [Finding] {
        let changes = try DependencyChanges.of(facts)
        let fetched = changes.added.compactMap(fetched)
        return fetched + changes.manifests.flatMap { registries($0) + replacements($0) }
    }

    private func fetched(_ entry: DependencyChanges.Added) -> Finding? {
        let dependency = entry.dependency
        // Actions, images and scripts have addresses by nature: dependency-unpinned judges how far they are bound.
        guard ![.github, .oci, .generic].contains(dependency.ecosystem),
            !entry.old.contains(where: { $0.source == dependency.source })
        else { return nil }
        let name = Excerpt(line: dependency.name)
        let path = entry.manifest.path
        let (rule, message): (String, Message)
        switch dependency.source {
        case .registry, .local: return nil
        case .git(let address):
            (rule, message) = ("git", "\(path) takes \(name) from the repository \(Excerpt(line: address))")
        case .url(let address): (rule, message) = ("url", "\(path) takes \(name) from \(Excerpt(line: address))")
        case .alias(let other):
            // Of a Go module its replacement speaks.
            if dependency.ecosystem == .golang { return nil }
            (rule, message) = ("alias", "\(path) takes \(Excerpt(line: other)) under the name \(name)")
        }
        return Finding(
            rule: rule, at: entry.place, message, excerpt: entry.excerpt, fix: .review,
            defaultLevel: DependencyFiles.level(path), basis: entry.manifest.basis)
    }

    private func registries(_ manifest: ManifestChange) -> [Finding] {
        let known = Set((manifest.before?.registries ?? []).map(\.value))
        return manifest.after.registries.filter { !known.contains($0.value) && !DependencySource.isUsual($0.value) }.map
        { registry in
            let shown = Excerpt(line: DependencySource.withoutUser(registry.value))
            return Finding(
                rule: "index", at: Finding.Place(path: manifest.path, line: registry.line),
                "\(manifest.path) fetches packages from \(shown) (\(Excerpt(line: registry.name)))", excerpt: shown,
                fix: .review,
                defaultLevel: DependencyFiles.level(manifest.path), basis: manifest.basis)
        }
    }

    private func replacements(_ manifest: ManifestChange) -> [Finding] {
        // Go writes the version behind the module: a newer one of the same puts nothing else there.
        func key(_ setting: Manifest.Setting) -> String { "\(setting.name) \(setting.value.prefix { $0 != " " })" }
        let known = Set((manifest.before?.replacements ?? []).map(key))
        return manifest.after.replacements.compactMap { setting in
            guard !known.contains(key(setting)), let level = level(of: setting, manifest.format.ecosystem) else {
                return nil
            }
            let value = Excerpt(line: DependencySource.withoutUser(setting.value))
            return Finding(
                rule: "replacement", at: Finding.Place(path: manifest.path, line: setting.line),
                "\(manifest.path) puts \(value) in the place of \(Excerpt(line: setting.name))",
                excerpt: Excerpt(line: "\(setting.name) \(DependencySource.withoutUser(setting.value))"), fix: .review,
                defaultLevel: min(level, DependencyFiles.level(manifest.path) ?? level), basis: manifest.basis)
        }
    }

    /// Nil for another version of the same package.
    private func level(of setting: Manifest.Setting, _ ecosystem: Ecosystem) -> Level? {
        switch ecosystem {
        case .npm:
            switch PackageJSON.source(of: setting.value) {
            case .registry, .local: return nil
            case .alias(let other): return setting.name.hasSuffix(other) ? nil : .warn
            case .git, .url: return .warn
            }
        case .golang:
            if GoManifest.isPath(setting.value) { return .monitor }
            return setting.value.split(separator: " ").first.map(String.init) == setting.name ? nil : .warn
        case .cargo: return setting.value == "path" ? .monitor : .warn
        default: return setting.value.contains("://") ? .warn : nil
        }
    }

    /// The registries that each tool asks when nothing is said.
    private static func isUsual(_ address: String) -> Bool {
        let usual = [
            "registry.npmjs.org", "registry.yarnpkg.com", "pypi.org", "pypi.python.org", "files.pythonhosted.org",
            "index.crates.io",
            "github.com/rust-lang/crates.io-index", "rubygems.org", "repo.maven.apache.org", "repo1.maven.org",
            "api.nuget.org", "www.nuget.org",
            "packagist.org", "repo.packagist.org", "pub.dev", "pub.dartlang.org", "plugins.gradle.org", "dl.google.com",
        ]
        guard let mark = address.range(ofFirst: "://") else { return usual.contains { address.hasPrefix($0) } }
        guard address.hasPrefix("https") || address.hasPrefix("sparse") else { return false }
        return usual.contains { host in
            let rest = address[mark...]
            return rest.hasPrefix(host) && (rest.count == host.count || rest.dropFirst(host.count).first == "/")
        }
    }

    /// What stands before an @ of an address may be a password.
    private static func withoutUser(_ address: String) -> String {
        guard let mark = address.range(ofFirst: "://") else { return address }
        let host = address[mark...].prefix { $0 != "/" }
        guard let at = host.lastIndex(of: "@") else { return address }
        return String(address[..<mark] + address[address.index(after: at)...])
    }
}

extension String {
    /// The place behind the first occurrence of a text.
    fileprivate func range(ofFirst text: String) -> String.Index? {
        let parts = Array(utf8)
        let wanted = Array(text.utf8)
        guard parts.count >= wanted.count else { return nil }
        let start = (0...(parts.count - wanted.count)).first { parts[$0..<($0 + wanted.count)].elementsEqual(wanted) }
        return start.map { utf8.index(startIndex, offsetBy: $0 + wanted.count) }
    }
}

extension Message {
    fileprivate static let review: Message =
        "take it from the registry, or have the source reviewed, bind it to a commit or digest, and waive the finding"
}
