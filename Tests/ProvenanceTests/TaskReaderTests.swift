// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import Testing

struct TaskReaderTests {
    private let register = TaskRegister(
        ["PAY-12", "12", "retry"].map { WrittenTask(id: $0, sha256: "", place: RegisterPlace(file: $0, line: 1)) })

    private func tasks(_ message: String, pattern: String? = nil, branch: String? = nil) throws -> [String] {
        var policy = Policy.TaskPolicy()
        policy.pattern = pattern
        let commit = try Sample.commit(message)
        return try TaskReader(register, policy: policy, branch: branch)
            .references(in: commit, ProvenanceReader().read(commit)).map {
                "\($0.id) \($0.source.rawValue) \($0.line ?? 0)"
            }
    }

    @Test(arguments: [
        ("Task: PAY-12", ["PAY-12 trailer 3"]), ("task: pay-12", ["PAY-12 trailer 3"]), ("Refs: #12", ["12 trailer 3"]),
        ("Closes: acme/shop#12, PAY-12", ["12 trailer 3", "PAY-12 trailer 3"]), ("Fixes: retry", ["retry trailer 3"]),
        ("Closes: https://git.example.org/acme/shop/issues/12", ["12 trailer 3"]),
        ("Closes: https://git.example.org/acme/shop/-/issues/12#note_3", ["12 trailer 3"]),
        ("Refs: https://jira.example.org/browse/PAY-12", ["PAY-12 trailer 3"]), ("Refs: PAY-99", ["PAY-99 trailer 3"]),
        ("Task: anything", ["anything trailer 3"]), ("Fixes: 1234567890ab (\"Add retry\")", []),
        ("Refs: see below", []),
        ("Reviewed-by: PAY-12 <a@example.org>", []),
    ]) func trailersNameTasks(trailer: String, tasks: [String]) throws {
        #expect(try self.tasks("Add retry\n\n\(trailer)\n") == tasks)
    }

    @Test func thePolicysPatternNamesThemToo() throws {
        #expect(try tasks("PAY-12: add retry\n", pattern: "[A-Z]+-[0-9]+") == ["PAY-12 message 1"])
        #expect(try tasks("Add\n\nfor PAY-7\n", pattern: "[A-Z]+-[0-9]+", branch: "PAY-12") == ["PAY-7 message 3"])
        #expect(try tasks("Add retry\n", pattern: "[A-Z]+-[0-9]+", branch: "feature/PAY-12-x") == ["PAY-12 branch 0"])
        #expect(try tasks("Add retry\n", branch: "feature/PAY-12-x") == [])
        #expect(throws: SettingError.self) { try tasks("a", pattern: "(") }
    }

    /// A pattern that tries too often ends, and finds what it found till then.
    @Test func aCostlyPatternEnds() throws {
        #expect(try tasks(String(repeating: "a", count: 60_000) + "\n", pattern: "(a+)+b") == [])
    }

    @Test func manyTasksAreCut() throws {
        let ids = (0..<500).map { "T-\($0)" }.joined(separator: " ")
        #expect(try tasks("Add\n\nTask: \(ids)\n").count == TaskReader.limit)
    }

    @Test func whoAnswersForACommit() throws {
        let agent = Identity(name: "Cursor Agent", email: "cursoragent@cursor.com")
        let ai = "Assisted-by: Claude:claude-opus-4-6"
        #expect(try Sample.read(trailers: ai).person == Sample.ann)
        #expect(try Sample.read(trailers: ai, author: agent, committer: Sample.bo).person == Sample.bo)
        let both = try Sample.read(
            trailers: "Co-authored-by: Bo Ray <bo@example.org>", author: agent, committer: agent)
        #expect(both.person == Sample.bo)
        #expect(try Sample.read(trailers: ai, author: agent, committer: agent).person == nil)
        #expect(try Sample.read(trailers: "Refs: a").person == nil)
    }

    @Test func whoReviewedStaysWithTheJudging() throws {
        let commit = try Sample.commit(
            "Add\n\nAssisted-by: Claude:claude-opus-4-6\nReviewed-by: Bo Ray <7+bo@users.noreply.github.com>\n")
        let reader = ProvenanceReader()
        let state = reader.review(
            of: commit, files: [], provenance: reader.read(commit), on: ReviewBasis(policy: .init(), kind: .landed)
        ) { _ in nil }
        #expect(state.reviewers.map(\.marks) == [["bo@users.noreply.github.com", "@bo"]])
        let record = CommitRecord(
            CommitChange(commit: commit, files: [], provenance: reader.read(commit), review: state))
        #expect(record.review.reviewers.isEmpty)
    }
}
