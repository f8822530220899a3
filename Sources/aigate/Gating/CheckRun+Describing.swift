// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git

// Names by which the range and its commits are found again.
extension CheckRun {
    /// Patch ids: of the range, and of the commits that a finding concerns as a whole.
    func describe(_ state: inout GateState, _ repository: Repository) throws {
        let concerned = Set(
            state.facts.outcomes.compactMap { outcome in
                outcome.findings.contains { $0.place.path == nil } ? outcome.commit : nil
            })
        var isComplete = true
        for commit in concerned where !commit.isZero {
            let id = try repository.patchID(of: commit)
            state.facts.patchIDs[commit] = id
            isComplete = isComplete && id != nil
        }
        if state.range.patchID == nil { state.range = try described(state.range, in: repository) }
        if state.range.headTree != nil { isComplete = isComplete && state.range.patchID != nil }
        if !isComplete {
            let limits = Repository.patchIDLimits
            state.facts.limitations.append(
                "patch ids are missing where a file has more than \(limits.lines) lines or \(limits.bytes) bytes")
        }
    }

    /// What the end of the run needs, found out while the rules are compiled.
    func describeEarly(_ state: inout GateState, _ repository: Repository) {
        guard state.range.patchID == nil else { return }
        do { state.range = try described(state.range, in: repository) } catch {
            // An object that is missing is met again when the commits are judged, and told then.
        }
    }

    func described(_ range: CommitRange, in repository: Repository) throws -> CommitRange {
        guard let head = range.headTree else { return range }
        var range = range
        let base = try (range.mergeBase ?? range.base).map { try repository.commit($0).tree }
        range.patchID = try repository.patchID(from: base, to: head)
        range.filesDigest = try repository.filesDigest(from: base, to: head)
        return range
    }
}
