// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Evidence
import Forge
import Gate
import Provenance

// What a run comes to.
extension CheckRun {
    func settle(_ state: GateState) -> Judgement {
        var policy = state.policy
        if isMonitoring { policy = policy.monitoring }
        var facts = state.facts
        facts.limitations += standingLimitations(state)
        let mask = MachineMask(environment, repository: what.repository ?? ".")
        facts.unjudged = facts.unjudged.map(mask.path)
        facts.configErrors = facts.configErrors.map(mask.folder)
        var range = state.range
        range.reasons = range.reasons.map(withoutAddresses)
        let ci = state.situation?.ci
        var run = Run(
            id: RunID.of(start: start, range: range, ci: ci),
            producer: Run.Producer(
                name: "aigate", version: Version.text, catalogue: Fingerprint.sha256(ToolCatalogue.embedded.bytes)),
            kind: state.kind,
            isAuthoritative: ci != nil && what.range == nil && what.now == nil && policyOptions.isFromBase
                && !isMonitoring,
            startedAt: start, finishedAt: what.now ?? Clock.now, arguments: environment.maskedArguments, ci: ci,
            repository: state.repository, range: range)
        run.inputs = state.given.inputs
        return Judgement(run: run, policy: policy, kinds: Checks.all, facts: facts)
    }

    private func standingLimitations(_ state: GateState) -> [String] {
        var sentences = ["AI use that left no trace cannot be seen"]
        let missing = state.policy.registers.missing
        if !missing.isEmpty {
            sentences.append("\(missing.map(\.subject).joined(separator: ", ")): no register is kept")
        }
        if state.kind.hasLanded, state.given.approvals == nil {
            sentences.append(
                "no approvals of a forge were given (--approvals): a trailer asserts a review, and anybody can write one"
            )
        }
        let binary = state.facts.commits.reduce(0) { $0 + $1.unread.count { $0.reason == .binary } }
        if binary > 0 {
            sentences.append(
                "\(binary) binary \(binary == 1 ? "file was" : "files were") not looked into (a NUL among its first 8,000 bytes "
                    + "makes a file binary, as in git, unless it is UTF-16 text)")
        }
        if Pseudonyms(environment.variables) == nil {
            sentences.append("people are not named: set \(Pseudonyms.variable) for pseudonyms")
        }
        return sentences
    }
}
