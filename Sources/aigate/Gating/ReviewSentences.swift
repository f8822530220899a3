// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Gate
import Git
import Provenance

/// Which reviews a run asks for, and where each kind of them can come from: for `aigate doctor`.
struct ReviewSentences {
    let repository: Repository
    let policy: PolicySet
    let kind: RunKind
    /// The commit that mailmap and keys are read from.
    let base: ObjectID?
    let given: GivenFiles

    private var rules: Policy.ReviewPolicy { policy.repository.review }

    /// Name and sentence of each. Throws as a run would, for files that cannot be read.
    func all() throws -> [(String, String)] {
        try [("review", asked)] + rules.levels.map { ("review", sentence($0)) }
            + [
                ("enforced", enforced), ("R1", trailers), ("R2", signatures()), ("R3, R4", approvals()),
                ("mailmap", mailmap()),
            ]
    }

    private var asked: String {
        let level = rules.level.map { "\($0.code) for every commit with AI in it" }
        return level ?? "R3 for every commit with AI in it where --approvals is given, else R1"
    }

    private func sentence(_ rule: Policy.ReviewPolicy.LevelRule) -> String {
        let paths =
            rule.paths.isEmpty
            ? "" : " for " + rule.paths.map { VisibleText.of($0.text, limit: 60) }.joined(separator: ", ")
        let tools =
            rule.tools.isEmpty
            ? "" : " with " + rule.tools.map { VisibleText.of($0, limit: 60) }.joined(separator: ", ")
        return "at least \(rule.level.code)\(paths)\(tools)"
    }

    private var enforced: String {
        if rules.strict { return "everywhere, at once (review.strict)" }
        let here = kind.hasLanded ? "and so here" : "and not here"
        return "in a merge queue, on a protected branch, in an audit, \(here); pending elsewhere"
    }

    private var trailers: String {
        let names = rules.trailers.map { VisibleText.of($0, limit: 60) }.joined(separator: ", ")
        let humans = rules.humans.isEmpty ? "any person" : "one of \(rules.humans.count) listed people"
        return "\(names) of \(humans) who took no part in the commit"
    }

    private func signatures() throws -> String {
        guard let base else { return "nothing: there is no commit before the change" }
        let loading = SignatureLoading(repository: repository, rules: rules, commit: base, start: Instant(seconds: 0))
        _ = try loading.checker()
        let found = try loading.sources().compactMap { source in
            source.path.map { "\(VisibleText.of($0)) at \(base.short), sha256:\(source.sha256 ?? "")" }
        }
        return found.isEmpty
            ? "nothing: \(base.short) has neither \(VisibleText.of(rules.allowedSigners)) nor \(VisibleText.of(rules.keyring)); "
                + "a line of the first for each reviewer: you@example.org ssh-ed25519 AAAA... (of their public key)"
            : found.joined(separator: "; ")
    }

    private func approvals() throws -> String {
        guard let file = given.approvals else {
            return
                "nothing: no --approvals; the action gives it on pull_request, pull_request_review, merge_group and push"
        }
        let count = try ApprovalsFile.read(file.bytes).reviews.count
        return
            "\(VisibleText.of(file.input.name)), \(count) \(count == 1 ? "account's" : "accounts'") last words, sha256:\(file.input.sha256)"
    }

    private func mailmap() throws -> String {
        guard let base else { return "none" }
        let path = Path(ReviewLoading.mailmapFile)
        let isThere = try TreeFiles(repository, commit: base).file(path, limit: Mailmap.byteLimit) != nil
        return isThere ? ".mailmap at \(base.short)" : "none at \(base.short): one person under two addresses is two"
    }
}
