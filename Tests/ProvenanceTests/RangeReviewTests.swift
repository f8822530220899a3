// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import Testing

/// Signatures and signed records, held against the range that they speak of.
struct RangeReviewTests {
    private static func id(_ digit: Character) throws -> ObjectID {
        try #require(ObjectID(hex: String(repeating: digit, count: 40)))
    }

    private static let bo = SignatureVerdict.verified(principal: "bo@example.org", key: "SHA256:x")

    /// Two commits by Ann over a base; the second is the head.
    private struct Sample {
        let range: CommitRange
        let commits: [Commit]
        let reader = ProvenanceReader()

        init(coAuthor: String = "Fixes: #1") throws {
            let (base, first, head) = (try id("c"), try id("b"), try id("a"))
            var range = CommitRange(spec: "test")
            range.base = base
            range.head = head
            range.headTree = try id("e")
            range.patchID = String(repeating: "d", count: 40)
            self.range = range
            let ann = Signature(identity: RangeReviewTests.ann, seconds: 0, offsetMinutes: 0)
            commits = [(first, base, coAuthor), (head, first, "Fixes: #2")].map { id, parent, trailer in
                Commit(
                    id: id, tree: id, parents: [parent], author: ann, committer: ann,
                    message: CommitMessage("Add\n\nAssisted-by: Claude:claude-opus-4-6\n\(trailer)\n"))
            }
        }

        func state(_ signOffs: [SignOff] = [], signature: SignatureVerdict? = nil, policy: Policy.ReviewPolicy)
            -> ReviewState
        {
            var members = RangeMembers()
            for commit in commits {
                reader.add(commit, signature: commit.id == range.head ? signature : nil, to: &members)
            }
            var reviews = RangeReviews()
            reader.add(
                signOffs, to: &reviews, of: ReviewedRange(range, members: members, hasLanded: true),
                on: ReviewBasis(policy: policy, kind: .landed))
            let basis = ReviewBasis(policy: policy, kind: .landed, range: reviews)
            return reader.review(
                of: commits[1], files: [], provenance: reader.read(commits[1]), on: basis, signature: signature
            ) { _ in nil }
        }
    }

    private static let ann = Identity(name: "Ann Lee", email: "ann@example.org")

    private static var signed: Policy.ReviewPolicy {
        var policy = Policy.ReviewPolicy()
        policy.level = .signed
        return policy
    }

    private static func signOff(
        base: Character? = "c", head: Character = "a", tree: Character = "e", patch: Character? = "d",
        verdict: String = "pass",
        policy: String? = nil, by signature: SignatureVerdict = bo
    ) throws -> SignOff {
        SignOff(
            base: try base.map(id), head: try id(head), tree: try id(tree),
            patchID: patch.map { String(repeating: $0, count: 40) },
            policy: policy, verdict: verdict, signature: signature, origin: "refs/tags/reviewed")
    }

    /// The last two are a forge's web interface and an agent's managed key: verified there, and nobody's.
    static let verdicts: [(SignatureVerdict, ReviewState.Result)] = [
        (bo, .independent), (.verified(principal: "BO@example.org", key: "k"), .independent),
        (.verified(principal: "ann@example.org", key: "k"), .selfReview),
        (.verified(principal: "*@example.org", key: "k"), .none),
        (.verified(principal: "noreply@anthropic.com", key: "k"), .robot),
        (.verified(principal: "web-flow@users.noreply.github.com", key: "k"), .robot),
        (.unknownKey(key: "k"), .none), (.refused(key: "k", reason: "its key is revoked"), .none),
        (.bad(reason: "it does not fit"), .none),
        (.notVerifiable(reason: "gitsign"), .none), (.forge(key: "B5690EEEBB952194"), .none),
        (.forge(key: "SHA256:agent"), .none),
    ]

    @Test(arguments: verdicts) func verifiedByTheForgeIsNotAPerson(
        verdict: SignatureVerdict, expected: ReviewState.Result
    ) throws {
        let sample = try Sample()
        #expect(sample.state(signature: verdict, policy: Self.signed).level == .none)
        let record = sample.state([try Self.signOff(by: verdict)], policy: Self.signed)
        #expect(record.result == expected)
        #expect(record.level == (expected == .independent ? .signed : .none))
        #expect(!record.reasons.joined().contains("@"))
    }

    /// git signs as the committer: a signature that is nobody's of the commit shows a wrong committer, and no review.
    @Test func commitsOwnSignatureNeverCounts() throws {
        #expect(try Sample().state(signature: Self.bo, policy: .init()).reasons.isEmpty)
        let state = try Sample().state(signature: Self.bo, policy: Self.signed)
        #expect(state.result == .selfReview && state.level == .none)
        for verdict in [Self.bo, .refused(key: "k", reason: "not for git", holders: ["bo@example.org"])] {
            let state = try Sample().state([try Self.signOff()], signature: verdict, policy: Self.signed)
            #expect(state.result == .selfReview && state.level == .none, "\(verdict)")
        }
    }

    @Test func secondPrincipalIsTheSamePerson() throws {
        for other in ["ann@example.org", "ANN@example.org"] {
            let key = SignatureVerdict.verified(
                principal: "bo@example.org", others: ["cy@example.org", other], key: "k")
            #expect(try Sample().state([Self.signOff(by: key)], policy: Self.signed).result == .selfReview)
        }
        let shared = SignatureVerdict.verified(principal: "bo@example.org", others: ["*@example.org"], key: "k")
        #expect(try Sample().state([Self.signOff(by: shared)], policy: Self.signed).result == .none)
        let robot = SignatureVerdict.verified(principal: "bo@example.org", others: ["noreply@anthropic.com"], key: "k")
        #expect(try Sample().state([Self.signOff(by: robot)], policy: Self.signed).result == .robot)
        var policy = Self.signed
        policy.humans = ["cy@example.org"]
        let listed = SignatureVerdict.verified(principal: "bo@example.org", others: ["cy@example.org"], key: "k")
        #expect(try Sample().state([Self.signOff(by: listed)], policy: policy).level == .signed)
    }

    @Test func recordUnderAnotherPolicyCountsForNothing() throws {
        let state = try Sample().state([Self.signOff(policy: String(repeating: "7", count: 64))], policy: Self.signed)
        #expect(state.result == .none)
        #expect(
            state.reasons == [
                "sign-off 1 of 1 does not count: its reviewer was shown a verdict by another policy than this run's"
            ])
    }

    /// People are looked up: each of so many against each would take minutes.
    @Test func thousandsOfPeopleInOneMessage() throws {
        func lines(_ key: String, _ name: String) -> String {
            (0..<4000).map { "\(key): \(name)\($0) <\(name)\($0)@example.org>\n" }.joined()
        }
        let reader = ProvenanceReader()
        func state(_ reviewer: String) throws -> ReviewState {
            let message =
                "Add\n\nAssisted-by: Claude:claude-opus-4-6\n" + lines("Co-authored-by", "p")
                + lines("Reviewed-by", reviewer)
            let commit = try ProvenanceTests.Sample.commit(message)
            return reader.review(
                of: commit, files: [], provenance: reader.read(commit), on: ReviewBasis(policy: .init(), kind: .landed)
            ) { _ in nil }
        }
        #expect(try state("p").result == .selfReview)
        let reviewed = try state("r")
        #expect(reviewed.result == .independent && reviewed.reasons.last == "and 3950 more")
    }

    @Test func reasonsAreBounded() throws {
        let records = try Array(repeating: Self.signOff(verdict: "fail"), count: 80) + [Self.signOff()]
        let reasons = try Sample().state(records, policy: Self.signed).reasons
        #expect(reasons.count == 51 && reasons.last == "and 31 more")
        #expect(reasons.first?.hasPrefix("sign-off 81 of 81 counts") == true)
    }

    @Test func recordFitsOneChangeOnly() throws {
        let others = [
            try Self.signOff(base: "f"), try Self.signOff(base: nil), try Self.signOff(head: "b"),
            try Self.signOff(tree: "f"),
            try Self.signOff(patch: "f"), try Self.signOff(patch: nil), try Self.signOff(verdict: "fail"),
        ]
        for other in others {
            let state = try Sample().state([other], policy: Self.signed)
            #expect(state.result == .none)
            #expect(state.reasons.count == 1)
        }
        #expect(try Sample().state(others + [Self.signOff()], policy: Self.signed).level == .signed)
    }

    @Test func recordWithoutAPatchIDFitsNothing() throws {
        var policy = Self.signed
        policy.humans = ["bo@example.org"]
        #expect(try Sample().state([Self.signOff()], policy: policy).level == .signed)
        policy.humans = ["cy@example.org"]
        #expect(try Sample().state([Self.signOff()], policy: policy).result == .none)
    }

    /// Of any commit that the record speaks of.
    @Test func coAuthorOfAnEarlierCommitIsNoReviewer() throws {
        let sample = try Sample(coAuthor: "Co-authored-by: Bo Ray <bo@example.org>")
        #expect(sample.state([try Self.signOff()], policy: Self.signed).result == .selfReview)
    }
}

/// Who is one person.
struct PeopleTests {
    /// What the policy's list of humans makes of a reviewer, which is how people are told apart.
    private func counts(_ trailer: String, humans: [String], mailmap: String = "") throws -> ReviewState.Result {
        var policy = Policy.ReviewPolicy()
        policy.humans = humans
        let commit = try Sample.commit("Add\n\nAssisted-by: Claude:claude-opus-4-6\nReviewed-by: \(trailer)\n")
        let reader = ProvenanceReader()
        let basis = ReviewBasis(policy: policy, kind: .landed, people: People(Mailmap(Array(mailmap.utf8))))
        return reader.review(of: commit, files: [], provenance: reader.read(commit), on: basis) { _ in nil }.result
    }

    private static let mailmap =
        "Bo Ray <bo@example.org> <502+bo@users.noreply.github.com>\nBo Ray <bo@example.org> <bo@home.example>\n"

    @Test(arguments: [
        ("Bo <bo@home.example>", "bo@example.org"), ("Bo <BO@example.org>", "bo@home.example"),
        ("Bo <bo@users.noreply.github.com>", "bo@example.org"),
        ("Bo <502+bo@users.noreply.github.com>", "bo@example.org"),
        ("Bo <bo@example.org>", "502+bo@users.noreply.github.com"),
    ])
    func oneUnderSeveralAddresses(trailer: String, human: String) throws {
        #expect(try counts(trailer, humans: [human], mailmap: Self.mailmap) == .independent)
        #expect(try counts("Cy <cy@example.org>", humans: [human], mailmap: Self.mailmap) == .none)
    }

    @Test func withoutAMailmapAddressesAreApart() throws {
        #expect(try counts("Bo <bo@home.example>", humans: ["bo@example.org"]) == .none)
    }

    /// An AI's address with a person's name in the mailmap is an AI's all the same, and a person's that it gives to an
    /// AI.
    @Test func mailmapMakesNoPersonOfATool() throws {
        #expect(
            try counts(
                "Bo <noreply@anthropic.com>", humans: [], mailmap: "Bo Ray <bo@example.org> <noreply@anthropic.com>\n")
                == .robot)
        #expect(
            try counts("Bo <bo@example.org>", humans: [], mailmap: "Claude <noreply@anthropic.com> <bo@example.org>\n")
                == .robot)
    }
}
