// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Runs checks on values and keeps what they say; a check that throws does not stop the others.
package struct Judge: Sendable {
    /// Findings of one check on one commit that are kept, the strictest first; the rest is counted.
    package static let findingLimit = 1000

    private let commitChecks: [Entry<any CommitCheck>]
    private let rangeChecks: [Entry<any RangeCheck>]
    /// Checks that lack their register.
    private let unable: [(about: About, register: Registers.Part)]
    private let words: WordIndex
    private let policy: PolicySet
    private let today: Day

    /// A class, so that what a check says of itself is not copied for each commit.
    private final class Entry<Kind: Sendable>: Sendable {
        let about: About
        let check: Kind

        init(_ about: About, _ check: Kind) {
            self.about = about
            self.check = check
        }
    }

    /// Makes every check that the policy has not switched off. Throws `ConfigError` for settings that make no sense.
    package init(_ kinds: [CheckKind], policy: PolicySet, today: Day) throws {
        self.policy = policy
        self.today = today
        var commitChecks: [Entry<any CommitCheck>] = []
        var rangeChecks: [Entry<any RangeCheck>] = []
        var unable: [(About, Registers.Part)] = []
        for kind in kinds where !policy.isOff(kind.about, on: today) {
            let member = try kind.makeMember(policy.settings(of: kind.about.id))
            if let register = kind.register, !policy.registers.has(register) {
                unable.append((kind.about, register))
                continue
            }
            // A cast would look through every conformance of the program.
            switch member {
            case .commit(let check): commitChecks.append(Entry(kind.about, check))
            case .range(let check): rangeChecks.append(Entry(kind.about, check))
            }
        }
        self.commitChecks = commitChecks
        words = WordIndex(commitChecks.map { type(of: $0.check) })
        self.rangeChecks = rangeChecks
        self.unable = unable
    }

    package func judge(_ change: CommitChange) -> [Outcome] {
        let change = words.found(in: change)
        let handWritten = change.files.contains { $0.mark != nil } ? change.handWritten : change
        let isCutOff = change.isCutOff
        var outcomes: [Outcome] = []
        for entry in commitChecks {
            let seen = entry.about.judgesGeneratedFiles ? change : handWritten
            let cutOff = isCutOff ? seen.cutOff(of: entry.about.id).filter(entry.check.needsAllWords).map(\.path) : []
            let result: Result<[Finding], any Error>
            do {
                let findings = try entry.check.findings(in: seen)
                if findings.isEmpty, cutOff.isEmpty { continue }
                result = .success(findings)
            } catch {
                result = .failure(error)
            }
            if let outcome = outcome(entry.about, change.commit.id, result, cutOff) { outcomes.append(outcome) }
        }
        return outcomes
    }

    /// Notes the files of a commit that range checks want to see. `position`: of the commit in the range.
    package func note(_ change: CommitChange, position: Int, into touches: inout Touches) {
        guard !change.files.isEmpty else { return }
        let handWritten = change.files.contains { $0.mark != nil } ? change.handWritten : change
        let renamed = change.files.filter { $0.status == .renamed }
        let oldPaths = Dictionary(renamed.map { ($0.path, $0.oldPath) }) { first, _ in first }
        for entry in rangeChecks {
            let paths =
                entry.about.judgesGeneratedFiles
                ? entry.check.concerned(in: change) : entry.check.concerned(in: handWritten)
            for path in paths {
                let touch = Touch(
                    path: path, commit: change.commit.id, isAIMarked: change.provenance.ai.isMarked,
                    oldPath: oldPaths[path].flatMap(\.self))
                touches.add(touch, check: entry.about.id, position: position)
            }
        }
    }

    /// `commits`: what was said of the single commits.
    package func judge(_ facts: RangeFacts, _ touches: Touches, after commits: [Outcome] = []) -> RangeJudgement {
        let first =
            outcomes(facts, touches, ofTasks: false)
            + unable.map {
                Outcome(check: $0.about.id, commit: nil, result: .skipped("there is no \($0.register.path)"))
            }
        guard facts.records.contains(where: { $0.taskWork != nil }) else {
            return RangeJudgement(outcomes: first + outcomes(facts, touches, ofTasks: true), tasks: [])
        }
        let facts = facts.verifying(results(of: commits + first))
        return RangeJudgement(outcomes: first + outcomes(facts, touches, ofTasks: true), tasks: facts.tasks)
    }

    private func outcomes(_ facts: RangeFacts, _ touches: Touches, ofTasks: Bool) -> [Outcome] {
        rangeChecks.filter { $0.check.judgesTasks == ofTasks }.compactMap { entry in
            outcome(
                entry.about, nil, Result { try entry.check.findings(in: facts.touching(touches.of(entry.about.id))) })
        }
    }

    private func results(of outcomes: [Outcome]) -> CheckResults {
        let judging = commitChecks.map(\.about) + rangeChecks.map(\.about)
        let abouts = Dictionary(uniqueKeysWithValues: judging.map { ($0.id, $0) })
        return CheckResults(outcomes, ran: Set(abouts.keys)) { finding, check in
            abouts[check].map { level(of: finding, $0) >= .warn } ?? false
        }
    }

    private func outcome(
        _ about: About, _ commit: ObjectID?, _ result: Result<[Finding], any Error>, _ cutOff: [Path] = []
    ) -> Outcome? {
        func outcome(_ findings: [Finding], more: Int = 0) -> Outcome {
            Outcome(
                check: about.id, commit: commit,
                result: cutOff.isEmpty ? .found(findings, more: more) : .cutOff(cutOff, found: findings, more: more))
        }
        do {
            // The strictest first, so that a flood of what nobody minds never hides what blocks.
            let found = try result.get().map { (finding: $0, level: level(of: $0, about)) }.filter { $0.level > .off }
            guard !found.isEmpty || !cutOff.isEmpty else { return nil }
            guard found.count > Judge.findingLimit else { return outcome(found.map(\.finding)) }
            let ranked = found.enumerated().sorted { ($1.element.level, $0.offset) < ($0.element.level, $1.offset) }
            let kept = ranked.prefix(Judge.findingLimit).sorted { $0.offset < $1.offset }.map(\.element.finding)
            let rest = ranked.dropFirst(Judge.findingLimit)
            let more = rest.count { $0.element.level > .monitor }
            return outcome(kept, more: more)
        } catch let error as NotApplicable {
            return Outcome(check: about.id, commit: commit, result: .skipped(error.reason))
        } catch {
            return Outcome(check: about.id, commit: commit, result: .broke(VisibleText.of("\(error)", limit: 300)))
        }
    }

    private func level(of finding: Finding, _ about: About) -> Level {
        policy.level(
            of: about, rule: finding.rule, path: finding.place.path, on: today, otherwise: finding.defaultLevel)
    }
}

/// What came of judging a range as a whole.
package struct RangeJudgement: Sendable {
    package let outcomes: [Outcome]
    /// By id.
    package let tasks: [TaskVerification]
}
