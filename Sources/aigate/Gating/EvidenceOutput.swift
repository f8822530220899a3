// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Evidence
import Gate

/// Writes what was asked for: a folder with every report, and single files.
struct EvidenceOutput {
    static let folder = "aigate-report"

    let options: OutputOptions
    let ci: CIContext?
    let scan = Outgoing.scan

    func write(_ judgement: Judgement, attachments: [Attachment]) throws(EvidenceError) {
        if let folder = options.outputDir ?? (ci == nil ? nil : EvidenceOutput.folder) {
            _ = try EvidenceFiles.write(judgement, directory: folder, attachments: attachments, scan: scan)
        }
        for target in options.output {
            _ = try EvidenceFiles.write(
                judgement, kind: target.kind, to: target.path, attachments: attachments, scan: scan)
        }
    }
}
