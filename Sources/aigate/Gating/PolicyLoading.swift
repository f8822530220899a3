// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Gate
import Git
import Policy
import Provenance

/// Finds the bytes of every policy that a run is judged by, and has them read.
struct PolicyLoading {
    static let folder = ".aigate"
    static let policyFile = ".aigate/policy.yml"
    static let waiverFile = ".aigate/waivers.yml"

    let options: PolicyOptions
    let kinds: [CheckKind]
    let today: Day

    /// `commit`: where the policy is read from, unless an option names another place; nil: there is nothing before the
    /// change. `waivers`: the commit whose waivers count. `change`: what is judged, whose head given waivers must name
    /// and whose authors may not have approved them; nil: it is no commit yet. Throws `ConfigErrors`, `Stop` and
    /// `GitError`.
    func load(
        from repository: Repository, commit: ObjectID?, waivers: ObjectID?, change: ResolvedRange?
    ) throws -> PolicySet {
        let commit = try options.from.map { try repository.commitID(of: $0) } ?? commit
        let tree = try commit.map { try TreeFiles(repository, commit: $0) }
        let own: PolicyFile
        if let path = options.file {
            own = try file(path, role: "policy")
        } else {
            own = try file(PolicyLoading.policyFile, role: "policy", in: tree, commit)
        }
        try verify(own)
        let reading = try PolicySetReader(kinds: kinds, today: today).read(
            repository: own, organisation: try organisation(repository),
            folder: options.file == nil ? try tree?.names(in: PolicyLoading.folder) ?? [] : [],
            waivers: try repositoryWaivers(repository, options.from == nil ? waivers : commit),
            grant: try options.noWaivers ? nil : options.waivers.map { try file($0, role: "given-waivers") },
            head: change?.range.head)
        if let approver = reading.approver, var change {
            let people = People(
                try tree?.file(Path(ReviewLoading.mailmapFile), limit: Mailmap.byteLimit).map(Mailmap.init) ?? Mailmap()
            )
            let ids = try change.commits(in: repository, since: reading.set.repository.since)
            try refuse(
                approver, asAuthorOf: ids, people, ProvenanceReader(policy: reading.set.repository.ai), in: repository)
        }
        let files = try RegisterLoading(options: options, repository: repository).files(at: commit)
        let registers = try RegistersReader(today: today, checks: kinds.map(\.about.id)).read(files)
        return reading.set.adding(
            registers.naming(by: Pseudonyms.naming(Environment.current.variables)), from: files.sources)
    }

    private func repositoryWaivers(_ repository: Repository, _ commit: ObjectID?) throws -> PolicyFile? {
        guard !options.noWaivers, let commit else { return nil }
        let found = try file(
            PolicyLoading.waiverFile, role: "waivers", in: try TreeFiles(repository, commit: commit), commit)
        return found.bytes == nil ? nil : found
    }

    /// A file, or `REVISION:PATH` in this repository.
    private func organisation(_ repository: Repository) throws -> PolicyFile? {
        guard let name = options.organisation else { return nil }
        guard let colon = name.firstIndex(of: ":") else { return try file(name, role: "organisation") }
        let commit = try repository.commitID(of: String(name[..<colon]))
        let path = String(name[name.index(after: colon)...])
        let found = try file(path, role: "organisation", in: try TreeFiles(repository, commit: commit), commit)
        guard found.bytes != nil else {
            throw Stop(ExitCode.usage, "--org-policy: \(commit.short) has no file \(VisibleText.of(path))")
        }
        return found
    }

    private func file(_ path: String, role: String) throws -> PolicyFile {
        let bytes = try read(path, limit: YAMLReader.sizeLimit)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return PolicyFile(
            bytes, from: PolicySource(role: role, kind: .file, path: name, sha256: Fingerprint.sha256(bytes)))
    }

    private func file(_ path: String, role: String, in tree: TreeFiles?, _ commit: ObjectID?) throws -> PolicyFile {
        guard let bytes = try tree?.file(Path(path), limit: YAMLReader.sizeLimit) else {
            return PolicyFile(nil, from: PolicySource(role: role, kind: .builtIn, commit: commit))
        }
        return PolicyFile(
            bytes,
            from: PolicySource(role: role, kind: .commit, path: path, commit: commit, sha256: Fingerprint.sha256(bytes))
        )
    }

    private func verify(_ file: PolicyFile) throws {
        guard let expected = options.sha256?.lowercased() else { return }
        let actual = file.source.sha256 ?? "none: there is no policy"
        guard actual == expected else {
            throw Stop(ExitCode.usage, "the policy's digest is \(actual), but --policy-sha256 asks for \(expected)")
        }
    }

    private func refuse(
        _ approver: String, asAuthorOf ids: [ObjectID], _ people: People, _ reader: ProvenanceReader,
        in repository: Repository
    ) throws {
        for id in ids where reader.isOwn(try repository.commit(id), of: approver, people: people) {
            throw Stop(
                ExitCode.usage, "--waivers: the approver is an author of \(id.short); somebody else must approve")
        }
    }
}

extension PolicyOptions {
    /// Nothing on the command line replaced what the base commit says.
    var isFromBase: Bool { file == nil && from == nil && !noWaivers }
}

extension PolicySet {
    /// A push to a branch that people build on has landed.
    func kind(of situation: Situation) -> RunKind {
        guard situation.kind == .push, let branch = situation.targetBranch else { return situation.kind }
        return protects(branch: branch, defaultBranch: situation.defaultBranch) ? .landed : .push
    }
}
