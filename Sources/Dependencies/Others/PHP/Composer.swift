// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// `composer.json`.
///
/// Source: getcomposer.org/doc/04-schema.md, …/articles/scripts.md.
package struct ComposerManifest: ManifestFormat {
    package let ecosystem = Ecosystem.composer

    package init() {}

    package func isManifest(_ path: Path) -> Bool { path.loweredName == "composer.json" }

    /// What runs without being asked for when packages are installed.
    private static let events: Set<String> = [
        "pre-install-cmd", "post-install-cmd", "pre-update-cmd", "post-update-cmd", "pre-autoload-dump",
        "post-autoload-dump",
        "post-root-package-install", "post-create-project-cmd", "pre-package-install", "post-package-install",
        "pre-package-update", "post-package-update", "init",
    ]

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let root = try JSONReader.read(bytes)
        var manifest = Manifest()
        for scope in ["require", "require-dev"] {
            for (name, constraint) in root[scope]?.entries ?? [] where !ComposerManifest.isPlatform(name) {
                let requirement = constraint.text ?? ""
                manifest.dependencies.append(
                    Dependency(
                        .composer, name.lowercased(), requirement: requirement, bound: .composer(requirement),
                        scope: scope,
                        line: constraint.line))
            }
        }
        if let name = root["name"]?.text { manifest.defines.append(name.lowercased()) }
        repositories(root["repositories"], &manifest)
        for (event, commands) in root["scripts"]?.entries ?? [] where ComposerManifest.events.contains(event) {
            for command in commands.items.isEmpty ? [commands] : commands.items {
                manifest.installScripts.append(Manifest.Setting(event, command.text ?? "", line: command.line))
            }
        }
        let licences = root["license"]
        for licence in licences?.items.isEmpty == false ? licences?.items ?? [] : [licences].compactMap({ $0 }) {
            manifest.licences.append(Manifest.Setting("license", licence.text ?? "", line: licence.line))
        }
        return manifest
    }

    /// PHP, its extensions and Composer itself, which nobody fetches. Source: getcomposer.org/doc/01-basic-usage.md.
    private static func isPlatform(_ name: String) -> Bool { !name.contains("/") }

    private func repositories(_ value: Document?, _ manifest: inout Manifest) {
        for repository in (value?.items ?? []) + (value?.entries.map(\.value) ?? []) {
            let type = repository["type"]?.text ?? ""
            // A path is the project's own; `{"packagist.org": false}` only leaves one out.
            guard let url = repository["url"] ?? repository["package"], type != "path" else { continue }
            let address = url.text ?? url["dist"]?["url"]?.text ?? url["source"]?["url"]?.text ?? ""
            manifest.registries.append(Manifest.Setting(type, WebAddress(address)?.shown ?? address, line: url.line))
        }
    }
}

/// `composer.lock`.
///
/// Source: getcomposer.org/doc/01-basic-usage.md#commit-your-composer-lock-file-to-version-control, composer's
/// src/Composer/Package/Locker.php. Archives of a forge have no digest there; the commit that they hold stands in its
/// place.
package struct ComposerLock: LockfileFormat {
    package let ecosystem = Ecosystem.composer
    package let command = "composer update --lock"
    package let reachesDown = false

    package init() {}

    package func isLockfile(_ path: Path) -> Bool { path.loweredName == "composer.lock" }

    package func read(_ bytes: [UInt8], path: Path) throws -> Lockfile {
        let root = try JSONReader.read(bytes)
        guard root["packages"] != nil || root["packages-dev"] != nil else {
            throw UnreadableFile("it has no 'packages'; write it again with '\(command)'")
        }
        var lockfile = Lockfile()
        for package in ["packages", "packages-dev"].flatMap({ root[$0]?.items ?? [] }) {
            guard let name = package["name"] else { continue }
            let (dist, source) = (package["dist"], package["source"])
            let digest = dist?["shasum"]?.text ?? ""
            let type = package["type"]?.text
            lockfile.packages.append(
                Lockfile.Package(
                    (name.text ?? "").lowercased(), version: package["version"]?.text,
                    resolved: dist?["url"]?.text ?? source?["url"]?.text,
                    integrity: digest.isEmpty ? dist?["reference"]?.text ?? source?["reference"]?.text : digest,
                    // Composer runs what these bring while it installs.
                    runsInstallScript: type == "composer-plugin" || type == "composer-installer",
                    source: dist?["type"]?.text == "path" ? .local : .registry, line: name.line))
        }
        return lockfile
    }
}
