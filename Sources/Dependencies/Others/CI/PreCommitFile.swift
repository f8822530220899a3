// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// `.pre-commit-config.yaml`: hooks by their repository and `rev`, and the packages that they ask for besides.
///
/// A repository is the usual source of a hook, and is not counted as one of git; see `Workflow` for what a `rev` binds.
/// Additional packages belong to the ecosystem of the hook's language, which only a hook of the project itself names;
/// for others a list in which a name has its version behind an `@` is npm's, and every other Python's.
///
/// Source: pre-commit.com/#pre-commit-configyaml---top-level, pre-commit.com/#supported-languages.
package struct PreCommitFile: ManifestFormat {
    package let ecosystem = Ecosystem.generic

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        [".pre-commit-config.yaml", ".pre-commit-config.yml", "prek.yaml"].contains(path.loweredName)
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var manifest = Manifest()
        for repository in try YAMLDocuments.read(bytes).first?["repos"]?.items ?? [] {
            if let address = repository["repo"], let text = address.text, !["local", "meta", "builtin"].contains(text) {
                let ref = repository["rev"]?.text ?? ""
                let isUsual = text.hasPrefix("https://")
                let name = WebAddress.repository(text)
                if !name.isEmpty {
                    manifest.dependencies.append(
                        Dependency(
                            .generic, name, requirement: ref, bound: .gitRef(ref),
                            source: isUsual ? .registry : .git(name),
                            scope: "repos", isLocked: false, line: repository["rev"]?.line ?? address.line))
                }
            }
            for hook in repository["hooks"]?.items ?? [] { packages(hook, &manifest) }
        }
        return manifest
    }

    private func packages(_ hook: Document, _ manifest: inout Manifest) {
        let items = hook["additional_dependencies"]?.items ?? []
        let language = hook["language"]?.text ?? PreCommitFile.language(items.compactMap(\.text))
        let scope = "additional_dependencies"
        for item in items {
            guard let text = item.text else { continue }
            let line = item.line ?? 1
            let dependency: Dependency? =
                switch language {
                case "node": PackageWord.node(text, scope: scope, line: line)
                case "golang": PreCommitFile.module(text, line)
                case "ruby": PreCommitFile.plain(.gem, text, ":", line)
                case "rust":
                    PreCommitFile.plain(.cargo, text.hasPrefix("cli:") ? String(text.dropFirst(4)) : text, ":", line)
                case "dart": PreCommitFile.plain(.pub, text, ":", line)
                case "python": PackageWord.python(text, scope: scope, line: line)
                default: nil
                }
            if let dependency { manifest.dependencies.append(dependency.unlocked) }
        }
    }

    private static func language(_ names: [String]) -> String {
        let isNode = names.contains { name in
            name.hasPrefix("@") || name.dropFirst().contains("@") && !name.contains("://") && !name.contains(" ")
        }
        return isNode ? "node" : "python"
    }

    private static func module(_ text: String, _ line: Int) -> Dependency? {
        let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
        guard parts.count == 2, PackageWord.isName(Array(parts[0].utf8)[...], extra: "/~") else { return nil }
        let bound: Dependency.Bound = parts[1].hasPrefix("v") ? .exact : .gitRef(parts[1])
        return Dependency(
            .golang, parts[0], requirement: parts[1], bound: bound, scope: "additional_dependencies", line: line)
    }

    private static func plain(_ ecosystem: Ecosystem, _ text: String, _ mark: Character, _ line: Int) -> Dependency? {
        let parts = text.split(separator: mark, maxSplits: 1).map(String.init)
        guard let name = parts.first, PackageWord.isName(Array(name.utf8)[...]) else { return nil }
        let version = parts.count > 1 ? parts[1] : ""
        let bound: Dependency.Bound = version.isEmpty ? .none : .node(version)
        return Dependency(
            ecosystem, name, requirement: version, bound: bound, scope: "additional_dependencies", line: line)
    }
}
