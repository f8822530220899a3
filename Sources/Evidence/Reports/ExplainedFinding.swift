// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Why findings were judged so, for a person at a terminal: what, where, the level and each reason for it, never the
/// value.
package enum ExplainedFinding {
    /// Findings whose fingerprint begins so; nil where there is none.
    package static func render(_ judgement: Judgement, fingerprint: String) -> [UInt8]? {
        let found = judgement.findings.filter { $0.fingerprint.hasPrefix(fingerprint) }
        guard !found.isEmpty else { return nil }
        let texts = found.map { lines(on: $0, in: judgement).map { TerminalText.of($0) + "\n" }.joined() }
        return Array(texts.joined(separator: "\n").utf8)
    }

    private static func lines(on judged: JudgedFinding, in judgement: Judgement) -> [String] {
        let finding = judged.finding
        let place =
            judged.place.map { "at \($0)" } ?? "about the \(judged.commit == nil ? "range" : "commit") as a whole"
        return [
            "\(judged.level.rawValue) \(judged.rule): \(finding.message)",
            "  fingerprint  \(judged.fingerprint)",
            "  where        \((judged.commit.map { "\($0.short) " } ?? "") + place)",
            finding.excerpt.map { "  shown as     \($0.text)" },
            "  level        \(level(of: judged, in: judgement))",
        ].compactMap(\.self) + finding.basis.map { "  because      \($0)" } + [
            "  waiver       \(FindingText.note(on: judged) ?? "none: \(judgement.proposedWaiver(for: judged))")",
            "  fix          \(finding.fix)",
        ]
    }

    private static func level(of judged: JudgedFinding, in judgement: Judgement) -> String {
        guard let about = judgement.about(judged.check) else { return judged.level.rawValue }
        let byDefault = judged.finding.defaultLevel ?? about.level
        let days =
            [judgement.run.startedAt.day] + judgement.commits.filter { $0.id == judged.commit }.map(\.committedAt.day)
        let sources = judgement.policy.levelSources(
            of: about, rule: judged.finding.rule, path: judged.finding.place.path,
            on: days.max() ?? judgement.run.startedAt.day)
        guard !sources.isEmpty else { return "\(judged.level.rawValue), the default for it here: no policy sets one" }
        let said = sources.map { "\($0.whose) says \($0.level.rawValue)" }.joined(separator: ", ")
        return "\(judged.level.rawValue): \(said); the default would be \(byDefault.rawValue)"
    }
}
