// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// What a person at a terminal or in a CI log reads. Ends with one line to search for.
package struct TextReport {
    package enum Verbosity: Sendable, CaseIterable {
        /// Findings and verdict.
        case quiet
        /// And what was judged by which policy, and what was not.
        case normal
        /// And every commit, check, monitored and waived finding.
        case verbose
    }

    package static func render(
        _ judgement: Judgement, color: Bool = false, verbosity: Verbosity = .normal, attachments: [Attachment] = []
    ) -> [UInt8] {
        var report = TextReport(judgement, Style(isOn: color), verbosity, attachments)
        report.write()
        return Array(report.text.utf8)
    }

    private let judgement: Judgement
    private let style: Style
    private let verbosity: Verbosity
    private let attachments: [Attachment]
    private var text = ""

    private init(_ judgement: Judgement, _ style: Style, _ verbosity: Verbosity, _ attachments: [Attachment]) {
        self.judgement = judgement
        self.style = style
        self.verbosity = verbosity
        self.attachments = attachments
    }

    private mutating func write() {
        if verbosity != .quiet {
            line(TerminalText.of(judgement.policySentence))
            line(TerminalText.of(judgement.populationText))
            if let text = judgement.unclassifiedText { line(TerminalText.of(text)) }
        }
        if verbosity == .verbose {
            writeRange()
            writeCommits()
            writeChecks()
        }
        writeFindings()
        for reason in judgement.unjudged { line(style.of(.failure, "could not judge: ") + TerminalText.of(reason)) }
        let limitations = judgement.limitations(with: attachments)
        if verbosity != .quiet, !limitations.isEmpty {
            line("not judged: " + limitations.map(TerminalText.of).joined(separator: "; "))
        }
        line(style.of(judgement.verdict == .pass ? .success : .failure, TerminalText.of(judgement.verdictLine)))
    }

    private mutating func writeFindings() {
        let findings = TextFindings(judgement, style, isVerbose: verbosity == .verbose)
        for finding in findings.lines() { line(finding) }
    }

    private mutating func writeRange() {
        for reason in judgement.run.range.reasons { line("range: \(TerminalText.of(reason))") }
        for source in judgement.policy.sources {
            let parts = [
                source.shownPath, source.commit.map { "at \($0.short)" }, source.sha256.map { "sha256:\($0)" },
            ]
            let place = parts.compactMap(\.self).joined(separator: " ")
            line("\(source.role): \(source.kind.rawValue) \(TerminalText.of(place))")
        }
        if !judgement.claimSources.isEmpty {
            line("claims: " + judgement.claimSources.map { TerminalText.of(outside($0.text)) }.joined(separator: "; "))
        }
        for (commit, reason) in judgement.excluded { line("left out: \(commit.short) \(TerminalText.of(reason))") }
    }

    private mutating func writeCommits() {
        for record in judgement.commits {
            line(style.of(.name, record.id.short) + " " + TerminalText.of(record.subject.text))
            let tools = record.ai.tools.map { outside($0.name) }.joined(separator: ", ")
            let sources = record.ai.evidence.map { "\($0.source.rawValue), \($0.grade.rawValue)" }
            var status = "AI \(record.ai.state.rawValue)" + (tools.isEmpty ? "" : ": \(tools)")
            status += sources.isEmpty ? "" : " (\(sources.joined(separator: "; ")))"
            line("  \(TerminalText.of(status)); review \(record.review.result.rawValue) \(record.review.level.code)")
            for reason in record.review.reasons { line("  review: \(TerminalText.of(reason))") }
            line("  \(counted(record.files, "file")), +\(record.addedLines) -\(record.removedLines) lines")
            for doubt in record.ai.hints.compactMap(\.doubt) { line("  hint: a trailer \(TerminalText.of(doubt))") }
            if let lines = record.lines { line("  lines by the note: \(lines.text)") }
            for source in record.claimSources where source.state != .read {
                line("  claims: \(TerminalText.of(outside(source.text)))")
            }
            for file in record.unread {
                line("  not looked into: \(TerminalText.of(file.path.visible)) (\(file.reason.rawValue))")
            }
        }
    }

    private mutating func writeChecks() {
        for check in judgement.checks {
            guard !check.isOff else {
                line("check \(check.about.id) off")
                continue
            }
            var parts = ["\(check.passed) passed"]
            if check.found > 0 { parts.append("\(check.found) with findings") }
            if !check.skipped.isEmpty { parts.append("\(check.skipped.count) skipped") }
            if !check.broke.isEmpty { parts.append(style.of(.failure, "\(check.broke.count) failed")) }
            line("check \(check.about.id) \(check.level.rawValue): " + parts.joined(separator: ", "))
        }
    }

    private mutating func line(_ line: String) {
        text += line
        text += "\n"
    }
}

/// Colours of a terminal, or none.
struct Style {
    /// What a piece of text is; SGR parameters of ECMA-48.
    enum Role: String {
        case failure = "1;31"
        case warning = "33"
        case success = "32"
        case name = "1"
        case remedy = "36"
        case quiet = "2"
    }

    let isOn: Bool

    /// The text must be safe to show already.
    func of(_ role: Role, _ text: String) -> String {
        isOn ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }
}
