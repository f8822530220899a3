// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// Compose files: `docker-compose.yml`, `compose.yaml`, with what their names may hold besides.
///
/// Source: github.com/compose-spec/compose-spec (05-services.md, 12-interpolation.md).
package struct ComposeFile: ManifestFormat {
    package let ecosystem = Ecosystem.oci

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        let name = path.loweredName
        guard name.hasSuffix(".yml") || name.hasSuffix(".yaml") else { return false }
        let bases = ["docker-compose", "podman-compose", "container-compose", "compose"]
        return bases.contains { name.hasPrefix($0 + ".") || name.hasPrefix($0 + "-") || name.hasPrefix($0 + "_") }
            || name.hasSuffix(".compose.yml") || name.hasSuffix(".compose.yaml")
    }

    private static let placeholders: Placeholders = [.braces, .defaults]

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var manifest = Manifest()
        let root = try YAMLDocuments.read(bytes).first
        for (_, service) in root?["services"]?.entries ?? [] {
            if let build = service["build"] {
                // What it builds itself it also names by `image`.
                context(build, &manifest)
            } else if let image = service["image"], let text = image.text {
                let filled = ComposeFile.placeholders.filled(text) { _ in nil }.text
                if let reference = ImageReference(filled) {
                    manifest.dependencies.append(reference.dependency(scope: "image", line: image.line).unlocked)
                }
            }
        }
        return manifest
    }

    /// A build whose sources are fetched.
    private func context(_ build: Document, _ manifest: inout Manifest) {
        guard let text = build.text ?? build["context"]?.text, let package = FetchedPackage(text) else { return }
        let scope = "build: context"
        manifest.dependencies.append(
            package.dependency(.generic, WebAddress.repository(text), scope: scope, line: build.line ?? 1).unlocked)
    }
}
