// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What the checks said so far, for a check that asks about others.
package struct CheckResults: Sendable {
    private var flagged: [String: Set<ObjectID?>] = [:]
    private var unjudged: [String: [(commit: ObjectID?, reason: String)]] = [:]
    private let ran: Set<String>

    /// `ran`: ids of the checks that judged. `isSerious`: a finding that warns or blocks.
    package init(_ outcomes: [Outcome], ran: Set<String>, isSerious: (Finding, String) -> Bool) {
        self.ran = ran
        for outcome in outcomes {
            switch outcome.result {
            case .found(_, let more), .cutOff(_, _, let more):
                guard more > 0 || outcome.findings.contains(where: { isSerious($0, outcome.check) }) else { break }
                flagged[outcome.check, default: []].insert(outcome.commit)
            case .skipped(let reason), .broke(let reason):
                unjudged[outcome.check, default: []].append((outcome.commit, reason))
            }
            if case .cutOff(let files, _, _) = outcome.result {
                unjudged[outcome.check, default: []].append((outcome.commit, Outcome.reason(of: files)))
            }
        }
    }

    /// Whether a check found nothing that warns or blocks on the commits, nor in the range as a whole.
    func condition(_ check: String, on commits: Set<ObjectID>) -> TaskVerification.Condition {
        func condition(_ state: TaskVerification.State, _ why: String) -> TaskVerification.Condition {
            TaskVerification.Condition("check \(check)", state, why)
        }
        guard ran.contains(check) else { return condition(.notCheckable, "it is off, or lacks its register") }
        func concerns(_ commit: ObjectID?) -> Bool { commit.map(commits.contains) ?? true }
        if let places = flagged[check], places.contains(where: concerns) {
            return condition(.notMet, "it has findings that warn or block")
        }
        if let entry = unjudged[check]?.first(where: { concerns($0.commit) }) {
            return condition(.notCheckable, entry.reason)
        }
        return condition(.met, "it found nothing that warns or blocks")
    }
}
