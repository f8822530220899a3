// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Makes the suites of a judgement.
struct JUnitSuites {
    /// Bytes that the texts of failures may take in all; GitLab accepts 30 MB a file.
    private static let textBudget = 8 << 20

    private let judgement: Judgement
    private let places: FindingPlaces
    private let isFolded: Bool
    private let commits: [ObjectID]
    /// Of commits, unique in the range.
    private let names: [ObjectID: String]
    private var textLeft = JUnitSuites.textBudget

    init(_ judgement: Judgement) {
        self.judgement = judgement
        places = FindingPlaces(judgement)
        commits = judgement.commits.map(\.id)
        let areUnique = Set(commits.map(\.short)).count == commits.count
        names = Dictionary(uniqueKeysWithValues: commits.map { ($0, areUnique ? $0.short : $0.hex) })
        let single = judgement.checks.count { $0.isOff || $0.isRange || $0.skippedOnAll != nil }
        let cases = single + (judgement.checks.count - single) * commits.count
        isFolded = cases > JUnitReport.caseLimit
    }

    mutating func all() -> [JUnitSuite] {
        var suites = [rangeSuite]
        for check in judgement.checks {
            let suite = suite(of: check)
            // Jenkins drops a suite without cases.
            if !suite.cases.isEmpty { suites.append(suite) }
        }
        return suites
    }

    /// One case on the range itself: whether all of it could be judged.
    private var rangeSuite: JUnitSuite {
        var suite = JUnitSuite(name: "range")
        let run = judgement.run
        suite.properties = [
            ("aigate.run", run.id), ("aigate.version", run.producer.version), ("aigate.range", outside(run.range.spec)),
            ("aigate.policy", judgement.policyText), ("aigate.verdict", judgement.verdict.rawValue),
            ("aigate.enforced", String(judgement.isEnforced)),
        ]
        let result: JUnitCase.Result =
            if let first = judgement.unjudged.first {
                .error(message: first, text: judgement.unjudged.joined(separator: "\n"))
            } else { .passed }
        let isEmpty = judgement.commits.isEmpty && judgement.unjudged.isEmpty
        suite.cases = [
            JUnitCase(
                name: isEmpty ? "range \(judgement.rangeText): no commits to judge" : "range \(judgement.rangeText)",
                result: result)
        ]
        suite.output = [judgement.verdictLine] + judgement.limitations.map { "not judged: \($0)" }
        return suite
    }

    private mutating func suite(of check: CheckSummary) -> JUnitSuite {
        var suite = JUnitSuite(name: check.about.id)
        suite.output = [check.about.title]
        guard !check.isOff else {
            suite.cases = [JUnitCase(name: check.about.id, result: .skipped("off: the policy does not ask for it"))]
            return suite
        }
        if let reason = check.skippedOnAll {
            suite.cases = [JUnitCase(name: check.about.id, result: .skipped(outside(reason)))]
            return suite
        }
        var folded = FoldedCases(check: check.about.id)
        let skipped = Dictionary(check.skipped.map { ($0.commit, $0.reason) }) { first, _ in first }
        let broke = Dictionary(check.broke.map { ($0.commit, $0.reason) }) { first, _ in first }
        let all = Dictionary(uniqueKeysWithValues: places.found(by: check).map { ($0.commit, $0.findings) })
        for commit in check.isRange ? [nil] : commits.map(Optional.init) {
            let found = all[commit] ?? []
            // By far the most, in a long range.
            if isFolded, found.isEmpty, skipped[commit] == nil, broke[commit] == nil {
                folded.pass(note: false)
                continue
            }
            let name = "\(check.about.id) \(commit.flatMap { names[$0] } ?? "range")"
            let mild = found.filter { !blocks($0) }
            suite.output += mild.map { FindingText.headline($0, in: judgement) }
            if let reason = broke[commit] {
                let message = "\(check.about.id) could not be judged: \(outside(reason))"
                suite.cases.append(JUnitCase(name: name, result: .error(message: message, text: message)))
            } else if found.contains(where: blocks) {
                suite.cases.append(JUnitCase(name: name, result: failure(found)))
            } else if let reason = skipped[commit] {
                if isFolded {
                    folded.skip(outside(reason))
                } else {
                    suite.cases.append(JUnitCase(name: name, result: .skipped(outside(reason))))
                }
            } else if isFolded {
                folded.pass(note: !mild.isEmpty)
            } else {
                suite.cases.append(JUnitCase(name: name + note(on: mild), result: .passed))
            }
        }
        suite.cases += folded.cases
        if isFolded {
            suite.output.insert(
                "more than \(JUnitReport.caseLimit) cases: those that passed or were skipped are folded", at: 1)
        }
        return suite
    }

    private func blocks(_ index: Int) -> Bool {
        judgement.findings[index].isOpen && judgement.findings[index].level == .block
    }

    private mutating func failure(_ found: [Int]) -> JUnitCase.Result {
        let blocking = found.filter(blocks)
        let first = judgement.findings[blocking[0]].finding.message.description
        let message = blocking.count == 1 ? first : "\(first) (and \(blocking.count - 1) more)"
        var text = message
        for index in blocking {
            guard text.utf8.count < min(textLeft, XMLWriter.textLimit) else {
                text += "\n... run.json has the rest"
                break
            }
            text += "\n\n" + FindingText.full(index, in: judgement).joined(separator: "\n")
        }
        textLeft -= text.utf8.count
        return .failure(message: message, text: text)
    }

    /// ` (2 warnings, 1 waived)`.
    private func note(on found: [Int]) -> String {
        guard !found.isEmpty else { return "" }
        let findings = found.map { judgement.findings[$0] }
        let warnings = findings.count { $0.isOpen && $0.level == .warn }
        let monitored = findings.count { $0.isOpen && $0.level == .monitor }
        let waived = findings.count { !$0.isOpen }
        let parts = [
            warnings > 0 ? counted(warnings, "warning") : nil, monitored > 0 ? "\(monitored) monitored" : nil,
            waived > 0 ? "\(waived) waived" : nil,
        ]
        return " (" + parts.compactMap(\.self).joined(separator: ", ") + ")"
    }
}

/// What one check's passing and skipped cases become where there are too many of them.
private struct FoldedCases {
    let check: String
    private var passed = 0
    private var noted = 0
    private var reasons: [String] = []
    private var skipped: [String: Int] = [:]

    init(check: String) {
        self.check = check
    }

    mutating func pass(note: Bool) {
        passed += 1
        if note { noted += 1 }
    }

    mutating func skip(_ reason: String) {
        if skipped[reason] == nil { reasons.append(reason) }
        skipped[reason, default: 0] += 1
    }

    var cases: [JUnitCase] {
        var cases: [JUnitCase] = []
        if passed > 0 {
            let note = noted > 0 ? ", \(noted) of them with findings that do not block" : ""
            cases.append(JUnitCase(name: "\(check): \(counted(passed, "case")) passed\(note)", result: .passed))
        }
        for (index, reason) in reasons.enumerated() {
            let count = skipped[reason] ?? 0
            let name = "\(check): \(counted(count, "case")) skipped" + (index > 0 ? " (reason \(index + 1))" : "")
            cases.append(JUnitCase(name: name, result: .skipped(reason)))
        }
        return cases
    }
}

extension CheckSummary {
    /// Why a check of commits judged none: it lacks its register.
    fileprivate var skippedOnAll: String? {
        isRange ? nil : skipped.first { $0.commit == nil }?.reason
    }

    /// Nobody asked for it: it was not run on anything.
    var isOff: Bool { level == .off && passed == 0 && found == 0 && skipped.isEmpty && broke.isEmpty }
}
