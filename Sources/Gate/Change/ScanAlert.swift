// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What another scanner reported on a line that an AI-marked commit of the range brought.
package struct ScanAlert: Hashable, Sendable {
    /// SARIF's levels of a result.
    package enum Severity: String, Sendable, CaseIterable {
        case error, warning, note, none
    }

    /// The scanner's name and its rule, as it writes them.
    package let scanner: String
    package let rule: String
    /// What the scanner says of the rule; nil where it says nothing. A result's own words are not kept: they may quote
    /// what they are about.
    package let title: String?
    package let severity: Severity
    /// `security-severity` in tenths, 0 to 100; nil without one.
    package let security: Int?
    package let path: Path
    /// At the head, from 1; nil for the file as a whole.
    package let line: Int?
    /// Who brought the line.
    package let commit: ObjectID

    package init(
        scanner: String, rule: String, title: String?, severity: Severity, security: Int?, path: Path, line: Int?,
        commit: ObjectID
    ) {
        self.scanner = scanner
        self.rule = rule
        self.title = title
        self.severity = severity
        self.security = security
        self.path = path
        self.line = line
        self.commit = commit
    }

    /// More than a remark: an error or a warning, or of medium severity and above (CVSS 4.0).
    package var isSerious: Bool { severity == .error || severity == .warning || (security ?? 0) >= 40 }
}

/// What other scanners said of the judged head.
package struct ScanFacts: Sendable {
    /// Names of the scanners whose report was read and is for this head.
    package var scanners: Set<String> = []
    /// By path, line, scanner and rule.
    package var alerts: [ScanAlert] = []
    /// A report was given, whatever came of it.
    package var wereGiven = false

    package init() {}

    /// Whether a scanner's report is there. Names differ in case from version to version.
    package func has(_ scanner: String) -> Bool {
        scanners.contains { $0.lowercased() == scanner.lowercased() }
    }

    package func alerts(of scanner: String, on commits: Set<ObjectID>) -> [ScanAlert] {
        alerts.filter { $0.scanner.lowercased() == scanner.lowercased() && commits.contains($0.commit) }
    }
}
