// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Policy
import Testing

/// Reads `tools.yml`, alone and as a restriction of the organisation's.
@Suite struct ToolRegisterTests {
    static let whole = """
        version: 1
        approvers: [isms@acme.example, p_0123456789abcdef]
        tools:
          claude-code:
            name: Claude Code
            owner: platform team
            vendor: Anthropic
            deployment: external
            tier: Team
            models: [claude-sonnet-4*, claude-opus-*]
            data-classes: [public, internal]
            accounts: {domains: [acme.example], addresses: ["*-ai@partner.example"]}
            matrix: {confidential: prohibited}
            controls: C-1
            legal-basis: L-1
            configuration: {reference: repo/settings, scopes: [read]}
            supplier:
              region: EU
              encryption: TLS 1.3
              breach-notification: 48 hours
              contracts: [{reference: K-1, valid-from: 2026-01-01}]
              dpas: [{reference: D-1, valid-from: 2025-01-01, valid-to: 2025-12-31}, {reference: D-2, valid-from: 2026-01-01}]
              certificates:
                - {name: ISO 27001, reference: Z-1, valid-from: 2026-01-01, valid-to: 2026-12-31}
                - {name: SOC 2, reference: Z-2, valid-from: 2026-06-01, valid-to: 2027-05-31}
              opt-outs: [{reference: O-1, verified-on: 2026-01-02, next-review: 2026-07-02}]
              retention: [{name: zero retention, reference: K-1 7.2, valid-from: 2026-01-01}]
            assessments:
              - {reference: R-1, dpia: P-1, risk: RR-7, assessed-on: 2026-01-02, next-review: 2027-01-02}
            events:
              - {date: 2026-01-02, status: requested, by: dev@acme.example, reference: I-1}
              - {date: 2026-01-05, status: approved, by: isms@acme.example, reference: I-2}
              - {date: 2026-03-01, status: restricted, by: isms@acme.example, reference: I-3, models: [claude-sonnet-*]}
        """

    /// A tool with these lines below it.
    static func tool(
        _ lines: String = "",
        events: String = "{date: 2026-01-02, status: requested, by: a@acme.example, reference: I-1}"
    )
        -> String
    {
        """
        version: 1
        approvers: [isms@acme.example]
        tools:
          cursor:
            owner: a team
            vendor: Anysphere
            deployment: external
            events: [\(events)]
        \(lines)
        """
    }

    static func file(_ text: String, central: Bool = false) -> RegisterFile {
        RegisterFile(
            .tools, name: "tools.yml", bytes: Array(text.utf8),
            source: PolicySource(role: "tools", kind: .file, path: central ? "central.yml" : "tools.yml"))
    }

    static func read(_ own: String?, central: String? = nil) throws -> ToolRegister? {
        let files = RegisterFiles(
            central: central.map { [file($0, central: true)] } ?? [], own: own.map { [file($0)] } ?? [],
            hasCentral: central != nil)
        return try RegistersReader(today: sampleDay).read(files).tools
    }

    static func mistakes(_ own: String, central: String? = nil) -> [String] {
        do {
            _ = try read(own, central: central)
            return []
        } catch {
            return (error as? ConfigErrors)?.errors.map(\.description) ?? ["\(error)"]
        }
    }

    @Test func readsAllOfIt() throws {
        let register = try #require(try ToolRegisterTests.read(ToolRegisterTests.whole))
        let tool = try #require(register.tool("claude-code"))
        #expect(tool.name == "Claude Code" && tool.owner == "platform team" && tool.vendor == "Anthropic")
        #expect(tool.deployment == .external && tool.tier == "Team" && tool.dataClasses == ["public", "internal"])
        #expect(tool.matrix == ["confidential": .prohibited] && tool.controls == "C-1" && tool.legalBasis == "L-1")
        #expect(tool.configuration.reference == "repo/settings" && tool.configuration.scopes == ["read"])
        #expect(tool.supplier.dpas.map(\.reference) == ["D-1", "D-2"])
        #expect(tool.supplier.certificates.map(\.name) == ["ISO 27001", "SOC 2"])
        #expect(tool.supplier.retention.first?.name == "zero retention" && tool.supplier.region == "EU")
        #expect(tool.assessments.first?.dpia == "P-1" && tool.assessments.first?.risk == "RR-7")
        #expect(tool.events.map(\.status) == [.requested, .approved, .restricted])
        #expect(tool.place == RegisterPlace(file: "tools.yml", line: 4) && tool.events[1].place.line == 32)
        #expect(try ToolRegisterTests.read(nil) == nil)
    }

    @Test func onlyAListedApproverWhoDidNotAskCounts() throws {
        func flaw(_ approver: String, requester: String = "a@acme.example") throws -> ToolEvent.Flaw? {
            let text = ToolRegisterTests.tool(
                events: "{date: 2026-01-02, status: requested, by: \(requester), reference: I}, "
                    + "{date: 2026-01-03, status: approved, by: \(approver), reference: I}")
            return try #require(try ToolRegisterTests.read(text)?.tool("cursor")?.events.last).flaw
        }
        #expect(try flaw("isms@acme.example") == nil)
        #expect(try flaw("ISMS@Acme.example") == nil)
        #expect(try flaw("b@acme.example") == .unlistedApprover)
        #expect(try flaw("isms@acme.example", requester: "Isms@acme.example") == .selfApproved)
    }

    /// Another request does not take whoever asked first out of it.
    @Test func whoeverAskedBeforeTheLastRequestAskedToo() throws {
        let text = ToolRegisterTests.tool(
            events: "{date: 2026-01-02, status: requested, by: isms@acme.example, reference: I}, "
                + "{date: 2026-01-03, status: requested, by: a@acme.example, reference: I}, "
                + "{date: 2026-01-04, status: approved, by: isms@acme.example, reference: I}")
        #expect(try ToolRegisterTests.read(text)?.tool("cursor")?.events.last?.flaw == .selfApproved)
    }

    @Test func aRepositoryDoesNotMoveAToolIntoTheHouse() {
        func file(_ part: Registers.Part, _ text: String) -> RegisterFile {
            RegisterFile(
                part, name: "f", bytes: Array(text.utf8), source: PolicySource(role: "f", kind: .file, path: "f"))
        }
        let text = ToolRegisterTests.tool(
            events: "{date: 2026-01-02, status: requested, by: a@acme.example, reference: I}"
        ).replacing("deployment: external", with: "deployment: self-hosted")
        let files = RegisterFiles(
            central: [file(.data, "version: 1\n")], own: [file(.tools, text)], hasCentral: true)
        do throws(ConfigErrors) {
            _ = try RegistersReader(today: sampleDay).read(files)
            Issue.record("a repository's own word moved a tool into the house")
        } catch {
            #expect("\(error)".contains("'deployment: self-hosted' would loosen the organisation's data.yml"))
        }
    }

    @Test(arguments: [
        (tool("    ownr: x"), "line 9: unknown key 'ownr'; did you mean 'owner'?"),
        (tool("  cursor: {}"), "line 9: key 'cursor' stands in line 4 already"),
        (tool("    tier: \"...\""), "line 9: tier: '...' says nothing; fill it in"),
        (tool("    deployment: cloud"), "line 9: key 'deployment' stands"),
        (tool("    models: []"), "line 9: models: empty"),
        (tool("    models: [*a]"), "line 9: an alias is not read here"),
        (tool("    accounts: {}"), "line 9: accounts: allows nobody"),
        (tool("    accounts: {domains: [\"@acme.example\"]}"), "line 9: domains: '@acme.example' is not of the form"),
        (tool("    matrix: {internal: never}"), "line 9: matrix: expected one of permitted"),
        (
            tool("    supplier: {dpas: [{reference: D, valid-from: 2026-02-01, valid-to: 2026-01-01}]}"),
            "valid-to (2026-01-01) lies before valid-from (2026-02-01); were they swapped?"
        ),
        (
            tool(
                "    supplier: {dpas: [{reference: D, valid-from: 2026-01-01}, {reference: E, valid-from: 2026-03-01}]}"
            ),
            "line 9: dpas: on 2026-03-01 the entry of line 9 holds as well; end that one with 'valid-to: 2026-02-28'"
        ),
        (
            tool(
                "    supplier: {certificates: [{name: ISO, reference: D, valid-from: 2026-01-01, valid-to: 2026-12-31}, "
                    + "{name: iso, reference: E, valid-from: 2026-12-31, valid-to: 2027-12-31}]}"),
            "end that one with 'valid-to: 2026-12-30', or give each a name"
        ),
        (
            tool("    supplier: {certificates: [{name: ISO, reference: D, valid-from: 2026-01-01}]}"),
            "'valid-to' is missing"
        ),
        (
            tool("    assessments: [{reference: R, assessed-on: 2026-02-01, next-review: 2026-01-31}]"),
            "next-review (2026-01-31) lies before assessed-on (2026-02-01)"
        ),
        (
            tool("    assessments: [{reference: R, assessed-on: 2026-02-30, next-review: 2026-12-31}]"),
            "assessed-on: expected a day as 2026-12-31, found '2026-02-30'"
        ),
        (
            tool(
                "    assessments: [{reference: R, assessed-on: 2026-02-01, next-review: 2026-12-31}, "
                    + "{reference: S, assessed-on: 2026-02-01, next-review: 2027-12-31}]"),
            "a second entry of 2026-02-01, beside that of line 9"
        ),
        (tool(events: ""), "line 8: events: empty; begin with"),
        (
            tool(events: "{date: 2026-01-02, status: approved, by: isms@acme.example, reference: I}"),
            "line 8: events: approved, but no request stands before it; add ahead of it {date: 2026-01-01"
        ),
        (
            tool(events: "{date: 2026-01-02, status: aproved, by: isms@acme.example, reference: I}"),
            "did you mean 'approved'?"
        ),
        (
            tool(events: "{date: 2026-01-02, status: requested, by: Ann Lee, reference: I}"),
            "by: 'Ann Lee' is neither an e-mail address nor a pseudonym"
        ),
        (
            tool(events: "{date: 2026-01-02, status: restricted, by: isms@acme.example, reference: I, models: [a]}"),
            "no approval holds that it could narrow"
        ),
        (
            tool(events: "{date: 2026-01-02, status: suspended, by: isms@acme.example, reference: I, models: [a]}"),
            "only a restriction narrows"
        ),
        (
            tool(
                events: "{date: 2026-01-02, status: requested, by: a@b.example, reference: I}, "
                    + "{date: 2026-01-02, status: approved, by: isms@acme.example, reference: I}"),
            "a second event on 2026-01-02"
        ),
        (
            tool(
                events: "{date: 2026-01-02, status: requested, by: a@b.example, reference: I}, "
                    + "{date: 2026-01-01, status: retired, by: isms@acme.example, reference: I}"),
            "2026-01-01 lies before 2026-01-02 of line 8; put the events in their order"
        ),
        (
            tool(
                events: "{date: 2026-01-02, status: requested, by: p_0123456789abcdef, reference: I}, "
                    + "{date: 2026-01-03, status: approved, by: isms@acme.example, reference: I}"),
            "written in different forms"
        ),
        ("version: 1\napprovers: []\ntools: {}\n", "line 2: approvers: empty"),
        ("version: 1\ntools: {}\n", "line 1: 'approvers' is missing"),
        (
            "version: 1\napprovers: [a@b.example]\ntools: {Claude Code: {}}\n",
            "line 3: Claude Code: 'Claude Code' is no id: lower-case words and numbers joined by hyphens; did you mean 'claude-code'?"
        ),
        ("version: 1\nx: " + String(repeating: "[", count: 40) + "\n", "line 2: more than 32 levels deep"),
    ])
    func refuses(_ text: String, _ reason: String) {
        let mistakes = ToolRegisterTests.mistakes(text)
        #expect(mistakes.contains { $0.contains(reason) }, "\(mistakes)")
        #expect(mistakes.allSatisfy { $0.hasPrefix("tools.yml: line ") }, "\(mistakes)")
    }

    @Test func aRepositoryRestricts() throws {
        let own = """
            version: 1
            tools:
              claude-code:
                data-classes: [public]
                models: [claude-sonnet-4-5]
                accounts: {domains: [acme.example]}
                events: [{date: 2026-02-01, status: suspended, by: lead@acme.example, reference: I-9}]
            """
        let tool = try #require(try ToolRegisterTests.read(own, central: ToolRegisterTests.whole)?.tool("claude-code"))
        let day = try #require(Day("2026-02-01"))
        #expect(tool.state(on: day.adding(days: -1)) == ToolState(.approved, since: Day("2026-01-05")))
        #expect(tool.state(on: day) == ToolState(.suspended, since: day))
        #expect(tool.dataClasses(on: day) == ["public"] && tool.owner == "platform team")
    }

    @Test(arguments: [
        (
            "data-classes: [confidential]",
            "'confidential' is not among the organisation's data-classes (central.yml line 4)"
        ),
        ("models: [gpt-*]", "'gpt-*' is not among the organisation's models"),
        ("models: [claude-*]", "'claude-*' is not among the organisation's models"),
        ("accounts: {domains: [mail.example]}", "is not among the organisation's accounts"),
        ("owner: somebody", "'owner' is for the organisation's register (central.yml); a repository may only restrict"),
        ("matrix: {confidential: permitted}", "'matrix' is for the organisation's register"),
        (
            "events: [{date: 2026-02-01, status: approved, by: isms@acme.example, reference: I}]",
            "a repository may only restrict: restricted, suspended or retired"
        ),
    ])
    func aRepositoryDoesNotLoosen(_ line: String, _ reason: String) {
        let own = "version: 1\ntools:\n  claude-code:\n    \(line)\n"
        let mistakes = ToolRegisterTests.mistakes(own, central: ToolRegisterTests.whole)
        #expect(
            mistakes.count == 1 && mistakes[0].contains(reason) && mistakes[0].hasPrefix("tools.yml: line "),
            "\(mistakes)")
    }

    @Test func aRepositoryAddsNoToolAndNoApprover() {
        let tools = ToolRegisterTests.mistakes(
            "version: 1\ntools: {claude-cod: {}}\n", central: ToolRegisterTests.whole)
        #expect(tools.first?.contains("has no tool 'claude-cod'; did you mean 'claude-code'?") == true, "\(tools)")
        let approvers = ToolRegisterTests.mistakes(
            "version: 1\napprovers: [a@b.example]\ntools: {}\n", central: ToolRegisterTests.whole)
        #expect(
            approvers.first?.contains("line 2: 'approvers' is for the organisation's register") == true, "\(approvers)")
    }

    @Test func everyMutationIsAnswered() {
        var dice = Dice(seed: 0x7001)
        let bytes = Array(ToolRegisterTests.whole.utf8)
        var taken = 0
        for _ in 0..<10_000 {
            var text = bytes
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                let place = Int.random(in: 0..<text.count, using: &dice)
                let end = min(text.count, place + Int.random(in: 0...10, using: &dice))
                let part = bytes[Int.random(in: 0..<(bytes.count - 12), using: &dice)...].prefix(
                    Int.random(in: 0...12, using: &dice))
                text.replaceSubrange(place..<end, with: part)
            }
            let file = RegisterFile(
                .tools, name: "tools.yml", bytes: text, source: PolicySource(role: "tools", kind: .file, path: "f"))
            do {
                let register = try RegistersReader(today: sampleDay).read(RegisterFiles(own: [file])).tools
                #expect(register != nil)
                taken += 1
            } catch {
                #expect((1...ConfigErrors.limit).contains(error.errors.count))
                #expect(error.errors.allSatisfy { $0.file == "f" })
            }
        }
        #expect((1..<10_000).contains(taken))
    }
}
