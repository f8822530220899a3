// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A line by which a pipeline judges less than before.
struct CIWeakening {
    /// Of the check.
    enum Rule: String {
        case errorsIgnored = "errors-ignored"
        case disabled
        case permissions
        case untrusted = "untrusted-trigger"
        case hooksBypassed = "hooks-bypassed"
        case warnings = "warnings-allowed"
        case strictness
        case threshold
        case ruleOff = "rule-off"
        case gone = "check-removed"
        case fewer = "fewer-checks"
        case triggers = "trigger-narrowed"
    }

    let rule: Rule
    let file: ChangedFile
    /// In the file after the change; 1 for what is no longer there.
    let line: Int
    let text: ArraySlice<UInt8>
}

/// What one line of a pipeline says about failing.
enum CILine {
    /// In lower case; one of them stands in each line that a rule reads.
    static let words = [
        "continue-on-error", "continueonerror", "allow_failure", "|| true", "|| :", "|| exit 0", "|| echo", "soft_fail",
        "--exit-zero", "if: false", "if: ${{ false", "condition: false", "write-all", ": write", "pull_request_target",
        "--no-verify", "husky=0", "husky: 0", "failure: ignore",
    ]

    /// The rule that the line breaks, whatever stood there before.
    static func rule(of line: ArraySlice<UInt8>) -> CIWeakening.Rule? {
        guard !comments.isIn(line) else { return nil }
        if ignored.isIn(line) { return .errorsIgnored }
        if swallowed.isIn(line), !GateTools.kinds(in: line).isEmpty { return .errorsIgnored }
        if disabled.isIn(line) { return .disabled }
        if bypassed.isIn(line) { return .hooksBypassed }
        if untrusted.isIn(line) { return .untrusted }
        if everything.isIn(line) || granted.isIn(line) { return .permissions }
        return nil
    }

    /// The same of a line that defines a command, in a file of the build.
    static func ruleOfCommand(_ line: ArraySlice<UInt8>) -> CIWeakening.Rule? {
        guard let rule = rule(of: line), rule == .errorsIgnored || rule == .hooksBypassed else { return nil }
        return rule
    }

    /// A workflow without a word on permissions has those of its repository's settings.
    static let permissions = LineWords(["permissions:"])
    static let everything = LineWords(["write-all"])

    private static let comments = LineWords(["^#*", "^//*"])
    private static let ignored = LineWords([
        "continue-on-error: true", "continue-on-error: 'true'", "continueOnError: true", "allow_failure: true",
        "soft_fail: true", "--exit-zero", "failure: ignore",
    ])
    private static let swallowed = LineWords(["|| true", "|| :", "|| exit 0", "|| echo"])
    private static let disabled = LineWords([
        "^if: false", "^- if: false", "^if: ${{ false }}", "^- if: ${{ false }}", "^condition: false",
    ])
    private static let bypassed = LineWords(["--no-verify", "HUSKY=0", "HUSKY: 0"])
    private static let untrusted = LineWords([
        "^pull_request_target", "^on: pull_request_target", "^- pull_request_target", "[pull_request_target",
        ", pull_request_target",
    ])
    private static let granted = LineWords(
        [
            "actions", "attestations", "checks", "contents", "deployments", "discussions", "id-token", "issues",
            "packages", "pages", "pull-requests", "repository-projects", "security-events", "statuses",
        ].map { "^\($0): write" })
}
