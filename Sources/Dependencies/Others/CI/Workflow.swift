// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Gate

/// Workflows of GitHub Actions (and of Gitea and Forgejo, which read the same), and `action.yml`.
///
/// An action is named by its repository. A full commit id binds it; a version (`v4`, `1.2.3`) is a tag, which can be
/// moved but is meant not to be, and counts as a range; every other name is a branch.
///
/// Source: docs.github.com/actions/reference/workflows-and-actions/workflow-syntax, …/metadata-syntax.
package struct Workflow: ManifestFormat {
    package let ecosystem = Ecosystem.github

    package init() {}

    package func isManifest(_ path: Path) -> Bool {
        let name = path.loweredName
        guard name.hasSuffix(".yml") || name.hasSuffix(".yaml") else { return false }
        let folders = path.loweredFolders.suffix(2)
        return folders.last == "workflows" && [".github", ".gitea", ".forgejo"].contains(folders.first ?? "")
            || name == "action.yml" || name == "action.yaml"
    }

    package func read(_ bytes: [UInt8], path: Path) throws -> Manifest {
        guard let root = try YAMLDocuments.read(bytes).first else { return Manifest() }
        var reader = WorkflowReader(root, PipelineScripts(bytes))
        return reader.read()
    }
}

/// Reads the jobs and steps of a workflow.
struct WorkflowReader {
    private let root: Document
    private let scripts: PipelineScripts
    private var packages = ScriptPackages()

    init(_ root: Document, _ scripts: PipelineScripts) {
        self.root = root
        self.scripts = scripts
    }

    mutating func read() -> Manifest {
        let environment = PipelineScripts.variables(root["env"])
        let shell = root["defaults"]?["run"]?["shell"]?.text
        for (_, job) in root["jobs"]?.entries ?? [] {
            read(job: job, environment, shell: job["defaults"]?["run"]?["shell"]?.text ?? shell)
        }
        // An action of its own: steps, or an image.
        let runs = root["runs"]
        for step in runs?["steps"]?.items ?? [] { read(step: step, environment, shell: nil) }
        if let image = runs?["image"], image.text?.hasPrefix("docker://") == true { uses(image) }
        return packages.manifest
    }

    private mutating func read(job: Document, _ environment: [String: String], shell: String?) {
        let environment = PipelineScripts.variables(job["env"], over: environment)
        if let reusable = job["uses"] { uses(reusable) }
        image(job["container"], scope: "container")
        for (_, service) in job["services"]?.entries ?? [] { image(service, scope: "services") }
        let runner = job["runs-on"]?.text?.lowercased() ?? ""
        let shell = shell ?? (runner.contains("windows") ? "pwsh" : nil)
        for step in job["steps"]?.items ?? [] { read(step: step, environment, shell: shell) }
    }

    private mutating func read(step: Document, _ environment: [String: String], shell: String?) {
        if let action = step["uses"] { uses(action) }
        let shell = step["shell"]?.text ?? shell ?? "bash"
        let isPowerShell = shell.hasPrefix("pwsh") || shell.hasPrefix("powershell")
        // What Python or another language runs is no shell script.
        guard isPowerShell || ["bash", "sh", "zsh", "cmd"].contains(where: shell.hasPrefix) || shell.contains("$")
        else { return }
        let variables = step["env"] == nil ? environment : PipelineScripts.variables(step["env"], over: environment)
        scripts.read(step["run"], into: &packages, variables: variables, dialect: isPowerShell ? .powershell : .posix)
    }

    /// A text, or a map with `image`.
    private mutating func image(_ value: Document?, scope: String) {
        guard let value, let text = value.text ?? value["image"]?.text else { return }
        let line = value["image"]?.line ?? value.line
        packages.add(
            ImageReference(text.hasPrefix("docker://") ? String(text.dropFirst(9)) : text)?.dependency(
                scope: scope, line: line))
    }

    /// `owner/repository/path@ref`, `docker://image`; what begins with `./` is the project's own.
    private mutating func uses(_ value: Document) {
        guard let text = value.text, !text.hasPrefix("."), !text.contains("${{") else { return }
        if text.hasPrefix("docker://") { return image(value, scope: "uses") }
        let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
        // Gitea also takes an address.
        let bare = parts.first.map { WebAddress($0)?.name ?? $0 } ?? ""
        let names = bare.split(separator: "/")
        let name = names.prefix(bare == parts.first ? 2 : 3).joined(separator: "/").lowercased()
        guard names.count >= 2, PackageWord.isName(Array(name.utf8)[...], extra: "/") else { return }
        let ref = parts.count > 1 ? parts[1] : ""
        packages.add(Dependency(.github, name, requirement: ref, bound: .gitRef(ref), scope: "uses", line: value.line))
    }
}
