// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// `libs.versions.toml` and every other `*.versions.toml`: Gradle's version catalogue.
///
/// Source: docs.gradle.org/current/userguide/version_catalogs.html#sec:version-catalog-declaration.
package struct VersionCatalogue: ManifestFormat {
    package let ecosystem = Ecosystem.maven

    package init() {}

    package func isManifest(_ path: Path) -> Bool { path.loweredName.hasSuffix(".versions.toml") }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let root = try TOMLReader.read(bytes)
        var manifest = Manifest()
        for entry in root["libraries"]?.entries ?? [] { library(entry.value, root["versions"], &manifest) }
        for entry in root["plugins"]?.entries ?? [] { plugin(entry.value, root["versions"], &manifest) }
        return manifest
    }

    private func library(_ value: Document, _ versions: Document?, _ manifest: inout Manifest) {
        if let text = value.text {
            let parts = text.split(separator: ":").map(String.init)
            guard parts.count >= 2 else { return }
            add("\(parts[0]):\(parts[1])", parts.count > 2 ? parts[2] : "", "libraries", value.line, &manifest)
        } else if let module = value["module"]?.text {
            add(module, version(value, versions), "libraries", value.line, &manifest)
        } else if let group = value["group"]?.text, let name = value["name"]?.text {
            add("\(group):\(name)", version(value, versions), "libraries", value.line, &manifest)
        }
    }

    private func plugin(_ value: Document, _ versions: Document?, _ manifest: inout Manifest) {
        let parts = value.text?.split(separator: ":", maxSplits: 1).map(String.init)
        guard let id = parts?.first ?? value["id"]?.text else { return }
        let version = parts.map { $0.count > 1 ? $0[1] : "" } ?? version(value, versions)
        add("\(id):\(id).gradle.plugin", version, "plugins", value.line, &manifest)
    }

    /// A text, a reference to `[versions]`, or a rich version, of which the strictest part counts.
    private func version(_ value: Document, _ versions: Document?) -> String {
        guard let version = value["version"] else { return "" }
        guard let name = version["ref"]?.text else { return rich(version) }
        return versions?[name].map(rich) ?? ""
    }

    private func rich(_ version: Document) -> String {
        version.text ?? version["strictly"]?.text ?? version["require"]?.text ?? version["prefer"]?.text ?? ""
    }

    private func add(_ module: String, _ version: String, _ scope: String, _ line: Int?, _ manifest: inout Manifest) {
        guard PackageWord.isName(Array(module.utf8)[...], extra: ":") else { return }
        // What it lists is fetched only where a build asks for it.
        manifest.dependencies.append(
            Dependency(
                .maven, module, requirement: version, bound: .maven(version), scope: scope, isLocked: false, line: line)
        )
    }
}
