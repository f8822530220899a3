// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// One line of a data file whose whole can't be read: it is put into the smallest file of that form in which it has a
/// meaning, and read as that. What spans lines is lost, as in every reading by lines.
extension ManifestFormat {
    fileprivate func dependencies(
        in line: some Sequence<UInt8>, number: Int, behind start: String, before end: String = ""
    ) -> [Dependency] {
        do {
            let file = Array(start.utf8) + Array(line) + Array(end.utf8)
            return try read(file, path: Path("")).dependencies.map { $0.at(number) }
        } catch {
            // A line that means nothing by itself asks for nothing.
            return []
        }
    }

    /// Without what begins an item of a list.
    fileprivate func item(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let bare = line.unpadded
        return bare.starts(with: "- ".utf8) ? bare.dropFirst(2).unpadded : bare
    }
}

extension Workflow {
    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] {
        dependencies(in: item(line), number: number, behind: "jobs:\n  a:\n    steps:\n      - ")
    }
}

extension ComposeFile {
    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] {
        dependencies(in: item(line), number: number, behind: "services:\n  a:\n    ")
    }
}

extension KubernetesFile {
    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] {
        dependencies(in: item(line), number: number, behind: "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - ")
    }
}

extension GitLabPipeline {
    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] {
        dependencies(in: item(line), number: number, behind: "job:\n  ")
    }
}

extension ComposerManifest {
    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] {
        let bare = line.unpadded
        let entry = bare.last == UInt8(ascii: ",") ? bare.dropLast() : bare
        return dependencies(in: entry, number: number, behind: "{\"require\": {", before: "}}")
    }
}

extension MSBuildProject {
    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] {
        dependencies(in: line, number: number, behind: "<Project><ItemGroup>", before: "</ItemGroup></Project>")
    }
}

extension PackagesConfig {
    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] {
        dependencies(in: line, number: number, behind: "<packages>", before: "</packages>")
    }
}

extension VersionCatalogue {
    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] {
        let found = dependencies(in: line, number: number, behind: "[libraries]\n")
        // `id:version` is no `group:name`, and a plugin in full has no module.
        let isPlugin =
            found.isEmpty
            ? line.contains(UInt8(ascii: "{"))
            : found.contains { $0.name.split(separator: ":").last.map(Dependency.Bound.isVersionLike) ?? false }
        return isPlugin ? dependencies(in: line, number: number, behind: "[plugins]\n") : found
    }
}

extension GradleBuild {
    private static let configurations = [
        "implementation", "api", "compile", "compileonly", "runtime", "runtimeonly", "classpath",
        "annotationprocessor", "kapt", "ksp", "provided", "developmentonly",
    ]

    /// What lost its block with a bracket is known by the names of configurations.
    package func dependencies(inLine line: ArraySlice<UInt8>, number: Int) -> [Dependency] {
        let head = line.unpadded.drop { $0 == UInt8(ascii: "\"") }.prefix { $0.isWord }.lowered
        if head == "id" || head == "kotlin" {
            return dependencies(in: line, number: number, behind: "plugins {\n", before: "\n}")
                .filter { !$0.requirement.isEmpty }
        }
        guard GradleBuild.configurations.contains(where: head.hasSuffix) else { return [] }
        return dependencies(in: line, number: number, behind: "dependencies {\n", before: "\n}")
    }
}
