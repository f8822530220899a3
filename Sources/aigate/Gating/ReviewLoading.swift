// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Evidence
import Forge
import Gate
import Git
import Provenance

/// What the reviews of a run's commits are judged by, and the earlier run that they are linked to.
struct LoadedReviews: Sendable {
    let basis: ReviewBasis
    var links: [ObjectID: LinkedRun] = [:]
    var limitations: [String] = []
}

/// Gathers it: the mailmap of the base commit, the forge's approvals, an earlier run.
struct ReviewLoading {
    static let mailmapFile = ".mailmap"

    let repository: Repository
    let policy: PolicySet
    let kind: RunKind
    let given: GivenFiles

    /// Throws `ForgeError`, `Stop` and `GitError`. The range has its digests where files were given.
    func load(_ range: CommitRange, commits ids: [ObjectID]) throws -> LoadedReviews {
        try checkTools()
        var limitations: [String] = []
        let people = People(try mailmap(range.policyCommit, &limitations))
        let rules = policy.repository.review
        guard !given.inputs.isEmpty else {
            return LoadedReviews(basis: ReviewBasis(policy: rules, kind: kind, people: people), limitations: limitations)
        }
        let approvals = try given.approvals.map { try ApprovalsFile.read($0.bytes) }
        let judged = try judgedRun()
        let reader = ProvenanceReader(catalogue: .embedded)
        let members = try members(ids, reader)
        let links = try judged.map { try RunLinks(repository, range, members).links(of: ids, to: $0) } ?? [:]
        let reviewed = ReviewedRange(
            range, members: members, judged: judged, judgedMembers: try judged.flatMap { try self.members(of: $0, reader) },
            links: links, hasLanded: kind.hasLanded)
        var reviews = RangeReviews(isFromForge: approvals != nil)
        if let approvals {
            let basis = ReviewBasis(policy: rules, kind: kind, people: people)
            reader.add(approvals, to: &reviews, of: reviewed, on: basis)
            limitations += approvals.limitations
        }
        return LoadedReviews(
            basis: ReviewBasis(policy: rules, kind: kind, people: people, range: reviews), links: links,
            limitations: limitations)
    }

    /// Who is who, from before the change.
    func mailmap(_ commit: ObjectID?, _ limitations: inout [String]) throws -> Mailmap {
        guard let commit else { return Mailmap() }
        let path = Path(ReviewLoading.mailmapFile)
        do throws(GitError) {
            return try TreeFiles(repository, commit: commit).file(path, limit: Mailmap.byteLimit).map(Mailmap.init) ?? Mailmap()
        } catch {
            guard error.kind == .malformed else { throw error }
            limitations.append("people are not told apart by \(path.visible): \(error)")
            return Mailmap()
        }
    }

    private func judgedRun() throws -> JudgedRun? {
        do { return try given.judged.map { try JudgedRunReader.read($0.bytes) } } catch let failure as JudgedRunReader.Failure {
            throw Stop(ExitCode.usage, failure.description)
        }
    }

    private func members(_ ids: [ObjectID], _ reader: ProvenanceReader) throws -> RangeMembers {
        var members = RangeMembers()
        for id in ids { reader.add(try repository.commit(id), to: &members) }
        return members
    }

    /// The commits of an earlier run; nil where this clone does not have them any more.
    private func members(of judged: JudgedRun, _ reader: ProvenanceReader) throws -> RangeMembers? {
        guard let base = judged.base, repository.contains(judged.head), repository.contains(base) else { return nil }
        return try members(repository.commits(from: [judged.head], hiding: [base]), reader)
    }

    /// A tool that does not exist would ask for nothing, silently.
    private func checkTools() throws {
        let known = ToolCatalogue.embedded.tools.map(\.id)
        for tool in policy.repository.review.levels.flatMap(\.tools) where !known.contains(tool) {
            let suggestion = closest(to: tool, of: known).map { "; did you mean '\($0)'?" } ?? ""
            throw Stop(ExitCode.usage, "review.levels: unknown tool \(quoted(tool))\(suggestion)")
        }
    }
}
