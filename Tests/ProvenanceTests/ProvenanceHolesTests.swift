// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Provenance

/// What a hostile reader of this target got past it once.
struct ProvenanceHolesTests {
    private static let vague = "it says neither yes nor no, and names no tool or model"

    @Test(arguments: [
        "AI-assisted: none (hand-written)", "AI-assisted: none at all", "AI-assisted: None, written by hand",
        "AI-assisted: no AI used", "AI-assisted: n", "AI-assisted: 0%", "AI-assisted: false # human",
        "AI-generated: not generated", "AI-tool: without", "AI-Tool: no tool", "Assisted-by: none (Bo checked)",
        "AI-assisted: hand-written by Ann",
    ])
    func anyNoIsANo(_ trailer: String) throws {
        let provenance = try Sample.read(trailers: trailer)
        #expect(provenance.declarations.map(\.kind) == [.negative])
        #expect(provenance.declarations.map(\.problem) == [nil])
        #expect(provenance.ai.state == .declaredWithout)
    }

    @Test(arguments: [
        "AI-assisted: ?", "AI-assisted: maybe", "AI-assisted: TBD by Ann", "AI-Tool: TBD by Ann", "AI-tool: ???",
        "AI-generated: ask Ann", "AI-Assisted-by: Ann Lee <ann@example.org>", "Assisted-by: maybe",
    ])
    func whatSaysNothingIsNoDeclaration(_ trailer: String) throws {
        let provenance = try Sample.read(trailers: trailer)
        #expect(provenance.declarations.map(\.kind) == [.placeholder])
        #expect(provenance.declarations.map(\.problem) == [ProvenanceHolesTests.vague])
        #expect(provenance.ai.state == .noEvidence)
    }

    @Test(arguments: [
        "AI-assisted: yes, the tests", "AI-assisted: 30%", "AI-generated: partially", "AI-Assisted: GPT-5",
    ])
    func anyYesIsAYes(_ trailer: String) throws {
        let provenance = try Sample.read(trailers: trailer)
        #expect(provenance.declarations.map(\.problem) == [nil])
        #expect(provenance.ai.state == .declared)
    }

    @Test(arguments: ["AI-assisted: no tool but GitHub Copilot", "Assisted-by: Not only Copilot Chat, Copilot too"])
    func aNoThatNamesAToolIsEvidence(_ trailer: String) throws {
        let provenance = try Sample.read(trailers: trailer)
        #expect(provenance.ai.state == .declared)
        #expect(provenance.declarations.map(\.problem) == ["it begins with a word for no and names a tool or model"])
    }

    @Test(
        arguments: [
            ("Assisted-by: Claude Code <q@corp.example>", "claude-code"),
            ("Assisted-by: Cursor <q@corp.example>", "cursor"),
            ("Assisted-by: Claude Code and Quentin Zed <q@corp.example>", "claude-code"),
            ("Assisted-by: Q Zed <q@corp.example> using Claude Code", "claude-code"),
            ("Assisted-by: Q Zed <q@corp.example>, Claude:opus-4", "claude-code"),
            ("Generated-by: GitHub Copilot <q@corp.example>", "github-copilot"),
            ("Assisted-by: Q Zed q@corp.example using Claude Code", "claude-code"),
            ("AI-Assisted-by: Bo Ray <bo@example.org> using Claude Code", "claude-code"),
            ("AI-Assistant: Claude <bo@example.org>", "claude-code"), ("AI-assisted: with Claude", "claude-code"),
            ("AI-generated: Devin", "devin"), ("AI-Tool: Bo Ray <bo@example.org> GPT-5", "unknown"),
            ("Assisted-by: github-copilot[bot]", "github-copilot"), ("Assisted-by: claude[bot]", "claude-code"),
            ("Assisted-by: AI", "unknown"), ("Assisted-by: LLM", "unknown"),
            ("Assisted-by: an AI assistant", "unknown"),
            ("Made-with: Claude Code", "claude-code"), ("Generated-with: Claude Code", "claude-code"),
            ("Generated-with: GitHub Copilot", "github-copilot"),
        ])
    func aNamedToolIsEvidence(_ trailer: String, _ tool: String) throws {
        let provenance = try Sample.read(trailers: trailer)
        #expect(provenance.ai.state == .declared)
        #expect(provenance.ai.tools.map(\.id) == [tool])
    }

    @Test(arguments: [
        "Assisted-by: Ai <ai@example.org>", "Assisted-by: Ai", "Assisted-by: Junie Moss <junie@example.org>",
        "Assisted-by: Cline <cline@example.org>", "Assisted-by: Bo Ray (Cursor) <bo@example.org>",
        "Assisted-by: dependabot[bot]", "Assisted-by: No Name <no@example.org>", "Assisted-by: Na Li <na@example.org>",
    ])
    func peopleWithNamesOfToolsStayPeople(_ trailer: String) throws {
        let provenance = try Sample.read(trailers: trailer)
        #expect(provenance.ai.state == .noEvidence)
        #expect(provenance.declarations.map(\.kind) == [.person])
    }

    @Test(arguments: ["Claude Code <q@corp.example>", "GitHub Copilot <copilot@corp.example>"])
    func aCoAuthorCalledLikeAToolIsSaid(_ value: String) throws {
        let provenance = try Sample.read(trailers: "Co-authored-by: \(value)")
        #expect(provenance.ai.state == .noEvidence)
        #expect(
            provenance.declarations.map(\.problem)
                == ["it names a tool with an address that is not known as the tool's"])
    }

    /// Trailer, and the models that may be shown of it.
    @Test(
        arguments: [
            ("AI-Model: Quentin Zed", []), ("AI-Model: gpt-5 Quentin Zed", ["gpt-5"]),
            ("Assisted-by: gpt-5 Quentin Zed via cursor", ["gpt-5"]),
            ("Co-authored-by: GPT-5 for Quentin Zed <noreply@openai.com>", ["GPT-5"]),
            ("Assisted-by: Claude:quentin.zed", []),
            ("Assisted-by: Claude:anthropic/claude-opus-4-6[1m]", ["anthropic/claude-opus-4-6[1m]"]),
            ("AI-Model: claude-4 ann@corp.example", ["claude-4"]), ("AI-Model: claude-4-ann@corp.example", []),
            ("AI-Model: gpt-5-" + String(repeating: "x", count: 90), []),
            ("Assisted-by: Cursor:" + String(repeating: "x", count: 70) + "-1-ann@corp.example", []),
            ("AI-Model: Claude 3.5 Sonnet", ["Claude 3.5 Sonnet"]),
        ] as [(String, [String])])
    func aModelHoldsNoPersonAndNoAddress(_ trailer: String, _ models: [String]) throws {
        #expect(try Sample.read(trailers: trailer).ai.tools.flatMap(\.models) == models)
    }

    @Test func aNotesModelIsPlainOrNone() {
        let address = String(repeating: "m", count: 70) + " ann@corp.example Ann Lee"
        for model in [
            address, "ann@corp.example", "opus\u{1B}[0m", "Ann Lee", String(repeating: "m", count: 81), "", "unknown",
        ] {
            #expect(ClaimedLines.shown(model) == nil, "\(model)")
        }
        for model in ["claude-opus-4-6", "gpt-5 high", "default", "opencode/big-pickle"] {
            #expect(ClaimedLines.shown(model) == model)
        }
    }

    @Test(arguments: [
        "Co-authored-by: Claude <noreply@anthropic.com>", "Assisted-by: Claude:opus-4-6",
        "🤖 Generated with [Claude Code](https://claude.com/claude-code)",
    ])
    func aMessageOfOneLineIsEvidence(_ message: String) throws {
        let ai = try Sample.read(message).ai
        #expect(ai.state != .noEvidence)
        #expect(ai.tools.map(\.id) == ["claude-code"])
        #expect(ai.evidence.map(\.line) == [1])
    }

    @Test(arguments: [
        "Remove 'Generated with [Claude Code]' from messages", "Revert \"Generated with Claude Code\"",
        "Assisted-by: Ann Lee <ann@example.org>", "AI-assisted: none", "Assisted-by: say who",
    ])
    func aTitleThatSpeaksOfThemIsNone(_ message: String) throws {
        let provenance = try Sample.read(message)
        #expect(provenance.ai.state == .noEvidence)
        #expect(provenance.declarations.isEmpty)
    }

    @Test func aMarkerFarInALineCounts() throws {
        let filler = String(repeating: "generated with claude, ", count: 400)
        let message = "Add\n\n" + filler + "Generated with [Claude Code](u)" + filler + "\n"
        let ai = try Sample.read(message).ai
        #expect(ai.state == .detected)
        #expect(ai.evidence.map(\.line) == [3])
    }

    @Test(arguments: ["Co-authored-by", "Assisted-by", "AI-assisted"])
    func aValueThatIsTooLongIsSaid(_ key: String) throws {
        let value = "none" + String(repeating: " x", count: 2100) + " Claude <noreply@anthropic.com>"
        let provenance = try Sample.read(trailers: "\(key): \(value)")
        #expect(provenance.declarations.map(\.kind) == [.placeholder])
        #expect(provenance.declarations.allSatisfy { $0.problem != nil })
        #expect(provenance.ai.state != .declaredWithout)
    }

    @Test func anExampleInProseIsNoNegative() throws {
        let message = "Print it\n\nWe now print\n    AI-assisted: none\nin each message.\n"
        let provenance = try Sample.read(message)
        #expect(provenance.ai.state == .noEvidence)
        #expect(provenance.declarations.isEmpty)
        #expect(try Sample.read("Add\n\n* AI-assisted: none\n\nMore text.\n").ai.state == .declaredWithout)
    }

    @Test func whatARevertIndentsIsQuoted() throws {
        let quoted = "    Generated with [Claude Code](u)\n    Co-authored-by: Claude <noreply@anthropic.com>\n"
        let message = "Revert \"x\"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.\n\n" + quoted
        #expect(try Sample.read(message + "\nIt broke.\n").ai.state == .noEvidence)
        #expect(try Sample.read("Add x\n\n" + quoted + "\nText.\n").ai.state == .declared)
    }

    @Test(arguments: [
        "**Co-authored-by:** Claude <noreply@anthropic.com>", "**Co-authored-by**: Claude <noreply@anthropic.com>",
        "• Co-authored-by: Claude <noreply@anthropic.com>", "1. Co-authored-by: Claude <noreply@anthropic.com>",
        "12) Co-authored-by: Claude <noreply@anthropic.com>", "| Co-authored-by: Claude <noreply@anthropic.com> |",
        "*Co-authored-by: Claude <noreply@anthropic.com>*", "- `Co-authored-by: Claude <noreply@anthropic.com>`",
    ])
    func dressedTrailersAreRead(_ line: String) throws {
        let provenance = try Sample.read("Add\n\n" + line + "\n\nMore text.\n")
        #expect(provenance.ai.state == .declared)
        #expect(provenance.trailers.map(\.value) == ["Claude <noreply@anthropic.com>"])
        #expect(provenance.declarations.map(\.problem) == [nil])
    }
}
