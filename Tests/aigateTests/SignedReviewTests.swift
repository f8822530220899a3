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
            ann@example.org namespaces="git" \(try keys.publicKey("ann"))
            bo@example.org namespaces="git" \(try keys.publicKey("bo"))
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
        #expect(run.output.contains("no signature counts: the base has no .aigate/allowed_signers"))
    }

    @Test func malformedSignersAreAMistake() throws {
        try change.commit(".aigate/allowed_signers", "nonsense\n", trailers: "Fixes: #1")
        let base = try change.sample.git(["rev-parse", "HEAD"])
        try commit("a.txt", key: "bo")
        #expect(try change.judge(from: base).status == 2)
    }
}
