// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Gate
import Provenance
import TestKit
import Testing

/// Signatures, the files that judge them and records, bent out of shape at random, the same way each time.
struct SignatureMutationTests {
    private static let parts: [[UInt8]] =
        [
            "\n", "\r\n", " ", "\t", ",", "\"", "=", "!", "*", "?", "#", "git", "file", "namespaces=\"git\"",
            "cert-authority ", "valid-after=\"20300101\"", "valid-before=\"20200101\"", "SHA256:", "ssh-ed25519 ",
            "ann@example.org", "aigate-sign-off: 1\n", "-----BEGIN SSH SIGNATURE-----\n",
            "-----END SSH SIGNATURE-----\n", "verdict: pass\n", "none", "AAAA", "\u{202E}",
        ].map { Array($0.utf8) } + [[0], [0xFF], [0x80], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0]]

    private static func mutated(_ source: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = source
        for _ in 0...Int.random(in: 0..<3, using: &random) {
            let at = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, at + Int.random(in: 1..<40, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes.insert(contentsOf: parts.randomElement(using: &random) ?? [], at: at)
            case 1: bytes.removeSubrange(at..<end)
            case 2: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
            case 3 where at < bytes.count: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 4 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
            default: bytes = Array(bytes.prefix(at))
            }
        }
        return bytes
    }

    private func sources(_ workshop: SSHWorkshop) throws -> [SSHWorkshop.Question] {
        let payload = Array("tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nA change\n".utf8)
        try workshop.key("key")
        try workshop.key("curve", "ecdsa", bits: 384)
        try workshop.key("old", "rsa", bits: 2048)
        try workshop.key("ca")
        try workshop.certify("key", by: "ca", principals: "ann@example.org,bo@example.org")
        let hardware = HandMade.HardwareKey()
        let names = ["key", "curve", "old", "ca"]
        let lines = try names.map { "\($0)@example.org valid-after=\"20250101\" \(try workshop.publicKey($0)) comment" }
        let allowed =
            (["# signers"] + lines + [
                "hard@example.org \(hardware.line)",
                "*@example.org cert-authority,namespaces=\"git,file\" \(try workshop.publicKey("ca"))", "",
            ]).joined(separator: "\n")
        var questions = try ["key", "curve", "old", "key-cert.pub"].map { name in
            SSHWorkshop.Question(allowed: allowed, armour: try workshop.sign(payload, with: name), payload: payload)
        }
        questions.append(SSHWorkshop.Question(allowed: allowed, armour: try hardware.sign(payload), payload: payload))
        // These are verified for nobody: revoked, for something else, by an unknown key, expired.
        var revoked = questions[0]
        revoked.revoked = "# lost\n\(try workshop.publicKey("key")) laptop\n"
        var elsewhere = questions[0]
        elsewhere.armour = try workshop.sign(payload, with: "key", namespace: "file")
        var unknown = questions[1]
        unknown.allowed = lines[0] + "\n"
        var expired = questions[0]
        expired.allowed = "ann@example.org valid-before=\"20251231\" \(try workshop.publicKey("key"))\n"
        return questions + [revoked, elsewhere, unknown, expired]
    }

    @Test func nothingBreaksAndNothingPasses() throws {
        let workshop = try SSHWorkshop()
        let sources = try sources(workshop)
        var random = SeededRandom(seed: 3)
        var cases = 0
        var confirmed = 0
        for round in 0..<2400 {
            let source = sources[round % sources.count]
            var question = source
            let isFile: Bool
            switch round / sources.count % 5 {
            case 0:
                question.armour = HandMade.armour(Self.mutated(HandMade.blob(source.armour), &random))
                isFile = false
            case 1:
                question.armour = Self.mutated(source.armour, &random)
                isFile = false
            case 2:
                question.payload = Self.mutated(source.payload, &random)
                isFile = false
            case 3:
                question.allowed = String(decoding: Self.mutated(Array(source.allowed.utf8), &random), as: UTF8.self)
                isFile = true
            default:
                let text = source.revoked.isEmpty ? "# none\n" : source.revoked
                question.revoked = String(decoding: Self.mutated(Array(text.utf8), &random), as: UTF8.self)
                isFile = true
            }
            cases += 1
            guard let principal = question.principal else { continue }
            if isFile {
                // A changed file may well let somebody in: then OpenSSH lets the same one in. Only a carriage return in
                // a list of revoked keys means to it that nothing can be verified.
                guard !question.revoked.utf8.contains(0x0D) else { continue }
                #expect(try workshop.principal(question) == principal, "round \(round)")
                confirmed += 1
            } else {
                let isSame =
                    HandMade.blob(question.armour) == HandMade.blob(source.armour) && question.payload == source.payload
                #expect(isSame && source.principal != nil, "round \(round)")
            }
        }
        #expect(cases == 2400 && confirmed > 100)
    }

    @Test func recordsGainNothing() throws {
        let workshop = try SSHWorkshop()
        try workshop.key("key")
        let (checker, _) = try Records.checker(workshop)
        let record = try Records.record()
        let text = Array(record.text.utf8)
        let signed = text + (try workshop.sign(text, with: "key", namespace: "aigate-sign-off"))
        let sound = SignOffReading(signed, origin: "note", by: checker)
        #expect(sound.signOffs.count == 1 && sound.problems.isEmpty)
        #expect(sound.signOffs.first?.signature.person == "ann@example.org")
        var random = SeededRandom(seed: 4)
        for round in 0..<1200 {
            let bytes = Self.mutated(round % 3 == 0 ? signed + signed : signed, &random)
            let reading = SignOffReading(bytes, origin: "note", by: checker)
            // Whatever still counts is the record that was signed.
            for signOff in reading.signOffs where signOff.signature.person != nil {
                #expect(signOff == sound.signOffs.first, "round \(round)")
            }
        }
    }
}
