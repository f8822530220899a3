// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import TestKit
import Testing

@testable import Evidence

@Suite struct EvidenceFilesTests {
    private func names(in directory: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
    }

    private func digest(_ file: URL) throws -> String { Fingerprint.sha256(try Data(contentsOf: file)) }

    @Test func writesEverythingAndSaysSo() throws {
        try withTemporaryDirectory { folder in
            let directory = folder.appending(path: "a/aigate-report")
            let attachment = try Evidence.Attachment(kind: "sbom", name: "bom.json", original: Array("{}".utf8))
            let artifacts = try EvidenceFiles.write(
                try SampleJudgement.full(), directory: directory.path, attachments: [attachment])
            #expect(try names(in: directory) == ["attachments", "junit.xml", "report.html", "run.json", "summary.md"])
            #expect(artifacts.map(\.name) == [attachment.name, "junit.xml", "summary.md", "report.html", "run.json"])
            for artifact in artifacts {
                #expect(try digest(directory.appending(path: artifact.name)) == artifact.sha256)
            }
            let document = try JSONSerialization.jsonObject(
                with: Data(contentsOf: directory.appending(path: "run.json")))
            let listed = try #require((document as? [String: Any])?["artifacts"] as? [[String: Any]])
            #expect(listed.map { $0["sha256"] as? String } == artifacts.dropLast().map { Optional($0.sha256) })
        }
    }

    @Test func writesWhatIsAskedForAlone() throws {
        try withTemporaryDirectory { folder in
            _ = try EvidenceFiles.write(SampleJudgement.passing(), directory: folder.path, kinds: [.run])
            #expect(try names(in: folder) == ["run.json"])
            let file = folder.appending(path: "x.xml")
            let artifact = try EvidenceFiles.write(SampleJudgement.passing(), kind: .junit, to: file.path)
            #expect(try digest(file) == artifact.sha256)
            #expect(try names(in: folder) == ["run.json", "x.xml"])
        }
    }

    @Test func refusesHiddenDirectories() {
        for path in [".report", "a/.report", "./.report/"] {
            #expect(throws: EvidenceError.hiddenDirectory(path)) {
                try EvidenceFiles.write(SampleJudgement.passing(), directory: path)
            }
        }
    }

    @Test func refusesSymbolicLinks() throws {
        try withTemporaryDirectory { folder in
            let files = FileManager.default
            let target = folder.appending(path: "target")
            try files.createDirectory(at: target, withIntermediateDirectories: true)
            let link = folder.appending(path: "report")
            try files.createSymbolicLink(at: link, withDestinationURL: target)
            #expect(throws: EvidenceError.symbolicLink(link.path)) {
                try EvidenceFiles.write(SampleJudgement.passing(), directory: link.path)
            }
            let victim = folder.appending(path: "victim")
            try Data("untouched".utf8).write(to: victim)
            try files.createSymbolicLink(at: target.appending(path: "junit.xml"), withDestinationURL: victim)
            #expect(throws: EvidenceError.symbolicLink(target.path + "/junit.xml")) {
                try EvidenceFiles.write(SampleJudgement.passing(), directory: target.path)
            }
            #expect(try Data(contentsOf: victim) == Data("untouched".utf8))
            #expect(try names(in: target) == ["junit.xml"], "nothing temporary stays")
        }
    }

    @Test func refusesWhatIsInTheWay() throws {
        try withTemporaryDirectory { folder in
            let file = folder.appending(path: "file")
            try Data().write(to: file)
            #expect(throws: EvidenceError.notADirectory(file.path)) {
                try EvidenceFiles.write(SampleJudgement.passing(), directory: file.path)
            }
            try FileManager.default.createDirectory(
                at: folder.appending(path: "summary.md"), withIntermediateDirectories: true)
            #expect(throws: EvidenceError.system(path: folder.path + "/summary.md", doing: "write", code: EISDIR)) {
                try EvidenceFiles.write(SampleJudgement.passing(), directory: folder.path)
            }
            #expect(try names(in: folder) == ["file", "summary.md"])
            #expect(throws: EvidenceError.emptyPath) {
                try EvidenceFiles.write(SampleJudgement.passing(), directory: "")
            }
        }
    }

    @Test func keepsASecondRunOut() throws {
        try withTemporaryDirectory { folder in
            let first = try ReportDirectory(folder.path)
            try first.lock()
            #expect(throws: EvidenceError.busy(folder.path)) {
                try EvidenceFiles.write(SampleJudgement.passing(), directory: folder.path)
            }
            #expect(try names(in: folder) == [])
        }
    }

    /// Whoever gets in, what lies there in the end belongs together.
    @Test func staysWholeUnderManyRuns() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "aigate-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path
        let written = await withTaskGroup(of: Bool.self) { group in
            for count in 1...12 {
                group.addTask {
                    do {
                        _ = try EvidenceFiles.write(SampleJudgement.large(commits: count), directory: path)
                        return true
                    } catch {
                        #expect(error as? EvidenceError == .busy(path))
                        return false
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(written > 0)
        let data = try Data(contentsOf: folder.appending(path: "run.json"))
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        for artifact in try #require(document["artifacts"] as? [[String: Any]]) {
            let name = try #require(artifact["name"] as? String)
            #expect(try digest(folder.appending(path: name)) == artifact["sha256"] as? String)
        }
        #expect(try names(in: folder) == ["junit.xml", "report.html", "run.json", "summary.md"])
    }

    /// A full disk, as far as a test can have one: no file may grow beyond 16 KiB. What was there stays as it was.
    @Test func leavesEverythingWhenTheDiskIsFull() async throws {
        await #expect(processExitsWith: .exitCode(44)) {
            let folder = FileManager.default.temporaryDirectory.appending(path: "aigate-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let before = try EvidenceFiles.write(SampleJudgement.passing(), directory: folder.path)
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 16 << 10, rlim_max: 16 << 10)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            do {
                _ = try EvidenceFiles.write(SampleJudgement.large(commits: 500), directory: folder.path)
            } catch EvidenceError.system(_, "write", EFBIG) {
                let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                let isWhole = try before.allSatisfy {
                    Fingerprint.sha256(try Data(contentsOf: folder.appending(path: $0.name))) == $0.sha256
                }
                try? FileManager.default.removeItem(at: folder)
                exit(isWhole && names == before.map(\.name).sorted() ? 44 : 1)
            }
        }
    }

    @Test func saysThatTheDirectoryIsReadOnly() async throws {
        await #expect(processExitsWith: .exitCode(44)) {
            let folder = FileManager.default.temporaryDirectory.appending(path: "aigate-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            chmod(folder.path, 0o555)
            // Root may write anywhere.
            let user = geteuid()
            if user == 0 { seteuid(65534) }
            var isSaid = false
            do {
                _ = try EvidenceFiles.write(SampleJudgement.passing(), directory: folder.path)
            } catch EvidenceError.system(let path, "write", EACCES) where path == folder.path + "/junit.xml" {
                isSaid = true
            }
            seteuid(user)
            try FileManager.default.removeItem(at: folder)
            exit(isSaid ? 44 : 1)
        }
    }

    @Test func refusesADocumentThatSaysSomethingElse() throws {
        let judgement = SampleJudgement.passing()
        let text = String(decoding: RunDocument.render(judgement), as: UTF8.self)
        try RunReader.check(Array(text.utf8), judgement)
        for (old, new) in [
            ("\"verdict\":\"pass\"", "\"verdict\":\"fail\""), ("\"commitCount\":1", "\"commitCount\":2"),
            ("\"no-evidence\"", "\"no-evidence"), ("\"kind\":\"gate-run\",", ""), ("{\"addedLines\"", "{addedLines"),
        ] {
            #expect(text.contains(old))
            #expect(throws: EvidenceError.self, "\(new)") {
                try RunReader.check(Array(text.replacingOccurrences(of: old, with: new).utf8), judgement)
            }
        }
        #expect(throws: EvidenceError.self) {
            try RunReader.check(
                RunDocument.render(SampleJudgement.large(commits: 3)), SampleJudgement.large(commits: 4))
        }
    }
}
