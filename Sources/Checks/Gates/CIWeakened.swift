// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A pipeline, or a tool that it runs, that judges less than before.
struct CIWeakened: CommitCheck {
    static let about = About(
        id: "ci-weakened",
        title: "The pipeline was told to judge less",
        why: """
            A check that may fail, or that no longer runs, stays green whatever the code is like, and nobody looks. In \
            100,000 added lines agents leave eight such words, and people four. Pipelines change every day for good \
            reasons, so this is recorded, and warns where AI took part.
            """,
        fix: "Take the line out and mend what the check found; or have the pipeline's owner agree to it.",
        level: .monitor,
        rules: [
            About.Rule("errors-ignored", "A step may fail: continue-on-error, allow_failure, || true behind a check"),
            About.Rule("disabled", "A job or step never runs"),
            About.Rule("check-removed", "Tests, linters, type checkers, scanners or coverage no longer run"),
            About.Rule("fewer-checks", "Fewer commands of such tools than before"),
            About.Rule("trigger-narrowed", "A workflow that judges code starts on less"),
            About.Rule("permissions", "The pipeline's token may write more"),
            About.Rule("untrusted-trigger", "Code of strangers runs with the repository's own rights"),
            About.Rule("hooks-bypassed", "Hooks are passed over"),
            About.Rule("warnings-allowed", "Warnings are no longer errors"),
            About.Rule("strictness", "A strict mode was switched off"),
            About.Rule("threshold", "A threshold was lowered"),
            About.Rule("rule-off", "A linter's rule was switched off"),
        ],
        examples: CIWeakened.shown,
        clean: CIWeakened.harmless,
        since: "0.1.0")

    static let words = CILine.words + RuleLine.words

    private let settings: GateSettings

    init(_ settings: GateSettings) { self.settings = settings }

    func needsAllWords(of file: ChangedFile) -> Bool { AddedWeakenings.reads(file.path) }

    func findings(in change: CommitChange) throws -> [Finding] {
        if settings.aiOnly, !change.provenance.ai.isMarked { return [] }
        let added = try AddedWeakenings(change.occurrences(of: CIWeakened.self), in: change).found
        let losses = try GateLosses(change).found
        let lists = try RuleLists(change).found
        return (added + losses + lists).map { weakening in
            Finding(
                rule: weakening.rule.rawValue, at: Finding.Place(path: weakening.file.path, line: weakening.line),
                .weakened(weakening.rule), excerpt: Excerpt(line: weakening.text), fix: .restore(weakening.rule),
                // What else runs may do the same: only a person can tell.
                defaultLevel: weakening.rule == .fewer ? .monitor : change.gateLevel)
        }
    }
}

extension Message {
    fileprivate static func weakened(_ rule: CIWeakening.Rule) -> Message {
        switch rule {
        case .errorsIgnored: "this may fail, and the pipeline goes on"
        case .disabled: "this never runs"
        case .gone: "the pipeline no longer runs this, nor anything of its kind"
        case .fewer: "the pipeline no longer runs this; others of its kind still run, or scripts that may do the same"
        case .triggers: "the workflow starts on less than before"
        case .permissions: "the pipeline's token may write more than before"
        case .untrusted: "a stranger's change runs with the repository's own rights and secrets"
        case .hooksBypassed: "hooks are passed over"
        case .warnings: "warnings are no longer errors"
        case .strictness: "a strict mode is switched off"
        case .threshold: "the threshold is lower than before"
        case .ruleOff: "a linter's rule is switched off"
        }
    }

    fileprivate static func restore(_ rule: CIWeakening.Rule) -> Message {
        switch rule {
        case .untrusted: "use pull_request; where the rights are needed, check out nothing of the request"
        case .permissions: "grant the one job that needs it the one right that it needs"
        default:
            "bring it back and mend what it found; or have the owner of the file agree, and say why in the message"
        }
    }
}
