// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Gate
import Provenance
import Testing

/// What ssh-keygen says of a signature, we say too.
struct SSHAgreementTests {
    private let payload = Array("tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nA change\n".utf8)

    /// Both name the same principal, or both name nobody.
    private func agree(
        _ workshop: SSHWorkshop, _ question: SSHWorkshop.Question, on principal: String?, _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(question.principal == principal, "we, \(what)", sourceLocation: sourceLocation)
        #expect(try workshop.principal(question) == principal, "ssh-keygen, \(what)", sourceLocation: sourceLocation)
    }

    /// We refuse, and say why, what ssh-keygen lets pass.
    private func stricter(
        _ workshop: SSHWorkshop, _ question: SSHWorkshop.Question, _ reason: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(try workshop.principal(question) != nil, "ssh-keygen, \(reason)", sourceLocation: sourceLocation)
        #expect(
            question.verdict().map { "\($0)" }?.contains(reason) == true, "\(String(describing: question.verdict()))",
            sourceLocation: sourceLocation)
    }

    @Test(
        arguments: [
            ("ed25519", nil), ("ecdsa", 256), ("ecdsa", 384), ("ecdsa", 521), ("rsa", 2048), ("rsa", 4096),
        ] as [(String, Int?)])
    func everyKindOfKey(type: String, bits: Int?) throws {
        let workshop = try SSHWorkshop()
        let key = try workshop.key("key", type, bits: bits)
        let line = "ann@example.org \(try workshop.publicKey(key))\n"
        for hash in ["sha256", "sha512"] {
            let armour = try workshop.sign(payload, with: key, ["-Ohashalg=\(hash)"])
            let question = SSHWorkshop.Question(allowed: line, armour: armour, payload: payload)
            try agree(workshop, question, on: "ann@example.org", "\(type) \(hash)")
            guard case .verified(_, _, let fingerprint) = question.verdict() else { continue }
            #expect(try workshop.fingerprint(key) == fingerprint)

            var altered = question
            altered.payload[0] ^= 1
            try agree(workshop, altered, on: nil, "altered payload")
            var other = question
            other.namespace = "file"
            try agree(workshop, other, on: nil, "other namespace")
            var stranger = question
            stranger.allowed = "ann@example.org \(try workshop.publicKey(workshop.key("stranger-\(hash)")))\n"
            try agree(workshop, stranger, on: nil, "other key")
            #expect(stranger.verdict() == .unknownKey(key: fingerprint))
            var revoked = question
            revoked.revoked = "# lost\n\(try workshop.publicKey(key)) her old laptop\n"
            try agree(workshop, revoked, on: nil, "revoked")
            #expect(revoked.verdict() == .refused(key: fingerprint, reason: "its key is revoked"))
            revoked.revoked = try workshop.publicKey("stranger-\(hash)") + "\n"
            try agree(workshop, revoked, on: "ann@example.org", "another is revoked")
        }
    }

    @Test func hardwareKeys() throws {
        let workshop = try SSHWorkshop()
        for key in [HandMade.HardwareKey(), HandMade.HardwareKey(ecdsa: P256.Signing.PrivateKey())] {
            var question = SSHWorkshop.Question(
                allowed: "ann@example.org \(key.line)\n", armour: try key.sign(payload), payload: payload)
            try agree(workshop, question, on: "ann@example.org", key.type)
            question.armour = try key.sign(payload, flags: 5)
            try agree(workshop, question, on: "ann@example.org", "\(key.type), PIN given too")
            question.payload.append(0)
            try agree(workshop, question, on: nil, "\(key.type), altered payload")
            question.payload = payload
            question.armour = try key.sign(payload, flags: 0)
            try stricter(workshop, question, "without anybody touching it")
        }
    }

    @Test func shortAndOldRSA() throws {
        let workshop = try SSHWorkshop()
        let key = try HandMade.RSAKey()
        let line = "ann@example.org \(key.line)\n"
        for algorithm in ["rsa-sha2-256", "rsa-sha2-512"] {
            let question = SSHWorkshop.Question(
                allowed: line, armour: try key.sign(payload, algorithm: algorithm), payload: payload)
            try agree(workshop, question, on: "ann@example.org", algorithm)
        }
        let old = SSHWorkshop.Question(
            allowed: line, armour: try key.sign(payload, algorithm: "ssh-rsa"), payload: payload)
        try agree(workshop, old, on: nil, "SHA-1")
        #expect("\(String(describing: old.verdict()))".contains("SHA-1"))

        let short = try workshop.key("short", "rsa", bits: 1024)
        let question = SSHWorkshop.Question(
            allowed: "ann@example.org \(try workshop.publicKey(short))\n",
            armour: try workshop.sign(payload, with: short),
            payload: payload)
        try stricter(workshop, question, "its RSA key has 1024 bits")
    }

    @Test func principalsAndOptions() throws {
        let workshop = try SSHWorkshop()
        let key = try workshop.publicKey(workshop.key("key"))
        let other = try workshop.publicKey(workshop.key("other"))
        let armour = try workshop.sign(payload, with: "key")
        // The signature claims 2026-01-02T03:04:05Z.
        let cases: [(lines: String, principal: String?)] = [
            ("ann@example.org KEY", "ann@example.org"), ("  ann@example.org\tKEY with a comment", "ann@example.org"),
            ("# who\n\nbo@example.org OTHER\nann@example.org KEY\n", "ann@example.org"),
            ("ann@example.org,ann@example.net KEY", "ann@example.org"), ("*@example.org KEY", "*@example.org"),
            ("\"ann@example.org\" KEY", "ann@example.org"), ("!ann@example.org,ann@example.org KEY", nil),
            ("!ann@example.org,ann@example.org,ann@example.net KEY", "ann@example.net"),
            ("ann@example.or? KEY", "ann@example.or?"),
            ("!* KEY", nil), ("ann@example.org namespaces=\"git\" KEY", "ann@example.org"),
            ("ann@example.org namespaces=\"file,git\" KEY", "ann@example.org"),
            ("ann@example.org namespaces=\"g*\" KEY", "ann@example.org"),
            ("ann@example.org namespaces=\"file\" KEY", nil), ("ann@example.org namespaces=\"*,!git\" KEY", nil),
            ("ann@example.org NameSpaces=\"git\",valid-after=\"20250101\" KEY", "ann@example.org"),
            ("ann@example.org valid-after=\"20260102\" KEY", "ann@example.org"),
            ("ann@example.org valid-after=\"20260103\" KEY", nil),
            ("ann@example.org valid-after=\"202601020304\" KEY", "ann@example.org"),
            ("ann@example.org valid-after=\"202601020305\" KEY", nil),
            ("ann@example.org valid-after=\"20260102030405Z\" KEY", "ann@example.org"),
            ("ann@example.org valid-after=\"20260102030406Z\" KEY", nil),
            ("ann@example.org valid-before=\"20260102\" KEY", nil),
            ("ann@example.org valid-before=\"20260103\" KEY", "ann@example.org"),
            ("ann@example.org valid-before=\"20260102030405\" KEY", "ann@example.org"),
            ("ann@example.org valid-before=\"20260102030404\" KEY", nil), ("ann@example.org cert-authority KEY", nil),
            // git asks for the principals of the first line that has the key, and for no others.
            ("ann@example.org namespaces=\"file\" KEY\nbo@example.org KEY", nil),
            ("ann@example.org namespaces=\"file\" KEY\nann@example.org KEY", "ann@example.org"),
            ("ann@example.org OTHER\n", nil), ("", nil),
        ]
        for (lines, principal) in cases {
            let allowed = lines.replacing("KEY", with: key).replacing("OTHER", with: other)
            try agree(
                workshop, SSHWorkshop.Question(allowed: allowed, armour: armour, payload: payload), on: principal, lines
            )
        }
    }

    // ssh-keygen finds nothing in such a line and goes on to the next; we stop.
    @Test func linesThatCannotBeRead() throws {
        let workshop = try SSHWorkshop()
        let key = try workshop.publicKey(workshop.key("key"))
        let armour = try workshop.sign(payload, with: "key")
        let cases: [(line: String, reason: String)] = [
            ("ann@example.org", "a line is"), ("ann@example.org valid-after=\"20250101\"", "a line is"),
            ("ann@example.org ssh-ed25519", "no public key"), ("ann@example.org ssh-ed25519 AAAA", "cut off"),
            ("ann@example.org ssh-ed25519 \(key.split(separator: " ")[1].dropLast())", "no public key"),
            ("ann@example.org ecdsa-sha2-nistp256 \(key.split(separator: " ")[1])", "another type"),
            ("ann@example.org namespace=\"git\" KEY", "unknown option"),
            ("ann@example.org namespaces=git KEY", "in quotes"),
            ("ann@example.org namespaces=\"git KEY", "not closed"),
            ("ann@example.org namespaces=\"git\",namespaces=\"git\" KEY", "twice"),
            ("ann@example.org valid-after=\"2026-01-01\" KEY", "valid-after takes"),
            ("ann@example.org valid-after=\"20261301\" KEY", "valid-after takes"),
            ("ann@example.org valid-before=\"20250101\",valid-after=\"20260101\" KEY", "not later"),
            ("ann@example.org cert-authority, KEY", "one comma"), ("ann@example.org valid-after KEY", "needs a value"),
        ]
        for (line, reason) in cases {
            let text = "# first\n" + line.replacing("KEY", with: key) + "\n"
            #expect(
                try workshop.principal(SSHWorkshop.Question(allowed: text, armour: armour, payload: payload)) == nil,
                "\(line)")
            let error = try #require(throws: ConfigErrors.self) {
                try AllowedSigners(Array(text.utf8), file: "signers")
            }
            #expect(error.description.hasPrefix("signers: line 2: ") && error.description.contains(reason), "\(error)")
        }
    }

    @Test func ourOwnStrictnessOfFiles() throws {
        let long = "ann@example.org ssh-ed25519 " + String(repeating: "A", count: 17 << 10)
        for (text, reason) in [
            (long, "more than 16384 bytes"), ("ann@example.org \u{1}", "control characters"),
            ("a,,b ssh-ed25519 AAAA", "empty"),
            (String(repeating: "#\n", count: 600_000), "more than 1048576"),
            ("ann@example.org ssh-dss AAAA", "unknown option or type of key"),
        ] {
            let error = try #require(throws: ConfigErrors.self) {
                try AllowedSigners(Array(text.utf8), file: "signers")
            }
            #expect(error.description.contains(reason), "\(error)")
        }
        let invalid = try #require(throws: ConfigErrors.self) { try AllowedSigners([0xFF, 0x20], file: "signers") }
        #expect(invalid.description.contains("UTF-8"))
    }

    @Test func stricterOfBothDays() throws {
        let workshop = try SSHWorkshop()
        let key = try workshop.publicKey(workshop.key("key"))
        let question = SSHWorkshop.Question(
            allowed: "ann@example.org valid-after=\"20260101\",valid-before=\"20260201\" \(key)\n",
            armour: try workshop.sign(payload, with: "key"), payload: payload)
        #expect(question.principal == "ann@example.org")
        let later = question.verdict(today: Instant(seconds: 1_800_000_000))
        #expect("\(String(describing: later))".contains("not valid after 2026-02-01T00:00:00Z"))
        #expect("\(String(describing: later))".contains("allowed line 1"))
        let earlier = question.verdict(today: Instant(seconds: 1_700_000_000))
        #expect("\(String(describing: earlier))".contains("not valid before 2026-01-01T00:00:00Z"))
    }

    @Test func revocationLists() throws {
        let workshop = try SSHWorkshop()
        let key = try workshop.publicKey(workshop.key("key"))
        var question = SSHWorkshop.Question(
            allowed: "ann@example.org \(key)\n", armour: try workshop.sign(payload, with: "key"), payload: payload)
        question.revoked = try workshop.fingerprint("key") + " lost\n"
        #expect(question.verdict() == .refused(key: try workshop.fingerprint("key"), reason: "its key is revoked"))
        try workshop.run(["-q", "-k", "-f", "krl", "key.pub"])
        let list = try Data(contentsOf: workshop.folder.appending(path: "krl"))
        let error = try #require(throws: ConfigErrors.self) { try RevokedKeys(Array(list), file: "revoked") }
        #expect(error.description.contains("binary key revocation list"))
        for text in ["SHA256:short\n", "serial: 1\n", "\(key.split(separator: " ")[0])\n", "hash: SHA256:x\n"] {
            #expect(throws: ConfigErrors.self) { try RevokedKeys(Array(text.utf8), file: "revoked") }
        }
    }

    @Test func damagedAndForeignForms() throws {
        let workshop = try SSHWorkshop()
        let key = try workshop.key("key")
        let armour = try workshop.sign(payload, with: key)
        var question = SSHWorkshop.Question(
            allowed: "ann@example.org \(try workshop.publicKey(key))\n", armour: armour, payload: payload)
        let blob = HandMade.blob(armour)
        let signature = Array(blob.suffix(83))
        func made(namespace: String = "git", reserved: String = "", hash: String = "sha512", version: UInt32 = 1) throws
            -> [UInt8]
        {
            HandMade.armour(
                key: try workshop.blob(key), signature: signature, namespace: namespace, reserved: reserved, hash: hash,
                version: version)
        }
        question.armour = try made()
        try agree(workshop, question, on: "ann@example.org", "taken apart and put together")
        for (what, changed) in [
            ("version", try made(version: 2)), ("namespace", try made(namespace: "file")),
            ("no namespace", try made(namespace: "")),
            ("hash", try made(hash: "sha256")), ("weak hash", try made(hash: "md5")),
            ("left over", HandMade.armour(blob + [0])),
            ("cut off", HandMade.armour(Array(blob.dropLast()))), ("no end", Array(armour.dropLast(20))),
            ("nothing", []),
        ] {
            question.armour = changed
            try agree(workshop, question, on: nil, what)
        }
        question.armour = try made(reserved: "x")
        try stricter(workshop, question, "reserved field")
        question.armour = armour + Array("more\n".utf8)
        try stricter(workshop, question, "armour is damaged")
        let twice = SignatureChecker(allowedSigners: nil, today: question.time).verdict(
            on: SignedObject(payload: payload, signatures: [armour, armour]), namespace: "git", at: question.time)
        #expect(twice == .bad(reason: "there are 2 signatures, where one is due"))
    }

    @Test func forgesAndServices() throws {
        let workshop = try SSHWorkshop()
        let key = try workshop.key("key")
        let fingerprint = try workshop.fingerprint(key)
        let signed = SignedObject(payload: payload, signatures: [try workshop.sign(payload, with: key)])
        let allowed = try AllowedSigners(
            Array("ann@example.org \(try workshop.publicKey(key))\n".utf8), file: "signers")
        let now = Instant(seconds: 1_767_323_045)
        let checker = SignatureChecker(
            allowedSigners: allowed, forgeKeys: try ForgeKeys(adding: [fingerprint]), today: now)
        #expect(checker.verdict(on: signed, namespace: "git", at: now) == .forge(key: fingerprint))
        let none = SignatureChecker(allowedSigners: nil, today: now)
        #expect(none.verdict(on: signed, namespace: "git", at: now) == .unknownKey(key: fingerprint))
        for text in ["SHA256:x", "web-flow", "4AEE18F8", ""] {
            #expect(throws: SettingError.self) { try ForgeKeys(adding: [text]) }
        }
    }

    @Test func aPatternIsNoPerson() {
        #expect(SignatureVerdict.verified(principal: "ann@example.org", key: "k").person == "ann@example.org")
        for verdict in [
            SignatureVerdict.verified(principal: "*@example.org", key: "k"), .forge(key: "k"),
            .verified(principal: "an?", key: ""),
        ] {
            #expect(verdict.person == nil)
        }
    }
}

extension SSHWorkshop {
    /// As ssh-keygen prints it.
    func fingerprint(_ name: String) throws -> String {
        String(try run(["-l", "-f", "\(name).pub"]).split(separator: " ")[1])
    }
}
