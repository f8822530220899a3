// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// `1 commit`, `2 commits`.
func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count) " + (count == 1 ? noun : plural ?? noun + "s")
}

extension Verdict {
    /// As the last line of the text has it.
    var word: String {
        switch self {
        case .pass: "PASS"
        case .fail: "FAIL"
        case .incomplete: "INCOMPLETE"
        }
    }
}

/// What became of a finding.
package enum Disposition: String, CaseIterable, Sendable {
    case open
    case waived
    /// A waiver would have lifted it, but has run out.
    case expiredWaiver = "expired-waiver"
}

extension JudgedFinding {
    var disposition: Disposition {
        if waiver != nil { .waived } else if expired != nil { .expiredWaiver } else { .open }
    }

    /// `path:line`, or the line of the commit message; nil for a finding about the whole commit or range.
    var place: String? {
        let line = finding.place.line
        guard let path = finding.place.path else { return line.map { "message:\($0)" } }
        return path.visible + (line.map { ":\($0)" } ?? "")
    }
}

extension Judgement {
    /// `3f2c1ab..d41e7c0`, with what is known of it.
    var rangeText: String {
        guard let head = run.range.head else { return outside(run.range.spec) }
        guard let base = run.range.base else { return "everything up to \(head.short)" }
        return "\(base.short)..\(head.short)"
    }

    /// The source of the policy in a sentence, for the first line.
    var policySentence: String {
        guard let source = policy.sources.first(where: { $0.role == "policy" }) else { return "no policy" }
        let place = source.commit.map { " at \($0.short)" } ?? ""
        switch source.kind {
        case .builtIn: return "no policy\(place): built-in defaults (aigate init writes one)"
        case .commit, .file: return "policy \(source.shownPath ?? "")\(place), \(source.digestText)"
        }
    }

    /// The policy in the verdict line.
    var policyText: String {
        guard let source = policy.sources.first(where: { $0.role == "policy" }) else { return "no policy" }
        switch source.kind {
        case .builtIn: return "policy built-in"
        case .commit: return "policy \(source.digestText) from \(source.commit?.short ?? "an unknown commit")"
        case .file: return "policy \(source.digestText) from a file"
        }
    }

    /// `1 blocking, 0 warnings, 2 waived`; waived only where there are any.
    var countsText: String {
        "\(blocking) blocking, \(counted(warnings, "warning"))" + (waived > 0 ? ", \(waived) waived" : "")
    }

    /// The line to search a log for.
    var verdictLine: String {
        let monitor = isEnforced ? "" : verdict == .fail ? " (monitor: exit 0)" : " (monitor)"
        return "aigate: \(verdict.word) \(countsText); \(counted(commits.count, "commit")) \(rangeText); "
            + policyText + monitor
    }

    /// What was judged, and the AI use and review in it.
    var populationText: String {
        guard !commits.isEmpty else {
            return unjudged.isEmpty ? "no commits in the range: nothing to judge" : "no commit was judged"
        }
        let files = commits.reduce(0) { $0 + $1.files }
        let added = commits.reduce(0) { $0 + $1.addedLines }
        return "\(counted(commits.count, "commit")), \(counted(files, "file")), +\(counted(added, "line")); \(aiText)"
            + (reviewText.map { "; \($0)" } ?? "")
    }

    /// Files of AI-marked commits whose class of data is the default, counted once a commit; nil without a register.
    var unclassified: Int? {
        policy.registers.data == nil ? nil : commits.reduce(0) { $0 + $1.unclassified }
    }

    /// The same in words; nil where there are none.
    var unclassifiedText: String? {
        guard let data = policy.registers.data, let count = unclassified, count > 0 else { return nil }
        let verb = count == 1 ? "has" : "have"
        return
            "\(counted(count, "file")) of AI-marked commits \(verb) no data class of \(count == 1 ? "its" : "their") own: "
            + "'\(data.defaultClass.id)' by default"
    }

    /// Which tools took part in how many commits; never says that none did.
    var aiText: String {
        func part(_ state: AIStatus.State, _ words: String) -> String? {
            // By index: a record is large to copy.
            let matching = commits.indices.filter { commits[$0].ai.state == state }
            guard !matching.isEmpty else { return nil }
            var names: [String] = []
            for tool in matching.flatMap({ commits[$0].ai.tools }) where !names.contains(tool.name) {
                names.append(tool.name)
            }
            let shown = names.sorted().map(outside)
            let count = matching.count == commits.count ? "" : " (\(counted(matching.count, "commit")))"
            return words + (shown.isEmpty ? "" : ": " + shown.joined(separator: ", ")) + count
        }
        let parts = [
            part(.declared, "AI declared"), part(.detected, "AI detected but not declared"),
            part(.declaredWithout, "declared without AI"),
        ]
        let found = parts.compactMap(\.self)
        return found.isEmpty ? "no evidence of AI" : found.joined(separator: ", ")
    }

    /// How the commits that ask for a review stand; nil when none does.
    var reviewText: String? {
        var counts: [ReviewState.Result: Int] = [:]
        for index in commits.indices { counts[commits[index].review.result, default: 0] += 1 }
        let parts = ReviewState.Result.allCases.compactMap { result -> String? in
            guard result != .notRequired, let count = counts[result] else { return nil }
            return result.rawValue + (count == commits.count ? "" : " (\(count))")
        }
        return parts.isEmpty ? nil : "review " + parts.joined(separator: ", ")
    }

    /// What the verdict does not cover, with what the attachments add to it.
    func limitations(with attachments: [Attachment]) -> [String] {
        limitations + (attachments.isEmpty ? [] : [Attachment.limitation])
    }
}

extension LineClaims {
    /// `AI 40, declared human 3, untracked 85, stale claims 12`; what there is none of is left out, but for the first.
    var text: String {
        let rest = [(humanLines, "declared human"), (untracked, "untracked"), (stale, "stale claims")]
        return (["AI \(aiLines)"] + rest.filter { $0.0 > 0 }.map { "\($0.1) \($0.0)" }).joined(separator: ", ")
    }
}

extension PolicySource {
    /// `sha256:` and the first eight digits.
    var digestText: String { "sha256:\(sha256?.prefix(8) ?? "unknown")" }
}
