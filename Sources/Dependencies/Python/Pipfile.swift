// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
package import Gate

/// `Pipfile`
///
/// Source: pipenv.pypa.io/en/stable/pipfile.html: every table that is no other is a category of packages.
package struct Pipfile: ManifestFormat {
    package let ecosystem = Ecosystem.pypi

    package init() {}

    package func isManifest(_ path: Path) -> Bool { path.name.elementsEqual("Pipfile".utf8) }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        let root = try TOMLReader.read(bytes)
        var manifest = Manifest()
        for source in root["source"]?.items ?? [] { PyProject.addRegistry(source, to: &manifest) }
        let others = ["source", "requires", "scripts", "pipenv", "build-system"]
        for (category, table) in root.entries where !others.contains(category) {
            for (name, value) in table.entries {
                let text = value.text ?? value["version"]?.text ?? ""
                if value["path"] != nil || value["git"] != nil || value["file"] != nil || value["url"] != nil {
                    let ref = value["ref"].map { Document($0.value) }
                    manifest.dependencies += [Pipfile.fetched(name, value, ref: ref?.text, scope: category)].compactMap(
                        \.self)
                } else if let requirement = PythonRequirement(name + (text == "*" ? "" : text)) {
                    manifest.dependencies.append(
                        requirement.dependency(scope: category, isLocked: true, line: value.line))
                }
            }
        }
        return manifest
    }

    private static func fetched(_ name: String, _ value: Document, ref: String?, scope: String) -> Dependency? {
        guard let git = value["git"]?.text else { return PoetryTable.dependency(name, value, scope: scope) }
        return Dependency(
            .pypi, PythonRequirement.normalised(name), requirement: git, bound: .gitRef(ref ?? ""),
            source: .git(WebAddress.repository(git)), scope: scope, line: value.line)
    }

    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] {
        let parts = line.decoded.split(separator: "\"", omittingEmptySubsequences: false)
        let before = parts[0].filter { $0 != " " && $0 != "\t" }
        guard parts.count == 3, before.hasSuffix("="),
            parts[1] == "*" || parts[1].first.map({ "~=<>".contains($0) }) == true,
            let requirement = PythonRequirement(before.dropLast() + (parts[1] == "*" ? "" : parts[1]))
        else { return [] }
        return [requirement.dependency(scope: "", isLocked: true, line: number)]
    }
}
