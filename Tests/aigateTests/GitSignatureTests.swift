// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Git
import Provenance
import TestKit
import Testing

@testable import aigate

/// What git says of a signed commit or tag, we say too.
struct GitSignatureTests {
    /// The day of every commit here.
    private let day = Instant(seconds: 1_767_323_045)

    private func verdict(
        _ repository: SignedRepository, _ signed: SignedObject?, allowed: String = "", revoked: String = "",
        keyring: [UInt8]? = nil
    ) throws -> SignatureVerdict {
        let checker = SignatureChecker(
            allowedSigners: try AllowedSigners(Array(allowed.utf8), file: "allowed"),
            revoked: try RevokedKeys(Array(revoked.utf8), file: "revoked"),
            openPGP: try keyring.map { try GPGV.check(keyring: $0, file: "keyring") },
            keyring: keyring.map { OpenPGPKeyring($0) }, today: day)
        return checker.verdict(on: try #require(signed), namespace: SignatureChecker.gitNamespace, at: day)
    }

    @Test func commitsBySSH() throws {
        let repository = try SignedRepository()
        let id = try repository.commit(
            repository.ssh(), "Change\n\nwith a body\n\n-----BEGIN SSH SIGNATURE-----\nof no kind")
        let signed = try Repository(at: repository.sample.path).signedObject(ofCommit: id)
        let key = try repository.publicKey()
        let other = try repository.publicKey("stranger")
        for (allowed, revoked, isVerified) in [
            ("ann@example.org \(key)\n", "", true), ("bo@example.org,ann@example.org \(key)\n", "", true),
            ("*@example.org \(key)\n", "", true),
            ("ann@example.org \(other)\n", "", false), ("ann@example.org \(key)\n", key + "\n", false),
            ("ann@example.org \(key)\n", other + "\n", true),
            ("ann@example.org namespaces=\"file\" \(key)\n", "", false),
            ("ann@example.org valid-before=\"20260102\" \(key)\n", "", false),
            ("ann@example.org valid-after=\"20260102\" \(key)\n", "", true),
            ("ann@example.org valid-after=\"20260102040000\" \(key)\n", "", false),
            ("!ann@example.org,ann@example.org \(key)\n", "", false),
            ("!eve@example.org,*@example.org \(key)\n", "", true), ("# none\n", "", false),
        ] {
            let ours = try verdict(repository, signed, allowed: allowed, revoked: revoked)
            if case .verified = ours {
                #expect(isVerified, "\(allowed)")
            } else {
                #expect(!isVerified, "\(allowed): \(ours)")
            }
            #expect(
                try repository.gitVerifies("verify-commit", id.hex, allowed: allowed, revoked: revoked) == isVerified,
                "\(allowed)")
        }
    }

    @Test func commitsWhoseBytesWereChanged() throws {
        let repository = try SignedRepository()
        let id = try repository.commit(repository.ssh())
        let allowed = "ann@example.org \(try repository.publicKey())\n"
        let object = try repository.sample.git(["cat-file", "commit", id.hex]) + "\n"
        let end = "-----END SSH SIGNATURE-----\n"
        let other = try repository.commit(repository.ssh("stranger"))
        let foreign = try repository.sample.git(["cat-file", "commit", other.hex]) + "\n"
        let start = try #require(foreign.firstRange(of: "gpgsig ")?.lowerBound)
        let stop = try #require(foreign.firstRange(of: " \(end)")?.upperBound)
        for (what, text, isVerified) in [
            ("the same", object, true), ("message", object + "more\n", false),
            ("author", object.replacing("author Ann Lee", with: "author Bo Lee"), false),
            ("an unsigned header", object.replacing(end, with: end + "gpgsig-sha256 anything\n and more\n"), true),
            ("a signed header", object.replacing(end, with: end + "encoding UTF-8\n"), false),
            ("a second signature", object.replacing(end, with: end + foreign[start..<stop]), false),
        ] {
            let changed = try repository.sample.git(
                ["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], input: Data(text.utf8))
            let signed = try Repository(at: repository.sample.path).signedObject(
                ofCommit: #require(ObjectID(hex: changed)))
            let ours = try verdict(repository, signed, allowed: allowed)
            if what == "a second signature" {
                // git glues them together, and ssh-keygen reads the first.
                #expect(ours == .bad(reason: "there are 2 signatures, where one is due"))
                continue
            }
            #expect((ours.person == "ann@example.org") == isVerified, "\(what): \(ours)")
            #expect(try repository.gitVerifies("verify-commit", changed, allowed: allowed) == isVerified, "\(what)")
        }
        #expect(
            try Repository(at: repository.sample.path).signedObject(
                ofCommit: #require(ObjectID(hex: repository.sample.git(["rev-parse", "main~2"])))) == nil)
    }

    @Test func tagsBySSH() throws {
        let repository = try SignedRepository()
        let id = try repository.sample.head()
        try repository.sample.git(repository.ssh() + ["tag", "--sign", "signed", "--message", "Reviewed\n\nin full"])
        try repository.sample.git(["tag", "--annotate", "unsigned", "--message", "A tag"])
        try repository.sample.git(["tag", "light"])
        try repository.sample.git(["tag", "--annotate", "older", "--message", "A tag", "main~1"])
        try repository.sample.git(["tag", "--annotate", "of-a-tree", "--message", "A tag", "main^{tree}"])
        try repository.sample.git([
            "-c", "advice.nestedTag=false", "tag", "--annotate", "of-a-tag", "--message", "A tag", "signed",
        ])
        let tags = try Repository(at: repository.sample.path).annotatedTags(at: [id]).tags
        #expect(tags.map(\.reference) == ["refs/tags/signed", "refs/tags/unsigned"])
        let tag = try #require(tags.first)
        #expect(
            tag.commit == id && tag.tagger?.identity.email == "ann@example.org" && tag.tagger?.seconds == day.seconds)
        #expect(String(decoding: tag.message, as: UTF8.self) == "Reviewed\n\nin full\n" && tags.last?.signed == nil)
        for (name, isVerified) in [("key", true), ("stranger", false)] {
            let allowed = "ann@example.org \(try repository.publicKey(name))\n"
            let ours = try verdict(repository, tag.signed, allowed: allowed)
            #expect((ours.person == "ann@example.org") == isVerified, "\(ours)")
            #expect(try repository.gitVerifies("verify-tag", "signed", allowed: allowed) == isVerified)
        }
    }

    @Test func tagThatIsNone() throws {
        let sample = try SampleRepository("small")
        let id = try sample.git(
            ["hash-object", "-t", "tag", "-w", "--stdin", "--literally"],
            input: Data("object nothing\ntype commit\ntag x\n\n".utf8))
        try Data("\(id)\n".utf8).write(to: sample.folder.appending(path: ".git/refs/tags/broken"))
        let repository = try Repository(at: sample.path)
        let (tags, unread) = try repository.annotatedTags(at: [sample.head()])
        #expect(tags.isEmpty && unread.map(\.reference) == ["refs/tags/broken"])
    }

    @Test(arguments: ["ed25519", "rsa2048"]) func commitsByOpenPGP(algorithm: String) throws {
        let repository = try SignedRepository()
        let ann = "Ann Lee <ann@example.org>"
        let fingerprint = try repository.openPGPKey(ann, algorithm)
        _ = try repository.openPGPKey("Bo Lee <bo@example.org>")
        let id = try repository.commit(repository.openPGP(fingerprint))
        let signed = try #require(try Repository(at: repository.sample.path).signedObject(ofCommit: id))
        let ring = try repository.keyring([ann])
        #expect(
            try verdict(repository, signed, keyring: ring) == .verified(principal: "ann@example.org", key: fingerprint))
        let others = try verdict(repository, signed, keyring: repository.keyring(["Bo Lee <bo@example.org>"]))
        #expect(others == .unknownKey(key: String(fingerprint.suffix(16))))
        let altered = SignedObject(payload: signed.payload + [0], signatures: signed.signatures)
        #expect("\(try verdict(repository, altered, keyring: ring))".contains("does not fit these bytes"))
        #expect(try verdict(repository, signed) == .notVerifiable(reason: "the policy names no OpenPGP keyring"))
        let forge = SignatureChecker(allowedSigners: nil, forgeKeys: try ForgeKeys(adding: [fingerprint]), today: day)
        #expect(forge.verdict(on: signed, namespace: "git", at: day) == .forge(key: fingerprint))
        #expect(
            "\(forge.verdict(on: signed, namespace: "aigate-sign-off", at: day))".contains("commits and tags alone"))
        let twice = SignedObject(payload: signed.payload, signatures: [signed.signatures[0] + signed.signatures[0]])
        #expect(try verdict(repository, twice, keyring: ring).person == nil)
        #expect(throws: ConfigErrors.self) {
            try GPGV.check(keyring: Array("-----BEGIN PGP PUBLIC KEY BLOCK-----".utf8), file: "ring")
        }
    }

    @Test func openPGPKeysThatDoNotCount() throws {
        let repository = try SignedRepository()
        func verdict(_ user: String, _ options: String = "", then: (String) throws -> Void = { _ in }) throws -> String
        {
            let fingerprint = try repository.openPGPKey(user, "rsa2048", options)
            let id = try repository.commit(repository.openPGP(fingerprint, options))
            try then(fingerprint)
            let signed = try Repository(at: repository.sample.path).signedObject(ofCommit: id)
            return "\(try self.verdict(repository, signed, keyring: repository.keyring([user])))"
        }
        #expect(try verdict("Ann Lee <ann@example.org>").contains("verified(principal: \"ann@example.org\""))
        #expect(try verdict("bo@example.org").contains("verified(principal: \"bo@example.org\""))
        #expect(try verdict("Nameless Person").contains("names no e-mail address"))
        #expect(
            try verdict("Old <old@example.org>", "--faked-system-time 20200101T000000").contains("its key has expired"))
        #expect(try verdict("Weak <weak@example.org>", "--digest-algo SHA1").contains("SHA-1"))
        #expect(try verdict("Gone <gone@example.org>", then: repository.revoke).contains("its key is revoked"))
    }

    /// gpgv names the first user id alone, whatever else the key is called.
    @Test(arguments: ["ed25519", "rsa2048"]) func everyUserIDOfAKey(algorithm: String) throws {
        let repository = try SignedRepository()
        let fingerprint = try repository.openPGPKey("Eve Fox <eve@example.org>", algorithm)
        try repository.gpg(["--passphrase", "", "--quick-add-uid", fingerprint, "Eve Two <eve2@example.org>"])
        _ = try repository.openPGPKey("Bo Lee <bo@example.org>")
        let id = try repository.commit(repository.openPGP(fingerprint))
        let signed = try Repository(at: repository.sample.path).signedObject(ofCommit: id)
        let ring = try repository.keyring(["Bo Lee <bo@example.org>", "Eve Fox <eve@example.org>"])
        #expect(try Set(verdict(repository, signed, keyring: ring).names) == ["eve@example.org", "eve2@example.org"])
        let unread = SignatureChecker(
            allowedSigners: nil, openPGP: try GPGV.check(keyring: ring, file: "keyring"),
            keyring: OpenPGPKeyring(Array(ring.prefix(40))), today: day)
        #expect("\(unread.verdict(on: try #require(signed), namespace: "git", at: day))".contains("gpg --export"))
    }

    @Test func missingProgramIsSaid() throws {
        let nothing = ChildProcess(program: "aigate-has-no-such-program", arguments: [])
        let error = try #require(throws: ChildProcess.Failure.self) { try nothing.run() }
        #expect(error.reason.hasPrefix("cannot run aigate-has-no-such-program: find it in PATH: "))
    }

    @Test func childrenAreBounded() throws {
        let echo = try ChildProcess(
            program: "cat", arguments: ["-", "/dev/fd/3"], input: [1, 2], files: [Descriptor.holding([3])]
        ).run()
        #expect(echo.status == 0 && echo.output == [1, 2, 3])
        #expect(try ChildProcess(program: "sh", arguments: ["-c", "exit 7"]).run().status == 7)
        #expect(try ChildProcess(program: "sh", arguments: ["-c", "kill -9 $$"]).run().status == 137)
        #expect(
            try ChildProcess(program: "env", arguments: [], environment: ["A=b"]).run().output == Array("A=b\n".utf8))
        let endless = ChildProcess(program: "yes", arguments: [], outputLimit: 1000)
        #expect(
            try #require(throws: ChildProcess.Failure.self) { try endless.run() }.reason
                == "yes printed more than 1000 bytes")
        let silent = ChildProcess(program: "sleep", arguments: ["600"], seconds: 0)
        #expect(
            try #require(throws: ChildProcess.Failure.self) { try silent.run() }.reason
                == "sleep took longer than 0 seconds")
    }
}
