// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Git
import Provenance
import TestKit
import Testing

/// `aigate sign-off`
struct SignOffCommandTests {
    private let repository: SignedRepository
    private let sample: SampleRepository

    init() throws {
        repository = try SignedRepository()
        sample = repository.sample
        try sample.git(["config", "user.email", "ann@example.org"])
    }

    private func run(_ arguments: [String]) throws -> Subprocess.Result {
        try Program.run(["sign-off", "main~1..main", "--now", Program.now] + arguments, in: sample.folder)
    }

    private func read(_ bytes: [UInt8]) throws -> SignOffReading {
        let allowed = try AllowedSigners(Array("ann@example.org \(repository.publicKey())\n".utf8), file: "allowed")
        let checker = SignatureChecker(allowedSigners: allowed, today: try #require(Instant(Program.now)))
        return SignOffReading(bytes, origin: "a test", by: checker)
    }

    @Test func recordSaysWhatWasJudged() throws {
        let result = try run(["--yes", "--key", repository.path("key")])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("aigate: PASS") && result.errors.contains("  verdict: pass\n"))
        let reading = try read(Array(Data(contentsOf: sample.folder.appending(path: "aigate-sign-off.txt"))))
        let signOff = try #require(reading.signOffs.first)
        #expect(reading.problems.isEmpty && signOff.signature.person == "ann@example.org" && signOff.verdict == "pass")
        #expect(
            try signOff.head.hex == sample.git(["rev-parse", "main"])
                && signOff.base?.hex == sample.git(["rev-parse", "main~1"]))
        #expect(try signOff.tree.hex == sample.git(["rev-parse", "main^{tree}"]))
        let diff = try sample.git(["diff", "--no-renames", "main~1", "main"]) + "\n"
        let patch = try sample.git(["patch-id", "--stable"], input: Data(diff.utf8)).split(separator: " ").first
        #expect(signOff.patchID == patch.map(String.init))

        let again = try run(["--yes", "--key", repository.path("key")])
        #expect(again.status == 4 && again.errors.contains("name another with --output"))
        #expect(try run(["--yes", "--key", repository.path("key"), "--output", "other.txt"]).status == 0)
        #expect(try sample.read("other.txt").hasPrefix("aigate-sign-off: 1\n"))
    }

    /// What is judged may bring a program of the same name.
    @Test(arguments: [".", "", "HERE", "HERE/bin"]) func noProgramOfTheRepositoryIsRun(folder: String) throws {
        for name in ["ssh-keygen", "bin/ssh-keygen"] {
            let file = sample.folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("#!/bin/sh\ntouch \(sample.path)/ran\n".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
        let here = sample.folder.resolvingSymlinksInPath().path
        let path = "\(folder.replacing("HERE", with: here)):/usr/bin:/bin"
        let result = try Program.run(
            ["sign-off", "main~1..main", "--now", Program.now, "--yes", "--key", repository.path("key")],
            in: sample.folder,
            environment: ["PATH": path])
        #expect(result.status == 0, "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: sample.folder.appending(path: "ran").path))
    }

    @Test func notesHoldTheRecordsOfSeveral() throws {
        for name in ["key", "stranger"] {
            let result = try run(["--yes", "--note", "--key", repository.path(name)])
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.errors.contains("git push origin refs/notes/aigate"))
        }
        let reading = try read(Array(sample.git(["notes", "--ref=aigate", "show", "main"]).utf8))
        #expect(reading.problems.isEmpty && reading.signOffs.count == 2)
        #expect(reading.signOffs.map(\.signature.person) == ["ann@example.org", nil])
        let elsewhere = try Program.run(
            [
                "sign-off", "main~1..main", "--yes", "--note", "--key", repository.path("key"), "--repository",
                sample.path,
            ],
            in: URL(filePath: "/"))
        #expect(elsewhere.status == 0, "\(elsewhere.errors)")
    }

    @Test func keyAndNameComeFromGit() throws {
        let missing = try run(["--yes"])
        #expect(missing.status == 2 && missing.errors.contains("give one with --key"))
        try sample.git(["config", "gpg.format", "ssh"])
        try sample.git(["config", "user.signingKey", repository.path("key.pub")])
        #expect(try run(["--yes"]).status == 0)
        try sample.git(["config", "user.signingKey", "key::" + repository.publicKey()])
        let noAgent = try run(["--yes", "--output", "x"])
        #expect(noAgent.status == 2 && noAgent.errors.contains("its agent"))
        let bad = try run(["--yes", "--key", repository.path("key"), "--output", "x", "--principal", "Ann Lee"])
        #expect(bad.status == 2 && bad.errors.contains("--principal: "))
        let other = try run([
            "--yes", "--key", repository.path("key"), "--output", "x", "--principal", "bo@example.org",
        ])
        #expect(other.status == 0)
        let signOff = try #require(try read(Array(Data(contentsOf: sample.folder.appending(path: "x")))).signOffs.first)
        #expect("\(signOff.signature)".contains("another principal"))
    }

    /// An agent has no terminal, and must not sign by accident.
    @Test func nobodySignsByAccident() throws {
        let result = try run(["--key", repository.path("key")])
        #expect(result.status == 2 && result.errors.contains("there is no terminal"))
        #expect(!FileManager.default.fileExists(atPath: sample.folder.appending(path: "aigate-sign-off.txt").path))
        let help = try Program.run(["sign-off", "--help"], in: sample.folder)
        #expect(help.output.contains("proves nothing"))
    }

    @Test func whatCannotBeJudgedIsNotSigned() throws {
        try sample.commit(".aigate/policy.yml", "version: 1\nlimits:\n  file-bytes: 100000\n", "Policy")
        try sample.commit("large.txt", String(repeating: "a line\n", count: 200_000), "Large")
        let result = try Program.run(
            ["sign-off", "main~1..main", "--yes", "--key", repository.path("key")], in: sample.folder)
        #expect(result.status == 3 && result.errors.contains("nothing is signed"), "\(result.errors)")
        let empty = try Program.run(
            ["sign-off", "main..main", "--yes", "--key", repository.path("key")], in: sample.folder)
        #expect(empty.status == 3 && empty.errors.contains("no commit"), "\(empty.errors)")
        let unknown = try Program.run(
            ["sign-off", "none..main", "--yes", "--key", repository.path("key")], in: sample.folder)
        #expect(unknown.status == 3)
        try sample.commit(".aigate/policy.yml", "version: 1\nlimts: 1\n", "Broken policy")
        try sample.commit("a.txt", "a", "Small")
        let wrong = try Program.run(
            ["sign-off", "main~1..main", "--yes", "--key", repository.path("key")], in: sample.folder)
        #expect(wrong.status == 2, "\(wrong.errors)")
    }
}
