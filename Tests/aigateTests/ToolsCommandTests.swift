// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// The register of AI tools in runs, and the command that shows it.
struct ToolsCommandTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
    }

    private static func register(_ events: String = "") -> String {
        """
        version: 1
        approvers: [isms@acme.example]
        tools:
          claude-code:
            owner: platform team
            vendor: Anthropic
            deployment: external
            supplier:
              dpas: [{reference: D-1, valid-from: 2026-01-01}]
              certificates: [{name: ISO 27001, reference: C-1, valid-from: 2026-01-01, valid-to: 2026-12-31}]
              opt-outs: [{reference: O-1, verified-on: 2026-01-10, next-review: 2027-12-31}]
            assessments: [{reference: R-1, assessed-on: 2026-01-10, next-review: 2027-06-30}]
            events:
              - {date: 2026-01-05, status: requested, by: dev@acme.example, reference: I-1}
              - {date: 2026-01-12, status: approved, by: isms@acme.example, reference: I-2}
        \(events)
          cursor:
            owner: platform team
            vendor: Anysphere
            deployment: external
            events:
              - {date: 2026-01-05, status: requested, by: dev@acme.example, reference: "=I-3"}

        """
    }

    private func commit(_ path: String, _ text: String, _ message: String = "Change", at date: String) throws {
        let file = sample.folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try sample.git(["add", "--all"])
        try sample.git(
            ["commit", "--quiet", "--allow-empty", "--message", message],
            environment: ["GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date])
    }

    /// The policy and the register, on a day.
    private func keep(_ register: String = register(), at date: String) throws {
        try commit(".aigate/policy.yml", "version: 1\n", at: date)
        try commit(".aigate/tools.yml", register, at: date)
    }

    private func assisted(at date: String, tool: String = "Claude Code") throws {
        try commit("a.txt", date, "Change\n\nAssisted-by: \(tool)\n", at: date)
    }

    private func findings(_ arguments: [String] = ["HEAD^..HEAD"]) throws -> [String] {
        try Program.judge(arguments, in: sample).findings.filter { $0.hasPrefix("tool-") }
    }

    /// Days are those of UTC, whatever zone a commit claims.
    @Test(arguments: [
        ("2026-01-11T23:30:00+14:00", true), ("2026-01-12T00:30:00+14:00", true), ("2026-01-12T23:30:00+14:00", false),
        ("2026-01-11T11:30:00-12:00", true), ("2026-01-11T12:30:00-12:00", false), ("2026-01-12T00:30:00-12:00", false),
        ("2026-01-11T23:59:59Z", true), ("2026-01-12T00:00:00Z", false),
    ])
    func approvedFromItsDay(_ date: String, _ isEarly: Bool) throws {
        try keep(at: "2026-01-05T10:00:00Z")
        try assisted(at: date)
        #expect(try findings() == (isEarly ? ["tool-unapproved/before-approval block"] : []))
    }

    @Test func theRunsDayCountsToo() throws {
        try keep(
            ToolsCommandTests.register(
                "      - {date: 2026-11-21, status: suspended, by: isms@acme.example, reference: I-4}"),
            at: "2026-01-12T10:00:00Z")
        try assisted(at: "2026-02-01T10:00:00Z")
        #expect(try findings(["HEAD^..HEAD", "--now", "2026-11-20T23:59:59Z"]) == [])
        #expect(try findings(["HEAD^..HEAD", "--now", "2026-11-21T00:00:00Z"]) == ["tool-unapproved/suspended block"])
        #expect(try findings(["HEAD^..HEAD", "--now", "2026-12-31T00:00:00Z"]) == ["tool-unapproved/suspended block"])
    }

    @Test func anExpiredCertificateBlocks() throws {
        try keep(at: "2026-01-05T10:00:00Z")
        try assisted(at: "2026-12-31T10:00:00Z")
        #expect(try findings(["HEAD^..HEAD", "--now", "2026-12-31T23:00:00Z"]) == [])
        #expect(
            try findings(["HEAD^..HEAD", "--now", "2027-01-01T00:00:00Z"]) == [
                "tool-unassured/certificate-expired block"
            ])
    }

    @Test func shadowUseBlocks() throws {
        try keep(at: "2026-01-05T10:00:00Z")
        try assisted(at: "2026-02-01T10:00:00Z", tool: "GitHub Copilot")
        #expect(try findings() == ["tool-unregistered block"])
    }

    @Test func whatWasDatedBackIsTold() throws {
        try commit(".aigate/policy.yml", "version: 1\n", at: "2026-01-01T10:00:00Z")
        try commit("b.txt", "b", at: "2026-01-14T10:00:00Z")
        try keep(at: "2026-02-20T10:00:00Z")
        try sample.git(["branch", "base"])
        // Branches begun before the register came.
        for (day, isBack) in [("2026-01-12", true), ("2026-02-19", true), ("2026-02-20", false), ("2026-02-21", false)]
        {
            try sample.git(["reset", "--quiet", "--hard", "base"])
            try assisted(at: "\(day)T12:00:00Z")
            #expect(try findings() == (isBack ? ["tool-unapproved/retroactive warn"] : []), "\(day)")
        }
        let shown = try Program.run(["tools", "--on", "2026-03-01", "--format", "json"], in: sample.folder)
        #expect(
            shown.output.contains(
                #"{"date":"2026-01-12","inRegisterSince":"2026-02-20","status":"approved","tool":"claude-code"}"#))
    }

    /// The event that counts is the one that stood there, not one that took its place.
    @Test func anApprovalOfSomebodyElseIsAnother() throws {
        let early = ToolsCommandTests.register().replacing("by: isms@acme.example", with: "by: dev@acme.example")
        try keep(early, at: "2026-01-12T10:00:00Z")
        try keep(at: "2026-05-01T10:00:00Z")
        try assisted(at: "2026-04-30T10:00:00Z")
        #expect(try findings() == ["tool-unapproved/retroactive warn"])
    }

    @Test func aFolderWithoutHistoryIsSaid() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "registers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        try Data(ToolsCommandTests.register().utf8).write(to: folder.appending(path: "tools.yml"))
        try assisted(at: "2026-02-01T10:00:00Z")
        let run = try Program.judge(["HEAD^..HEAD", "--registers", folder.path], in: sample)
        #expect(run.findings.filter { $0.hasPrefix("tool-") } == [])
        #expect(run.output.contains("has no history that could be read"))
        _ = try Subprocess.run(
            "/bin/sh",
            ["-c", "git init -q && git add -A && git -c user.name=A -c user.email=a@b.example commit -qm Register"],
            in: folder,
            environment: Subprocess.cleanGit.merging(
                ["GIT_COMMITTER_DATE": "2026-03-01T00:00:00Z", "GIT_AUTHOR_DATE": "2026-03-01T00:00:00Z"]) { $1 })
        let again = try Program.judge(["HEAD^..HEAD", "--registers", folder.path], in: sample)
        #expect(again.findings.filter { $0.hasPrefix("tool-") } == ["tool-unapproved/retroactive warn"])
        #expect(!again.output.contains("has no history that could be read"))
    }

    @Test func showsTheRegisterAsOfADay() throws {
        try keep(at: "2026-01-12T10:00:00Z")
        try assisted(at: "2026-02-01T10:00:00Z")
        let table = try Program.run(["tools", "--on", "2026-11-21", "--within", "60d"], in: sample.folder)
        #expect(table.status == 0)
        for line in [
            "register of AI tools as of 2026-11-21",
            "claude-code  approved   2026-01-12  external    platform team  2026-02-01",
            "cursor       requested  2026-01-05  external    platform team  never",
            "ends by 2027-01-20:", "  claude-code  2026-12-31  certificate  C-1", "not seen in use in ", ": cursor",
        ] { #expect(table.output.contains(line), "\(line)") }
        let before = try Program.run(["tools", "--on", "2026-01-11"], in: sample.folder)
        #expect(before.output.contains("claude-code  requested  2026-01-05"))
        let csv = try Program.run(["tools", "--on", "2027-01-01", "--format", "csv"], in: sample.folder)
        #expect(csv.output.contains("certificate,certificate-to"))
        #expect(csv.output.contains("expired,2026-12-31"))
    }

    @Test func withoutARegisterItIsTwo() throws {
        let result = try Program.run(["tools"], in: sample.folder)
        #expect(result.status == 2 && result.errors.contains("aigate tools request NAME"))
    }

    @Test func aRequestIsReadOnceItIsFilledIn() throws {
        try commit(".aigate/policy.yml", "version: 1\n", at: "2026-01-01T10:00:00Z")
        let now = ["--now", Program.now]
        #expect(try Program.run(["tools", "request", "Cursor", "--write"] + now, in: sample.folder).status == 0)
        #expect(try Program.run(["tools", "request", "Acme Coder", "--write"] + now, in: sample.folder).status == 0)
        let again = try Program.run(["tools", "request", "cursor", "--write"] + now, in: sample.folder)
        #expect(again.status == 2 && again.errors.contains("cursor is there already"))
        let unfilled = try Program.run(["policy", "validate"], in: sample.folder)
        #expect(unfilled.status == 2 && unfilled.errors.contains("'...' says nothing; fill it in"))
        var text = try sample.read(".aigate/tools.yml")
        for key in ["valid-from", "valid-to", "verified-on", "next-review", "assessed-on"] {
            text = text.replacing("\(key): \"...\"", with: "\(key): 2026-12-31")
        }
        text = text.replacing("by: \"...\"", with: "by: dev@acme.example")
            .replacing("approvers: [\"...\"]", with: "approvers: [isms@acme.example]")
            .replacing("domains: [\"...\"]", with: "domains: [acme.example]").replacing("\"...\"", with: "X-1")
        try Data(text.utf8).write(to: sample.folder.appending(path: ".aigate/tools.yml"))
        let filled = try Program.run(["policy", "validate"], in: sample.folder)
        #expect(filled.status == 0 && filled.output.contains("registers: tools"), "\(filled.errors)")
        #expect(
            text.contains("  cursor:\n") && text.contains("  acme-coder:\n") && text.contains("vendor: \"Anysphere"))
    }

    @Test(arguments: [
        ("approvers: [isms@acme.example]\n", "approver: [isms@acme.example]\n", "did you mean 'approvers'?"),
        ("  cursor:", "  claude-code:", "key 'claude-code' stands in line 4 already"),
        ("valid-to: 2026-12-31", "valid-to: 2025-12-31", "were they swapped?"),
        ("owner: platform team", "owner: *x", "an alias is not read here"),
    ])
    func aBadRegisterIsTwoAndNothingIsJudged(_ from: String, _ to: String, _ reason: String) throws {
        try keep(ToolsCommandTests.register().replacing(from, with: to), at: "2026-01-12T10:00:00Z")
        try assisted(at: "2026-02-01T10:00:00Z")
        let result = try Program.check(["HEAD^..HEAD"], in: sample)
        #expect(result.status == 2 && (result.output + result.errors).contains(reason))
        #expect((result.output + result.errors).contains(".aigate/tools.yml: line "))
    }

    @Test func theSchemaIsJSON() throws {
        let schema = try Program.run(["policy", "schema", "tools"], in: sample.folder)
        #expect(schema.status == 0)
        _ = try JSONSerialization.jsonObject(with: Data(schema.output.utf8))
        #expect(schema.output.contains("urn:aigate:schema:tools-register:v1"))
    }
}
