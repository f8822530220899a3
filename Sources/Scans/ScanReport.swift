// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// What one SARIF file says: the programs that made it, and what they found.
package struct ScanReport: Sendable {
    /// The driver of a run.
    package struct Scanner: Hashable, Sendable {
        package let name: String
        package let version: String?
    }

    package struct Result: Sendable {
        /// Name of its scanner.
        package let scanner: String
        /// As the scanner names it; `unnamed` where it does not.
        package let rule: String
        /// What the scanner says of the rule, in a line.
        package let title: String?
        package let severity: ScanAlert.Severity
        /// In tenths, 0 to 100.
        package let security: Int?
        /// Empty where it names no file.
        package let places: [Place]
    }

    package struct Place: Hashable, Sendable {
        package let path: Path
        /// From 1; nil for the file as a whole.
        package let line: Int?
    }

    /// One a run, in the order of the file.
    package internal(set) var scanners: [Scanner] = []
    package internal(set) var results: [Result] = []
    /// Commits that the runs say they looked at, in lower case; empty where they say nothing.
    package internal(set) var revisions: [String] = []
    /// Results that the scanner itself lifts, or that are there no more.
    package internal(set) var lifted = 0
    /// Results without a file.
    package internal(set) var unplaced = 0
    /// Results whose file is outside of the repository.
    package internal(set) var elsewhere = 0
}

/// Why a SARIF file could not be read.
package struct ScanError: Error, Hashable, Sendable, CustomStringConvertible {
    /// May hold words of the file, so it is to be made visible.
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
