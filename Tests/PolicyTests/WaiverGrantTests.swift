// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Policy
import Testing

@Suite struct WaiverGrantTests {
    private let head = ObjectID(hex: "0123456789abcdef0123456789abcdef01234567")
    private let print = String(repeating: "0a", count: 32)

    private func grant(_ text: String, head: ObjectID?, approvers: [String] = ["ann@example.org"]) throws -> WaiverGrant
    {
        try WaiverGrant.read(
            Array(text.utf8), file: "grant.yml", kinds: sampleKinds, terms: sampleTerms, head: head,
            approvers: approvers)
    }

    private func text(
        head: String = "0123456789abcdef0123456789abcdef01234567", approver: String = "Ann@Example.org",
        scope: String? = nil, expires: String = "2026-11-28"
    ) -> String {
        """
        version: 1
        head: \(head)
        approver: \(approver)
        waivers:
          - {rule: secret, \(scope ?? "fingerprint: \(print)"), reason: seen, owner: Ann, expires: \(expires)}

        """
    }

    @Test func namesItsApprover() throws {
        let grant = try grant(text(), head: head)
        #expect(grant.approver == "Ann@Example.org")
        #expect(grant.waivers.map(\.scope) == [.fingerprint(print)])
    }

    @Test func isForOneHead() {
        let other = ObjectID(hex: String(repeating: "b", count: 40))
        let error = #expect(throws: ConfigErrors.self) { try grant(text(), head: other) }
        #expect(
            error?.description == "grant.yml: line 2: head: approves 0123456789abcdef0123456789abcdef01234567, but "
                + "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb is judged; have that one approved")
        let none = #expect(throws: ConfigErrors.self) { try grant(text(), head: nil) }
        #expect(none?.description.hasSuffix("but no commit is being judged") == true)
    }

    @Test func needsAListedApprover() {
        let error = #expect(throws: ConfigErrors.self) { try grant(text(approver: "eve@example.org"), head: head) }
        #expect(
            error?.description
                == "grant.yml: line 3: approver: the policy lists 'eve@example.org' neither in review.humans nor in "
                + "waivers.approvers; only those may approve")
        #expect(throws: ConfigErrors.self) { try grant(text(), head: head, approvers: []) }
    }

    @Test func isForSingleFindings() {
        for scope in ["path: 'src/**'", "commit: 0123456789abcdef0123456789abcdef01234567"] {
            let error = #expect(throws: ConfigErrors.self) { try grant(text(scope: scope), head: head) }
            #expect(
                error?.description == "grant.yml: line 5: a waiver given to a run is for one finding: "
                    + "name its fingerprint, no path or commit")
        }
    }

    @Test func lastsSevenDays() {
        let error = #expect(throws: ConfigErrors.self) { try grant(text(expires: "2026-11-29"), head: head) }
        #expect(
            error?.description
                == "grant.yml: line 5: expires: 2026-11-29 is more than 7 days ahead; 2026-11-28 is the last "
                + "day allowed")
    }

    @Test func needsHeadAndApprover() {
        let error = #expect(throws: ConfigErrors.self) { try grant("version: 1\nwaivers: []\n", head: head) }
        #expect(
            error?.errors.map(\.reason) == [
                "'head' is missing: The judged head that was approved.",
                "'approver' is missing: E-mail address of whoever approved.",
            ])
    }
}
