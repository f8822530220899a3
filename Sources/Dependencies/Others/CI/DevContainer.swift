// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// `devcontainer.json`: the image, features, and what the lifecycle commands install.
///
/// Source: containers.dev/implementors/json_reference, containers.dev/implementors/features.
package struct DevContainer: ManifestFormat {
    package let ecosystem = Ecosystem.oci

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        ["devcontainer.json", ".devcontainer.json"].contains(path.loweredName)
    }

    private static let commands = [
        "initializeCommand", "onCreateCommand", "updateContentCommand", "postCreateCommand", "postStartCommand",
        "postAttachCommand",
    ]

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let root = try JSONReader.read(bytes, comments: true)
        var packages = ScriptPackages()
        if let image = root["image"], let text = image.text {
            packages.add(ImageReference(text)?.dependency(scope: "image", line: image.line))
        }
        for (name, feature) in root["features"]?.entries ?? [] where !name.hasPrefix(".") {
            add(name, feature.line, to: &packages)
        }
        for name in DevContainer.commands {
            guard let command = root[name] else { continue }
            for part in command.entries.isEmpty ? [command] : command.entries.map(\.value) { read(part, &packages) }
        }
        return packages.manifest
    }

    private func add(_ feature: String, _ line: Int?, to packages: inout ScriptPackages) {
        if let address = WebAddress(feature) {
            packages.add(
                Dependency(
                    .generic, address.name, bound: address.bound, source: .url(address.shown), scope: "features",
                    line: line))
        } else if feature.contains("/") {
            packages.add(ImageReference(feature)?.dependency(scope: "features", line: line))
        }
    }

    /// A line for a shell, or the words of one command.
    private func read(_ command: Document, _ packages: inout ScriptPackages) {
        let line = command.line ?? 1
        if let text = command.text { packages.read(Array(text.utf8), line: line) }
        if !command.items.isEmpty {
            packages.read([ShellCommand(words: command.items.map { $0.text ?? "" }, line: line)])
        }
    }
}
