// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Gate
import Git
import Policy

/// The rule packs of a repository's own: `.aigate/packs/*.yml`, as the base commit has them.
struct PackLoading {
    static let folder = ".aigate/packs"

    let repository: Repository
    /// The base; nil: there is nothing before the change.
    let commit: ObjectID?

    /// Their rules, each named `PACK.RULE`, and where each file is. Throws `ConfigErrors`.
    func load() throws -> (rules: [Rule], sources: [PolicySource]) {
        guard let commit else { return ([], []) }
        let tree = try TreeFiles(repository, commit: commit)
        var rules: [Rule] = []
        var sources: [PolicySource] = []
        var packs: Set<String> = []
        for name in try tree.names(in: PackLoading.folder).sorted() {
            let path = Path(Array("\(PackLoading.folder)/".utf8) + name.bytes)
            guard path.bytes.suffix(4).elementsEqual(".yml".utf8),
                let bytes = try tree.file(path, limit: YAMLReader.sizeLimit)
            else {
                throw ConfigErrors(
                    ConfigError(
                        file: path.visible, line: nil,
                        reason: "a rule pack is a file named *.yml; take others out of the folder"))
            }
            let pack = try parsed(bytes, file: path.visible)
            guard packs.insert(pack.name).inserted else {
                throw ConfigErrors(
                    ConfigError(
                        file: path.visible, line: nil,
                        reason: "a second pack named \(quoted(pack.name)); give each a name"))
            }
            rules += pack.rules.map { rule in
                var named = rule
                named.id = "\(pack.name).\(rule.id)"
                return named
            }
            sources.append(
                PolicySource(
                    role: "pack", kind: .commit, path: path.visible, commit: commit, sha256: Fingerprint.sha256(bytes)))
        }
        return (rules, sources)
    }

    private func parsed(_ bytes: [UInt8], file: String) throws -> RulePack {
        let node: ConfigNode
        do throws(ConfigError) { node = try YAMLReader.read(bytes, file: file) } catch { throw ConfigErrors(error) }
        return try RulePack(node)
    }
}
