// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
package import Gate

/// Where npm and its like fetch from: `.npmrc`, `.yarnrc`, `.yarnrc.yml`, `bunfig.toml`; and `pnpm-workspace.yaml`,
/// which also names packages.
///
/// Source: docs.npmjs.com/cli/configuring-npm/npmrc, classic.yarnpkg.com/en/docs/yarnrc,
/// yarnpkg.com/configuration/yarnrc, bun.sh/docs/runtime/bunfig, pnpm.io/pnpm-workspace_yaml.
package struct NodeSettings: ManifestFormat {
    package let ecosystem = Ecosystem.npm

    package init() {}

    private static let names = [".npmrc", ".yarnrc", ".yarnrc.yml", "bunfig.toml", "pnpm-workspace.yaml"]

    package func isManifest(_ path: Path) -> Bool { NodeSettings.names.contains { path.name.elementsEqual($0.utf8) } }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        switch path.name.decoded {
        case ".yarnrc.yml": NodeSettings.yarn(try YAMLDocuments.read(bytes).first)
        case "pnpm-workspace.yaml": NodeSettings.pnpm(try YAMLDocuments.read(bytes).first)
        case "bunfig.toml": NodeSettings.bun(try TOMLReader.read(bytes))
        default: NodeSettings.lines(bytes)
        }
    }

    /// `registry=https://host/`, `@scope:registry=...`, `registry "https://host/"`.
    private static func lines(_ bytes: [UInt8]) -> Manifest {
        var manifest = Manifest()
        for line in SourceLines(bytes[...]) {
            let text = line.bytes.unpadded
            guard let first = text.first, first != UInt8(ascii: "#"), first != UInt8(ascii: ";") else { continue }
            let key = text.prefix { !$0.isPadding && $0 != UInt8(ascii: "=") }
            let name = key.filter { $0 != UInt8(ascii: "\"") }.decoded
            guard name == "registry" || name.hasSuffix(":registry") else { continue }
            let value = text.dropFirst(key.count).drop { $0.isPadding || $0 == UInt8(ascii: "=") }
            manifest.registries.append(
                Manifest.Setting(name, value.filter { $0 != UInt8(ascii: "\"") }.decoded, line: line.number))
        }
        return manifest
    }

    private static func yarn(_ root: Document?) -> Manifest {
        var manifest = Manifest()
        let scopes = (root?["npmScopes"]?.entries ?? []).map { ($0.key, $0.value["npmRegistryServer"]) }
        for (name, server) in [("npmRegistryServer", root?["npmRegistryServer"])] + scopes {
            guard let server, let text = server.text else { continue }
            manifest.registries.append(Manifest.Setting(name, text, line: server.line))
        }
        addCatalogs(root, to: &manifest)
        return manifest
    }

    private static func pnpm(_ root: Document?) -> Manifest {
        var manifest = Manifest()
        addCatalogs(root, to: &manifest)
        PackageJSON.addReplacements(root?["overrides"], within: "", to: &manifest)
        return manifest
    }

    private static func addCatalogs(_ root: Document?, to manifest: inout Manifest) {
        for catalog in [root?["catalog"]] + (root?["catalogs"]?.entries ?? []).map(\.value) {
            for (name, value) in catalog?.entries ?? [] {
                guard let text = value.text else { continue }
                // A lockfile names what somebody takes out of a catalogue.
                let dependency = PackageJSON.dependency(name, text, scope: "catalog", line: value.line)
                manifest.dependencies.append(dependency.unlocked)
            }
        }
    }

    private static func bun(_ root: Document) -> Manifest {
        var manifest = Manifest()
        let install = root["install"]
        for (name, value) in [("registry", install?["registry"])]
            + (install?["scopes"]?.entries ?? []).map({ ($0.key, $0.value) })
        {
            guard let value, let text = value.text ?? value["url"]?.text else { continue }
            manifest.registries.append(Manifest.Setting(name, text, line: value.line))
        }
        return manifest
    }
}
