// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// A squash or a rebase is linked to the run that judged it before it landed, and inherits reviews only where it holds
/// the same bytes.
struct LinkedRunTests {
    private typealias Change = ReviewedChange

    /// A request of two commits, judged; the folder is then back on main.
    private struct Request {
        let change: Change
        let head: String
        /// Path of its run.json.
        let judged: String

        init(author: String? = nil) throws {
            change = try Change()
            let sample = change.sample
            try sample.git(["checkout", "--quiet", "-b", "topic"])
            try change.commit("a.txt", "one\n  two\nthree\n", author: author)
            head = try change.commit("b.txt", "b\n", author: author)
            let run = try change.judge(approvals: "[]", event: "github/pull_request")
            #expect(run.evidence.range.filesSha256?.count == 64)
            judged = change.sample.folder.appending(path: ".git/judged.json").path
            try FileManager.default.copyItem(
                atPath: change.sample.folder.appending(path: Judged.directory + "/run.json").path, toPath: judged)
            try sample.git(["checkout", "--quiet", "main"])
        }

        func squash(trailers: String = Change.ai) throws {
            try change.sample.git(["merge", "--quiet", "--squash", "topic"])
            try change.sample.git(["commit", "--quiet", "--message", "Add a (#40)\n\n\(trailers)\n"])
        }

        func land(from base: String? = nil, by login: String = "ben", writers: [String]? = ["rosa"]) throws -> Judged {
            try change.judge(
                approvals: Change.envelope([Change.review(login, of: head)], writers: writers), judged: judged,
                from: base)
        }
    }

    private func proofs(_ run: Judged) -> [String?] { run.evidence.commits.map { $0.linkedRun?.by } }

    @Test func squashIsLinkedAndJudgedAgain() throws {
        let request = try Request()
        try request.squash()
        let run = try request.land()
        #expect(proofs(run) == ["files"])
        #expect(run.reviews == ["R3 of R3, independent"])
        let link = try #require(run.evidence.commits.first?.linkedRun)
        #expect(link.sha256 == run.evidence.inputs.last?.sha256)
        #expect(link.id.count == 26)
        #expect(run.evidence.inputs.map(\.role) == ["approvals", "judged"])
    }

    @Test func withoutTheRunNothingCarriesOver() throws {
        let request = try Request()
        try request.squash()
        let run = try request.change.judge(approvals: Change.envelope([Change.review("ben", of: request.head)]))
        #expect(run.reviews == ["R0 of R3, none"])
        #expect(run.reasons.contains("which is not in the range"))
    }

    @Test func squashOntoAMovedBranchIsTheSameFiles() throws {
        let request = try Request()
        try request.change.commit("other.txt", "other\n", trailers: "Fixes: #1")
        let base = try request.change.sample.git(["rev-parse", "HEAD"])
        try request.squash()
        let run = try request.land(from: base)
        #expect(proofs(run) == ["files"])
        #expect(run.reviews == ["R3 of R3, independent"])
    }

    @Test func rebaseIsLinkedAsAWhole() throws {
        let request = try Request()
        try request.change.commit("other.txt", "other\n", trailers: "Fixes: #1")
        let base = try request.change.sample.git(["rev-parse", "HEAD"])
        try request.change.sample.git(["cherry-pick", "main..topic"])
        let run = try request.land(from: base)
        #expect(proofs(run) == ["files", "files"])
        #expect(run.reviews == ["R3 of R3, independent", "R3 of R3, independent"])
    }

    @Test func mergedHeadIsLinkedAsItself() throws {
        let request = try Request()
        try request.change.sample.git(["merge", "--quiet", "--no-ff", "--message", "Merge #40", "topic"])
        let run = try request.land()
        #expect(proofs(run) == ["commit", "commit", "files"])
        #expect(run.reviews.prefix(2) == ["R3 of R3, independent", "R3 of R3, independent"])
    }

    /// Blanks do not show in a patch id, and in Python they are the program.
    @Test func changedBlanksCarryNothingOver() throws {
        let request = try Request()
        try request.change.sample.git(["merge", "--quiet", "--squash", "topic"])
        try request.change.commit("a.txt", "one\n      two\nthree\n")
        let run = try request.land()
        #expect(proofs(run) == ["patch-id"])
        #expect(run.reviews == ["R0 of R3, none"])
    }

    /// The reviewed tree, put over what others have done since, takes their work back.
    @Test func sameTreeOverOthersWorkCarriesNothingOver() throws {
        let request = try Request()
        try request.change.commit("other.txt", "a fix\n", trailers: "Fixes: #1")
        let base = try request.change.sample.git(["rev-parse", "HEAD"])
        try request.change.sample.git(["read-tree", "-u", "--reset", "topic"])
        try request.change.sample.git(["commit", "--quiet", "--message", "Add a (#40)\n\n\(Change.ai)\n"])
        let run = try request.land(from: base)
        #expect(proofs(run) == ["tree"])
        #expect(run.reviews == ["R0 of R3, none"])
    }

    @Test func anotherChangeIsNotLinked() throws {
        let request = try Request()
        try request.change.sample.git(["merge", "--quiet", "--squash", "topic"])
        try request.change.commit("evil.txt", "evil\n")
        let run = try request.land()
        #expect(proofs(run) == [nil])
        #expect(run.reviews == ["R0 of R3, none"])
    }

    /// The squash names one author; those of the branch are no reviewers all the same.
    @Test func writerOfTheBranchIsNoReviewer() throws {
        let request = try Request(author: "B <502+ben@users.noreply.github.com>")
        try request.squash()
        #expect(try request.land(writers: nil).reviews == ["R0 of R3, self"])
        let named = try Request()
        try named.squash()
        #expect(try named.land(writers: ["rosa", "Ben"]).reviews == ["R0 of R3, self"])
    }

    @Test func whereNobodyKnowsTheWritersNothingCarriesOver() throws {
        let request = try Request()
        try request.squash()
        try request.change.sample.git(["branch", "--quiet", "-D", "topic"])
        try request.change.sample.git(["reflog", "expire", "--expire=now", "--all"])
        try request.change.sample.git(["gc", "--quiet", "--prune=now"])
        #expect(try request.land().reviews == ["R3 of R3, independent"])
        let run = try request.land(writers: nil)
        #expect(run.reviews == ["R0 of R3, none"])
        #expect(run.reasons.contains("whose writers nobody here knows"))
    }

    @Test(arguments: [
        "", "{}", "[1]",
        "{\"schema\": \"urn:aigate:schema:run:v1\", \"kind\": \"gate-run\", \"runId\": \"x\", \"range\": {}}",
    ])
    func fileThatIsNoRunIsAMistake(text: String) throws {
        let change = try Change()
        try change.commit()
        let file = change.sample.folder.appending(path: ".git/bad.json")
        try Data(text.utf8).write(to: file)
        let run = try change.judge(judged: file.path)
        #expect(run.status == 2)
        #expect(run.output.contains("--judged: "))
    }
}
