// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// `pubspec.yaml` and `pubspec_overrides.yaml`.
///
/// Source: dart.dev/tools/pub/dependencies, dart.dev/tools/pub/pubspec.
package struct Pubspec: ManifestFormat {
    package let ecosystem = Ecosystem.pub

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        ["pubspec.yaml", "pubspec.yml", "pubspec_overrides.yaml"].contains(path.loweredName)
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let root = try YAMLDocuments.read(bytes).first
        var manifest = Manifest()
        for scope in ["dependencies", "dev_dependencies", "dependency_overrides"] {
            for (name, value) in root?[scope]?.entries ?? [] {
                add(name, value, scope, &manifest)
                if scope == "dependency_overrides" {
                    manifest.replacements.append(Manifest.Setting(name, shown(value), line: value.line))
                }
            }
        }
        if let name = root?["name"]?.text { manifest.defines.append(name) }
        return manifest
    }

    private func shown(_ value: Document) -> String {
        if let text = value.text { return text }
        let git = value["git"]
        return value["path"]?.text ?? git?.text ?? git?["url"]?.text ?? value["version"]?.text ?? ""
    }

    private func add(_ name: String, _ value: Document, _ scope: String, _ manifest: inout Manifest) {
        guard PackageWord.isName(Array(name.utf8)[...]) else { return }
        var requirement = value.text ?? value["version"]?.text ?? ""
        var bound = Dependency.Bound.pub(requirement)
        var source = Dependency.Source.registry
        if value["path"] != nil || value["sdk"] != nil {
            (bound, source) = (.exact, .local)
        } else if let git = value["git"] {
            requirement = git["ref"]?.text ?? ""
            bound = .gitRef(requirement)
            source = .git(WebAddress.repository(git.text ?? git["url"]?.text ?? ""))
        } else if let hosted = value["hosted"] {
            if let other = hosted["name"]?.text, other != name { source = .alias(other) }
            // A plain text is the address (since Dart 2.15).
            let address = hosted["url"]?.text ?? hosted.text ?? ""
            if !address.isEmpty, !["https://pub.dev", "https://pub.dartlang.org"].contains(address) {
                manifest.registries.append(
                    Manifest.Setting(name, WebAddress(address)?.shown ?? address, line: hosted.line))
            }
        }
        manifest.dependencies.append(
            Dependency(
                .pub, name, requirement: requirement, bound: bound, source: source, scope: scope,
                isLocked: source != .local,
                line: value.line))
    }
}

/// `pubspec.lock`.
///
/// Source: dart.dev/tools/pub/glossary#lockfile, pub's lib/src/lock_file.dart.
package struct PubspecLock: LockfileFormat {
    package let ecosystem = Ecosystem.pub
    package let command = "dart pub get"
    package let reachesDown = false

    package init() {}

    package func isLockfile(_ path: Path) -> Bool { path.loweredName == "pubspec.lock" }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        let root = try YAMLDocuments.read(bytes).first
        if let root, root.entries.isEmpty { throw UnreadableFile("not a map; write it again with '\(command)'") }
        var lockfile = Lockfile()
        for (name, package) in root?["packages"]?.entries ?? [] {
            let description = package["description"]
            let kind = package["source"]?.text
            let commit = description?["resolved-ref"]?.text
            let address = description?["url"]?.text
            let source: Dependency.Source =
                kind == "path" || kind == "sdk"
                ? .local : kind == "git" ? .git(WebAddress.repository(address ?? "")) : .registry
            lockfile.packages.append(
                Lockfile.Package(
                    name, version: package["version"]?.text, resolved: address,
                    integrity: description?["sha256"]?.text ?? commit,
                    source: source, line: package.line))
        }
        return lockfile
    }
}
