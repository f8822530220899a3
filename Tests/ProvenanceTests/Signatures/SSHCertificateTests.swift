// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Testing

/// Certificates, as ssh-keygen takes them.
struct SSHCertificateTests {
    private let payload = Array("signed under an authority\n".utf8)
    private let always = ["-V", "20250101Z:20270101Z"]

    /// A key with a certificate, and what is asked of a signature by it. `line`: of the allowed signers, `CA` for the
    /// authority's key and `KEY` for the signer's own.
    private func question(
        _ workshop: SSHWorkshop, _ line: String, principals: String = "ann@example.org", _ options: [String]? = nil,
        type: String = "ed25519", authority: String = "ed25519"
    ) throws -> SSHWorkshop.Question {
        let number = UUID().uuidString
        try workshop.key("ca-\(number)", authority)
        try workshop.key(number, type)
        try workshop.certify(number, by: "ca-\(number)", principals: principals, options ?? always)
        let allowed = try line.replacing("CA", with: workshop.publicKey("ca-\(number)")).replacing(
            "KEY", with: workshop.publicKey(number))
        return SSHWorkshop.Question(
            allowed: allowed, armour: try workshop.sign(payload, with: "\(number)-cert.pub"), payload: payload)
    }

    private func agree(
        _ workshop: SSHWorkshop, _ question: SSHWorkshop.Question, on principal: String?, _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(question.principal == principal, "we, \(what)", sourceLocation: sourceLocation)
        #expect(try workshop.principal(question) == principal, "ssh-keygen, \(what)", sourceLocation: sourceLocation)
    }

    @Test func principals() throws {
        let workshop = try SSHWorkshop()
        let cases: [(line: String, principals: String, expected: String?)] = [
            ("ann@example.org cert-authority CA", "ann@example.org", "ann@example.org"),
            ("*@example.org cert-authority CA", "ann@example.org", "ann@example.org"),
            ("*@example.org CERT-AUTHORITY,namespaces=\"git\" CA", "ann@example.org,bo@example.net", "ann@example.org"),
            ("*@example.org cert-authority CA", "bo@example.net,bo@example.org", "bo@example.org"),
            ("!ann@example.org,*@example.org cert-authority CA", "ann@example.org", nil),
            ("*@example.org cert-authority,namespaces=\"file\" CA", "ann@example.org", nil),
            ("*@example.org cert-authority,valid-before=\"20251231\" CA", "ann@example.org", nil),
            ("bo@example.org cert-authority CA", "ann@example.org", nil),
            ("ann@example.org CA", "ann@example.org", nil),
            // A certificate is not the key inside it.
            ("ann@example.org KEY", "ann@example.org", nil),
            ("ann@example.org cert-authority KEY", "ann@example.org", nil),
        ]
        for (line, names, expected) in cases {
            try agree(workshop, try question(workshop, line, principals: names), on: expected, "\(line) for \(names)")
        }
    }

    @Test(arguments: [("ed25519", "ecdsa"), ("ecdsa", "rsa"), ("rsa", "ed25519")])
    func kindsOfKeys(type: String, authority: String) throws {
        let workshop = try SSHWorkshop()
        let question = try question(workshop, "*@example.org cert-authority CA", type: type, authority: authority)
        try agree(workshop, question, on: "ann@example.org", "\(type) by \(authority)")
        var altered = question
        altered.payload.append(0)
        try agree(workshop, altered, on: nil, "altered payload")
    }

    @Test func validity() throws {
        let workshop = try SSHWorkshop()
        for (validity, expected) in [
            ("20260102Z:20260103Z", "ann@example.org"), ("20260103Z:20270103Z", nil), ("20250102Z:20260102Z", nil),
            ("20250101Z:20260102030405Z", nil), ("20260102030405Z:20270101Z", "ann@example.org"),
        ] {
            let question = try question(workshop, "*@example.org cert-authority CA", ["-V", validity])
            try agree(workshop, question, on: expected, validity)
        }
        let expired = try question(workshop, "*@example.org cert-authority CA").verdict(
            today: Instant(seconds: 1_900_000_000))
        #expect("\(String(describing: expired))".contains("certificate is not valid on that day"))
    }

    @Test func certificatesThatAreNotForPeople() throws {
        let workshop = try SSHWorkshop()
        let host = try question(workshop, "*@example.org cert-authority CA", always + ["-h"])
        try agree(workshop, host, on: nil, "a host's")
        #expect("\(String(describing: host.verdict()))".contains("not for a user"))
        // ssh-keygen does not look at critical options here.
        let forced = try question(workshop, "*@example.org cert-authority CA", always + ["-O", "force-command=true"])
        #expect(try workshop.principal(forced) == "ann@example.org")
        #expect("\(String(describing: forced.verdict()))".contains("critical options"))
    }

    @Test func revokedAuthority() throws {
        let workshop = try SSHWorkshop()
        var question = try question(workshop, "*@example.org cert-authority CA")
        let authority = try #require(question.allowed.firstRange(of: "ssh-"))
        question.revoked = String(question.allowed[authority.lowerBound...]) + "\n"
        try agree(workshop, question, on: nil, "revoked authority")
        #expect("\(String(describing: question.verdict()))".contains("its key is revoked"))
    }

    @Test func certificateThatItsAuthorityDidNotSign() throws {
        let workshop = try SSHWorkshop()
        var question = try question(workshop, "*@example.org cert-authority CA")
        var blob = HandMade.blob(question.armour)
        let name = try #require(blob.firstRange(of: Array("ann@example.org".utf8)))
        blob.replaceSubrange(name, with: Array("bob@example.org".utf8))
        question.armour = HandMade.armour(blob)
        try agree(workshop, question, on: nil, "changed principal")
        #expect("\(String(describing: question.verdict()))".contains("signature under its certificate"))
    }
}
