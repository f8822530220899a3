// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance
import Testing

struct DeclarationFormTests {
    private func trailer(_ line: String) -> Trailer {
        let colon = line.firstRange(of: ": ")!
        return Trailer(
            key: String(line[..<colon.lowerBound]), value: String(line[colon.upperBound...]), line: 1, block: .strict)
    }

    /// What is printed for copy and paste must be read as what it is, for each tool in each form.
    @Test(arguments: DeclarationForm.allCases) func whatIsPrintedIsRead(_ form: DeclarationForm) throws {
        var cases = 0
        for tool in ToolCatalogue.embedded.namable {
            if form == .coAuthoredBy, tool.address == nil { continue }
            for model in ["claude-opus-4-6", "GPT-5", "2.1.0", "Opus 4.6"] {
                // A version is one word.
                if form == .generatedBy, model.contains(" ") { continue }
                let line = form.declaration(tool: tool.shortName, model: model, address: tool.address)
                let provenance = try Sample.read(trailers: line)
                #expect(provenance.ai.state == .declared, "\(line)")
                #expect(provenance.ai.tools.map(\.id) == [tool.id], "\(line)")
                #expect(provenance.declarations.map(\.problem) == [nil], "\(line)")
                #expect(form.matches(trailer(line)), "\(line)")
                cases += 1
            }
        }
        #expect(cases > 90)
    }

    @Test(arguments: DeclarationForm.allCases) func aTemplateDeclaresNothing(_ form: DeclarationForm) throws {
        let halves = [
            form.template, form.declaration(tool: "Claude Code", model: nil),
            form.declaration(tool: nil, model: "gpt-5"),
        ]
        for line in halves where form != .coAuthoredBy {
            #expect(!form.matches(trailer(line)), "\(line)")
            let provenance = try Sample.read(trailers: line)
            #expect(provenance.declarations.map(\.kind) == [.placeholder], "\(line)")
            #expect(provenance.declarations.first?.problem == "it is a template that nobody filled in", "\(line)")
        }
        #expect(!form.matches(trailer(form.template)))
    }

    @Test(
        arguments: [
            (DeclarationForm.agentModel, "Assisted-by: Claude:claude-3-opus coccinelle [sparse]", true),
            (.agentModel, "assisted-BY: Claude-Code:anthropic/claude-opus:4.6", true),
            (.agentModel, "Assisted-by: Claude Code:claude-opus", false),
            (.agentModel, "Assisted-by: Claude:claude-opus <noreply@anthropic.com>", false),
            (.agentModel, "Assisted-by: Claude:", false), (.agentModel, "Assisted-by: Claude", false),
            (.agentModel, "Generated-by: Claude:claude-opus", false),
            (.toolModel, "Assisted-by: Claude Code (Opus 4.6)", true),
            (.toolModel, "Assisted-by: Claude Code", false), (.toolModel, "Assisted-by: Claude Code ()", false),
            (.modelViaTool, "Assisted-by: GLM-4.7 via Crush", true),
            (.modelViaTool, "Assisted-by: GLM-4.7 via Crush <crush@charm.land>", false),
            (.modelViaTool, "Assisted-by: via Crush", false),
            (.generatedBy, "Generated-by: Claude Code 2.1", true), (.generatedBy, "Generated-by: Claude Code", false),
            (.coAuthoredBy, "Co-authored-by: Claude <noreply@anthropic.com>", true),
            (.coAuthoredBy, "Co-authored-by: Claude noreply@anthropic.com", false),
            (.coAuthoredBy, "Co-authored-by: Claude <noreply@anthropic.com> and more", false),
        ] as [(DeclarationForm, String, Bool)])
    func knowsItsForm(_ form: DeclarationForm, _ line: String, _ expected: Bool) {
        #expect(form.matches(trailer(line)) == expected)
    }

    @Test(arguments: [
        "$(id)", "`id`", "a'b", "a\"b", "a;b", "a\nb", "\u{202E}x", "é", "-x", "<x>", "", " ", "MODEL\u{0}",
    ])
    func hostileNamesStayOut(_ name: String) {
        for form in DeclarationForm.allCases {
            let empty = form.declaration(tool: nil, model: nil)
            #expect(form.declaration(tool: name, model: name) == empty, "\(form)")
        }
    }
}
