// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// What becomes of notes in a run's evidence.
struct NoteTests {
    private let sample: SampleRepository

    init() throws { sample = try SampleRepository("notes") }

    private struct Run: Decodable {
        struct Source: Decodable, Equatable {
            let store, state: String
            let reason, fetch: String?
        }
        struct Lines: Decodable, Equatable {
            struct File: Decodable, Equatable {
                let path: String
                let ai, human: Int
            }
            let claimed, covered, stale, untracked: Int
            let files: [File]
        }
        struct Commit: Decodable {
            struct AI: Decodable {
                struct Evidence: Decodable { let source, tool: String }
                let status: String
                let evidence, hints: [Evidence]
            }
            let sha: String
            let ai: AI
            let claimSources: [Source]
            let lines: Lines?
        }
        let claimSources: [Source]
        let commits: [Commit]
        let limitations: [String]
    }

    private func run(_ arguments: [String] = ["main", "--all", "--ci", "none"], in sample: SampleRepository? = nil)
        throws -> Run
    {
        let sample = sample ?? self.sample
        _ = try Program.judge(arguments, in: sample)
        let file = sample.folder.appending(path: Judged.directory + "/run.json")
        return try JSONDecoder().decode(Run.self, from: Data(contentsOf: file))
    }

    private func commit(_ subject: String, _ run: Run) throws -> Run.Commit {
        let hex = try sample.git(["log", "main", "--format=%H", "--fixed-strings", "--grep", subject])
        return try #require(run.commits.first { $0.sha == hex })
    }

    private func state(_ store: String, _ run: Run) -> String? { run.claimSources.first { $0.store == store }?.state }

    @Test func claimsAreIntersected() throws {
        let commit = try commit("Add retry", run())
        #expect(
            commit.lines
                == Run.Lines(
                    claimed: 22, covered: 8, stale: 14, untracked: 5,
                    files: [.init(path: "src/retry.swift", ai: 6, human: 2)]))
        #expect(commit.ai.status == "detected" && commit.ai.evidence.map(\.source) == ["note"])
        #expect(commit.claimSources == [.init(store: "git-ai-notes", state: "read", reason: nil, fetch: nil)])
    }

    @Test func sessionsWithoutClaimsAreAHint() throws {
        let commit = try commit("Divider first", run())
        #expect(commit.lines == Run.Lines(claimed: 0, covered: 0, stale: 0, untracked: 2, files: []))
        #expect(commit.ai.status == "no-evidence" && commit.ai.hints.map(\.tool) == ["claude-code"])
    }

    @Test func keysAreNeverPeopleByDefault() throws {
        let commit = try commit("Keys that nobody knows", run())
        #expect(commit.lines?.files == [.init(path: "src/keys.swift", ai: 6, human: 1)])
        #expect(Set(commit.ai.evidence.map(\.tool)) == ["unknown", "cursor", "openai-codex"])
    }

    @Test func quotedPathAndLaterClaim() throws {
        let commit = try commit("A quoted path", run())
        #expect(commit.lines?.files == [.init(path: "docs/read me.md", ai: 2, human: 2)])
    }

    @Test func unparsableNoteIsSaidAndTakesNothingAway() throws {
        let run = try run()
        let commit = try commit("Cannot be read", run)
        #expect(commit.lines == nil && commit.ai.status == "declared")
        #expect(commit.claimSources.map(\.state) == ["unparsable"])
        #expect(commit.claimSources.first?.reason?.hasPrefix("line 2 ") == true)
        #expect(
            run.limitations.contains { $0.hasPrefix("line claims in the notes of 1 commit, which could not be read") })
    }

    @Test func squashCommitKeepsBothKindsOfEvidence() throws {
        let commit = try commit("Squash of three", run())
        #expect(commit.ai.status == "declared" && Set(commit.ai.evidence.map(\.source)) == ["trailer", "note"])
        #expect(commit.lines?.files.map(\.ai) == [1, 9] && commit.lines?.untracked == 1)
        #expect(commit.lines?.claimed == 4_294_967_295 + 11)
    }

    @Test func mergeIsHeldAgainstItsOwnLines() throws {
        #expect(try commit("Merge topic", run()).lines?.covered == 1)
    }

    @Test func commitWithoutANoteHasNothing() throws {
        let commit = try commit("Without a note", run())
        #expect(commit.lines == nil && commit.claimSources.isEmpty && commit.ai.status == "declared")
    }

    @Test func oversizedNoteIsAState() throws {
        let large = sample.folder.appending(path: ".git/large")
        try Data(repeating: UInt8(ascii: "x"), count: 9 << 20).write(to: large)
        try sample.git(["notes", "--ref", "ai", "add", "--force", "--file", large.path, "main"])
        let commit = try commit("Merge topic", run())
        #expect(commit.claimSources.map(\.state) == ["too-large"] && commit.lines == nil)
    }

    @Test func unreadableRefIsSaidOnce() throws {
        try sample.git(["update-ref", "refs/notes/ai", "main:README.md"])
        let run = try run()
        #expect(state("git-ai-notes", run) == "unparsable")
        #expect(run.commits.allSatisfy { $0.claimSources.isEmpty })
        #expect(run.limitations.count { $0.hasPrefix("line claims") } == 1)
    }

    @Test func runNamesEveryStore() throws {
        let run = try run()
        #expect(
            run.claimSources.map(\.store) == [
                "git-ai-notes", "git-ai-refs", "whogitit-notes", "agent-trace", "entire-checkpoints",
            ])
        #expect(run.claimSources.map(\.state) == ["read", "absent", "absent", "absent", "absent"])
    }

    @Test func otherStoresAreRecognised() throws {
        let blob = try sample.git(["rev-parse", "main:README.md"])
        let head = try sample.commit(".agent-trace/traces.jsonl", "{}\n", "Trace\n\nEntire-Checkpoint: a1b2c3d4e5f6\n")
        try sample.git(["update-ref", "refs/ai/authorship/\(head)", blob])
        try sample.git(["notes", "--ref", "whogitit", "add", "--message", "{}", head])
        try sample.git(["branch", "entire/checkpoints/v1"])
        let run = try run()
        #expect(run.claimSources.dropFirst().map(\.state) == Array(repeating: "present-not-read", count: 4))
        let commit = try #require(run.commits.first { $0.sha == head })
        #expect(
            commit.claimSources.map(\.store) == ["git-ai-refs", "whogitit-notes", "agent-trace", "entire-checkpoints"])
        #expect(commit.claimSources.allSatisfy { $0.state == "present-not-read" })
        try sample.git(["branch", "--delete", "--force", "entire/checkpoints/v1"])
        let without = try #require(try self.run().commits.first { $0.sha == head }?.claimSources.last)
        #expect(without.state == "not-fetched" && without.fetch?.hasPrefix("git fetch origin entire/") == true)
    }

    @Test func notFetchedIsNotAbsent() throws {
        try sample.git(["clone", "--quiet", ".", ".git/copy"])
        let result = try Program.run(
            ["check", "--now", Program.now, "--repository", ".git/copy", "--ci", "none", "HEAD~1..HEAD", "-v"],
            in: sample.folder)
        let fetch = "git fetch origin refs/notes/ai:refs/notes/ai"
        #expect(result.output.contains("claims: git-ai-notes not-fetched: \(fetch); "))
        #expect(result.output.contains("line claims in git-ai's notes, which were not fetched (\(fetch))"))
        try sample.git(["-C", ".git/copy", "fetch", "--quiet", "origin", "refs/notes/ai:refs/notes/ai"])
        let fetched = try Program.run(
            ["check", "--now", Program.now, "--repository", ".git/copy", "--ci", "none", "HEAD~1..HEAD", "-v"],
            in: sample.folder)
        #expect(
            fetched.output.contains("claims: git-ai-notes read; ") && !fetched.output.contains("which were not fetched")
        )
    }

    @Test func transcriptsGoNowhere() throws {
        _ = try run()
        for name in ["run.json", "report.html", "summary.md", "junit.xml"] {
            #expect(!(try sample.read(Judged.directory + "/" + name)).contains("a transcript"))
        }
    }
}
