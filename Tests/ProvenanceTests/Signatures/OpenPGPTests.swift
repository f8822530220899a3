// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Provenance
import TestKit
import Testing

/// gpgv's answers, and signatures that nobody can check here.
struct OpenPGPTests {
    private let now = Instant(seconds: 1_767_323_045)
    private static let key = "815198AA9CDB11564321E2DAC69BFB5B12C9A964"
    private static let armour = pgp(issuer: [16, 0xC6, 0x9B, 0xFB, 0x5B, 0x12, 0xC9, 0xA9, 0x64])
    private static let good = "GOODSIG C69BFB5B12C9A964 Ann Lee <ann@example.org>"
    private static let valid = "VALIDSIG \(key) 2026-11-21 1795265873 0 4 0 22 8 00 \(key)"

    /// A signature packet of version 4 with one subpacket in its unhashed area, in its armour.
    private static func pgp(issuer: [UInt8]) -> [UInt8] {
        let body: [UInt8] = [4, 0, 22, 8, 0, 0, 0, UInt8(issuer.count + 1), UInt8(issuer.count)] + issuer + [0, 0]
        let packet: [UInt8] = [0x88, UInt8(body.count)] + body
        return Array(
            "-----BEGIN PGP SIGNATURE-----\n\n\(Data(packet).base64EncodedString())\n=AAAA\n-----END PGP SIGNATURE-----\n"
                .utf8)
    }

    private func verdict(_ armour: [UInt8] = armour, answer: OpenPGPAnswer?) -> SignatureVerdict {
        var check: OpenPGPCheck?
        if let answer { check = { _, _ in answer } }
        return SignatureChecker(allowedSigners: nil, openPGP: check, today: now)
            .verdict(on: SignedObject(payload: [1], signatures: [armour]), namespace: "git", at: now)
    }

    private func verdict(_ lines: String...) -> SignatureVerdict {
        verdict(answer: .status(Array(lines.map { "[GNUPG:] \($0)\n" }.joined().utf8)))
    }

    @Test func onlyOneGoodSignatureCounts() {
        let sound = SignatureVerdict.verified(principal: "ann@example.org", key: Self.key)
        #expect(verdict("NEWSIG", "KEY_CONSIDERED \(Self.key) 0", Self.good, Self.valid) == sound)
        #expect(verdict("NEWSIG", "GOODSIG C69BFB5B12C9A964 ann@example.org", Self.valid) == sound)
        for (lines, reason) in [
            ([Self.good], "1 good"), ([Self.valid], "0 good"), ([], "0 good"), (["NODATA 1"], "0 good"),
            ([Self.good, Self.valid, Self.good, Self.valid], "2 good"),
            (["NEWSIG", "NEWSIG", Self.good, Self.valid], "where one is due"),
            ([Self.good, Self.valid, "BADSIG C69BFB5B12C9A964 Ann"], "does not fit"),
            ([Self.good, Self.valid, "REVKEYSIG C6 x"], "revoked"),
            ([Self.good, Self.valid, "EXPKEYSIG C6 x"], "its key has expired"),
            ([Self.good, Self.valid, "EXPSIG C6 x"], "it has expired"),
            ([Self.good, Self.valid, "ERRSIG C69BFB5B12C9A964 22 8 00 1 9 -"], "could not check"),
            ([Self.good.replacing("C69B", with: "D69B"), Self.valid], "not one that is known"),
            ([Self.good, String(Self.valid.dropLast(41))], "not one that is known"),
            ([Self.good, Self.valid.replacing(" 00 ", with: " 10 ")], "over a key"),
            ([Self.good, Self.valid.replacing(" 22 8 ", with: " 1 2 ")], "SHA-1"),
            (["GOODSIG C69BFB5B12C9A964 Ann Lee", Self.valid], "no e-mail address"),
            (["GOODSIG C69BFB5B12C9A964 <a b@example.org>", Self.valid], "no e-mail"),
        ] {
            let found = verdict(answer: .status(Array(lines.map { "[GNUPG:] \($0)\n" }.joined().utf8)))
            #expect(found.person == nil && "\(found)".contains(reason), "\(lines): \(found)")
        }
        #expect("\(verdict(answer: .status(Array("gpgv: hello\n".utf8))))".contains("no status line"))
        #expect("\(verdict(answer: .status(Array(repeating: 0x20, count: 70_000))))".contains("more than"))
        #expect(verdict(answer: .failed("no gpgv")) == .notVerifiable(reason: "no gpgv"))
    }

    /// A compressed packet of a few bytes unfolds to gigabytes, and gpgv would follow it.
    @Test func onlyABareSignatureIsHandedToGPGV() {
        let sound = Self.armour
        let packet: [UInt8] = [0x88, 4, 4, 0, 22, 8]
        for bytes in [[0xA3, 3] + packet, packet + packet, [0x88, 1, 3], [], [0xCB, 1, 0]] as [[UInt8]] {
            let text = Data(bytes).base64EncodedString()
            let armour = Array("-----BEGIN PGP SIGNATURE-----\n\n\(text)\n-----END PGP SIGNATURE-----\n".utf8)
            #expect(
                verdict(armour, answer: .failed("asked")) == .bad(reason: "it is not one OpenPGP signature"), "\(bytes)"
            )
        }
        #expect(verdict(sound, answer: .failed("asked")) == .notVerifiable(reason: "asked"))
        let padded = Array(
            String(decoding: sound, as: UTF8.self).replacing(
                "\n\n", with: "\nComment: \(String(repeating: "x", count: 70_000))\n\n"
            ).utf8)
        #expect(verdict(padded, answer: .failed("asked")) == .bad(reason: "it is not one OpenPGP signature"))
    }

    @Test func webFlowIsTheForge() {
        let id: [UInt8] = [0xB5, 0x69, 0x0E, 0xEE, 0xBB, 0x95, 0x21, 0x94]
        let fingerprint: [UInt8] = [0x96, 0x84, 0x79, 0xA1, 0xAF, 0xF9, 0x27, 0xE3, 0x7D, 0x1A, 0x56, 0x6B]
        for answer in [nil, OpenPGPAnswer.failed("no gpgv")] {
            #expect(verdict(Self.pgp(issuer: [16] + id), answer: answer) == .forge(key: "B5690EEEBB952194"))
            #expect(
                verdict(Self.pgp(issuer: [33, 4] + fingerprint + id), answer: answer)
                    == .forge(key: "968479A1AFF927E37D1A566BB5690EEEBB952194"))
            guard case .notVerifiable = verdict(answer: answer) else {
                Issue.record("another key")
                continue
            }
        }
        #expect(
            verdict("ERRSIG B5690EEEBB952194 1 8 00 1 9 -", "NO_PUBKEY B5690EEEBB952194")
                == .forge(key: "B5690EEEBB952194"))
        #expect(
            verdict("ERRSIG C69BFB5B12C9A964 1 8 00 1 9 -", "NO_PUBKEY C69BFB5B12C9A964")
                == .unknownKey(key: "C69BFB5B12C9A964"))
        // What gpgv finds bad is bad, whoever is said to have made it.
        #expect("\(verdict("BADSIG B5690EEEBB952194 GitHub"))".hasPrefix("bad"))
    }

    @Test func otherKindsAreNamed() {
        func x509(_ content: String) -> [UInt8] {
            Array(
                "-----BEGIN SIGNED MESSAGE-----\n\(Data(content.utf8).base64EncodedString())\n-----END SIGNED MESSAGE-----\n"
                    .utf8)
        }
        #expect("\(verdict(x509("CN=sigstore-intermediate,O=sigstore.dev"), answer: nil))".contains("gitsign verify"))
        #expect("\(verdict(x509("CN=Ann Lee"), answer: nil))".contains("S/MIME"))
        #expect(
            verdict(Array("-----BEGIN NOTHING-----\n".utf8), answer: nil)
                == .bad(reason: "its armour is none that git writes"))
    }

    @Test func mutatedAnswersVerifyNobodyElse() {
        var random = SeededRandom(seed: 5)
        let sound = Array("[GNUPG:] NEWSIG\n[GNUPG:] \(Self.good)\n[GNUPG:] \(Self.valid)\n".utf8)
        for round in 0..<1000 {
            var (answer, armour) = (sound, Self.armour)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                answer[Int.random(in: 0..<answer.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                armour[Int.random(in: 0..<armour.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            // Which key claims to have made it is read from the armour.
            #expect(verdict(armour, answer: nil).person == nil, "round \(round)")
            let found = verdict(answer: .status(Array(answer.shuffled(using: &random))))
            #expect(found.person == nil, "round \(round)")
            _ = verdict(answer: .status(answer))
        }
    }
}
