// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// Ways past other gates that concern declarations: each named after the hole, in a repository that has it.
struct PeerHolesTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
    }

    private static let claude = "Claude <noreply@anthropic.com>"
    private static let devin =
        "devin-ai-integration[bot] <158243242+devin-ai-integration[bot]@users.noreply.github.com>"

    private func commit(_ message: String, author: String? = nil) throws {
        let file = sample.folder.appending(path: "src/new.txt")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("\(message.count)\n".utf8).write(to: file)
        try sample.git(["add", "--all"])
        let text = sample.folder.appending(path: ".git/message")
        try Data(message.utf8).write(to: text)
        var arguments = ["commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "--file", text.path]
        if let author { arguments += ["--author", author] }
        try sample.git(arguments)
    }

    private func judge(_ range: String = "HEAD~1..HEAD", policy: String? = nil) throws -> Judged {
        guard let policy else { return try Program.judge([range], in: sample) }
        let file = sample.folder.appending(path: ".git/policy.yml")
        try Data("version: 1\n\(policy)\n".utf8).write(to: file)
        return try Program.judge([range, "--policy", file.path], in: sample)
    }

    private func status(_ run: Judged) -> [String] { run.evidence.commits.map(\.ai.status) }

    // MARK: Who is meant

    /// commit-check takes `Cursor|Codex|Gemini|Devin <any e-mail>`, so a person called Devin is flagged.
    @Test func nameInsteadOfAddress() throws {
        try commit(
            "Add\n\nCo-authored-by: Devin Burnette <devin@example.org>\n", author: "Claude Warren <claude@apache.org>")
        let run = try judge(policy: "ai: {use: [{mode: forbid-ai}]}")
        #expect(status(run) == ["no-evidence"])
        #expect(run.findings.isEmpty)
    }

    /// The DCO app skips an author whose type is Bot, so Copilot, Devin and claude[bot] pass.
    @Test func botAuthorsAreSkipped() throws {
        try commit("Add\n\nSigned-off-by: \(PeerHolesTests.devin)\n", author: PeerHolesTests.devin)
        let run = try judge(policy: "ai: {use: [{mode: forbid-ai, paths: [src/]}]}")
        #expect(status(run) == ["declared"])
        #expect(run.findings == ["ai-sign-off/signed-off-by warn", "ai-forbidden block src/new.txt"])
    }

    /// Most message scanners see no author at all: an agent of the house's own least of any.
    @Test func privateAgents() throws {
        try commit("Add\n", author: "Robo <robo@example.org>")
        #expect(status(try judge()) == ["no-evidence"])
        #expect(status(try judge(policy: "ai: {agents: [robo@example.org]}")) == ["declared"])
    }

    /// An agent that is configured with its user's identity.
    @Test func theHumansAddressInAnAITrailer() throws {
        try commit("Add\n\nCo-authored-by: Claude <ann@example.org>\n", author: "Ann Lee <ann@example.org>")
        #expect(try judge().findings == ["ai-declaration-malformed warn"])
    }

    // MARK: Which commits

    /// conform looks at HEAD's signature and message only.
    @Test func onlyHead() throws {
        try commit("Add\n\nCo-authored-by: \(PeerHolesTests.claude)\n")
        try commit("Fix\n")
        try commit("Fix again\n")
        let run = try judge("HEAD~3..HEAD", policy: "ai: {use: [{mode: forbid-trailer}]}")
        #expect(status(run) == ["declared", "no-evidence", "no-evidence"])
        #expect(run.findings == ["ai-trailer-forbidden block"])
    }

    /// `--no-merges` leaves out a merge that brings lines of its own.
    @Test func mergesAreLeftOut() throws {
        let tip = try sample.git(["rev-parse", "HEAD"])
        try commit("Topic\n")
        try sample.git(["checkout", "--quiet", "-b", "other", tip])
        try sample.commit("other.txt", "other\n")
        try sample.git(["merge", "--quiet", "--no-ff", "--no-commit", "main"])
        let evil = sample.folder.appending(path: "evil.txt")
        try Data("only in the merge\n".utf8).write(to: evil)
        try sample.git(["add", "--all"])
        try sample.git(["commit", "--quiet", "--message", "Merge\n\nCo-authored-by: \(PeerHolesTests.claude)"])
        let run = try judge(
            "\(tip)..HEAD", policy: "ai: {use: [{mode: forbid-ai, paths: [evil.txt]}], every-commit: true}")
        #expect(status(run).last == "declared")
        #expect(run.findings.contains("ai-forbidden block evil.txt"))
    }

    /// A clean merge has nothing to declare, one with lines of its own has.
    @Test func everyCommitDeclares() throws {
        let tip = try sample.git(["rev-parse", "HEAD"])
        try commit("Topic\n\nAI-assisted: none\n")
        try sample.git(["checkout", "--quiet", "-b", "other", tip])
        try sample.commit("other.txt", "other\n", "Other\n\nAssisted-by: none")
        try sample.git(["merge", "--quiet", "--no-ff", "--message", "Merge", "main"])
        let policy = "ai: {every-commit: true}"
        #expect(try judge("\(tip)..HEAD", policy: policy).findings.isEmpty)
        try commit("Silent\n")
        let run = try judge("\(tip)..HEAD", policy: policy)
        #expect(run.findings == ["ai-declaration-missing block"])
        #expect(run.status == 1)
    }

    // MARK: How it is written

    /// Wrapped trailers break the DCO app's expression (dcoapp/app#315).
    @Test(arguments: [" ", "\t", "    "]) func wrappedTrailers(fold: String) throws {
        try commit(
            "Add\n\nCo-authored-by: Claude Opus 4.6\n\(fold)<noreply@anthropic.com>\nSigned-off-by: Bo Ray\n\(fold)<bo@example.org>\n"
        )
        let run = try judge()
        #expect(status(run) == ["declared"])
        #expect(run.evidence.commits[0].ai.tools.map(\.id) == ["claude-code"])
        #expect(run.findings.isEmpty)
    }

    /// A DCO bot only matches the string, so an agent's sign-off is green (malloydata/malloyyo#131).
    @Test func signOffByAI() throws {
        try commit("Add\n\nSigned-off-by: \(PeerHolesTests.claude)\n")
        let run = try judge()
        #expect(run.findings == ["ai-undeclared warn", "ai-sign-off/signed-off-by warn"])
    }

    /// conform's expression finds a sign-off anywhere, prose and empty values included (managoat/fountain#2302):
    /// neither is a review, nor hides that a tool took part.
    @Test(arguments: [
        "I hereby add Signed-off-by: Bo Ray <bo@example.org> to this.", "Reviewed-by: I did, honestly", "Reviewed-by:",
    ])
    func proseAndEmptyValues(line: String) throws {
        try commit("Add\n\nAssisted-by: Claude:claude-opus-4-6\n\(line)\n")
        let head = try sample.git(["rev-parse", "HEAD"])
        let before = try sample.git(["rev-parse", "HEAD~1"])
        let event = try CIEvent("github/push", [CIEvent.mainBefore: before, CIEvent.mainTip: head], in: sample)
        let run = try Program.judge(in: sample, environment: event.environment)
        #expect(status(run) == ["declared"])
        #expect(run.findings == ["review-missing warn"])
    }

    /// An empty declaration swallows the next trailer in libgit2 and satisfies rules that ask for a key.
    @Test func emptyValue() throws {
        try commit("Add\n\nAssisted-by:\nSigned-off-by: Bo Ray <bo@example.org>\n")
        let run = try judge(policy: "ai: {every-commit: true}")
        #expect(run.findings == ["ai-declaration-missing block", "ai-declaration-malformed warn"])
    }

    /// GitHub's squash puts a line of dashes into the message, where libgit2 before 1.8 stops.
    @Test func squashBodyBelowDashes() throws {
        try commit(
            "Add (#1)\n\n* One\n\nText.\n\n---------\n\nCo-authored-by: \(PeerHolesTests.claude)\nCo-authored-by: Bo Ray <bo@example.org>\n"
        )
        let run = try judge(policy: "ai: {use: [{mode: forbid-trailer}]}")
        #expect(status(run) == ["declared"])
        #expect(run.findings == ["ai-trailer-forbidden block"])
        try commit(
            "Add (#2)\n\n* One\n\n  Co-authored-by: \(PeerHolesTests.claude)\n\n---------\n\nSigned-off-by: Bo Ray <bo@example.org>\n"
        )
        #expect(status(try judge()) == ["declared"])
    }

    /// chainloop-dev/chainloop@77d32baaa: git reads the last paragraph alone, and so only the tool that wrote last.
    @Test func oneToolHidesAnother() throws {
        try commit(
            "Add\n\nAssisted-by: Claude:claude-opus-4-6\nSigned-off-by: Bo Ray <bo@example.org>\n\nChainloop-Trace-Sessions: 0a1b2c\n"
        )
        #expect(try judge().evidence.commits[0].ai.tools.map(\.id) == ["chainloop-trace", "claude-code"])
        try commit("Add\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)\n\nMade-with: Cursor\n")
        let run = try judge()
        #expect(run.evidence.commits[0].ai.tools.map(\.id) == ["claude-code", "cursor"])
        #expect(run.findings == ["ai-undeclared warn"])
    }

    /// A key that is one slip away, or in letters of another script, is read by nobody.
    @Test(arguments: ["Asisted-by: Claude Code", "\u{0410}ssisted-by: Claude Code", "Assisted-\u{200B}by: Claude Code"])
    func lookAlikeKeys(line: String) throws {
        try commit("Add\n\n\(line)\n")
        let run = try judge(policy: "ai: {every-commit: true}")
        #expect(status(run) == ["detected"])
        let said = run.findings.filter { $0.hasPrefix("ai-") }
        #expect(said == ["ai-declaration-missing block", "ai-undeclared warn", "ai-declaration-malformed warn"])
        #expect(!run.output.contains("\u{200B}") && !run.output.contains("\u{0410}ssisted-\u{200B}"))
    }

    /// An address in letters of another script is a stranger's to a matcher.
    @Test func confusables() throws {
        try commit("Add\n\nCo-authored-by: Claude <noreply@\u{0430}nthropic.com>\n")
        let run = try judge(policy: "ai: {use: [{mode: forbid-ai, paths: [src/]}]}")
        #expect(status(run) == ["detected"])
        let said = run.findings.filter { $0.hasPrefix("ai-") }
        #expect(said == ["ai-declaration-malformed warn", "ai-forbidden block src/new.txt"])
    }

    /// An editor wrote this trailer without AI use in those days (microsoft/vscode#314311).
    @Test func attributionWithoutUse() throws {
        let file = sample.folder.appending(path: "src/new.txt")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("new\n".utf8).write(to: file)
        try sample.git(["add", "--all"])
        try sample.git(
            ["commit", "--quiet", "--message", "Add\n\nCo-authored-by: Copilot <copilot@github.com>"],
            environment: ["GIT_COMMITTER_DATE": "2026-04-30T12:00:00Z"])
        let run = try judge(policy: "ai: {every-commit: true}")
        #expect(status(run) == ["detected"])
        #expect(run.findings == ["ai-declaration-missing block"])
        #expect(try judge(policy: "ai: {use: [{mode: forbid-trailer}]}").findings == ["ai-trailer-forbidden block"])
        let verbose = try Program.check(["HEAD~1..HEAD", "--verbose"], in: sample)
        #expect(verbose.output.contains("hint: a trailer unreliable from 2026-04-22 to 2026-05-06"))
    }
}
