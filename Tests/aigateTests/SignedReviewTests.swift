// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// Signatures as reviews: whose key it was decides, and every commit is looked at.
struct SignedReviewTests {
    private let keys: Keys
    private let change: ReviewedChange

    /// Key pairs made for the test.
    private final class Keys {
        let folder = FileManager.default.temporaryDirectory.appending(path: "aigate-keys-\(UUID().uuidString)")

        init(_ names: [String]) throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for name in names {
                let made = try Subprocess.run(
                    "/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", folder.appending(path: name).path])
                try #require(made.status == 0, "ssh-keygen is missing: apt-get install openssh-client")
            }
        }

        deinit { do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") } }

        func path(_ name: String) -> String { folder.appending(path: name).path }

        func publicKey(_ name: String) throws -> String {
            let text = try String(contentsOf: folder.appending(path: name + ".pub"), encoding: .utf8)
            return text.split(separator: " ").prefix(2).joined(separator: " ")
        }
    }

    init() throws {
        keys = try Keys(["ann", "bo", "stranger", "robot"])
        let signers = """
            ann@example.org namespaces="git,aigate-sign-off" \(try keys.publicKey("ann"))
            bo@example.org namespaces="git,aigate-sign-off" \(try keys.publicKey("bo"))
            github-actions@github.com namespaces="git" \(try keys.publicKey("robot"))

            """
        change = try ReviewedChange([
            ".aigate/allowed_signers": signers, ".aigate/policy.yml": "version: 1\nreview: {level: R2}\n",
        ])
    }

    private func commit(_ path: String, key: String?) throws {
        let options = key.map { ["-c", "gpg.format=ssh", "-c", "user.signingkey=\(keys.path($0))"] } ?? []
        try change.sample.git(["reset", "--quiet"])
        let file = change.sample.folder.appending(path: path)
        try Data("a\n".utf8).write(to: file)
        try change.sample.git(["add", "--all"])
        try change.sample.git(
            options + ["commit", "--quiet", "--message", "Add\n\n\(ReviewedChange.ai)\n"] + (key == nil ? [] : ["--gpg-sign"]))
    }

    @Test func anotherListedPersonsKeyCounts() throws {
        try commit("a.txt", key: "bo")
        let run = try change.judge()
        #expect(run.reviews == ["R2 of R2, independent"])
        #expect(run.evidence.commits.map(\.signatureVerdict) == ["verified"])
        #expect(run.evidence.policySource.contains { $0.role == "allowed-signers" && $0.commit == change.base && $0.sha256 != nil })
    }

    @Test(arguments: [
        ("ann", "verified", "self"), ("stranger", "unknown-key", "none"), ("robot", "verified", "robot"), (nil, nil, "none"),
    ])
    func verifiedIsNotReviewed(key: String?, verdict: String?, result: String) throws {
        try commit("a.txt", key: key)
        let run = try change.judge()
        #expect(run.evidence.commits.map(\.signatureVerdict) == [verdict])
        #expect(run.reviews == ["R0 of R2, \(result)"])
        #expect(run.findings == ["review-missing warn"])
    }

    @Test func signatureIsCheckedOnEveryCommitAndNotAtTheHeadAlone() throws {
        for (path, key) in [("a.txt", "stranger"), ("b.txt", nil), ("c.txt", "bo")] { try commit(path, key: key) }
        let run = try change.judge()
        #expect(run.reviews == ["R0 of R2, none", "R0 of R2, none", "R2 of R2, independent"])
        #expect(run.evidence.commits.map(\.signatureVerdict) == ["unknown-key", nil, "verified"])
    }

    @Test func changedCommitIsNotItsSignature() throws {
        try commit("a.txt", key: "bo")
        let text = try change.sample.git(["cat-file", "commit", "HEAD"]).replacingOccurrences(of: "Add\n", with: "And\n")
        let forged = try change.sample.git(
            ["hash-object", "-t", "commit", "-w", "--stdin"], input: Data((text + "\n").utf8))
        try change.sample.git(["reset", "--quiet", "--hard", forged])
        let run = try change.judge()
        #expect(run.evidence.commits.map(\.signatureVerdict) == ["bad"])
        #expect(run.reviews == ["R0 of R2, none"])
    }

    /// A key that the change itself adds belongs to nobody yet.
    @Test func signersOfTheChangeAreNotBelieved() throws {
        let text = try change.sample.read(".aigate/allowed_signers")
            + "cy@example.org namespaces=\"git\" \(try keys.publicKey("stranger"))\n"
        try change.commit(".aigate/allowed_signers", text, trailers: "Fixes: #1")
        try commit("a.txt", key: "stranger")
        #expect(try change.judge().reviews.last == "R0 of R2, none")
    }

    @Test func revokedKeyCountsNoMore() throws {
        try change.commit(".aigate/revoked_keys", try keys.publicKey("bo") + "\n", trailers: "Fixes: #1")
        let base = try change.sample.git(["rev-parse", "HEAD"])
        try commit("a.txt", key: "bo")
        let run = try change.judge(from: base)
        #expect(run.evidence.commits.map(\.signatureVerdict) == ["refused"])
        #expect(run.reviews == ["R0 of R2, none"])
    }

    @Test func withoutSignersNothingCountsAndItIsSaid() throws {
        try change.sample.git(["rm", "--quiet", ".aigate/allowed_signers"])
        try change.sample.git(["commit", "--quiet", "--message", "Remove"])
        let base = try change.sample.git(["rev-parse", "HEAD"])
        try commit("a.txt", key: "bo")
        let run = try change.judge(from: base)
        #expect(run.reviews == ["R0 of R2, none"])
        #expect(run.evidence.commits.map(\.signatureVerdict) == ["not-verifiable"])
        #expect(run.output.contains("no signature counts: the base has neither .aigate/allowed_signers nor .aigate/keyring.gpg"))
    }

    @Test func malformedSignersAreAMistake() throws {
        try change.commit(".aigate/allowed_signers", "nonsense\n", trailers: "Fixes: #1")
        let base = try change.sample.git(["rev-parse", "HEAD"])
        try commit("a.txt", key: "bo")
        #expect(try change.judge(from: base).status == 2)
    }

    /// As a reviewer makes it, in a clone of their own.
    private func signOff(_ arguments: [String], key: String = "bo", principal: String = "bo@example.org") throws -> Subprocess.Result {
        try Program.run(
            ["sign-off", "\(change.base)..HEAD", "--yes", "--now", Program.now, "--key", keys.path(key), "--principal", principal]
                + arguments, in: change.sample.folder)
    }

    @Test func signedRecordInAFileCounts() throws {
        try commit("a.txt", key: nil)
        try commit("b.txt", key: nil)
        let file = keys.path("record.txt")
        let made = try signOff(["--output", file])
        #expect(made.status == 0, "\(made.errors)")
        let run = try change.judge(arguments: ["--sign-off", file])
        #expect(run.reviews == ["R2 of R2, independent", "R2 of R2, independent"])
        #expect(run.evidence.inputs.map(\.role) == ["sign-off"])
        #expect(run.evidence.attachments.map(\.kind) == ["sign-off"])
        #expect(!run.reasons.contains("bo@example.org"))
        // One more commit, and it speaks of another change.
        try commit("c.txt", key: nil)
        let later = try change.judge(arguments: ["--sign-off", file])
        #expect(later.reviews == Array(repeating: "R0 of R2, none", count: 3))
        #expect(later.reasons.contains("it names another base, head, tree or patch than is judged"))
    }

    @Test func signedRecordInANoteCounts() throws {
        try commit("a.txt", key: nil)
        let made = try signOff(["--note"])
        #expect(made.status == 0, "\(made.errors)")
        #expect(try change.judge().reviews == ["R2 of R2, independent"])
    }

    @Test(arguments: [("ann", "ann@example.org", "self"), ("stranger", "bo@example.org", "none"), ("robot", "github-actions@github.com", "none")])
    func recordOfNoReviewerCountsForNothing(key: String, principal: String, result: String) throws {
        try commit("a.txt", key: nil)
        let file = keys.path("record-\(key).txt")
        _ = try signOff(["--output", file], key: key, principal: principal)
        let run = try change.judge(arguments: ["--sign-off", file])
        #expect(run.reviews == ["R0 of R2, \(result)"])
        #expect(run.status == 0)
    }

    /// A merge by the forge brings in the head that the reviewer signed for.
    @Test func recordIsCarriedOverWithTheRunThatJudgedIt() throws {
        try change.sample.git(["checkout", "--quiet", "-b", "topic"])
        try commit("a.txt", key: nil)
        let file = keys.path("record.txt")
        #expect(try signOff(["--output", file]).status == 0)
        _ = try change.judge(event: "github/pull_request")
        let judged = keys.path("judged.json")
        try FileManager.default.copyItem(
            atPath: change.sample.folder.appending(path: Judged.directory + "/run.json").path, toPath: judged)
        try change.sample.git(["checkout", "--quiet", "main"])
        try change.sample.git(["merge", "--quiet", "--no-ff", "--message", "Merge #40", "topic"])
        #expect(try change.judge(arguments: ["--sign-off", file]).reviews.first == "R0 of R2, none")
        #expect(try change.judge(judged: judged, arguments: ["--sign-off", file]).reviews.first == "R2 of R2, independent")
    }

    /// OpenPGP through gpgv and the base's keyring; another key than those in it is nobody's.
    @Test func openPGPKeyOfTheKeyringCounts() throws {
        let signed = try SignedRepository()
        let bo = try signed.openPGPKey("Bo Ray <bo@example.org>")
        let stranger = try signed.openPGPKey("Cy Fox <cy@example.org>")
        let sample = signed.sample
        try FileManager.default.createDirectory(at: sample.folder.appending(path: ".aigate"), withIntermediateDirectories: true)
        try Data(signed.keyring(["Bo Ray <bo@example.org>"])).write(to: sample.folder.appending(path: ".aigate/keyring.gpg"))
        let base = try sample.commit(".aigate/policy.yml", "version: 1\nreview: {level: R2}\n")
        let message = "Add\n\n\(ReviewedChange.ai)"
        _ = try signed.commit(signed.openPGP(bo), message)
        _ = try signed.commit(signed.openPGP(stranger), message)
        let head = try sample.git(["rev-parse", "HEAD"])
        let event = try CIEvent("github/push", [CIEvent.mainBefore: base, CIEvent.mainTip: head], in: sample)
        let run = try Program.judge(in: sample, environment: event.environment)
        #expect(run.evidence.commits.map(\.signatureVerdict) == ["verified", "unknown-key"])
        #expect(run.reviews == ["R2 of R2, independent", "R0 of R2, none"])
        #expect(run.evidence.policySource.contains { $0.role == "keyring" && $0.commit == base })
    }
}
