// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Which findings belong to which check, commit and waiver. Findings are named by their index in the judgement.
struct FindingPlaces {
    /// What became of a check on one commit, where it did not simply pass.
    enum Status: String, CaseIterable {
        case fail, warn, monitor, waived, skipped, error
    }

    struct Entry {
        let commit: ObjectID?
        let status: Status
        let reason: String?
        let findings: [Int]
    }

    private struct Place: Hashable {
        let check: String
        let commit: ObjectID?
    }

    /// By check, in the order of the findings.
    private let byCheck: [String: [(commit: ObjectID?, findings: [Int])]]
    /// Waivers that lifted something, in the order of the findings.
    let waivers: [(waiver: Waiver, findings: [Int])]

    init(_ judgement: Judgement) {
        var byPlace: [Place: [Int]] = [:]
        var byCheck: [String: [ObjectID?]] = [:]
        var byWaiver: [Waiver: [Int]] = [:]
        var waivers: [Waiver] = []
        for (index, finding) in judgement.findings.enumerated() {
            let place = Place(check: finding.check, commit: finding.commit)
            if byPlace[place] == nil { byCheck[finding.check, default: []].append(finding.commit) }
            byPlace[place, default: []].append(index)
            guard let waiver = finding.waiver else { continue }
            if byWaiver[waiver] == nil { waivers.append(waiver) }
            byWaiver[waiver, default: []].append(index)
        }
        self.byCheck = Dictionary(
            uniqueKeysWithValues: byCheck.map { check, commits in
                (check, commits.map { ($0, byPlace[Place(check: check, commit: $0)] ?? []) })
            })
        self.waivers = waivers.map { ($0, byWaiver[$0] ?? []) }
    }

    /// The commits on which a check found something, with what it found.
    func found(by check: CheckSummary) -> [(commit: ObjectID?, findings: [Int])] {
        byCheck[check.about.id] ?? []
    }

    /// Everything but passes: findings first, then what was skipped, then what broke.
    func entries(of check: CheckSummary, in judgement: Judgement) -> [Entry] {
        found(by: check).map { commit, findings in
            Entry(commit: commit, status: status(of: findings, in: judgement), reason: nil, findings: findings)
        }
            + check.skipped.map { Entry(commit: $0.commit, status: .skipped, reason: $0.reason, findings: []) }
            + check.broke.map { Entry(commit: $0.commit, status: .error, reason: $0.reason, findings: []) }
    }

    /// The worst of several findings.
    func status(of findings: [Int], in judgement: Judgement) -> Status {
        let levels = findings.map { judgement.findings[$0] }.filter(\.isOpen).map(\.level)
        return switch levels.max() {
        case .block: .fail
        case .warn: .warn
        case .monitor, .off: .monitor
        case nil: .waived
        }
    }
}
