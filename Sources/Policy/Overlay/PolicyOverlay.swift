// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Lays the repository's policy over the organisation's floor. Levels and protected branches stay apart, for they
/// depend on paths, days and the forge (`PolicySet`); everything else is settled here.
struct PolicyOverlay {
    let repository: PolicyDocument
    let floor: PolicyDocument
    /// The repository's values, tightened.
    private(set) var effective: Policy
    /// What the repository says and does not get.
    private(set) var limitations: [String] = []
    private var errors = ConfigErrors.Collection()

    init(_ repository: PolicyDocument, over floor: PolicyDocument, _ kinds: [CheckKind]) throws(ConfigErrors) {
        self.repository = repository
        self.floor = floor
        effective = repository.policy
        settleSettings(kinds)
        settleLists()
        settleNumbers()
        settleAI()
        limitations += FloorSentences(repository, over: floor).all
        if let place = floor[["since"]] {
            errors.add(place.error("'since' names a commit of one repository; write it in that repository's policy"))
        }
        try errors.check()
        let place = repository[["ai", "humans"]] ?? repository[["ai", "agents"]] ?? floor[["ai", "humans"]]
        try AIFields.check(effective.ai, at: place)
    }

    private mutating func settleSettings(_ kinds: [CheckKind]) {
        let (own, least) = (repository, floor)
        let laid = errors.collecting { try SettingsOverlay(own, over: least, kinds) }
        effective.settings = laid?.settings ?? [:]
        limitations += laid?.limitations ?? []
    }

    private mutating func settleLists() {
        effective.review.humans = subset(
            repository.policy.review.humans, of: floor.policy.review.humans, ["review", "humans"], emptyMeansAll: true,
            key: Address.key)
        effective.review.trailers = subset(
            repository.policy.review.trailers, of: floor.policy.review.trailers, ["review", "trailers"],
            key: { $0.lowercased() })
        effective.waivers.approvers = subset(
            repository.policy.waivers.approvers, of: floor.policy.waivers.approvers, ["waivers", "approvers"],
            key: Address.key)
        effective.generated = subset(
            repository.policy.generated, of: floor.policy.generated, ["generated"], key: \.text)
        effective.vendored = subset(repository.policy.vendored, of: floor.policy.vendored, ["vendored"], key: \.text)
        effective.review.strict = effective.review.strict || floor.policy.review.strict
        settleReview()
        settleTasks()
    }

    /// The organisation's pattern, where it has one; a task is asked for where either of them asks.
    private mutating func settleTasks() {
        let (own, least) = (repository.policy.tasks, floor.policy.tasks)
        if let pattern = least.pattern { effective.tasks.pattern = pattern }
        let asksEverywhere = floor[["tasks"]] != nil && least.requiredFor.isEmpty || own.requiredFor.isEmpty
        effective.tasks.requiredFor = asksEverywhere ? [] : own.requiredFor + least.requiredFor
        note(["tasks", "pattern"], own: own.pattern ?? "", holds: effective.tasks.pattern ?? "")
        note(
            ["tasks", "required-for"], own: own.requiredFor.map(\.text), holds: effective.tasks.requiredFor.map(\.text))
    }

    /// Levels of review add up, for the strictest counts; whose keys are whose is for the organisation to say.
    private mutating func settleReview() {
        let least = floor.policy.review
        effective.review.level = repository.policy.review.level.map { max($0, least.level ?? $0) }
        effective.review.levels += least.levels + (least.level.map { [.init($0)] } ?? [])
        for (key, path) in [
            ("allowed-signers", \Policy.review.allowedSigners), ("revoked-keys", \Policy.review.revokedKeys),
            ("keyring", \Policy.review.keyring),
        ] where floor[["review", key]] != nil {
            effective[keyPath: path] = floor.policy[keyPath: path]
            note(["review", key], own: repository.policy[keyPath: path], holds: effective[keyPath: path])
        }
        if let own = repository.policy.review.level, let holds = effective.review.level {
            note(["review", "level"], own: own.code, holds: holds.code)
        }
    }

    /// A list that gives way for some: the organisation's, where it has one, and the repository may only shorten it.
    private mutating func subset<Item>(
        _ own: [Item], of allowed: [Item], _ keys: [String], emptyMeansAll: Bool = false, key: (Item) -> String
    ) -> [Item] {
        guard let limit = floor[keys], !(emptyMeansAll && allowed.isEmpty) else { return own }
        guard let mine = repository[keys] else { return allowed }
        let known = Set(allowed.map(key))
        for item in own where !known.contains(key(item)) {
            errors.add(
                mine.error(
                    "\(quoted(key(item))) is not in the organisation's \(keys.joined(separator: ".")) "
                        + "(\(place(limit))); a repository may only shorten that list"))
        }
        return emptyMeansAll && own.isEmpty ? allowed : own
    }

    private mutating func settleNumbers() {
        let (own, least) = (repository.policy, floor.policy)
        if least.enforcement == .enforce { effective.enforcement = .enforce }
        effective.waivers.maximumDays = min(own.waivers.maximumDays, least.waivers.maximumDays)
        effective.waivers.defaultDays = min(own.waivers.defaultDays, effective.waivers.maximumDays)
        if floor[["limits", "file-bytes"]] != nil { effective.limits.fileBytes = least.limits.fileBytes }
        effective.retentionDays = [own.retentionDays, least.retentionDays].compactMap(\.self).max()
        note(["enforcement"], own: own.enforcement.rawValue, holds: effective.enforcement.rawValue)
        note(["waivers", "maximum-days"], own: own.waivers.maximumDays, holds: effective.waivers.maximumDays)
        note(["limits", "file-bytes"], own: own.limits.fileBytes, holds: effective.limits.fileBytes)
        note(["retention", "days"], own: own.retentionDays ?? 0, holds: effective.retentionDays ?? 0)
        note(["review", "strict"], own: own.review.strict, holds: effective.review.strict)
    }

    /// Modes stay apart, for they depend on paths and tools. Agents of both are agents; people are a list that gives
    /// way.
    private mutating func settleAI() {
        let (own, least) = (repository.policy.ai, floor.policy.ai)
        effective.ai.floor = least.use
        effective.ai.humans = subset(own.humans, of: least.humans, ["ai", "humans"], key: Address.key)
        let known = Set(own.agents.map(Address.key))
        effective.ai.agents += least.agents.filter { !known.contains(Address.key($0)) }
        effective.ai.everyCommit = own.everyCommit || least.everyCommit
        effective.ai.lineShare = [own.lineShare, least.lineShare].compactMap(\.self).max()
        if floor[["ai", "form"]] != nil { effective.ai.form = least.form }
        note(["ai", "every-commit"], own: own.everyCommit, holds: effective.ai.everyCommit)
        note(["ai", "line-share"], own: own.lineShare ?? 0, holds: effective.ai.lineShare ?? 0)
        note(["ai", "form"], own: own.form.rawValue, holds: effective.ai.form.rawValue)
    }

    /// A sentence for a value that the repository wrote and that does not hold.
    private mutating func note<Value: Equatable>(_ keys: [String], own: Value, holds: Value) {
        guard repository[keys] != nil, own != holds else { return }
        limitations.append(
            "\(repository.node.file) sets \(keys.joined(separator: ".")) to \(own); "
                + "the organisation's policy makes it \(holds)"
        )
    }

    private func place(_ node: ConfigNode) -> String { "\(node.file) line \(node.line)" }
}
