// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git
import Provenance

/// Which tools of a register the commits of a history show, by messages, identities and notes. Files are not opened:
/// `aigate inventory` looks into them.
struct ToolsSeen {
    /// The latest committer day, by the tool's id.
    private(set) var last: [String: Day] = [:]
    private(set) var commits = 0

    /// `limit`: the newest commits that are looked at; nil: all.
    init(_ register: ToolRegister, in repository: Repository, head: ObjectID, _ policy: AIPolicy, limit: Int?) throws {
        let ids = try repository.commits(from: [head], hiding: [])
        let reader = ProvenanceReader(policy: policy)
        let claims = ClaimStores.Reader(try ClaimStores(repository, head: head), repository)
        for id in limit.map({ ids.suffix($0) }) ?? ids[...] {
            let commit = try repository.commit(id)
            let provenance = reader.read(commit, claims: claims.claims(on: id, []))
            commits += 1
            guard provenance.ai.isMarked else { continue }
            let day = Instant(seconds: commit.committer.seconds).day
            for tool in tools(provenance, register) { last[tool] = max(last[tool] ?? day, day) }
        }
    }

    private func tools(_ provenance: CommitProvenance, _ register: ToolRegister) -> [String] {
        let own = provenance.declarations.filter { $0.tool == nil }.flatMap { declaration in
            register.tools.filter { $0.isNamed(in: declaration.trailer.value) }.map(\.id)
        }
        return provenance.ai.tools.map(\.id) + own
    }
}
