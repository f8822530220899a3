// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
package import Gate

/// `Cargo.toml`
///
/// Source: doc.rust-lang.org/cargo/reference/manifest.html and specifying-dependencies.html.
package struct CargoManifest: ManifestFormat {
    package let ecosystem = Ecosystem.cargo

    package init() {}

    package func isManifest(_ path: Path) -> Bool { path.name.elementsEqual("Cargo.toml".utf8) }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let root = try TOMLReader.read(bytes)
        var manifest = Manifest()
        let package = root["package"] ?? root["project"]
        manifest.defines = [package?["name"]?.text].compactMap(\.self)
        for licence in [package?["license"], root["workspace"]?["package"]?["license"]] {
            guard let licence, let text = licence.text else { continue }
            manifest.licences.append(Manifest.Setting("license", text, line: licence.line))
        }
        CargoManifest.add(root, within: "", to: &manifest)
        CargoManifest.add(root["workspace"], within: "workspace.", to: &manifest)
        for (target, table) in root["target"]?.entries ?? [] {
            CargoManifest.add(table, within: "target.\(target).", to: &manifest)
        }
        for (registry, patches) in root["patch"]?.entries ?? [] {
            for (name, value) in patches.entries { CargoManifest.addPatch(name, value, of: registry, to: &manifest) }
        }
        for (name, value) in root["replace"]?.entries ?? [] {
            CargoManifest.addPatch(name, value, of: "crates-io", to: &manifest)
        }
        return manifest
    }

    private static func add(_ table: Document?, within prefix: String, to manifest: inout Manifest) {
        let sections = [
            "dependencies", "dev-dependencies", "dev_dependencies", "build-dependencies", "build_dependencies",
        ]
        for section in sections {
            for (name, value) in table?[section]?.entries ?? [] {
                // A lockfile names what a member takes over from the workspace.
                let dependency = self.dependency(name, value, scope: prefix + section)
                manifest.dependencies.append(prefix == "workspace." ? dependency.unlocked : dependency)
            }
        }
    }

    static func dependency(_ key: String, _ value: Document, scope: String) -> Dependency {
        // A crate may have another name here than in its registry.
        let name = value["package"]?.text ?? key
        let version = value.text ?? value["version"]?.text ?? ""
        if value["path"] != nil {
            return Dependency(
                .cargo, name, requirement: version, bound: .exact, source: .local, scope: scope, isLocked: false,
                line: value.line)
        }
        if let git = value["git"]?.text {
            let bound: Dependency.Bound =
                value["rev"]?.text.map { .gitRef($0) } ?? (value["tag"] == nil ? .moving : .range)
            return Dependency(
                .cargo, name, requirement: version, bound: bound, source: .git(WebAddress.repository(git)),
                scope: scope, line: value.line)
        }
        // The workspace's own manifest says which version, and is judged by itself.
        let bound = value["workspace"]?.bool == true ? Dependency.Bound.elsewhere : bound(version)
        let registry = value["registry"]?.text ?? value["registry-index"]?.text
        return Dependency(
            .cargo, name, requirement: version, bound: bound, source: registry.map { .url($0) } ?? .registry,
            scope: scope, line: value.line)
    }

    /// A bare version is `^`; `=` alone is exact.
    static func bound(_ version: String) -> Dependency.Bound {
        let parts = Comparison.parts(version, at: ",").map { part -> Dependency.Bound in
            let comparison = Comparison(part)
            if comparison.version == "*" { return .none }
            if comparison.sign == "=" { return comparison.version.split(separator: ".").count >= 3 ? .exact : .range }
            return comparison.sign.isEmpty ? .range : .comparison(comparison.sign)
        }
        return .all(of: parts)
    }

    private static func addPatch(_ name: String, _ value: Document, of registry: String, to manifest: inout Manifest) {
        let target =
            value["path"].map { _ in "path" } ?? value["git"]?.text ?? value["package"]?.text ?? value["version"]?.text
            ?? ""
        manifest.replacements.append(Manifest.Setting(name, target, line: value.line))
    }

    /// `NAME = "1"`, `NAME = { version = "1" }`
    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] {
        let text = line.unpadded
        let name = text.prefix { $0.isWord || $0 == UInt8(ascii: "-") }
        let value = text.dropFirst(name.count).unpadded
        guard !name.isEmpty, value.first == UInt8(ascii: "=") else { return [] }
        let parts = value.dropFirst().decoded.split(separator: "\"", omittingEmptySubsequences: false)
        let before = parts[0].filter { $0 != " " }
        let known = ["version", "edition", "name", "rust-version", "license", "description"]
        guard parts.count >= 3, before.isEmpty || before == "{version=", !known.contains(name.decoded) else {
            return []
        }
        let version = Document(.text(String(parts[1])), line: number)
        guard parts[1].first.map({ $0.isNumber || "^~=<>*".contains($0) }) == true else { return [] }
        return [CargoManifest.dependency(name.decoded, version, scope: "")]
    }
}

/// `.cargo/config.toml`: other registries, and sources that stand for others.
///
/// Source: doc.rust-lang.org/cargo/reference/config.html, source-replacement.html.
package struct CargoSettings: ManifestFormat {
    package let ecosystem = Ecosystem.cargo

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        let name = path.name
        guard name.elementsEqual("config.toml".utf8) || name.elementsEqual("config".utf8) else { return false }
        return path.loweredFolders.last == ".cargo"
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let root = try TOMLReader.read(bytes)
        var manifest = Manifest()
        for (name, source) in root["source"]?.entries ?? [] {
            for key in ["registry", "git", "local-registry", "replace-with"] {
                guard let value = source[key], let text = value.text else { continue }
                // A folder of the repository's own (`cargo vendor`) is looked at like any other.
                if key == "replace-with", root["source"]?[text]?["directory"] != nil { continue }
                manifest.registries.append(Manifest.Setting("source.\(name).\(key)", text, line: value.line))
            }
        }
        for (name, registry) in root["registries"]?.entries ?? [] {
            guard let index = registry["index"], let text = index.text else { continue }
            manifest.registries.append(Manifest.Setting("registries.\(name)", text, line: index.line))
        }
        return manifest
    }
}

/// `Cargo.lock`
///
/// Source: doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html; versions 1 to 4 as Cargo writes them.
package struct CargoLock: LockfileFormat {
    package let ecosystem = Ecosystem.cargo
    package let command = "cargo update --workspace"

    package init() {}

    package func isLockfile(_ path: Path) -> Bool { path.name.elementsEqual("Cargo.lock".utf8) }

    package func locks(_ manifest: Path) -> Bool { manifest.name.elementsEqual("Cargo.toml".utf8) }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        let root = try TOMLReader.read(bytes)
        var lockfile = Lockfile()
        // Version 1 kept the digests of all packages in one table.
        var digests: [String: String] = [:]
        for (key, value) in root["metadata"]?.entries ?? [] { digests[key] = value.text }
        // The root package stood by itself once.
        for entry in [root["root"]].compactMap(\.self) + (root["package"]?.items ?? []) {
            guard let name = entry["name"]?.text else { continue }
            let version = entry["version"]?.text ?? ""
            let source = entry["source"]?.text
            let digest = entry["checksum"]?.text ?? digests["checksum \(name) \(version) (\(source ?? ""))"]
            let isGit = source?.hasPrefix("git+") == true
            lockfile.packages.append(
                Lockfile.Package(
                    name, version: version, resolved: source, integrity: digest,
                    source: source == nil ? .local : isGit ? .git(WebAddress.repository(source ?? "")) : .registry,
                    line: entry["name"]?.line ?? entry.line))
        }
        return lockfile
    }
}
