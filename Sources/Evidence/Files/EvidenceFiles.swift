// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Dispatch
package import Gate
internal import Synchronization

/// Puts the evidence of a run on the disk: whole or not at all.
///
/// Everything is first written under temporary names, synchronised and read back; then the old `run.json` goes, the new
/// files take their names, and the new `run.json` comes last. So a `run.json` always belongs to the files beside it.
package enum EvidenceFiles {
    /// Writes reports and attachments into a directory, and makes it where it is missing. `scan`: the last look at each
    /// file; nil: none is taken. Throws `EvidenceError`.
    package static func write(
        _ judgement: Judgement, directory path: String, kinds: [ReportKind] = ReportKind.allCases,
        attachments: [Attachment] = [], scan: SelfScan? = nil
    ) throws(EvidenceError) -> [Artifact] {
        let last = path.split(separator: "/").last { $0 != "." }
        if let last, last.hasPrefix("."), last != ".." { throw .hiddenDirectory(VisibleText.of(path)) }
        let directory = try ReportDirectory(path)
        try directory.lock()
        let attached = attachments.isEmpty ? [] : try write(attachments, below: directory)
        var pass = StagingPass(judgement, attachments, attached, scan, found: 0)
        do throws(EvidenceError) {
            try pass.stage(kinds, in: directory)
            if pass.count > 0 {
                // What was found is known only now, and the reports say it.
                pass.discard(from: directory)
                pass = StagingPass(judgement, attachments, attached, scan, found: pass.count)
                try pass.stage(kinds, in: directory)
            }
            try directory.remove(ReportKind.run.fileName)
            for file in pass.files { try directory.publish(file) }
            try directory.synchronise()
        } catch {
            pass.discard(from: directory)
            throw error
        }
        return pass.artifacts
    }

    /// Writes one report to a file of any name, such as `--output KIND=PATH` gives. Throws `EvidenceError`.
    package static func write(
        _ judgement: Judgement, kind: ReportKind, to path: String, attachments: [Attachment] = [], scan: SelfScan? = nil
    ) throws(EvidenceError) -> Artifact {
        guard let name = path.split(separator: "/").last.map(String.init), !path.hasSuffix("/") else {
            throw .emptyPath
        }
        let folder = String(path.dropLast(name.count))
        let directory = try ReportDirectory(folder.isEmpty ? "." : folder)
        var pass = StagingPass(judgement, attachments, [], scan, found: 0)
        var bytes = try pass.render(kind)
        if pass.count > 0 {
            pass = StagingPass(judgement, attachments, [], scan, found: pass.count)
            bytes = try pass.render(kind)
        }
        let file = try directory.stage(bytes, as: name)
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
}

/// The reports of a run on their way to the disk: rendered, scanned, reread and put under temporary names.
private struct StagingPass {
    private let judgement: Judgement
    private let attachments: [Attachment]
    private let scan: SelfScan?
    /// Values that an earlier pass found; the reports say how many.
    private let found: Int
    private(set) var artifacts: [Artifact]
    private(set) var files: [StagedFile] = []
    /// Values that were found in what was rendered so far.
    private(set) var count = 0

    init(_ judgement: Judgement, _ attachments: [Attachment], _ artifacts: [Artifact], _ scan: SelfScan?, found: Int) {
        self.judgement = judgement
        self.attachments = attachments
        self.artifacts = artifacts
        self.scan = scan
        self.found = found
    }

    /// `run.json` last: it names the others by their digests.
    mutating func stage(_ kinds: [ReportKind], in directory: borrowing ReportDirectory) throws(EvidenceError) {
        for kind in ReportKind.allCases.filter({ $0 != .run }) + [.run] where kinds.contains(kind) {
            let bytes = try render(kind)
            files.append(try directory.stage(bytes, as: kind.fileName))
            artifacts.append(Artifact(kind, kind.fileName, bytes))
        }
    }

    mutating func render(_ kind: ReportKind) throws(EvidenceError) -> [UInt8] {
        let rendered = try Reports.render(
            kind, judgement, attachments: attachments, artifacts: artifacts, selfScan: scan.map { _ in found })
        guard let scan else {
            try Reread.check(rendered, kind, judgement)
            return rendered
        }
        // Both go over all of it, and hardly ever does the scan change anything.
        let judgement = judgement
        let (masked, reread) = StagingPass.both(
            { () throws(EvidenceError) in try StagingPass.masked(rendered, kind, scan) },
            { () throws(EvidenceError) in try Reread.check(rendered, kind, judgement) })
        let result = try masked.get()
        // Of what holds a value not even a mistake is told.
        if result.bytes == rendered { try reread.get() } else { try Reread.check(result.bytes, kind, judgement) }
        count += result.count
        return result.bytes
    }

    private static func masked(
        _ bytes: [UInt8], _ kind: ReportKind, _ scan: SelfScan
    ) throws(EvidenceError) -> (bytes: [UInt8], count: Int) {
        do { return try scan.masked(bytes) } catch {
            throw .unscanned(name: kind.fileName, why: VisibleText.of("\(error)", limit: 200))
        }
    }

    /// Does both at once.
    private static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () throws(EvidenceError) -> First, _ second: @Sendable () throws(EvidenceError) -> Second
    ) -> (Result<First, EvidenceError>, Result<Second, EvidenceError>) {
        let ahead = Mutex<Result<First, EvidenceError>?>(nil)
        let beside = Mutex<Result<Second, EvidenceError>?>(nil)
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            if index == 0 {
                let result = Result(catching: first)
                ahead.withLock { $0 = result }
            } else {
                let result = Result(catching: second)
                beside.withLock { $0 = result }
            }
        }
        // concurrentPerform returns when both are done.
        return (ahead.withLock { $0 } ?? Result(catching: first), beside.withLock { $0 } ?? Result(catching: second))
    }

    mutating func discard(from directory: borrowing ReportDirectory) {
        for file in files { directory.discard(file) }
        files = []
    }
}

extension Artifact {
    init(_ kind: ReportKind, _ name: String, _ bytes: [UInt8]) {
        self.init(name: name, mediaType: kind.mediaType, sha256: Fingerprint.sha256(bytes), bytes: bytes.count)
    }
}
