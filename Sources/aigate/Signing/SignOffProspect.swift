// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git
import Provenance

/// Whether a record that is about to be signed will count, as the base commit knows keys and people.
struct SignOffProspect {
    /// Nil where the base has no file that says whose a key is.
    let checker: SignatureChecker?
    private let repository: Repository
    private let judgement: Judgement
    private let signersFile: String

    /// Throws `ConfigErrors` for a file of keys that cannot be read.
    init(_ repository: Repository, _ judgement: Judgement) throws {
        let rules = judgement.policy.repository.review
        checker = try SignatureLoading(
            repository: repository, rules: rules, commit: judgement.run.range.policyCommit,
            start: judgement.run.startedAt
        ).checker()
        signersFile = VisibleText.of(rules.allowedSigners)
        self.repository = repository
        self.judgement = judgement
    }

    /// Before it is signed: of who wants to. Sentences.
    func objections(to record: SignOffRecord) throws -> [String] {
        guard checker != nil else { return ["the base has no \(signersFile): \(SignOffProspect.remedy)"] }
        let tree = try judgement.run.range.policyCommit.map { try TreeFiles(repository, commit: $0) }
        let people = People(
            try tree?.file(Path(ReviewLoading.mailmapFile), limit: Mailmap.byteLimit).map(Mailmap.init) ?? Mailmap())
        let reader = ProvenanceReader(policy: judgement.policy.repository.ai)
        let isOwn = try judgement.commits.contains { commit in
            let commit = try repository.commit(commit.id)
            let signature = try repository.signatureVerdict(on: commit, by: checker)
            return reader.isOwn(commit, of: record.principal, people: people, signature: signature)
        }
        return isOwn ? ["you made a commit of the range yourself: somebody else has to review it"] : []
    }

    /// Once it is signed: of the key. Sentences.
    func objections(to verdict: SignatureVerdict) -> [String] {
        switch verdict {
        case _ where checker == nil: []
        case .verified where verdict.person != nil: []
        case .verified: ["\(signersFile) gives the key to a pattern, and so to no one person"]
        case .refused(_, let reason, _): [reason]
        case .forge, .unknownKey, .bad, .notVerifiable:
            ["the base's \(signersFile) does not have the key: \(SignOffProspect.remedy)"]
        }
    }

    /// How a reviewer's key becomes known.
    static let remedy =
        "have a line you@example.org ssh-ed25519 AAAA... (of your public key) added to it before the change"
}
