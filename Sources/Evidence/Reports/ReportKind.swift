// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A form in which a judgement is written to a file.
package enum ReportKind: String, CaseIterable, Sendable {
    /// The evidence itself; holds the digests of the others.
    case run
    case junit, summary, html

    package var fileName: String {
        switch self {
        case .run: "run.json"
        case .junit: "junit.xml"
        case .summary: "summary.md"
        case .html: "report.html"
        }
    }

    package var mediaType: String {
        switch self {
        case .run: "application/json"
        case .junit: "application/xml"
        case .summary: "text/markdown"
        case .html: "text/html"
        }
    }
}
