// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Runs checks on values and keeps what they say; a check that throws does not stop the others.
package struct Judge: Sendable {
    /// Findings of one check on one commit that are kept; a file made of nothing else must not fill the memory.
    package static let findingLimit = 1000

    private let commitChecks: [(about: About, check: any CommitCheck)]
    private let rangeChecks: [(about: About, check: any RangeCheck)]
    /// In the order of the report, those that are off included.
    package let kinds: [CheckKind]

    /// Makes every check that the policy has not switched off. Throws `ConfigError` for settings that make no sense.
    package init(_ kinds: [CheckKind], policy: PolicySet, today: Day) throws {
        self.kinds = kinds
        var commitChecks: [(About, any CommitCheck)] = []
        var rangeChecks: [(About, any RangeCheck)] = []
        for kind in kinds where !policy.isOff(kind.about, on: today) {
            let check = try kind.make(policy.settings(of: kind.about.id))
            if let check = check as? any CommitCheck { commitChecks.append((kind.about, check)) }
            if let check = check as? any RangeCheck { rangeChecks.append((kind.about, check)) }
        }
        self.commitChecks = commitChecks
        self.rangeChecks = rangeChecks
    }

    package func judge(_ change: CommitChange) -> [Outcome] {
        let handWritten = change.files.contains { $0.mark != nil } ? change.handWritten : change
        return commitChecks.compactMap { about, check in
            outcome(about.id, change.commit.id) {
                try check.findings(in: about.judgesGeneratedFiles ? change : handWritten)
            }
        }
    }

    package func judge(_ facts: RangeFacts) -> [Outcome] {
        rangeChecks.compactMap { about, check in
            outcome(about.id, nil) { try check.findings(in: facts) }
        }
    }

    private func outcome(_ id: String, _ commit: ObjectID?, _ findings: () throws -> [Finding]) -> Outcome? {
        do {
            let found = try findings()
            guard !found.isEmpty else { return nil }
            let kept = Array(found.prefix(Judge.findingLimit))
            return Outcome(check: id, commit: commit, result: .found(kept, more: found.count - kept.count))
        } catch let error as NotApplicable {
            return Outcome(check: id, commit: commit, result: .skipped(error.reason))
        } catch {
            return Outcome(check: id, commit: commit, result: .broke(VisibleText.of("\(error)", limit: 300)))
        }
    }
}
