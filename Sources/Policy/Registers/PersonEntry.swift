// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// One person while a register is read.
struct PersonEntry {
    var names: [(name: String, node: ConfigNode)] = []
    var roles: [(name: String, node: ConfigNode)] = []
    var training: [TrainingEntry] = []
    let place: ConfigNode

    init(_ place: ConfigNode) {
        self.place = place
    }

    var person: RegisteredPerson {
        RegisteredPerson(
            names: names.map(\.name), roles: roles.map(\.name), training: training.compactMap(\.record),
            place: RegisterPlace(place))
    }

    static func fields(_ names: PersonNames) -> [Field<PersonEntry>] {
        let person = Shape.pattern(PersonNames.pattern, example: PersonNames.example)
        func list(_ name: String, _ doc: String) -> Field<PersonEntry> {
            Field(name, doc, shape: .list(person)) { node, entry in
                entry.names += try node.list.map { (try names.name($0), $0) }
            }
        }
        return [
            Field("person", "An e-mail address; in git its pseudonym.", shape: person, required: true) { node, entry in
                entry.names.insert((try names.name(node), node), at: 0)
            },
            list("addresses", "Further e-mail addresses; in git their pseudonyms."),
            list("accounts", "Accounts at the forge, as @login; in git the pseudonyms of just that."),
            list("ai-accounts", "Addresses or @logins by which the person's AI tools commit; in git their pseudonyms."),
            Field("roles", "Names of roles.", shape: .list(.text)) { node, entry in
                entry.roles = try node.list.map { (try $0.text, $0) }
            },
            .entries(
                "training", "Courses that were finished.", TrainingEntry.fields, TrainingEntry.init, \.training
            ) { try TrainingEntry.check($0) },
        ]
    }
}

/// A training record while it is read.
struct TrainingEntry {
    private var course = ""
    private var doneOn: Day?
    private var validUntil: Day?
    private let place: ConfigNode

    init(_ place: ConfigNode) {
        self.place = place
    }

    var record: TrainingRecord? { doneOn.map { TrainingRecord(course: course, doneOn: $0, validUntil: validUntil) } }

    static let fields: [Field<TrainingEntry>] = [
        Field("course", "Its id.", shape: .text, required: true) { $1.course = try $0.text },
        Field("done-on", "The day on which it was finished.", shape: .day, required: true) { $1.doneOn = try $0.day },
        Field("valid-until", "The last day on which it counts; left out: without an end.", shape: .day) {
            $1.validUntil = try $0.day
        },
    ]

    /// Throws for days that cannot be, and for records of one course that hold on the same day.
    static func check(_ entries: [TrainingEntry]) throws(ConfigErrors) {
        var errors = ConfigErrors.Collection()
        for entry in entries {
            guard let done = entry.doneOn, let end = entry.validUntil, end < done else { continue }
            errors.add(
                entry.place.error(
                    "valid-until (\(end)) is before done-on (\(done)); did you mean it the other way round?"))
        }
        let sorted = entries.filter { $0.doneOn != nil }.sorted { left, right in
            (left.course, left.doneOn?.number ?? 0) < (right.course, right.doneOn?.number ?? 0)
        }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) where earlier.course == later.course {
            guard let begin = later.doneOn, earlier.validUntil.map({ begin <= $0 }) ?? true else { continue }
            errors.add(
                later.place.error(
                    "the course \(quoted(later.course)) overlaps the record on line \(earlier.place.line); end that one "
                        + "with 'valid-until: \(begin.adding(days: -1))'"))
        }
        try errors.check()
    }
}

extension Field {
    /// A list of entries with keys of their own. `make`: an empty entry at its place.
    static func entries<Item>(
        _ name: String, _ doc: String, _ fields: [Field<Item>], _ make: @escaping @Sendable (ConfigNode) -> Item,
        required: Bool = false, _ path: any WritableKeyPath<Root, [Item]> & Sendable,
        check: @escaping @Sendable ([Item]) throws -> Void = { _ in }
    ) -> Field {
        let empty = make(ConfigNode(.map([]), file: "", line: 1))
        let item = fields.map { FieldDescription($0, default: empty) }
        return Field(name, doc, shape: .list(.record(item)), required: required) { node, root in
            var errors = ConfigErrors.Collection()
            var items: [Item] = []
            for place in try node.list where !errors.isFull {
                errors.collecting(at: place) {
                    var entry = make(place)
                    try Field<Item>.readAll(place, into: &entry, fields)
                    items.append(entry)
                }
            }
            errors.collecting(at: node) { try check(items) }
            try errors.check()
            root[keyPath: path] = items
        }
    }
}
