// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Every report, rendered from one judgement: the same judgement gives the same bytes.
package enum Reports {
    /// Throws `EvidenceError` when memory runs out. `artifacts` go into `run.json` alone. `selfScan`: values that our
    /// own rules found in the reports and that were masked; nil where nobody looked.
    package static func render(
        _ kind: ReportKind, _ judgement: Judgement, attachments: [Attachment] = [], artifacts: [Artifact] = [],
        selfScan: Int? = nil
    ) throws(EvidenceError) -> [UInt8] {
        switch kind {
        case .run: RunDocument.render(judgement, attachments: attachments, artifacts: artifacts, selfScan: selfScan)
        case .junit: try JUnitReport.render(judgement)
        case .summary: SummaryReport.render(judgement, attachments: attachments)
        case .html: HTMLReport.render(judgement, attachments: attachments, selfScan: selfScan)
        }
    }
}
