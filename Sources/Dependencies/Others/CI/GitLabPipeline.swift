// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// `.gitlab-ci.yml` and files that it is split into.
///
/// Source: docs.gitlab.com/ci/yaml, docs.gitlab.com/ci/components.
package struct GitLabPipeline: ManifestFormat {
    package let ecosystem = Ecosystem.generic

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        let name = path.loweredName
        guard name.hasSuffix(".yml") || name.hasSuffix(".yaml") else { return false }
        return name.hasPrefix(".gitlab-ci") || name.contains(".gitlab-ci.")
            || path.loweredFolders.starts(with: [".gitlab", "ci"])
            || path.loweredFolders.first == ".gitlab-ci"
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        var reader = GitLabReader(PipelineScripts(bytes))
        // A header with the inputs may stand before the pipeline.
        for document in try YAMLDocuments.read(bytes) { reader.read(document) }
        return reader.packages.manifest
    }
}

/// Reads the jobs and includes of a pipeline.
struct GitLabReader {
    private let scripts: PipelineScripts
    private(set) var packages = ScriptPackages()
    private static let placeholders: Placeholders = [.braces, .bare]

    init(_ scripts: PipelineScripts) {
        self.scripts = scripts
    }

    mutating func read(_ root: Document) {
        let variables = PipelineScripts.variables(root["variables"])
        for include in root["include"].map({ $0.items.isEmpty ? [$0] : $0.items }) ?? [] { read(include: include) }
        job(root, variables)
        for (name, value) in root.entries where !["variables", "include", "spec", "workflow"].contains(name) {
            job(value, variables)
        }
    }

    private mutating func job(_ job: Document, _ outer: [String: String]) {
        let variables = job["variables"] == nil ? outer : PipelineScripts.variables(job["variables"], over: outer)
        image(job["image"], scope: "image", variables)
        for service in job["services"]?.items ?? [] { image(service, scope: "services", variables) }
        for key in ["before_script", "script", "after_script"] {
            scripts.read(job[key], into: &packages, variables: variables)
        }
    }

    /// A text, or a map with `name`.
    private mutating func image(_ value: Document?, scope: String, _ variables: [String: String]) {
        guard let value, let text = value.text ?? value["name"]?.text else { return }
        let filled = GitLabReader.placeholders.filled(text) { variables[$0] }.text
        packages.add(ImageReference(filled)?.dependency(scope: scope, line: value["name"]?.line ?? value.line))
    }

    private mutating func read(include: Document) {
        if let remote = include["remote"] ?? (include.text.flatMap { WebAddress($0) } == nil ? nil : include) {
            guard let address = remote.text.flatMap({ WebAddress($0) }) else { return }
            let digest = include["integrity"]?.text
            packages.add(
                Dependency(
                    .generic, address.name, requirement: digest ?? "", bound: digest == nil ? address.bound : .exact,
                    source: .url(address.shown), scope: "include: remote", line: remote.line))
        } else if let project = include["project"], let name = project.text {
            let ref = include["ref"]?.text ?? ""
            add(name, ref, scope: "include: project", line: project.line)
        } else if let component = include["component"], let text = component.text {
            let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
            // The host is most often the variable of the forge itself.
            let name = parts.first.map {
                $0.hasPrefix("$") ? $0.split(separator: "/").dropFirst().joined(separator: "/") : $0
            }
            add(name ?? "", parts.count > 1 ? parts[1] : "", scope: "include: component", line: component.line)
        }
    }

    private mutating func add(_ name: String, _ ref: String, scope: String, line: Int?) {
        guard PackageWord.isName(Array(name.utf8)[...], extra: "/:") else { return }
        let bound = PackageWord.open(ref, .gitRef(ref))
        packages.add(Dependency(.generic, name.lowercased(), requirement: ref, bound: bound, scope: scope, line: line))
    }
}
