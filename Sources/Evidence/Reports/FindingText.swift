// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A finding in plain lines, without colours.
enum FindingText {
    /// `block secret/aws src/client.py:41: message`, and what became of it when it is not open.
    static func headline(_ index: Int, in judgement: Judgement) -> String {
        let judged = judgement.findings[index]
        let parts = [judged.level.rawValue, judged.rule, judged.commit?.short, judged.place]
        return parts.compactMap(\.self).joined(separator: " ") + ": \(judged.finding.message)"
            + (note(on: judged).map { " (\($0))" } ?? "")
    }

    /// The headline, the line itself, why it matters, what to do, and the waiver to propose.
    static func full(_ index: Int, in judgement: Judgement) -> [String] {
        let judged = judgement.findings[index]
        let why = judgement.about(judged.check)?.why
        return [
            headline(index, in: judgement), judged.finding.excerpt.map { "line: \($0.text)" }, why.map { "why: \($0)" },
            "fix: \(judged.finding.fix)", "fingerprint: \(judged.fingerprint)",
            "waiver to propose: \(judgement.proposedWaiver(for: judged))",
        ].compactMap(\.self)
    }

    /// What a waiver has to do with it; nil for a finding that none concerns.
    static func note(on judged: JudgedFinding) -> String? {
        switch judged.disposition {
        case .open: nil
        case .waived: judged.waiver.map { "waived until \($0.expires) by \($0.shownID)" }
        case .expiredWaiver: judged.expired.map { "its waiver \($0.shownID) expired on \($0.expires)" }
        }
    }
}

extension Judgement {
    func about(_ check: String) -> About? {
        checks.first { $0.about.id == check }?.about
    }
}
