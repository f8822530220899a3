// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What one line of a linter's configuration says about a rule.
enum RuleLine {
    /// In lower case; one of them stands in each line that switches a rule off.
    static let words = [
        "\"off\"", "'off'", ": off", ": 0,", "enabled: false", "active: false", "severity: none", ": \"none\"",
    ]

    /// The rule that the line names is off from now on.
    static func isOff(_ line: ArraySlice<UInt8>) -> Bool { !comments.isIn(line) && switches.isIn(line) }

    private static let comments = LineWords(["^#*", "^//*"])
    /// ESLint and its like, RuboCop, detekt, golangci-lint, Biome.
    private static let switches = LineWords([
        "\"off\"", "'off'", ": off", ": 0,", "Enabled: false", "enabled: false", "active: false", "severity: none",
        ": \"none\"",
    ])
}
