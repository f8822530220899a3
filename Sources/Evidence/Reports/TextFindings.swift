// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The findings of a text report, under their commits.
struct TextFindings {
    /// Findings that are shown, unless everything is asked for.
    static let limit = 200
    /// Findings of one rule that are explained; the others are named.
    static let explained = 3

    private let judgement: Judgement
    private let style: Style
    private let isVerbose: Bool
    private let subjects: [ObjectID: String]

    init(_ judgement: Judgement, _ style: Style, isVerbose: Bool) {
        self.judgement = judgement
        self.style = style
        self.isVerbose = isVerbose
        let concerned = Set(judgement.findings.compactMap(\.commit))
        subjects = Dictionary(
            uniqueKeysWithValues: judgement.commits.filter { concerned.contains($0.id) }.map {
                ($0.id, $0.subject.text)
            })
    }

    func lines() -> [String] {
        let wanted = judgement.findings.indices.filter { isVerbose || isProblem($0) }
        let shown = isVerbose ? wanted : chosen(from: wanted)
        var lines: [String] = []
        var seen: [String: Int] = [:]
        var fixes: Set<String> = []
        var last: ObjectID??
        for index in shown {
            let judged = judgement.findings[index]
            if last != .some(judged.commit) { lines.append(heading(judged.commit)) }
            last = .some(judged.commit)
            seen[judged.rule, default: 0] += 1
            let isExplained = seen[judged.rule, default: 0] <= TextFindings.explained
            let hasNewFix = fixes.insert(judged.finding.fix.description).inserted
            lines += finding(judged, why: isExplained, fix: isExplained || hasNewFix)
        }
        if shown.count < wanted.count {
            lines.append("and \(wanted.count - shown.count) more in run.json (-v shows all)")
        }
        return lines
    }

    private func isProblem(_ index: Int) -> Bool {
        judgement.findings[index].isOpen && judgement.findings[index].level >= .warn
    }

    /// What blocks comes before what warns when there is no room for both; shown in the order of the range.
    private func chosen(from wanted: [Int]) -> [Int] {
        let blocking = wanted.filter { judgement.findings[$0].level == .block }
        let others = wanted.filter { judgement.findings[$0].level != .block }
        return (blocking + others).prefix(TextFindings.limit).sorted()
    }

    private func heading(_ commit: ObjectID?) -> String {
        guard let commit else { return style.of(.name, "range \(TerminalText.of(judgement.rangeText))") }
        return style.of(.name, commit.short) + " " + TerminalText.of(subjects[commit] ?? "")
    }

    private func finding(_ judged: JudgedFinding, why: Bool, fix: Bool) -> [String] {
        let level = style.of(
            judged.level == .block ? .failure : judged.level == .warn ? .warning : .quiet, judged.level.rawValue)
        let headline = [judged.rule, judged.place, judged.finding.excerpt?.text].compactMap(\.self)
            .map(TerminalText.of).joined(separator: "  ")
        let about = judgement.about(judged.check)
        let details = [
            TerminalText.of(judged.finding.message.description),
            why ? about.map { "why: \(TerminalText.of($0.why))" } : nil,
            fix ? style.of(.remedy, "fix: " + TerminalText.of(judged.finding.fix.description)) : nil,
            FindingText.note(on: judged).map(TerminalText.of),
            style.of(.quiet, "waiver: - " + TerminalText.of(judgement.proposedWaiver(for: judged))),
        ]
        return ["  \(level) \(headline)"] + details.compactMap { $0.map { "        \($0)" } }
    }
}
