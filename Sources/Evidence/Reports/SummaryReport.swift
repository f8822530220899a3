// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// `summary.md`, for a forge's job summary: verdict first, cut at the end of a section where it would grow too large.
/// Tables hold nothing from outside, since a backslash before a bar breaks out of a cell even within code.
package enum SummaryReport {
    /// GitHub refuses the whole summary from 1 MiB on.
    static let byteLimit = 900 << 10
    /// Room for the sentence that says what was cut.
    private static let reserve = 512

    package static func render(_ judgement: Judgement, attachments: [Attachment] = []) -> [UInt8] {
        var bytes = head(judgement, attachments)
        var shown = 0
        let wanted = judgement.findings.indices.filter {
            judgement.findings[$0].isOpen && judgement.findings[$0].level >= .warn
        }
        var last: ObjectID??
        for index in wanted {
            let judged = judgement.findings[index]
            var section = MarkdownText()
            if last == nil { section.add("\n## Findings\n") }
            if last != .some(judged.commit) { heading(judged.commit, &section) }
            last = .some(judged.commit)
            finding(judged, judgement, &section)
            guard bytes.count + section.bytes.count + reserve < byteLimit else { break }
            bytes += section.bytes
            shown += 1
        }
        if shown < wanted.count { bytes += cut(wanted.count - shown) }
        return bytes
    }

    /// Everything before the findings; what of it has no bound of its own is counted and not listed.
    private static func head(_ judgement: Judgement, _ attachments: [Attachment]) -> [UInt8] {
        var text = MarkdownText()
        text.add("# aigate: ")
        text.code(judgement.verdict.word)
        text.add("\n\n")
        text.code(judgement.verdictLine)
        text.add("\n\n")
        text.code(judgement.policySentence)
        text.add("\n\n")
        text.code(judgement.populationText)
        text.add("\n")
        if let sentence = judgement.unclassifiedText {
            text.add("\n")
            text.code(sentence)
            text.add("\n")
        }
        list("Could not judge", judgement.unjudged, &text)
        list("Not judged", judgement.limitations(with: attachments), &text)
        SummaryTasks.write(judgement, to: &text)
        checks(judgement, &text)
        return text.bytes
    }

    private static func list(_ title: StaticString, _ items: [String], _ text: inout MarkdownText) {
        guard !items.isEmpty else { return }
        let limit = 100
        text.add("\n## ")
        text.add(title)
        text.add("\n\n")
        for item in items.prefix(limit) {
            text.add("- ")
            text.code(VisibleText.of(item, limit: 1000))
            text.add("\n")
        }
        guard items.count > limit else { return }
        text.add("- and ")
        text.add(items.count - limit)
        text.add(" more in run.json\n")
    }

    private static func checks(_ judgement: Judgement, _ text: inout MarkdownText) {
        text.add("\n## Checks\n\n| check | level | passed | with findings | skipped | failed |\n")
        text.add("|---|---|--:|--:|--:|--:|\n")
        for check in judgement.checks where !check.isOff {
            text.add("| ")
            text.code(check.about.id)
            text.add(" | ")
            text.code(check.level.rawValue)
            for count in [check.passed, check.found, check.skipped.count, check.broke.count] {
                text.add(" | ")
                text.add(count)
            }
            text.add(" |\n")
        }
        let off = judgement.checks.filter(\.isOff)
        guard !off.isEmpty else { return }
        text.add("\nOff: ")
        text.code(off.map(\.about.id).joined(separator: ", "))
        text.add("\n")
    }

    private static func heading(_ commit: ObjectID?, _ text: inout MarkdownText) {
        text.add("\n### ")
        text.code(commit?.short ?? "range")
        text.add("\n\n")
    }

    private static func finding(_ judged: JudgedFinding, _ judgement: Judgement, _ text: inout MarkdownText) {
        text.add(judged.level == .block ? "- **block** " : "- **warn** ")
        text.code(judged.rule)
        if let place = judged.place {
            text.add(" at ")
            text.code(place)
        }
        text.add(": ")
        text.code(judged.finding.message.description)
        line("Line", judged.finding.excerpt?.text, &text)
        line("Fix", judged.finding.fix.description, &text)
        line("Note", FindingText.note(on: judged), &text)
        line("Waiver to propose", "- \(judgement.proposedWaiver(for: judged))", &text)
        text.add("\n")
    }

    private static func line(_ label: StaticString, _ value: String?, _ text: inout MarkdownText) {
        guard let value else { return }
        text.add("\n  - ")
        text.add(label)
        text.add(": ")
        text.code(value)
    }

    private static func cut(_ count: Int) -> [UInt8] {
        var text = MarkdownText()
        text.add("\n## Cut\n\nThis summary would have grown beyond 900 KiB: ")
        text.add(count)
        text.add(" further findings are in run.json and report.html of the same run.\n")
        return text.bytes
    }
}
