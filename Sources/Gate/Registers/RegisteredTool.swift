// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// One AI tool with all that was decided on it.
package struct RegisteredTool: Sendable {
    /// In the catalogue, or the organisation's own.
    package let id: String
    /// As people call it; nil: the catalogue's name, or the id.
    package var name: String?
    /// Who answers for it: a role, a team or an address.
    package var owner = ""
    package var vendor = ""
    package var deployment = Deployment.external
    /// The plan that it is bought at, for the vendor's terms differ by plan.
    package var tier: String?
    /// What it is allowed for, on every day.
    package var limits: ToolLimits
    /// What the repository's own register narrows that to.
    package var ownLimits: ToolLimits?
    /// Cells of the matrix that this tool has differently, by data class.
    package var matrix: [String: Permission] = [:]
    /// The record of the controls under which it may see classes that ask for them.
    package var controls: String?
    /// The record of the legal basis for classes that ask for one.
    package var legalBasis: String?
    package var configuration = ToolConfiguration()
    package var supplier = SupplierRecord()
    /// In the file's order, which is that of `assessed-on`.
    package var assessments: [RiskAssessment] = []
    /// In the order of their days.
    package var events: [ToolEvent] = []
    /// Those of the repository's own register, which only restrict.
    package var ownEvents: [ToolEvent] = []
    package let place: RegisterPlace

    package init(id: String, place: RegisterPlace) {
        self.id = id
        self.place = place
        limits = ToolLimits(place: place)
    }

    /// Ids of the data classes that its entry permits; nil: those that the matrix permits. What holds on a day is
    /// `dataClasses(on:)`.
    package var dataClasses: [String]? {
        get { limits.dataClasses }
        set { limits.dataClasses = newValue }
    }
}

/// How a tool is set up, and what it may reach.
package struct ToolConfiguration: Sendable {
    /// Where its settings are kept.
    package var reference: String?
    /// Systems and rights that it was given.
    package var scopes: [String] = []

    package init() {}
}

// In evidence.
extension RegisteredTool {
    /// Whether a declaration's text names it, by its id or name as whole words.
    package func isNamed(in text: String) -> Bool {
        [id, name].compactMap(\.self).contains { NamePattern.isNamed($0, in: text) }
    }
}

// As of a day.
extension RegisteredTool {
    /// What was decided on it. Approvals that do not count change nothing, and of the organisation's register and the
    /// repository's the stricter holds.
    package func state(on day: Day) -> ToolState {
        var state = ToolState(.unregistered)
        for event in events where event.date <= day && event.flaw == nil {
            // Asking again takes nothing away, and a restriction gives nothing.
            if event.status == .requested, state.status.isSettled { continue }
            if event.status == .restricted, !state.status.isUsable { continue }
            state = ToolState(event.status, since: event.date)
        }
        guard let own = ownEvents.last(where: { $0.date <= day }), own.status.strictness > state.status.strictness
        else { return state }
        return ToolState(own.status, since: own.date)
    }

    /// The approval on which its use on that day rests; nil where none counts.
    package func approval(on day: Day) -> ToolEvent? {
        events.last { $0.status == .approved && $0.date <= day && $0.flaw == nil }
    }

    /// An approval that does not count, after all that does.
    package func flawedApproval(on day: Day) -> ToolEvent? {
        guard let last = events.last(where: { $0.date <= day && $0.status != .requested }), last.flaw != nil else {
            return nil
        }
        return last
    }

    /// All that narrows its use on that day, the entry's own limits first.
    package func limits(on day: Day) -> [ToolLimits] {
        let start = approval(on: day)?.date ?? Day(number: .min)
        let restrictions = events.filter { $0.status == .restricted && $0.date <= day && $0.date > start }
        let own = ownEvents.filter { $0.date <= day }
        return [limits] + [ownLimits].compactMap(\.self) + (restrictions + own).compactMap(\.limits)
    }

    /// Ids of the data classes that it may see on that day; nil: those that the matrix permits.
    package func dataClasses(on day: Day) -> [String]? {
        let lists = limits(on: day).compactMap(\.dataClasses)
        guard let first = lists.first else { return nil }
        return first.filter { id in lists.allSatisfy { $0.contains(id) } }
    }
}
