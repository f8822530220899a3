// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import TestKit
import Testing

@testable import Gate

/// How many places of a check's words are kept of a file, and what becomes of the rest.
struct WordIndexTests {
    private func file(_ path: String, words count: Int, mark: ChangedFile.Mark? = nil) -> ChangedFile {
        let text = Array(repeating: Array("word\n".utf8), count: count).flatMap(\.self)
        let hunk = TextChange.Hunk(oldStart: 0, oldCount: 0, newStart: 1, newCount: count, offset: 0)
        return ChangedFile(
            path: Path(path), status: .added, oldMode: 0, newMode: 0o100644, oldBlob: nil, newBlob: nil,
            content: .text(TextChange(hunks: [hunk], addedText: text)), mark: mark)
    }

    private func change(_ files: [ChangedFile]) -> CommitChange {
        let person = Signature(identity: Identity(name: "Ann", email: "ann@example.org"), seconds: 0, offsetMinutes: 0)
        let commit = Commit(
            id: SampleJudgement.id(1), tree: SampleJudgement.id(2), parents: [], author: person, committer: person,
            message: CommitMessage("Change\n"))
        return CommitChange(
            commit: commit, files: files,
            provenance: CommitProvenance(trailers: [], ai: AIStatus(state: .noEvidence), declarations: [], credits: []))
    }

    private func outcomes(_ files: [ChangedFile]) throws -> [Outcome] {
        let policy = PolicySet(repository: Policy(), sources: [])
        return try Judge([CheckKind(WordCheck.self)], policy: policy, today: Day(number: 20_000)).judge(change(files))
    }

    private func judgement(_ outcomes: [Outcome]) -> Judgement {
        var facts = Judgement.Facts()
        facts.outcomes = outcomes
        facts.commits = [CommitRecord(change([]))]
        return Judgement(
            run: SampleJudgement.empty().run, policy: PolicySet(repository: Policy(), sources: []),
            kinds: [CheckKind(WordCheck.self)], facts: facts)
    }

    @Test func asManyAsAreKeptAreJudged() throws {
        let outcomes = try outcomes([file("a", words: WordIndex.hitLimit)])
        #expect(outcomes.count == 1)
        guard case .found(let findings, _) = outcomes[0].result else {
            Issue.record("\(outcomes)")
            return
        }
        #expect(findings.map(\.message.description) == ["\(WordIndex.hitLimit)"])
        #expect(judgement(outcomes).verdict == .fail)
    }

    @Test func oneMoreIsSaid() throws {
        let outcomes = try outcomes([
            file("a", words: WordIndex.hitLimit + 1), file("b\u{1B}", words: WordIndex.hitLimit + 9),
            file("c", words: 1),
        ])
        guard case .cutOff(let files, let findings, _) = try #require(outcomes.first).result else {
            Issue.record("\(outcomes)")
            return
        }
        #expect(files == [Path("a"), Path("b\u{1B}")])
        #expect(findings.map(\.message.description) == ["\(WordIndex.hitLimit)", "\(WordIndex.hitLimit)", "1"])
        let judgement = judgement(outcomes)
        #expect(judgement.verdict == .incomplete && judgement.exitCode == 3 && judgement.blocking == 3)
        #expect(judgement.verdict(on: SampleJudgement.id(1)) == .incomplete)
        #expect(
            judgement.unjudged == [
                "check word judged in part on \(SampleJudgement.id(1).short): its words stand in more than 100000 "
                    + "places of a and 1 more, and the rest was not looked at: split the file, or keep it out of git"
            ])
        let check = try #require(judgement.checks.first)
        #expect(check.passed == 0 && check.found == 0 && check.broke.count == 1)
        let results = CheckResults(outcomes, ran: ["word"]) { _, _ in false }
        #expect(results.condition("word", on: [SampleJudgement.id(1)]).state == .notCheckable)
    }

    /// Nothing is missing where the check would not have looked.
    @Test func whatNobodyAsksForIsNotMissed() throws {
        let many = WordIndex.hitLimit + 1
        #expect(try outcomes([file("unread", words: many)]).isEmpty)
        #expect(try outcomes([file("a", words: many, mark: .generated)]).isEmpty)
    }

    @Test func maskedPathsStayMasked() throws {
        let outcome = Outcome(
            check: "word", commit: nil, result: .cutOff([Path("keys/hunter2hunter2")], found: [], more: 0))
        guard case .cutOff(let files, _, _) = ValueMask([Array("hunter2hunter2".utf8)]).masked(outcome).result else {
            Issue.record("another result")
            return
        }
        #expect(files.map(\.visible).allSatisfy { !$0.contains("hunter2hunter2") && $0.hasPrefix("keys/") })
    }
}

/// Counts its word in each file but those that it does not read.
private struct WordCheck: CommitCheck {
    static let about = About(
        id: "word", title: "A word", why: "Test.", fix: "None.", level: .block, examples: [], clean: [], since: "0.1.0")
    static let words = ["word"]

    init(_: NoSettings) {}

    func needsAllWords(of file: ChangedFile) -> Bool { file.path != Path("unread") }

    func findings(in change: CommitChange) -> [Finding] {
        change.occurrences(of: WordCheck.self).filter { needsAllWords(of: $0.file) }.map {
            Finding(at: Finding.Place(path: $0.file.path, line: 1), "\($0.hits.count)", fix: "none")
        }
    }
}
