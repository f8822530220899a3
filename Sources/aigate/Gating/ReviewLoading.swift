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
    /// Nil where the base has no file that says whose a key is.
    let checker: SignatureChecker?
    /// The files of keys.
    var sources: [PolicySource] = []
    var links: [ObjectID: LinkedRun] = [:]
    var limitations: [String] = []
}

/// Gathers it: mailmap and keys of the base commit, the forge's approvals, signed records, an earlier run.
struct ReviewLoading {
    static let mailmapFile = ".mailmap"

    let repository: Repository
    let policy: PolicySet
    let kind: RunKind
    /// The branch that the change is for.
    let target: String?
    let given: GivenFiles
    let start: Instant
    /// Nothing is missing yet, even where the policy is strict.
    var awaitsReviews = false

    private var rules: Policy.ReviewPolicy {
        var rules = policy.repository.review
        if awaitsReviews { rules.strict = false }
        return rules
    }

    /// Throws `ConfigErrors`, `ForgeError`, `Stop` and `GitError`. `describe`: gives the range its digests.
    func load(
        _ range: CommitRange, commits ids: [ObjectID], describe: (CommitRange) throws -> CommitRange
    ) throws -> LoadedReviews {
        try checkTools()
        var limitations: [String] = []
        let people = People(try mailmap(range.policyCommit, &limitations))
        let approvals = try given.approvals.map { try ApprovalsFile.read($0.bytes, target: target, kind: kind) }
        let judged = try judgedRun()
        let signatures = SignatureLoading(
            repository: repository, rules: rules, commit: range.policyCommit, start: start)
        let checker = try signatures.checker()
        if checker == nil, asksForSignatures {
            limitations.append(
                "no signature counts: the base has neither \(VisibleText.of(rules.allowedSigners)) nor \(VisibleText.of(rules.keyring))"
            )
        }
        let (signOffs, problems) = try signatures.signOffs(
            at: Set([range.head, judged?.head].compactMap(\.self)).union(checker == nil ? [] : mergedHeads(range, ids)),
            files: given.signOffs, by: checker)
        limitations += problems + (approvals?.limitations ?? [])

        var reviews = RangeReviews(isFromForge: approvals != nil)
        var links: [ObjectID: LinkedRun] = [:]
        if approvals != nil || judged != nil || !signOffs.isEmpty {
            let range = try describe(range)
            let reader = ProvenanceReader(policy: policy.repository.ai)
            let members = try members(ids, reader, checker)
            links = try judged.map { try RunLinks(repository, range, members).links(of: ids, to: $0) } ?? [:]
            let reviewed = ReviewedRange(
                range, members: members, judged: judged,
                judgedMembers: try judged.flatMap { try self.members(of: $0, reader, checker) }, links: links,
                parts: kind.hasLanded ? try RecordedParts(repository, range, members).parts(of: signOffs) : [],
                policy: policy.digest, hasLanded: kind.hasLanded)
            let basis = ReviewBasis(policy: rules, kind: kind, people: people, registers: policy.registers)
            reader.add(signOffs, to: &reviews, of: reviewed, on: basis)
            if let approvals { reader.add(approvals, to: &reviews, of: reviewed, on: basis) }
        }
        return LoadedReviews(
            basis: ReviewBasis(
                policy: rules, kind: kind, people: people, range: reviews, registers: policy.registers),
            checker: checker, sources: try signatures.sources(), links: links, limitations: limitations)
    }

    private var asksForSignatures: Bool { rules.level == .signed || rules.levels.contains { $0.level == .signed } }

    /// Who is who, from before the change.
    private func mailmap(_ commit: ObjectID?, _ limitations: inout [String]) throws -> Mailmap {
        guard let commit else { return Mailmap() }
        let path = Path(ReviewLoading.mailmapFile)
        do throws(GitError) {
            return try TreeFiles(repository, commit: commit).file(path, limit: Mailmap.byteLimit).map(Mailmap.init)
                ?? Mailmap()
        } catch {
            guard error.kind == .malformed else { throw error }
            limitations.append("people are not told apart by \(path.visible): \(error)")
            return Mailmap()
        }
    }

    private func judgedRun() throws -> JudgedRun? {
        do { return try given.judged.map { try JudgedRunReader.read($0.bytes) } } catch let failure
            as JudgedRunReader.Failure
        {
            throw Stop(ExitCode.usage, failure.description)
        }
    }

    private func members(
        _ ids: [ObjectID], _ reader: ProvenanceReader, _ checker: SignatureChecker?
    ) throws(GitError) -> RangeMembers {
        var members = RangeMembers()
        for id in ids {
            let commit = try repository.commit(id)
            reader.add(commit, signature: try repository.signatureVerdict(on: commit, by: checker), to: &members)
        }
        return members
    }

    /// Heads of what merges brought in, where reviewers' records may be; none before it has landed. `RangeMembers`
    /// tells the same once every commit was read, which most runs need not do.
    private func mergedHeads(_ range: CommitRange, _ ids: [ObjectID]) throws(GitError) -> Set<ObjectID> {
        guard kind.hasLanded else { return [] }
        let inRange = Set(ids)
        var heads: Set<ObjectID> = []
        var next = range.head
        while let id = next, inRange.contains(id) {
            let parents = try repository.commit(id).parents
            heads.formUnion(parents.dropFirst().filter(inRange.contains))
            next = parents.first
        }
        return heads
    }

    /// The commits of an earlier run; nil where this clone does not have them any more.
    private func members(
        of judged: JudgedRun, _ reader: ProvenanceReader, _ checker: SignatureChecker?
    ) throws -> RangeMembers? {
        guard let base = judged.base, repository.contains(judged.head), repository.contains(base) else { return nil }
        return try members(repository.commits(from: [judged.head], hiding: [base]), reader, checker)
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
