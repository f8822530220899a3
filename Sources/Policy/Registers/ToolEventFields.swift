// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The key `events` of a tool.
enum ToolEventFields {
    static func list(
        _ path: any WritableKeyPath<RegisteredTool, [ToolEvent]> & Sendable, isOwn: Bool = false
    ) -> Field<RegisteredTool> {
        let fields = EventEntry.fields
        return Field(
            "events",
            isOwn
                ? "Restrictions of this repository, the oldest first: restricted, suspended or retired."
                : "What was decided on it, the oldest first: requested, approved, restricted, suspended or retired.",
            shape: .list(.record(fields.map { FieldDescription($0, default: EventEntry()) })), required: !isOwn
        ) { node, tool in
            var errors = ConfigErrors.Collection()
            let events = try node.list.compactMap { item in
                errors.collecting(at: item) {
                    var entry = EventEntry(place: RegisterPlace(item))
                    try Field.readAll(item, into: &entry, fields)
                    return try entry.event(at: item)
                }
            }
            try errors.check()
            if events.isEmpty, !isOwn {
                throw node.error("empty; begin with {date: ..., status: requested, by: ..., reference: ...}")
            }
            try checkDays(events)
            try isOwn ? checkOwn(events) : checkOrder(events)
            tool[keyPath: path] = events
        }
    }

    private static func checkDays(_ events: [ToolEvent]) throws(ConfigError) {
        for (before, event) in zip(events, events.dropFirst()) {
            if event.date == before.date {
                throw event.error(
                    "a second event on \(event.date), beside that of line \(before.place.line); which holds? Give "
                        + "each a day of its own")
            }
            if event.date < before.date {
                throw event.error(
                    "\(event.date) lies before \(before.date) of line \(before.place.line); put the events in their "
                        + "order, and add new ones at the end")
            }
        }
    }

    /// No step without the one before it.
    private static func checkOrder(_ events: [ToolEvent]) throws(ConfigError) {
        var isRequested = false
        var isApproved = false
        var requester: ToolEvent?
        for event in events {
            switch event.status {
            case .requested:
                isRequested = true
                requester = event
            case .approved where !isRequested:
                throw event.error(
                    "approved, but no request stands before it; add ahead of it {date: \(event.date.adding(days: -1)), "
                        + "status: requested, by: ..., reference: ...} with the day and the person that asked")
            case .approved:
                if let requester, ToolWords.isPseudonym(requester.by) != ToolWords.isPseudonym(event.by) {
                    throw event.error(
                        "the requester (line \(requester.place.line)) and the approver are written in different "
                            + "forms, so nobody can tell whether they are one; write both as addresses or both as "
                            + "pseudonyms"
                    )
                }
                isApproved = true
            case .restricted where !isApproved:
                throw event.error("restricted, but no approval holds that it could narrow; approve the tool before it")
            case .suspended: isApproved = false
            case .retired: (isRequested, isApproved) = (false, false)
            case .restricted, .unregistered: break
            }
        }
    }

    private static func checkOwn(_ events: [ToolEvent]) throws(ConfigError) {
        if let event = events.first(where: { $0.status == .requested || $0.status == .approved }) {
            throw event.error(
                "a repository may only restrict: restricted, suspended or retired; '\(event.status.rawValue)' is for "
                    + "the organisation's register")
        }
    }
}

/// An event while it is read.
private struct EventEntry {
    var date: Day?
    var status = ToolStatus.requested
    var by = ""
    var reference = ""
    var limits: ToolLimits
    let place: RegisterPlace

    init(place: RegisterPlace = RegisterPlace(file: "", line: 0)) {
        self.place = place
        limits = ToolLimits(place: place)
    }

    static let fields: [Field<EventEntry>] =
        [
            Field("date", "The day on which it was decided.", shape: .day, required: true) { $1.date = try $0.day },
            Field(
                "status", "What was decided.", shape: .choice(ToolStatus.events.map(\.rawValue)), required: true
            ) { node, entry in
                let status = try node.choice(
                    of: ToolStatus.self,
                    meanings: ["request": .requested, "approve": .approved, "denied": .suspended])
                guard status != .unregistered else {
                    throw node.error("'unregistered' is no event; take the tool out, or write retired")
                }
                entry.status = status
            },
            Field(
                "by", "Who decided it, or asked for it: a role's address, or a pseudonym.", shape: ToolWords.party,
                required: true
            ) { $1.by = try $0.party },
            .words("reference", "The ticket, minutes or decision.", required: true, \.reference),
        ]
        + ToolLimitFields.all.map { field in
            field.lifted(to: \.limits, doc: "Of a restriction: what is left. " + field.doc)
        }

    func event(at node: ConfigNode) throws(ConfigError) -> ToolEvent {
        guard let date else { throw node.error("'date' is missing: write the day on which it was decided") }
        if status == .restricted, limits.isEmpty {
            throw node.error("restricted to what? Add data-classes, models or accounts, or write suspended")
        }
        if status != .restricted, !limits.isEmpty {
            throw node.error("only a restriction narrows: write 'status: restricted', or the limits beside 'events'")
        }
        return ToolEvent(
            date, status, by: by, reference: reference, limits: status == .restricted ? limits : nil, place: place)
    }
}

extension ToolEvent {
    fileprivate func error(_ reason: String) -> ConfigError {
        ConfigError(file: place.file, line: place.line, reason: reason)
    }
}
