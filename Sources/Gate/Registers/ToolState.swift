// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What was decided on a tool, as of a day.
package struct ToolState: Hashable, Sendable {
    package let status: ToolStatus
    /// The date of the event that says so; nil where there is none.
    package let since: Day?

    package init(_ status: ToolStatus, since: Day? = nil) {
        self.status = status
        self.since = since
    }
}

/// Where a tool stands between request and retirement.
package enum ToolStatus: String, Sendable, CaseIterable {
    /// Nobody asked for it: not an event, but what holds before the first.
    case unregistered
    case requested, approved
    /// Approved, for less than its entry says.
    case restricted
    case suspended, retired

    /// Those that a register may write.
    package static let events: [ToolStatus] = [.requested, .approved, .restricted, .suspended, .retired]

    /// Whether the tool may be used at all.
    package var isUsable: Bool { self == .approved || self == .restricted }

    /// Somebody decided, and asking again does not undo it.
    var isSettled: Bool { self != .unregistered && self != .requested && self != .retired }

    /// A repository's restriction counts only beside what the organisation says, where it is stricter.
    var strictness: Int {
        switch self {
        case .approved: 0
        case .restricted: 1
        case .unregistered, .requested: 2
        case .suspended: 3
        case .retired: 4
        }
    }
}

/// A dated decision on a tool. Nothing is overwritten: what changes is a further event.
package struct ToolEvent: Sendable {
    /// Why an approval does not count.
    package enum Flaw: Sendable {
        /// Whoever asked for the tool approved it.
        case selfApproved
        /// The register does not list the approver.
        case unlistedApprover
    }

    package let date: Day
    package let status: ToolStatus
    /// An address or a pseudonym, as written.
    package let by: String
    /// Ticket, minutes or decision.
    package let reference: String
    /// What a restriction leaves.
    package let limits: ToolLimits?
    package let place: RegisterPlace
    package var flaw: Flaw?
    /// The day of the commit that first had it in the register, by the register's own history; nil: not known.
    package var broughtOn: Day?

    package init(
        _ date: Day, _ status: ToolStatus, by: String, reference: String, limits: ToolLimits? = nil,
        place: RegisterPlace, flaw: Flaw? = nil
    ) {
        self.date = date
        self.status = status
        self.by = by
        self.reference = reference
        self.limits = limits
        self.place = place
        self.flaw = flaw
    }

    /// Written down after the day that it is dated; nil where nobody can tell.
    package var isRetroactive: Bool? { broughtOn.map { date < $0 } }
}
