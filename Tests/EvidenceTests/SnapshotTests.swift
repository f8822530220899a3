// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Evidence
import Gate
import TestKit
import Testing

/// One snapshot a format, all from one sample.
@Suite struct SnapshotTests {
    let sample: Judgement

    init() throws { sample = try SampleJudgement.full() }

    private func attachment() throws -> Evidence.Attachment {
        try Evidence.Attachment(
            kind: "sbom", name: "bom.json",
            original: Array(#"{"author":"ann.lee@example.org","from":"https://ann:word@git.example.org/x"}"#.utf8))
    }

    @Test(arguments: TextReport.Verbosity.allCases) func text(_ verbosity: TextReport.Verbosity) throws {
        try expectSnapshot(TextReport.render(sample, verbosity: verbosity), "Fixtures/Reports/text-\(verbosity).txt")
    }

    @Test func colour() throws {
        try expectSnapshot(TextReport.render(sample, color: true), "Fixtures/Reports/text-colour.txt")
    }

    @Test func textOfCorners() throws {
        let texts = [
            TextReport.render(SampleJudgement.passing()), TextReport.render(SampleJudgement.empty()),
            TextReport.render(SampleJudgement.unresolvable()), TextReport.render(try SampleJudgement.failing()),
            TextReport.render(try SampleJudgement.failing(enforcement: .monitor), verbosity: .quiet),
        ]
        try expectSnapshot(texts.joined(separator: Array("----\n".utf8)), "Fixtures/Reports/text-corners.txt")
    }

    @Test(arguments: ReportKind.allCases) func file(_ kind: ReportKind) throws {
        let attachment = try attachment()
        let artifacts = [
            Artifact(name: "junit.xml", mediaType: "application/xml", sha256: attachment.sha256, bytes: 12)
        ]
        let bytes = try Reports.render(kind, sample, attachments: [attachment], artifacts: artifacts)
        try expectSnapshot(bytes, "Fixtures/Reports/\(kind.fileName)")
    }
}
