// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
package import Gate

/// `pyproject.toml`, with the tables of Poetry, uv, PDM and Hatch.
///
/// Source: packaging.python.org/en/latest/specifications/pyproject-toml and dependency-groups (PEP 735),
/// python-poetry.org/docs/pyproject, docs.astral.sh/uv/reference/settings, pdm-project.org/latest/reference/pep621.
package struct PyProject: ManifestFormat {
    package let ecosystem = Ecosystem.pypi

    package init() {}

    package func isManifest(_ path: Path) -> Bool { path.name.elementsEqual("pyproject.toml".utf8) }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let root = try TOMLReader.read(bytes)
        var manifest = Manifest()
        PyProject.readProject(root, &manifest)
        let tool = root["tool"]
        if let poetry = tool?["poetry"] { PoetryTable.read(poetry, &manifest) }
        PyProject.readTools(tool, &manifest)
        if let uv = tool?["uv"] { UVTable.read(uv, &manifest) }
        return manifest
    }

    private static func readProject(_ root: Document, _ manifest: inout Manifest) {
        let project = root["project"]
        manifest.defines = [project?["name"]?.text].compactMap { $0.map(PythonRequirement.normalised) }
        if let licence = project?["license"] {
            if let text = licence.text ?? licence["text"]?.text {
                manifest.licences.append(Manifest.Setting("license", text, line: licence.line))
            } else {
                manifest.hasLicenceElsewhere = true
            }
        }
        add(project?["dependencies"], scope: "project.dependencies", to: &manifest)
        for (extra, list) in project?["optional-dependencies"]?.entries ?? [] {
            add(list, scope: "project.optional-dependencies.\(extra)", to: &manifest)
        }
        for (group, list) in root["dependency-groups"]?.entries ?? [] {
            add(list, scope: "dependency-groups.\(group)", to: &manifest)
        }
        add(root["build-system"]?["requires"], scope: "build-system.requires", isLocked: false, to: &manifest)
    }

    private static func readTools(_ tool: Document?, _ manifest: inout Manifest) {
        for (group, list) in tool?["pdm"]?["dev-dependencies"]?.entries ?? [] {
            add(list, scope: "tool.pdm.dev-dependencies.\(group)", to: &manifest)
        }
        for source in tool?["pdm"]?["source"]?.items ?? [] { addRegistry(source, to: &manifest) }
        for (name, environment) in tool?["hatch"]?["envs"]?.entries ?? [] {
            for key in ["dependencies", "extra-dependencies"] {
                add(environment[key], scope: "tool.hatch.envs.\(name).\(key)", isLocked: false, to: &manifest)
            }
        }
    }

    /// A list of requirements. What is no text includes another group.
    static func add(_ list: Document?, scope: String, isLocked: Bool = true, to manifest: inout Manifest) {
        for item in list?.items ?? [] {
            guard let text = item.text, let requirement = PythonRequirement(text) else { continue }
            manifest.dependencies.append(requirement.dependency(scope: scope, isLocked: isLocked, line: item.line))
        }
    }

    /// A table with a name and an address.
    static func addRegistry(_ source: Document, to manifest: inout Manifest) {
        guard let url = source["url"], let text = url.text else { return }
        manifest.registries.append(Manifest.Setting(source["name"]?.text ?? "", text, line: url.line))
    }

    /// A requirement in quotes, as lists hold it; `NAME = "^1"` of Poetry.
    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] {
        let parts = line.decoded.split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return [] }
        let before = parts[0].filter { $0 != " " && $0 != "\t" }
        if before.isEmpty, parts[2].allSatisfy({ $0 == "," || $0 == " " || $0 == "]" }) {
            let requirement = PythonRequirement(parts[1])
            return requirement.map { [$0.dependency(scope: "", isLocked: true, line: number)] } ?? []
        }
        guard before.hasSuffix("="), parts[1].first.map({ "^~=<>".contains($0) }) == true,
            let requirement = PythonRequirement(before.dropLast())
        else { return [] }
        return [PoetryTable.dependency(requirement.name, Document(.text(String(parts[1])), line: number), scope: "")]
            .compactMap(\.self)
    }
}
