// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What the pipelines of a state of the repository run.
struct PipelineTools {
    let kinds: [(path: Path, kinds: Set<GateTools.Kind>)]

    /// A longer file is an error of the check's, in bytes: no pipeline is that long.
    private static let sizeLimit = 64 << 20

    init(_ tree: any FileTree) throws {
        var paths = PipelineTools.names.map { Path($0) }
        for folder in PipelineTools.folders {
            let entries = try tree.entries(in: Path(folder)).filter { $0.kind == .file }
            paths += entries.map { Path(folder).appending($0.name) }
        }
        kinds = try paths.compactMap { path in
            guard GateFiles.kind(of: path) == .pipeline,
                let text = try tree.bytes(of: path, limit: PipelineTools.sizeLimit)
            else {
                return nil
            }
            return (path, TextLines(text).reduce(into: []) { $0.formUnion(GateTools.kinds(in: $1)) })
        }
    }

    private static let folders = [
        ".github/workflows", ".gitlab/ci", ".circleci", ".buildkite", ".forgejo/workflows", ".gitea/workflows",
    ]
    private static let names = [
        ".gitlab-ci.yml", ".travis.yml", "appveyor.yml", "azure-pipelines.yml", "Jenkinsfile",
        "bitbucket-pipelines.yml", ".cirrus.yml", ".drone.yml", ".woodpecker.yml",
    ]
}
