// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
package import Gate

/// `package.json` of npm, Yarn, pnpm and Bun.
///
/// Source: docs.npmjs.com/cli/configuring-npm/package-json, yarnpkg.com/configuration/manifest, pnpm.io/package_json.
package struct PackageJSON: ManifestFormat {
    package let ecosystem = Ecosystem.npm

    package init() {}

    package func isManifest(_ path: Path) -> Bool { path.name.elementsEqual("package.json".utf8) }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let root = try JSONReader.read(bytes)
        var manifest = Manifest()
        manifest.defines = [root["name"]?.text].compactMap(\.self)
        for scope in ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] {
            for (name, value) in root[scope]?.entries ?? [] {
                guard let text = value.text else { continue }
                manifest.dependencies.append(PackageJSON.dependency(name, text, scope: scope, line: value.line))
            }
        }
        for section in [root["overrides"], root["resolutions"], root["pnpm"]?["overrides"]] {
            PackageJSON.addReplacements(section, within: "", to: &manifest)
        }
        for name in ["preinstall", "install", "postinstall"] {
            guard let command = root["scripts"]?[name], let text = command.text else { continue }
            manifest.installScripts.append(Manifest.Setting(name, text, line: command.line))
        }
        manifest.licences = PackageJSON.licences(root)
        return manifest
    }

    static func dependency(_ name: String, _ text: String, scope: String, line: Int?) -> Dependency {
        let spec = NodeSpec(text)
        // Peers are the asking project's to install: no lockfile of the package itself need name them.
        return Dependency(
            .npm, name, requirement: text, bound: spec.bound, source: spec.source, scope: scope,
            isLocked: scope != "peerDependencies" && spec.source != .local, line: line)
    }

    /// Where a requirement is fetched from, whatever package it is of.
    package static func source(of requirement: String) -> Dependency.Source { NodeSpec(requirement).source }

    /// Overrides stand within one another: `{"a": {".": "1", "b": "2"}}`.
    static func addReplacements(_ section: Document?, within parent: String, to manifest: inout Manifest) {
        for (key, value) in section?.entries ?? [] {
            let name = key == "." ? parent : key
            if let text = value.text {
                manifest.replacements.append(Manifest.Setting(name, text, line: value.line))
            } else {
                addReplacements(value, within: name, to: &manifest)
            }
        }
    }

    /// `license`: a text, or as it once was an object or a list of such (`licenses`).
    private static func licences(_ root: Document) -> [Manifest.Setting] {
        let values = [root["license"]].compactMap(\.self) + (root["licenses"]?.items ?? [])
        return values.compactMap { value in
            (value.text ?? value["type"]?.text).map { Manifest.Setting("license", $0, line: value.line) }
        }
    }

    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] {
        let parts = line.decoded.split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count >= 5, parts[2].allSatisfy({ $0 == ":" || $0 == " " }) else { return [] }
        let spec = String(parts[3])
        let others = [
            "version", "url", "homepage", "name", "main", "node", "npm", "yarn", "pnpm", "license", "type",
            "repository", "bugs",
        ]
        if others.contains(String(parts[1])) { return [] }
        let starts = ["^", "~", ">", "<", "=", "*", "npm:", "git", "http", "file:", "workspace:", "catalog:", "latest"]
        guard Dependency.Bound.isVersionLike(spec) || starts.contains(where: spec.hasPrefix) else { return [] }
        return [PackageJSON.dependency(String(parts[1]), spec, scope: "", line: number)]
    }
}
