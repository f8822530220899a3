// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The verdict on a range.
package enum Verdict: String, Sendable, CaseIterable {
    /// All was judged, nothing blocks.
    case pass
    /// Something blocks.
    case fail
    /// Something could not be judged.
    case incomplete
}

/// A finding with everything that was decided about it.
package struct JudgedFinding: Sendable {
    package let check: String
    package let commit: ObjectID?
    package let finding: Finding
    /// The level that holds, grace periods applied.
    package let level: Level
    package let fingerprint: String
    /// The waiver that lifts it.
    package let waiver: Waiver?
    /// A waiver that would have lifted it, but has expired.
    package let expired: Waiver?

    /// Counts towards the verdict.
    package var isOpen: Bool { waiver == nil }
    /// `check` or `check/rule`.
    package var rule: String { finding.rule.map { "\(check)/\($0)" } ?? check }
}

/// How one check went over the whole range.
package struct CheckSummary: Sendable {
    package let about: About
    package let level: Level
    /// Judged commits on which it found nothing, and those on which it did, was not applicable, or broke or saw a part.
    package let passed: Int
    package let found: Int
    package let skipped: [(commit: ObjectID?, reason: String)]
    package let broke: [(commit: ObjectID?, reason: String)]
    /// Judges the range, once.
    package let isRange: Bool
}

/// Everything that was decided about a range: settled once, in one place, and rendered by every report.
package struct Judgement: Sendable {
    package let run: Run
    package let policy: PolicySet
    /// In the order of the range: parents before children.
    package let commits: [CommitRecord]
    /// Commits of the range that were left out, and why: a forge's synthetic merge, commits before `since`.
    package let excluded: [(commit: ObjectID, reason: String)]
    package let checks: [CheckSummary]
    /// By commit in the order of the range, then path, line, check.
    package let findings: [JudgedFinding]
    /// What became of looking for claims beside the commits, a store each; empty where no history was looked at.
    package let claimSources: [ClaimSource]
    /// What became of the tasks that commits with AI in them name, by id.
    package let tasks: [TaskVerification]
    /// Why the verdict is `incomplete`; empty otherwise. Each ends with what to do about it.
    package let unjudged: [String]
    /// What the verdict does not cover: printed wherever it is printed.
    package let limitations: [String]
    package let verdict: Verdict
    /// Policy or command line could not be followed.
    package let isMisconfigured: Bool
    /// A failing verdict changes the exit code.
    package let isEnforced: Bool

    /// What Judgement is made of.
    package struct Facts {
        package var commits: [CommitRecord] = []
        package var excluded: [(commit: ObjectID, reason: String)] = []
        package var outcomes: [Outcome] = []
        package var claimSources: [ClaimSource] = []
        /// Of the commits that a finding concerns as a whole.
        package var patchIDs: [ObjectID: String] = [:]
        package var unjudged: [String] = []
        /// Mistakes in the policy or on the command line: nothing was judged by what they meant to say.
        package var configErrors: [String] = []
        package var limitations: [String] = []
        package var tasks: [TaskVerification] = []

        package init() {}
    }

    package init(run: Run, policy: PolicySet, kinds: [CheckKind], facts: Facts) {
        let today = run.startedAt.day
        let position = Dictionary(uniqueKeysWithValues: facts.commits.enumerated().map { ($1.id, $0) })
        var judged: [JudgedFinding] = []
        var unjudged = facts.configErrors + facts.unjudged
        let byCheck = Dictionary(grouping: facts.outcomes, by: \.check)

        checks = kinds.map { kind in
            let about = kind.about
            var found = 0
            var skipped: [(ObjectID?, String)] = []
            var broke: [(ObjectID?, String)] = []
            for outcome in byCheck[about.id] ?? [] {
                let place = outcome.commit.map { " on \($0.short)" } ?? ""
                switch outcome.result {
                case .found(let findings, let more), .cutOff(_, let findings, let more):
                    if case .cutOff(let files, _, _) = outcome.result {
                        // It counts once, and as what is not known: what was found stands among the findings.
                        let reason = Outcome.reason(of: files)
                        broke.append((outcome.commit, reason))
                        unjudged.append("check \(about.id) judged in part\(place): \(reason)")
                    } else {
                        found += 1
                    }
                    if more > 0 {
                        let place = outcome.commit.map { " in \($0.short)" } ?? ""
                        unjudged.append(
                            "\(more) more findings of \(about.id)\(place) were not judged one by one: mend the first, then run again"
                        )
                    }
                    // Dates in git are claims: the later day is the stricter one for grace periods and waivers alike.
                    let claimed = outcome.commit.flatMap { position[$0] }.map { facts.commits[$0].committedAt.day }
                    judged += Judgement.settle(
                        findings, of: about, commit: outcome.commit, policy: policy,
                        today: max(today, claimed ?? today),
                        patchID: outcome.commit.flatMap { facts.patchIDs[$0] })
                case .skipped(let reason): skipped.append((outcome.commit, reason))
                case .broke(let reason):
                    broke.append((outcome.commit, reason))
                    unjudged.append("check \(about.id) failed\(place): \(reason); please report it")
                }
            }
            // A check that lacks its register has judged no commit.
            let isOff =
                policy.isOff(about, on: today) || kind.register.map { !policy.registers.has($0) } ?? false
            let population = kind.isRange ? 1 : facts.commits.count
            return CheckSummary(
                about: about, level: policy.level(of: about, on: today),
                passed: isOff ? 0 : population - found - skipped.count - broke.count, found: found,
                skipped: skipped, broke: broke, isRange: kind.isRange)
        }

        for record in facts.commits {
            if record.messageBytes > CommitMessage.readLimit {
                unjudged.append(
                    "the message of \(record.id.short) has \(record.messageBytes) bytes, of which the middle was not read: shorten it"
                )
            }
            for file in record.unread where file.reason == .tooLarge {
                unjudged.append(
                    "\(record.id.short) \(file.path.visible) with \(file.bytes ?? 0) bytes is over limits.file-bytes or changes more "
                        + "lines than can be compared: raise the limit, or keep the file out of git")
            }
        }

        let order = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1.about.id, $0) })
        findings = judged.enumerated().sorted { left, right in
            func key(_ item: JudgedFinding) -> (Int, Int) {
                (item.commit.flatMap { position[$0] } ?? Int.max, item.finding.place.line ?? 0)
            }
            let (l, r) = (left.element, right.element)
            if key(l).0 != key(r).0 { return key(l).0 < key(r).0 }
            if l.finding.place.path != r.finding.place.path {
                return (l.finding.place.path ?? Path([])) < (r.finding.place.path ?? Path([]))
            }
            if key(l).1 != key(r).1 { return key(l).1 < key(r).1 }
            if l.check != r.check { return (order[l.check] ?? 0) < (order[r.check] ?? 0) }
            return left.offset < right.offset
        }.map(\.element)

        self.run = run
        self.policy = policy
        commits = facts.commits
        excluded = facts.excluded
        claimSources = facts.claimSources
        tasks = facts.tasks
        self.unjudged = unjudged
        limitations = policy.limitations + facts.limitations
        isMisconfigured = !facts.configErrors.isEmpty
        isEnforced = policy.enforcement == .enforce
        // A pipeline that tolerates findings must never tolerate a hole in the evidence.
        verdict =
            if !unjudged.isEmpty {
                .incomplete
            } else if judged.contains(where: { $0.isOpen && $0.level == .block }) {
                .fail
            } else {
                .pass
            }
    }

    private static func settle(
        _ findings: [Finding], of about: About, commit: ObjectID?, policy: PolicySet, today: Day, patchID: String?
    ) -> [JudgedFinding] {
        var seen: [String: Int] = [:]
        return findings.compactMap { finding in
            let level = policy.level(
                of: about, rule: finding.rule, path: finding.place.path, on: today, otherwise: finding.defaultLevel)
            guard level > .off else { return nil }
            // A finding in a file is the same finding on another branch; one about a commit belongs to its patch.
            func fingerprint(_ occurrence: Int) -> String {
                Fingerprint.of(
                    check: about.id, rule: finding.rule, path: finding.place.path, excerpt: finding.excerpt,
                    occurrence: occurrence, patchID: finding.place.path == nil ? patchID : nil)
            }
            let first = fingerprint(0)
            let occurrence = seen[first, default: 0]
            seen[first] = occurrence + 1
            let print = occurrence == 0 ? first : fingerprint(occurrence)
            let rule = finding.rule.map { "\(about.id)/\($0)" } ?? about.id
            let matching = policy.waivers.filter { waiver in
                guard waiver.rule == rule || waiver.rule == about.id else { return false }
                return switch waiver.scope {
                case .path(let pattern): finding.place.path.map { pattern.matches($0) } ?? false
                case .commit(let id): id == commit
                case .fingerprint(let value): value == print
                }
            }
            let holding = matching.first { $0.expires >= today }
            return JudgedFinding(
                check: about.id, commit: commit, finding: finding, level: level, fingerprint: print, waiver: holding,
                expired: holding == nil ? matching.first : nil)
        }
    }
}

extension Judgement {
    package var blocking: Int { findings.count { $0.isOpen && $0.level == .block } }
    package var warnings: Int { findings.count { $0.isOpen && $0.level == .warn } }
    package var monitored: Int { findings.count { $0.isOpen && $0.level == .monitor } }
    package var waived: Int { findings.count { !$0.isOpen } }

    /// Waivers that lifted nothing in this range.
    package var unusedWaivers: [Waiver] {
        let used = Set(findings.compactMap(\.waiver))
        return policy.waivers.filter { !used.contains($0) }
    }

    /// How the process ends: 0 judged and nothing blocks, 1 something blocks, 2 the policy or command line is wrong, 3
    /// something could not be judged.
    package var exitCode: Int32 {
        if isMisconfigured { return 2 }
        return switch verdict {
        case .pass: 0
        case .fail: isEnforced ? 1 : 0
        case .incomplete: 3
        }
    }

    /// The waiver entry to propose for a finding, as YAML for `.aigate/waivers.yml`.
    package func proposedWaiver(for finding: JudgedFinding) -> String {
        let days = min(policy.repository.waivers.defaultDays, policy.maximumWaiverDays)
        return "{rule: \(finding.rule), fingerprint: \(finding.fingerprint), reason: \"...\", owner: \"...\", "
            + "expires: \(run.startedAt.day.adding(days: days))}"
    }
}
