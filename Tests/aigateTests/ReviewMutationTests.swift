// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Forge
import Foundation
import Gate
import Provenance
import TestKit
import Testing

/// Thousands of damaged files of approvals and mailmaps: each is read or refused, and none gives a higher level than
/// the file gave before.
///
/// A file that names another commit, account or state is another file, and may say more. So damage spares the values
/// that say who approved what (logins, ids, states, kinds of account, rights, dates) and hits everything around them.
struct ReviewMutationTests {
    static let head = String(repeating: "a", count: 40)
    static let older = String(repeating: "b", count: 40)

    /// A range of two commits, the first of which is `older`.
    private struct Range {
        let reader = ProvenanceReader()
        let range: CommitRange
        let commits: [Commit]

        init(trailer: String = "Fixes: #1") throws {
            let ids = try [older, head].map { try #require(ObjectID(hex: $0)) }
            let base = try #require(ObjectID(hex: String(repeating: "c", count: 40)))
            var range = CommitRange(spec: "test")
            range.base = base
            range.head = ids[1]
            self.range = range
            let ann = Signature(
                identity: Identity(name: "Ann Lee", email: "501+ann@users.noreply.github.com"), seconds: 0,
                offsetMinutes: 0)
            commits = zip(ids, [base, ids[0]]).map { id, parent in
                Commit(
                    id: id, tree: id, parents: [parent], author: ann, committer: ann,
                    message: CommitMessage("Add\n\nAssisted-by: Claude:claude-opus-4-6\n\(trailer)\n"))
            }
        }

        /// Of the last commit, landed.
        func level(_ approvals: Approvals?, mailmap: Mailmap = Mailmap()) -> ReviewLevel {
            let people = People(mailmap)
            var members = RangeMembers()
            for commit in commits { reader.add(commit, signature: nil, to: &members) }
            var reviews = RangeReviews(isFromForge: approvals != nil)
            let policy = Policy.ReviewPolicy()
            if let approvals {
                reader.add(
                    approvals, to: &reviews, of: ReviewedRange(range, members: members, hasLanded: true),
                    on: ReviewBasis(policy: policy, kind: .landed, people: people))
            }
            let basis = ReviewBasis(policy: policy, kind: .landed, people: people, range: reviews)
            let commit = commits[1]
            return reader.review(of: commit, files: [], provenance: reader.read(commit), on: basis) { _ in nil }.level
        }
    }

    private static func review(
        _ login: String, _ state: String = "APPROVED", _ commit: String = head, type: String = "User", at day: Int = 11
    ) -> String {
        ReviewedChange.review(login, of: commit, state, type: type, at: "2026-03-\(day)T10:00:00Z")
    }

    static let files: [String] = [
        "[\(review("ben"))]", "[\(review("ben")),\(review("cy", "CHANGES_REQUESTED"))]",
        "[\(review("ben")),\(review("ben", "CHANGES_REQUESTED", at: 12))]",
        "[\(review("ben"))][\(review("ben", "DISMISSED", at: 12))]",
        "[[\(review("ben", "CHANGES_REQUESTED", at: 12))],[\(review("ben"))]]", "[\(review("ben", "APPROVED", older))]",
        "[\(review("copilot", type: "Bot")),\(review("ann"))]", "[\(review("ben")),\(review("copilot", type: "Bot"))]",
        ReviewedChange.envelope(
            [review("ben"), review("rosa"), review("pat"), review("max")], requesters: ["max"], pusher: "pat"),
        ReviewedChange.envelope([review("rosa"), review("pat")], pusher: "pat"),
        """
        {"data": {"repository": {"pullRequest": {"author": {"login": "rosa"}, "reviews": {"nodes": [
          {"author": {"__typename": "User", "login": "ben"}, "commit": {"oid": "\(head)"}, "state": "APPROVED",
           "submittedAt": "2026-03-11T10:00:00Z", "authorAssociation": "OWNER"},
          {"author": {"__typename": "User", "login": "ben"}, "commit": {"oid": "\(head)"}, "state": "DISMISSED",
           "submittedAt": "2026-03-12T10:00:00Z", "authorAssociation": "OWNER"}], "pageInfo": {"hasNextPage": false}}}}}}
        """,
        """
        {"system": "gitlab", "head": "\(head)", "headSince": "2026-03-11T11:00:00Z", "permissions": {"ben": 40}, "lastPusher": null,
         "pullRequest": {"number": 40, "author": "rosa"}, "reviews": {"approved_by": [
          {"user": {"id": 2, "username": "ben", "state": "active", "bot": false}, "approved_at": "2026-03-11T10:00:00Z"}]}}
        """,
    ]

    /// Where the text may be damaged: outside the strings that are values, but for what stands between them.
    private static func places(_ bytes: [UInt8]) -> [Int] {
        var places: [Int] = []
        var start: Int?
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\""), let first = start {
                let rest = bytes[(index + 1)...].first { $0 != UInt8(ascii: " ") }
                // What a colon follows is a key; keys of `permissions` are accounts.
                let key = String(decoding: bytes[first...index], as: UTF8.self)
                if rest == UInt8(ascii: ":"), key != "\"ben\"" { places += Array((first + 1)..<index) }
                start = nil
            } else if byte == UInt8(ascii: "\"") {
                start = index
            } else if start == nil {
                places.append(index)
            }
        }
        return places
    }

    private static let tokens = [
        "\"", "}", "{", "[", "]", ",", ":", "null", "true", "0", "\\u0000", "\u{202E}", "::error::", "\n", "[[[[",
        "1e999", " ", "\"APPROVED\"", "\"state\": \"APPROVED\"", "\"type\": \"User\"", "\"lastPusher\": null",
    ].map { Array($0.utf8) }

    @Test func approvals() throws {
        let range = try Range()
        let originals = try Self.files.map { text in
            (bytes: Array(text.utf8), level: range.level(try ApprovalsFile.read(Array(text.utf8))))
        }
        #expect(originals.map(\.level.rawValue) == [3, 3, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0])
        var random = SeededRandom(seed: 0xA99)
        var (read, refused) = (0, 0)
        for round in 0..<6_000 {
            let (original, level) = originals[round % originals.count]
            let places = Self.places(original)
            var bytes = original
            let hits = (0...Int.random(in: 0...1, using: &random)).map { _ in
                places[Int.random(in: 0..<places.count, using: &random)]
            }
            // From the end on, so that the places before stay what they were.
            for place in Set(hits).sorted(by: >) {
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1:
                    bytes.insert(
                        contentsOf: Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &random)], at: place)
                default: bytes.remove(at: place)
                }
            }
            do {
                let approvals = try ApprovalsFile.read(bytes)
                #expect(range.level(approvals) <= level, "round \(round): \(String(decoding: bytes, as: UTF8.self))")
                read += 1
            } catch {
                #expect(error.kind == .usage && error.description.utf8.count < 1_000)
                #expect(!error.description.unicodeScalars.contains(where: VisibleText.isHidden))
                refused += 1
            }
        }
        // Both have to happen, or the damage proves nothing.
        #expect(read > 600)
        #expect(refused > 3_000)
    }

    /// The base's mailmap says that the reviewer is the author. Any damage may lose that, and then the trailer counts,
    /// as it would without a mailmap; it never makes more of it, and never anything of an approval by the author's own
    /// account.
    @Test func mailmaps() throws {
        let range = try Range(trailer: "Reviewed-by: A. L. <a.lee@home.example>")
        let original = Array(
            "# people\nAnn Lee <501+ann@users.noreply.github.com> <a.lee@home.example>\nBo Ray <bo@example.org> <bo@home.example>\n"
                .utf8)
        #expect(range.level(nil, mailmap: Mailmap(original)) == .none)
        let own = try ApprovalsFile.read(Array("[\(Self.review("ann"))]".utf8))
        var random = SeededRandom(seed: 0x3A9)
        var kept = 0
        for round in 0..<3_000 {
            var bytes = original
            for _ in 0...Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1:
                    bytes.insert(
                        contentsOf: [Array("<".utf8), Array(">".utf8), [0x0A], [0], [0xFF]][
                            Int.random(in: 0...4, using: &random)], at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 5))
                }
            }
            let level = range.level(nil, mailmap: Mailmap(bytes))
            #expect(level <= .asserted, "round \(round)")
            kept += level == .none ? 1 : 0
            #expect(range.level(own, mailmap: Mailmap(bytes)) <= .asserted, "round \(round)")
        }
        #expect(kept > 300)
    }
}
