// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

/// What a register says of a tool on each day.
@Suite struct RegisteredToolTests {
    private let place = RegisterPlace(file: "tools.yml", line: 1)

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func tool(_ events: [(String, ToolStatus)], own: [(String, ToolStatus)] = []) throws -> RegisteredTool {
        var tool = RegisteredTool(id: "x", place: place)
        tool.events = try events.map { ToolEvent(try day($0), $1, by: "a@b.example", reference: "I", place: place) }
        tool.ownEvents = try own.map { ToolEvent(try day($0), $1, by: "a@b.example", reference: "I", place: place) }
        return tool
    }

    @Test(arguments: [
        ("2026-01-09", ToolStatus.unregistered, nil), ("2026-01-10", .requested, "2026-01-10"),
        ("2026-01-19", .requested, "2026-01-10"), ("2026-01-20", .approved, "2026-01-20"),
        ("2026-01-29", .approved, "2026-01-20"), ("2026-01-30", .approved, "2026-01-20"),
        ("2026-02-10", .restricted, "2026-02-10"), ("2026-02-20", .suspended, "2026-02-20"),
        ("2026-03-01", .approved, "2026-03-01"), ("2026-03-09", .approved, "2026-03-01"),
        ("2026-03-10", .retired, "2026-03-10"), ("2026-03-11", .retired, "2026-03-10"),
    ])
    func eachEventHoldsFromItsDay(_ on: String, _ status: ToolStatus, _ since: String?) throws {
        // Asking again on the 30th takes nothing away.
        let tool = try tool([
            ("2026-01-10", .requested), ("2026-01-20", .approved), ("2026-01-30", .requested),
            ("2026-02-10", .restricted), ("2026-02-20", .suspended), ("2026-03-01", .approved),
            ("2026-03-10", .retired),
        ])
        #expect(try tool.state(on: day(on)) == ToolState(status, since: since.map { try day($0) }))
    }

    @Test(arguments: [
        (ToolStatus.suspended, ToolStatus.suspended), (.retired, .retired), (.restricted, .restricted),
    ])
    func theStricterOfBothRegistersHolds(_ own: ToolStatus, _ holds: ToolStatus) throws {
        let approved = try tool([("2026-01-10", .requested), ("2026-01-20", .approved)], own: [("2026-02-01", own)])
        #expect(try approved.state(on: day("2026-01-31")).status == .approved)
        #expect(try approved.state(on: day("2026-02-01")).status == holds)
        let retired = try tool([("2026-01-10", .retired)], own: [("2026-02-01", own)])
        #expect(try retired.state(on: day("2026-02-01")) == ToolState(.retired, since: day("2026-01-10")))
        let requested = try tool([("2026-01-10", .requested)], own: [("2026-02-01", .restricted)])
        #expect(try requested.state(on: day("2026-02-01")).status == .requested)
    }

    @Test func anApprovalThatDoesNotCountChangesNothing() throws {
        var tool = try tool([
            ("2026-01-10", .requested), ("2026-01-20", .approved), ("2026-02-10", .restricted),
        ])
        tool.events[1].flaw = .selfApproved
        #expect(try tool.state(on: day("2026-01-20")) == ToolState(.requested, since: day("2026-01-10")))
        #expect(try tool.state(on: day("2026-02-10")).status == .requested)
        #expect(try tool.approval(on: day("2026-02-10")) == nil)
        #expect(try tool.flawedApproval(on: day("2026-01-20"))?.flaw == .selfApproved)
    }

    @Test func limitsOfARestrictionHoldUntilTheNextApproval() throws {
        var tool = try tool([("2026-01-10", .requested), ("2026-01-20", .approved)])
        tool.dataClasses = ["public", "internal"]
        var limits = ToolLimits(place: place)
        limits.dataClasses = ["internal", "personal"]
        tool.events.append(
            ToolEvent(
                try day("2026-02-10"), .restricted, by: "a@b.example", reference: "I", limits: limits, place: place))
        tool.events.append(ToolEvent(try day("2026-03-10"), .approved, by: "a@b.example", reference: "I", place: place))
        #expect(try tool.dataClasses(on: day("2026-02-09")) == ["public", "internal"])
        #expect(try tool.dataClasses(on: day("2026-02-10")) == ["internal"])
        #expect(try tool.dataClasses(on: day("2026-03-09")) == ["internal"])
        #expect(try tool.dataClasses(on: day("2026-03-10")) == ["public", "internal"])
    }

    @Test(arguments: ToolFact.allCases)
    func aFactHoldsOnItsFirstAndLastDay(_ fact: ToolFact) throws {
        var tool = RegisteredTool(id: "x", place: place)
        let dated = DatedFact(
            name: "ISO 27001", reference: "R", from: try day("2026-02-01"), to: try day("2026-03-01"), place: place)
        switch fact {
        case .assessment: tool.assessments = [RiskAssessment(dated)]
        case .contract: tool.supplier.contracts = [dated]
        case .dpa: tool.supplier.dpas = [dated]
        case .certificate: tool.supplier.certificates = [dated]
        case .optOut: tool.supplier.optOuts = [dated]
        case .retention: tool.supplier.retention = [dated]
        }
        func word(_ on: String) throws -> String {
            switch tool.standing(of: fact, on: try day(on)) {
            case .holds: "holds"
            case .expired: "expired"
            case .missing: "missing"
            }
        }
        #expect(try word("2026-01-31") == "missing")
        #expect(try word("2026-02-01") == "holds")
        #expect(try word("2026-03-01") == "holds")
        #expect(try word("2026-03-02") == "expired")
        for other in ToolFact.allCases where other != fact {
            if case .missing = tool.standing(of: other, on: try day("2026-02-10")) { continue }
            Issue.record("\(other) stands by a \(fact)")
        }
    }

    @Test func aLaterReviewStandsForThoseBefore() throws {
        var tool = RegisteredTool(id: "x", place: place)
        tool.supplier.optOuts = [
            DatedFact(reference: "1", from: try day("2026-01-01"), to: try day("2026-12-31"), place: place),
            DatedFact(reference: "2", from: try day("2026-02-01"), to: try day("2026-03-01"), place: place),
        ]
        guard case .expired(let last) = tool.standing(of: .optOut, on: try day("2026-03-02")) else {
            Issue.record("the older one counts")
            return
        }
        #expect(last.reference == "2")
    }

    @Test(arguments: [
        ("claude-sonnet-4*", "Claude Sonnet 4.5", true), ("claude-sonnet-4*", "claude-sonnet-4-5-20250929", true),
        ("claude-sonnet-4", "claude-sonnet-4-5", false), ("claude-sonnet-4*", "claude-opus-4-6", false),
        ("*", "anything", true), ("*mini*", "gpt-5-mini-2026", true), ("gpt-5*mini", "gpt-5", false),
        ("a*b*a", "a-b", false), ("GPT-5", "gpt 5", true),
    ])
    func modelsMatch(_ pattern: String, _ name: String, _ isMatch: Bool) {
        #expect(NamePattern(pattern).matches(name) == isMatch)
    }

    @Test(arguments: [
        ("ann@acme.example", true), ("Ann@ACME.example", true), ("ann@sub.acme.example", false),
        ("ann@acme.example.evil.example", false), ("bo-ai@partner.example", true), ("bo@partner.example", false),
        ("acme.example", false), ("", false), ("7+ann@users.noreply.github.com", true),
    ])
    func accountsMatch(_ address: String, _ isManaged: Bool) {
        let rule = AccountRule(
            domains: ["acme.example"], addresses: ["*-ai@partner.example", "ann@users.noreply.github.com"])
        #expect(rule.allows(Identity(name: "x", email: address)) == isManaged)
    }
}
