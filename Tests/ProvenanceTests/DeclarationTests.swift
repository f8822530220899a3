// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import Testing

struct DeclarationTests {
    private func declaration(_ trailer: String) throws -> Declaration? {
        try Sample.read(trailers: trailer).declarations.first
    }

    /// What a value turned out to be, the tool, and the models of the first tool.
    @Test(
        arguments: [
            (
                "Assisted-by: Claude:claude-3-opus coccinelle sparse", Declaration.Kind.structured, "claude-code",
                ["claude-3-opus"]
            ),
            ("Assisted-by: Claude:Opus 4.6", .structured, "claude-code", ["Opus 4.6"]),
            ("Assisted-by: Acme Coder:m-1 [sparse]", .structured, nil, ["m-1"]),
            ("Assisted-by: Claude Opus 4.6 via Crush <crush@charm.land>", .structured, "crush", ["Claude Opus 4.6"]),
            ("Assisted-by: GLM-4.7 via Crush", .structured, "crush", ["GLM-4.7"]),
            ("Assisted-by: Bo Ray via Claude Code", .structured, "claude-code", []),
            ("Assisted-by: GPT-5 via Copilot", .structured, "github-copilot", ["GPT-5"]),
            ("Assisted-by: Claude Code", .freeText, "claude-code", []),
            ("Assisted-by: Claude", .freeText, "claude-code", []),
            ("Assisted-by: Opus 4.7", .freeText, nil, ["Opus 4.7"]),
            ("Assisted-by: Claude Code (Opus 4.5)", .freeText, "claude-code", ["Opus 4.5"]),
            ("Assisted-by: Claude Code with Opus 4.5", .freeText, "claude-code", ["Opus 4.5"]),
            ("Assisted-by: GitHub Copilot, and luck", .freeText, "github-copilot", []),
            ("Generated-by: Claude Code 2.1", .freeText, "claude-code", []),
            ("Generated-by: ChatGPT 5", .freeText, nil, ["ChatGPT 5"]),
            ("Made-with: Cursor", .structured, "cursor", []),
            ("AI-Assisted: true", .structured, nil, []),
            ("AI-Tool: Cursor", .freeText, "cursor", []),
            ("AI-Tool: Acme Coder", .freeText, nil, []),
            ("AI-Model: acme-1", .freeText, nil, ["acme-1"]),
            ("AI-Generated: yes", .freeText, nil, []),
            ("Claude-Session: https://claude.ai/code/session_01abc", .structured, "claude-code", []),
            ("Co-authored-by: Claude <noreply@anthropic.com>", .structured, "claude-code", []),
            (
                "Co-authored-by: Claude Opus 4.6 (1M context) <noreply@anthropic.com>", .structured, "claude-code",
                ["Claude Opus 4.6"]
            ),
            ("Co-authored-by: Claude (GLM-4.7) <noreply@anthropic.com>", .structured, "claude-code", ["GLM-4.7"]),
            ("Co-authored-by: Cursor Grok 4.6 <noreply@anthropic.com>", .structured, "claude-code", ["Grok 4.6"]),
            ("Co-authored-by: Claude Opus 4.6 <noreply@pi.dev>", .structured, "pi", ["Claude Opus 4.6"]),
            ("Co-authored-by: Claude Opus 4.6 <ann@example.org>", .freeText, nil, ["Claude Opus 4.6"]),
            ("Co-developed-by: Claude <noreply@anthropic.com>", .structured, "claude-code", []),
            ("Helped-by: Claude <noreply@anthropic.com>", .structured, "claude-code", []),
        ] as [(String, Declaration.Kind, String?, [String])])
    func saysThatAITookPart(_ trailer: String, _ kind: Declaration.Kind, _ tool: String?, _ models: [String]) throws {
        let provenance = try Sample.read(trailers: trailer)
        let declaration = try #require(provenance.declarations.first)
        #expect(declaration.kind == kind)
        #expect(declaration.tool == tool)
        #expect(declaration.problem == nil)
        #expect(provenance.ai.state == .declared)
        #expect(provenance.ai.tools.map(\.id) == [tool ?? "unknown"])
        #expect(provenance.ai.tools.first?.models == models)
    }

    @Test(arguments: [
        "Assisted-by: Waldek Maleska <weka@example.org>", "Assisted-by: Claude Warren <claude@apache.org>",
        "Assisted-by: Claude Paroz <claude@example.org>", "Assisted-by: Devin Burnette <devin@example.org>",
        "Assisted-by: Jules Mons <jules@example.org>", "Assisted-by: Devin", "Assisted-by: Jeff",
        "Assisted-by: Bo Ray via Slack <bo@example.org>", "Assisted-by: Bo Ray via IRC", "Assisted-by: irc:bo",
        "Generated-by: Claude Warren <claude@apache.org>",
    ])
    func peopleStayPeople(_ trailer: String) throws {
        let provenance = try Sample.read(trailers: trailer)
        #expect(provenance.declarations.map(\.kind) == [.person])
        #expect(provenance.ai.state == .noEvidence)
        #expect(provenance.ai.hints == [])
    }

    @Test(arguments: [
        "Co-authored-by: Claude Warren <claude@apache.org>", "Co-authored-by: Devin Gould <devin.gould@example.org>",
        "Co-authored-by: Jules Mons <jules@example.org>", "Co-authored-by: Claude <claude@example.org>",
        "Co-authored-by: Ann Lee <ann@anthropic.com>", "Co-authored-by: Bo Ray <bo@cline.bot>",
        "Generated-by: protoc-gen-go v1.2",
        "Co-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
        "Replit-Commit-Author: Deployment", "Made-with: care",
    ])
    func whatDoesNotSpeakOfAIIsNoDeclaration(_ trailer: String) throws {
        let provenance = try Sample.read(trailers: trailer)
        #expect(provenance.declarations.isEmpty)
        #expect(provenance.ai.state == .noEvidence)
    }

    @Test(arguments: [
        "Assisted-by: none", "AI-Assisted: no", "AI-Tool: N/A", "Generated-by: human.", "AI-Assisted: False",
    ])
    func noAIWasUsed(_ trailer: String) throws {
        let provenance = try Sample.read(trailers: trailer)
        #expect(provenance.declarations.map(\.kind) == [.negative])
        #expect(provenance.ai.state == .declaredWithout)
    }

    @Test(arguments: [
        ("Assisted-by: AGENT_NAME:MODEL_VERSION", nil), ("Assisted-by: <Model-Name> via Crush", "crush"),
        ("Assisted-by: TODO", nil), ("Assisted-by: Your Name <you@example.com>", nil), ("AI-Tool: TBD", nil),
        ("Assisted-by: Ann <your-name@example.org>", nil),
        ("Co-authored-by: <Model-Name> via Crush <crush@charm.land>", "crush"),
    ])
    func aTemplateIsNoDeclaration(_ trailer: String, _ tool: String?) throws {
        let provenance = try Sample.read(trailers: trailer)
        let declaration = try #require(provenance.declarations.first)
        #expect(declaration.kind == .placeholder)
        #expect(declaration.tool == tool)
        #expect(declaration.problem == "it is a template that nobody filled in")
        // A tool that is named stays evidence.
        #expect(provenance.ai.state == (tool == nil ? .noEvidence : .declared))
    }

    @Test(arguments: [
        ("Assisted-by:", "the value is empty"),
        ("Co-authored-by: Codex", "there is no <e-mail>"),
        ("Co-authored-by: OpenHands openhands@all-hands.dev", "the e-mail address is not in < and >"),
        ("Co-authored-by: Crush &lt;crush@charm.land&gt;", "it holds HTML entities (such as &lt;) instead of < and >"),
        ("Co-authored-by: Claude <noreply@anthropic.com", "the > after the e-mail address is missing"),
        ("Co-authored-by: <noreply@anthropic.com>", "there is no name before <e-mail>"),
        (
            "Co-authored-by: Bo Ray <bo@example.org> & Claude Sonnet 4.6 <noreply@anthropic.com>",
            "it names more than one identity on one line"
        ),
    ])
    func saysWhatIsWrong(_ trailer: String, _ problem: String) throws {
        #expect(try declaration(trailer)?.problem == problem)
    }

    @Test func aPersonMayNameTheTool() throws {
        let provenance = try Sample.read(trailers: "Assisted-by: Bo Ray <bo@example.org> Claude Opus 4.5")
        #expect(provenance.ai.state == .declared)
        #expect(provenance.declarations.map(\.kind) == [.freeText])
    }

    @Test func whatExhaustsTheMatcherIsNotWavedThrough() throws {
        let value = "X:y " + String(repeating: "c] ", count: 1000) + "<"
        #expect(try Sample.read(trailers: "Assisted-by: \(value)").ai.state == .declared)
    }
}
