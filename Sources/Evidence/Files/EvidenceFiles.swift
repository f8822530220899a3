// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Puts the evidence of a run on the disk: whole or not at all.
///
/// Everything is first written under temporary names, synchronised and read back; then the old `run.json` goes, the new
/// files take their names, and the new `run.json` comes last. So a `run.json` always belongs to the files beside it.
package enum EvidenceFiles {
    /// Writes reports and attachments into a directory, and makes it where it is missing. Throws `EvidenceError`.
    package static func write(
        _ judgement: Judgement, directory path: String, kinds: [ReportKind] = ReportKind.allCases,
        attachments: [Attachment] = []
    ) throws(EvidenceError) -> [Artifact] {
        let last = path.split(separator: "/").last { $0 != "." }
        if let last, last.hasPrefix("."), last != ".." { throw .hiddenDirectory(VisibleText.of(path)) }
        let directory = try ReportDirectory(path)
        try directory.lock()
        var artifacts: [Artifact] = []
        if !attachments.isEmpty { artifacts += try write(attachments, below: directory) }
        var staged: [StagedFile] = []
        do throws(EvidenceError) {
            for kind in ReportKind.allCases where kind != .run && kinds.contains(kind) {
                let bytes = try Reports.render(kind, judgement, attachments: attachments)
                staged.append(try stage(bytes, kind, as: kind.fileName, judgement, in: directory))
                artifacts.append(Artifact(kind, kind.fileName, bytes))
            }
            if kinds.contains(.run) {
                let bytes = RunDocument.render(judgement, attachments: attachments, artifacts: artifacts)
                staged.append(try stage(bytes, .run, as: ReportKind.run.fileName, judgement, in: directory))
                artifacts.append(Artifact(.run, ReportKind.run.fileName, bytes))
            }
            try directory.remove(ReportKind.run.fileName)
            for file in staged { try directory.publish(file) }
            try directory.synchronise()
        } catch {
            for file in staged { directory.discard(file) }
            throw error
        }
        return artifacts
    }

    /// Writes one report to a file of any name, such as `--output KIND=PATH` gives. Throws `EvidenceError`.
    package static func write(
        _ judgement: Judgement, kind: ReportKind, to path: String, attachments: [Attachment] = []
    ) throws(EvidenceError) -> Artifact {
        guard let name = path.split(separator: "/").last.map(String.init), !path.hasSuffix("/") else {
            throw .emptyPath
        }
        let folder = String(path.dropLast(name.count))
        let directory = try ReportDirectory(folder.isEmpty ? "." : folder)
        let bytes = try Reports.render(kind, judgement, attachments: attachments)
        let file = try stage(bytes, kind, as: name, judgement, in: directory)
        do throws(EvidenceError) {
            try directory.publish(file)
            try directory.synchronise()
        } catch {
            directory.discard(file)
            throw error
        }
        return Artifact(kind, name, bytes)
    }

    /// Attachments bear their digest in their name, so that none is ever replaced by another.
    private static func write(
        _ attachments: [Attachment], below directory: borrowing ReportDirectory
    ) throws(EvidenceError) -> [Artifact] {
        let folder = try directory.subdirectory("attachments")
        for attachment in attachments {
            let name = String(attachment.name.split(separator: "/").last ?? "")
            try folder.publish(try folder.stage(attachment.bytes, as: name))
        }
        try folder.synchronise()
        return attachments.map {
            Artifact(name: $0.name, mediaType: $0.mediaType, sha256: $0.sha256, bytes: $0.bytes.count)
        }
    }

    private static func stage(
        _ bytes: [UInt8], _ kind: ReportKind, as name: String, _ judgement: Judgement,
        in directory: borrowing ReportDirectory
    ) throws(EvidenceError) -> StagedFile {
        try Reread.check(bytes, kind, judgement)
        return try directory.stage(bytes, as: name)
    }
}

extension Artifact {
    init(_ kind: ReportKind, _ name: String, _ bytes: [UInt8]) {
        self.init(name: name, mediaType: kind.mediaType, sha256: Fingerprint.sha256(bytes), bytes: bytes.count)
    }
}
