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
                    "/usr/bin/ssh-keygen",
                    ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", folder.appending(path: name).path])
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
            options + ["commit", "--quiet", "--message", "Add\n\n\(ReviewedChange.ai)\n"]
                + (key == nil ? [] : ["--gpg-sign"]))
    }

    /// git signs as the committer: another's key shows that the committer is not who it says, and no review.
    @Test func commitsOwnSignatureIsNoReview() throws {
        try commit("a.txt", key: "bo")
        let run = try change.judge()
        #expect(run.reviews == ["R0 of R2, self"])
        #expect(run.reasons == "the commit's signature does not count: it shows who made the commit")
        #expect(run.evidence.commits.map(\.signatureVerdict) == ["verified"])
        #expect(
            run.evidence.policySource.contains {
                $0.role == "allowed-signers" && $0.commit == change.base && $0.sha256 != nil
            })
    }

    @Test(arguments: [
        ("ann", "verified", "self"), ("stranger", "unknown-key", "none"), ("robot", "verified", "self"),
        (nil, nil, "none"),
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
        #expect(run.reviews == ["R0 of R2, none", "R0 of R2, none", "R0 of R2, self"])
        #expect(run.evidence.commits.map(\.signatureVerdict) == ["unknown-key", nil, "verified"])
    }

    @Test func changedCommitIsNotItsSignature() throws {
        try commit("a.txt", key: "bo")
        let text = try change.sample.git(["cat-file", "commit", "HEAD"]).replacingOccurrences(
            of: "Add\n", with: "And\n")
        let forged = try change.sample.git(
            ["hash-object", "-t", "commit", "-w", "--stdin"], input: Data((text + "\n").utf8))
        try change.sample.git(["reset", "--quiet", "--hard", forged])
        let run = try change.judge()
        #expect(run.evidence.commits.map(\.signatureVerdict) == ["bad"])
        #expect(run.reviews == ["R0 of R2, none"])
    }

    /// A key that the change itself adds belongs to nobody yet.
    @Test func signersOfTheChangeAreNotBelieved() throws {
        try commit("b.txt", key: nil)
        let text =
            try change.sample.read(".aigate/allowed_signers")
            + "cy@example.org namespaces=\"git\" \(try keys.publicKey("stranger"))\n"
        try change.commit(".aigate/allowed_signers", text, trailers: "Fixes: #1")
        try commit("a.txt", key: nil)
        let file = keys.path("record.txt")
        let made = try signOff(["--output", file], key: "stranger", principal: "cy@example.org")
        #expect(
            made.status == 0 && made.errors.contains("the base's .aigate/allowed_signers does not have the key"),
            "\(made.errors)")
        #expect(try change.judge(arguments: ["--sign-off", file]).reviews.last == "R0 of R2, none")
    }

    @Test func revokedKeyCountsNoMore() throws {
        try change.commit(".aigate/revoked_keys", try keys.publicKey("bo") + "\n", trailers: "Fixes: #1")
        let base = try change.sample.git(["rev-parse", "HEAD"])
        try commit("a.txt", key: "bo")
        let file = keys.path("record.txt")
        let made = try signOff(["--output", file], from: base)
        #expect(
            made.status == 0 && made.errors.contains("the record would not count: its key is revoked"), "\(made.errors)"
        )
        let run = try change.judge(arguments: ["--sign-off", file], from: base)
        #expect(run.evidence.commits.map(\.signatureVerdict) == ["refused"])
        #expect(run.reviews == ["R0 of R2, none"])
        #expect(run.reasons.contains("its key is revoked"))
    }

    @Test func withoutSignersNothingCountsAndItIsSaid() throws {
        try change.sample.git(["rm", "--quiet", ".aigate/allowed_signers"])
        try change.sample.git(["commit", "--quiet", "--message", "Remove"])
        let base = try change.sample.git(["rev-parse", "HEAD"])
        try commit("a.txt", key: "bo")
        let run = try change.judge(from: base)
        #expect(run.reviews == ["R0 of R2, none"])
        #expect(run.evidence.commits.map(\.signatureVerdict) == ["not-verifiable"])
        #expect(
            run.output.contains(
                "no signature counts: the base has neither .aigate/allowed_signers nor .aigate/keyring.gpg"))
    }

    @Test func malformedSignersAreAMistake() throws {
        try change.commit(".aigate/allowed_signers", "nonsense\n", trailers: "Fixes: #1")
        let base = try change.sample.git(["rev-parse", "HEAD"])
        try commit("a.txt", key: "bo")
        #expect(try change.judge(from: base).status == 2)
    }

    /// As a reviewer makes it, in a clone of their own.
    private func signOff(
        _ arguments: [String], key: String = "bo", principal: String = "bo@example.org", from base: String? = nil
    ) throws -> Subprocess.Result {
        try Program.run(
            [
                "sign-off", "\(base ?? change.base)..HEAD", "--yes", "--now", Program.now, "--key", keys.path(key),
                "--principal", principal,
            ]
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

    @Test(arguments: [
        ("ann", "ann@example.org", "self"), ("stranger", "bo@example.org", "none"),
        ("robot", "github-actions@github.com", "none"),
    ])
    func recordOfNoReviewerCountsForNothing(key: String, principal: String, result: String) throws {
        try commit("a.txt", key: nil)
        let file = keys.path("record-\(key).txt")
        _ = try signOff(["--output", file], key: key, principal: principal)
        let run = try change.judge(arguments: ["--sign-off", file])
        #expect(run.reviews == ["R0 of R2, \(result)"])
        #expect(run.status == 0)
    }

    /// A squash by the forge holds what the reviewer signed for under another id.
    @Test func recordIsCarriedOverWithTheRunThatJudgedIt() throws {
        try change.sample.git(["checkout", "--quiet", "-b", "topic"])
        try commit("a.txt", key: nil)
        try commit("b.txt", key: nil)
        let file = keys.path("record.txt")
        #expect(try signOff(["--output", file]).status == 0)
        _ = try change.judge(event: "github/pull_request")
        let judged = keys.path("judged.json")
        try FileManager.default.copyItem(
            atPath: change.sample.folder.appending(path: Judged.directory + "/run.json").path, toPath: judged)
        try change.sample.git(["checkout", "--quiet", "main"])
        try change.sample.git(["merge", "--quiet", "--squash", "topic"])
        try change.sample.git(["commit", "--quiet", "--message", "Add (#40)\n\n\(ReviewedChange.ai)"])
        let without = try change.judge(arguments: ["--sign-off", file])
        #expect(without.reviews == ["R0 of R2, none"])
        #expect(without.reasons.contains("if it was squashed or rebased, give the request's run.json with --judged"))
        #expect(
            try change.judge(judged: judged, arguments: ["--sign-off", file]).reviews.first == "R2 of R2, independent")
    }

    /// OpenPGP through gpgv and the base's keyring; another key than those in it is nobody's.
    @Test func openPGPKeyOfTheKeyringIsKnown() throws {
        let signed = try SignedRepository()
        let bo = try signed.openPGPKey("Bo Ray <bo@example.org>")
        let stranger = try signed.openPGPKey("Cy Fox <cy@example.org>")
        let sample = signed.sample
        try FileManager.default.createDirectory(
            at: sample.folder.appending(path: ".aigate"), withIntermediateDirectories: true)
        try Data(signed.keyring(["Bo Ray <bo@example.org>"])).write(
            to: sample.folder.appending(path: ".aigate/keyring.gpg"))
        let base = try sample.commit(".aigate/policy.yml", "version: 1\nreview: {level: R2}\n")
        let message = "Add\n\n\(ReviewedChange.ai)"
        _ = try signed.commit(signed.openPGP(bo), message)
        _ = try signed.commit(signed.openPGP(stranger), message)
        let head = try sample.git(["rev-parse", "HEAD"])
        let event = try CIEvent("github/push", [CIEvent.mainBefore: base, CIEvent.mainTip: head], in: sample)
        let run = try Program.judge(in: sample, environment: event.environment)
        #expect(run.evidence.commits.map(\.signatureVerdict) == ["verified", "unknown-key"])
        #expect(run.reviews == ["R0 of R2, self", "R0 of R2, none"])
        #expect(run.evidence.policySource.contains { $0.role == "keyring" && $0.commit == base })
    }

    // MARK: Holes

    private func allow(_ lines: String) throws -> String {
        try change.commit(".aigate/allowed_signers", lines, trailers: "Fixes: #1")
        return try change.sample.git(["rev-parse", "HEAD"])
    }

    /// The author's own key, under a second name.
    @Test(arguments: [
        "bo@example.org,ann@example.org KEY", "bo@example.org KEY\nann@example.org KEY", "bo@example.org KEY\n* KEY",
    ])
    func secondPrincipalOfOnesOwnKey(lines: String) throws {
        let base = try allow(lines.replacing("KEY", with: keys.publicKey("ann")) + "\n")
        try commit("a.txt", key: nil)
        let file = keys.path("record.txt")
        #expect(try signOff(["--output", file], key: "ann", from: base).status == 0)
        let run = try change.judge(arguments: ["--sign-off", file], from: base)
        #expect(run.reviews == [lines.contains("*") ? "R0 of R2, none" : "R0 of R2, self"], "\(run.reasons)")
    }

    @Test func secondPrincipalOfACertificate() throws {
        let base = try allow("*@example.org cert-authority \(try keys.publicKey("stranger"))\n")
        try commit("a.txt", key: nil)
        for (names, review) in [
            ("bo@example.org", "R2 of R2, independent"), ("bo@example.org,ann@example.org", "R0 of R2, self"),
        ] {
            let made = try Subprocess.run(
                "/usr/bin/ssh-keygen",
                ["-q", "-s", keys.path("stranger"), "-I", "id", "-n", names, keys.path("bo.pub")])
            #expect(made.status == 0, "\(made.errors)")
            let file = keys.path("record-\(names).txt")
            let signed = try signOff(["--output", file], key: "bo-cert.pub", from: base)
            #expect(signed.status == 0, "\(signed.errors)")
            let run = try change.judge(arguments: ["--sign-off", file], from: base)
            #expect(run.reviews == [review], "\(run.reasons)")
        }
    }

    /// Whoever signed the commits reviewed nothing by signing a record too, whatever the committer is called, and
    /// whatever else the key is for.
    @Test(arguments: ["git,aigate-sign-off", "aigate-sign-off"]) func recordOverARangeThatOneSigned(namespaces: String)
        throws
    {
        let base = try allow("bo@example.org namespaces=\"\(namespaces)\" \(try keys.publicKey("bo"))\n")
        try commit("a.txt", key: "bo")
        let file = keys.path("record.txt")
        let made = try signOff(["--output", file], from: base)
        #expect(made.errors.contains("you made a commit of the range yourself"), "\(made.errors)")
        let run = try change.judge(arguments: ["--sign-off", file], from: base)
        #expect(run.reviews == ["R0 of R2, self"])
    }

    @Test func recordUnderAnotherPolicy() throws {
        try commit("a.txt", key: nil)
        let file = keys.path("record.txt")
        let other = keys.path("policy.yml")
        try Data("version: 1\nreview: {level: R1}\n".utf8).write(to: URL(filePath: other))
        #expect(try signOff(["--output", file, "--policy", other]).status == 0)
        let run = try change.judge(arguments: ["--sign-off", file])
        #expect(run.reviews == ["R0 of R2, none"])
        #expect(run.reasons.contains("a verdict by another policy than this run's"))
    }

    /// A strict gate lacks the review until it is signed for.
    @Test func strictReviewIsSignedForAllTheSame() throws {
        let policy = "version: 1\nreview: {level: R2, strict: true}\nchecks: {review-missing: {level: block}}\n"
        try change.commit(".aigate/policy.yml", policy, trailers: "Fixes: #1")
        let base = try change.sample.git(["rev-parse", "HEAD"])
        try commit("a.txt", key: nil)
        #expect(try change.judge(event: "github/pull_request", from: base).status == 1)
        let file = keys.path("record.txt")
        let made = try signOff(["--output", file], from: base)
        #expect(made.status == 0 && made.errors.contains("verdict: pass"), "\(made.errors)")
        let run = try change.judge(event: "github/pull_request", arguments: ["--sign-off", file], from: base)
        #expect(run.reviews == ["R2 of R2, independent"])
        #expect(run.status == 0)
    }

    @Test func failingVerdictIsNotSigned() throws {
        try change.commit(
            ".aigate/policy.yml", "version: 1\nchecks: {hidden-unicode: {level: block}}\n", trailers: "Fixes: #1")
        let base = try change.sample.git(["rev-parse", "HEAD"])
        try change.commit("a.txt", hiddenText)
        let made = try signOff(["--note"], from: base)
        #expect(made.status == 1 && made.errors.contains("nothing is signed"), "\(made.errors)")
        #expect(try change.sample.git(["for-each-ref", "refs/notes/aigate"]).isEmpty)
    }

    /// Main may have gone on, as with `main...topic`; the merge brings in the head that was signed for.
    @Test(arguments: [true, false]) func noteCountsAfterAMerge(isBehind: Bool) throws {
        func git(_ arguments: [String]) throws -> String { try change.sample.git(arguments) }
        _ = try git(["checkout", "--quiet", "-b", "topic"])
        try commit("a.txt", key: nil)
        try commit("b.txt", key: nil)
        _ = try git(["checkout", "--quiet", "main"])
        if isBehind { try change.commit("c.txt", trailers: "Fixes: #1") }
        let main = try git(["rev-parse", "HEAD"])
        _ = try git(["checkout", "--quiet", "topic"])
        let made = try signOff(["--note"], from: isBehind ? main + "." : main)
        #expect(made.status == 0, "\(made.errors)")
        _ = try git(["checkout", "--quiet", "main"])
        _ = try git(["merge", "--quiet", "--no-ff", "--message", "Merge #40\n\n\(ReviewedChange.ai)", "topic"])
        let merged = try change.judge(from: main)
        #expect(
            merged.reviews.sorted() == ["R0 of R2, none", "R2 of R2, independent", "R2 of R2, independent"],
            "\(merged.reasons)")
        // What came onto the topic after the reviewer signed is not what they signed for.
        _ = try git(["checkout", "--quiet", "topic"])
        try commit("d.txt", key: nil)
        _ = try git(["checkout", "--quiet", "-B", "again", main])
        _ = try git(["merge", "--quiet", "--no-ff", "--message", "Merge #40", "topic"])
        #expect(try change.judge(from: main).reviews.filter { $0.hasPrefix("R2") }.isEmpty)
    }

    /// A record over the end of a branch says nothing of its beginning.
    @Test func recordOfAPartCountsForThatPart() throws {
        try change.sample.git(["checkout", "--quiet", "-b", "topic"])
        try commit("a.txt", key: nil)
        let middle = try change.sample.git(["rev-parse", "HEAD"])
        try commit("b.txt", key: nil)
        #expect(try signOff(["--note"], from: middle).status == 0)
        try change.sample.git(["checkout", "--quiet", "main"])
        try change.sample.git(["merge", "--quiet", "--no-ff", "--message", "Merge #40", "topic"])
        let run = try change.judge()
        let by = Dictionary(uniqueKeysWithValues: zip(run.evidence.commits.map(\.sha), run.reviews))
        #expect(by[middle] == "R0 of R2, none")
        #expect(run.reviews.contains("R2 of R2, independent"))
    }

    /// Tags can only lose a review, and what they are called is nobody's to print.
    @Test func brokenTagsStopNoRun() throws {
        try commit("a.txt", key: nil)
        let head = try change.sample.git(["rev-parse", "HEAD"])
        for (name, text) in [
            ("broken-of-ann@example.org", "object nothing\ntype commit\ntag x\n\n"),
            ("large", "object \(head)\ntype commit\ntag large\n\n" + String(repeating: "a line\n", count: 200_000)),
        ] {
            let id = try change.sample.git(
                ["hash-object", "-t", "tag", "-w", "--stdin", "--literally"], input: Data(text.utf8))
            try Data("\(id)\n".utf8).write(to: change.sample.folder.appending(path: ".git/refs/tags/\(name)"))
        }
        #expect(try signOff(["--note"]).status == 0)
        let run = try change.judge()
        #expect(run.status == 0 && run.reviews == ["R2 of R2, independent"])
        let said = run.evidence.limitations.filter { $0.contains("would not count") }
        #expect(said.count == 2 && said.contains { $0.contains("refs/tags/large") }, "\(run.evidence.limitations)")
        #expect(!run.output.contains("ann@example.org"))
    }

    /// What a record's signature says it is for is anybody's text.
    @Test func namespaceIsNotEchoed() throws {
        try commit("a.txt", key: nil)
        let file = keys.path("record.txt")
        #expect(try signOff(["--output", file]).status == 0)
        let record = try String(contentsOf: URL(filePath: file), encoding: .utf8)
        let text = try String(record[..<#require(record.firstRange(of: "-----BEGIN")).lowerBound])
        let signed = try Subprocess.run(
            "/usr/bin/ssh-keygen", ["-Y", "sign", "-q", "-n", "eve.adams@example.org", "-f", keys.path("bo")],
            input: Data(text.utf8))
        #expect(signed.status == 0)
        try Data((text + signed.output).utf8).write(to: URL(filePath: file))
        let run = try change.judge(arguments: ["--sign-off", file])
        #expect(run.reasons.contains("it was made for another namespace than aigate-sign-off"))
        #expect(!run.reasons.contains("eve"))
    }

    @Test func doctorSaysHowAKeyBecomesKnown() throws {
        let sample = try SampleRepository("small")
        try sample.commit("a.txt", "a")
        let doctor = try Program.run(["doctor", "HEAD~1..HEAD", "--now", Program.now], in: sample.folder)
        #expect(doctor.output.contains("you@example.org ssh-ed25519 AAAA..."))
        let page = try Program.run(["explain", "review-missing"], in: sample.folder)
        #expect(page.output.contains("you@example.org ssh-ed25519 AAAA..."))
    }

    /// An account is no address: the reason says what is lacking, and names nobody.
    @Test(arguments: [
        ("[bo@corp.example]", ""), ("[bo@corp.example, ben@users.noreply.github.com]", "R3 of R3, independent"),
    ])
    func accountOfAListedPerson(humans: String, review: String) throws {
        let change = try ReviewedChange([".aigate/policy.yml": "version: 1\nreview: {humans: \(humans)}\n"])
        let head = try change.commit()
        let approvals = ReviewedChange.envelope([ReviewedChange.review("ben", of: head)])
        let run = try change.judge(approvals: approvals)
        #expect(run.reviews == [review.isEmpty ? "R0 of R3, none" : review], "\(run.reasons)")
        #expect(
            run.reasons.contains("add the account's no-reply address to review.humans, or a line to .mailmap")
                == review.isEmpty)
        #expect(!run.reasons.contains("ben"))
        let mapped = try ReviewedChange([
            ".aigate/policy.yml": "version: 1\nreview: {humans: \(humans)}\n",
            ".mailmap": "Bo Ray <bo@corp.example> <7+ben@users.noreply.github.com>\n",
        ])
        let again = ReviewedChange.envelope([ReviewedChange.review("ben", of: try mapped.commit())])
        #expect(try mapped.judge(approvals: again).reviews == ["R3 of R3, independent"])
    }
}
