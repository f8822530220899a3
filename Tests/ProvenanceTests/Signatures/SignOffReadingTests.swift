// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Provenance
import TestKit
import Testing

/// A record and those who judge it.
enum Records {
    static let now = Instant(seconds: 1_795_251_600)  // 2026-11-21T09:00:00Z

    /// Lets `key` sign as Ann. And the same, for the question to ssh-keygen.
    static func checker(_ workshop: SSHWorkshop, line: String = "ann@example.org KEY\n") throws -> (
        SignatureChecker, String
    ) {
        let allowed = try line.replacing("KEY", with: workshop.publicKey("key"))
        let signers = try AllowedSigners(Array(allowed.utf8), file: "signers")
        return (SignatureChecker(allowedSigners: signers, today: now), allowed)
    }

    static func record(base: ObjectID? = nil, principal: String = "ann@example.org") throws -> SignOffRecord {
        try SignOffRecord(
            base: base, head: id("a"), tree: id("b"), patchID: String(repeating: "c", count: 40),
            policy: String(repeating: "d", count: 64), verdict: .pass, run: "01KAJ0EZG0ABCDEFGHJKMNPQRS", signedAt: now,
            principal: principal)
    }

    static func id(_ digit: Character) -> ObjectID { ObjectID(hex: String(repeating: digit, count: 40)) ?? .zero }
}

struct SignOffReadingTests {
    private let workshop: SSHWorkshop

    init() throws {
        workshop = try SSHWorkshop()
        try workshop.key("key")
    }

    private func signed(_ text: String, namespace: String = "aigate-sign-off") throws -> [UInt8] {
        Array(text.utf8) + (try workshop.sign(Array(text.utf8), with: "key", namespace: namespace))
    }

    private func read(_ bytes: [UInt8], line: String = "ann@example.org KEY\n") throws -> SignOffReading {
        SignOffReading(bytes, origin: "refs/notes/aigate", by: try Records.checker(workshop, line: line).0)
    }

    @Test func textIsSpelledOut() throws {
        #expect(
            try Records.record().text == """
                aigate-sign-off: 1
                base: none
                head: \(String(repeating: "a", count: 40))
                tree: \(String(repeating: "b", count: 40))
                patch-id: \(String(repeating: "c", count: 40))
                policy: \(String(repeating: "d", count: 64))
                verdict: pass
                run: 01KAJ0EZG0ABCDEFGHJKMNPQRS
                signed-at: 2026-11-21T09:00:00Z
                principal: ann@example.org

                """)
    }

    /// Anybody with OpenSSH can check one without us.
    @Test func opensshChecksTheSame() throws {
        let record = try Records.record(base: Records.id("e"))
        let bytes = try signed(record.text)
        let armour = Array(bytes.dropFirst(record.text.utf8.count))
        let question = SSHWorkshop.Question(
            allowed: try Records.checker(workshop).1, armour: armour, payload: Array(record.text.utf8),
            namespace: "aigate-sign-off",
            time: Records.now)
        #expect(try workshop.principal(question) == "ann@example.org")
        let reading = try read(bytes)
        let signOff = try #require(reading.signOffs.first)
        #expect(signOff.signature == .verified(principal: "ann@example.org", key: try workshop.fingerprint("key")))
        #expect(signOff.base == record.base && signOff.head == record.head && signOff.tree == record.tree)
        #expect(signOff.patchID == record.patchID && signOff.policy == record.policy && signOff.verdict == "pass")
    }

    @Test func severalInOneNote() throws {
        let one = try signed(Records.record().text)
        let two = try signed(Records.record(base: Records.id("e")).text)
        let reading = try read(one + Array("\n".utf8) + two)
        #expect(reading.signOffs.map(\.base) == [nil, Records.id("e")] && reading.problems.isEmpty)
        #expect(reading.signOffs.allSatisfy { $0.signature.person == "ann@example.org" })
        let withText = try read(Array("Looks good to me\n".utf8) + one)
        #expect(withText.signOffs.count == 1 && withText.problems.count == 1)
        #expect(try read([]).problems.isEmpty && read(Array("\n\n".utf8)).problems.isEmpty)
        let many = try read(Array(repeating: one + [0x0A], count: 101).flatMap(\.self))
        #expect(many.signOffs.count == 100 && many.problems.count == 1)
    }

    @Test func whatDoesNotCount() throws {
        let text = try Records.record().text
        let sound = try signed(text)
        let cases: [(bytes: [UInt8], problem: String)] = [
            (Array(text.utf8), "not signed"), (try signed(text + "note: x\n"), "not written as"),
            (try signed(text.replacing("verdict: pass\n", with: "")), "verdict is not in its place"),
            (try signed(text.replacing("verdict: pass", with: "verdict: incomplete")), "verdict does not hold"),
            (
                try signed(text.replacing("verdict: pass\n", with: "verdict: pass\nverdict: pass\n")),
                "run is not in its place"
            ),
            (try signed(text.replacing("aaaa", with: "AAAA")), "not written as"),
            (try signed(text.replacing(": 1\n", with: ": 2\n")), "version"),
            (try signed(text.replacing("09:00:00Z", with: "10:00:00+01:00")), "not written as"),
            (try signed(text.replacing("ann@example.org", with: "ann @example.org")), "principal does not hold"),
            (sound + Array("more\n".utf8), "armour is damaged"),
            (Array("nothing of ours\n".utf8), "begins with no line"),
            ([0x0A] + Array(repeating: 0x61, count: SignOffReading.limit), "more than"),
        ]
        for (bytes, problem) in cases {
            let reading = try read(bytes)
            let verdicts = reading.signOffs.map { "\($0.signature)" }
            #expect(!reading.signOffs.contains { $0.signature.person != nil })
            #expect((reading.problems + verdicts).contains { $0.contains(problem) }, "\(problem): \(reading)")
        }
    }

    @Test func whoSigned() throws {
        func signature(_ bytes: [UInt8], _ line: String) throws -> SignatureVerdict? {
            try read(bytes, line: line).signOffs.first?.signature
        }
        let sound = try signed(Records.record().text)
        let key = try workshop.fingerprint("key")
        let another = try signature(sound, "bo@example.org KEY\n")
        #expect(
            another
                == .refused(
                    key: key, reason: "the record names another principal than its key's", holders: ["bo@example.org"]))
        #expect(try signature(sound, "ANN@example.org KEY\n")?.person == "ANN@example.org")
        #expect(try signature(sound, "*@example.org KEY\n") == .verified(principal: "*@example.org", key: key))
        #expect("\(String(describing: try signature(sound, "*@example.net KEY\n")))".contains("another principal"))
        let commitSignature = try signed(Records.record().text, namespace: "git")
        #expect(
            "\(String(describing: try signature(commitSignature, "ann@example.org KEY\n")))".contains(
                "another namespace than aigate-sign-off"))
        #expect(
            "\(String(describing: try signature(sound, "ann@example.org namespaces=\"git\" KEY\n")))".contains(
                "namespace aigate-sign-off"))
    }

    @Test func tagsHoldOneToo() throws {
        let checker = try Records.checker(workshop).0
        func read(_ message: String, isSigned: Bool = true, head: ObjectID = Records.id("a")) throws -> SignOffReading {
            let payload = Array("object \(head.hex)\ntype commit\ntag reviewed\n\n\(message)".utf8)
            let signed =
                isSigned ? SignedObject(payload: payload, signatures: [try workshop.sign(payload, with: "key")]) : nil
            return SignOffReading(
                tagMessage: Array(message.utf8), signed: signed, head: head, taggedAt: Records.now,
                origin: "refs/tags/reviewed",
                by: checker)
        }
        let text = try Records.record().text
        #expect(try read(text).signOffs.first?.signature.person == "ann@example.org")
        #expect(try read("Reviewed\n\n" + text).signOffs.count == 1)
        #expect(try read("Version 1.0\n").signOffs.isEmpty && read("Version 1.0\n").problems.isEmpty)
        for (reading, problem) in [
            (try read(text, isSigned: false), "not signed"), (try read(text + text), "more than one"),
            (try read(text, head: Records.id("f")), "another head"), (try read(text + "more\n"), "not written as"),
        ] {
            #expect(reading.signOffs.isEmpty && reading.problems.count == 1)
            #expect(reading.problems.first?.contains(problem) == true, "\(reading)")
        }
    }
}
