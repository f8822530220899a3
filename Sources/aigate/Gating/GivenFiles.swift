// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Evidence
import Forge
import Gate
import Provenance

/// What somebody outside the repository knows of a change: files that the pipeline gives.
struct GivenFiles {
    /// A forge's answer.
    var approvals: GivenFile?
    /// The `run.json` of an earlier run.
    var judged: GivenFile?
    /// Records of reviewers, signed.
    var signOffs: [GivenFile] = []
    /// Other scanners' results.
    var scans = GivenScans()

    init() {}

    init(_ options: ReviewOptions) throws {
        approvals = try options.approvals.map { try GivenFile("approvals", $0, limit: ApprovalsFile.byteLimit) }
        judged = try options.judged.map { try GivenFile("judged", $0, limit: JudgedRunReader.byteLimit) }
        signOffs = try options.signOff.map { try GivenFile("sign-off", $0, limit: SignOffReading.limit) }
        scans = GivenScans(options.sarif)
    }

    var inputs: [RunInput] { ([approvals, judged].compactMap(\.self) + signOffs).map(\.input) + scans.inputs }

    /// Kept beside the reports: an approval cannot be asked for again as it was.
    func attachments() throws -> [Attachment] {
        do {
            return try ([approvals].compactMap(\.self) + signOffs + scans.files).map {
                try Attachment(kind: $0.input.role, name: $0.input.name, original: $0.bytes)
            }
        } catch let error as AttachmentError {
            throw Stop(ExitCode.usage, "\(error)")
        }
    }
}

/// A file that was given, read once.
struct GivenFile {
    let input: RunInput
    let bytes: [UInt8]

    init(_ role: String, _ path: String, limit: Int) throws {
        bytes = try read(path, limit: limit)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        input = RunInput(role: role, name: name, sha256: Fingerprint.sha256(bytes))
    }
}
