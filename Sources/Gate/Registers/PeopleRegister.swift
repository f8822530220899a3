// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Who may review what, who was trained when, and by which accounts people use AI: `people.yml`.
package struct PeopleRegister: Sendable {
    /// In the file's order.
    package let people: [RegisteredPerson]
    /// In the file's order.
    package let roles: [ReviewRole]
    /// By mailbox, `@login` or pseudonym.
    private let byName: [String: Int]
    /// Makes the pseudonym of a mailbox or `@login`; nil without the organisation's key.
    private let pseudonym: (@Sendable (String) -> String)?

    package init(
        _ people: [RegisteredPerson], roles: [ReviewRole] = [], pseudonym: (@Sendable (String) -> String)? = nil
    ) {
        self.people = people
        self.roles = roles
        self.pseudonym = pseudonym
        let names = people.enumerated().flatMap { index, person in person.names.map { ($0, index) } }
        byName = Dictionary(names) { first, _ in first }
    }

    /// The same people, found by pseudonym too.
    package func naming(by pseudonym: (@Sendable (String) -> String)?) -> PeopleRegister {
        PeopleRegister(people, roles: roles, pseudonym: pseudonym)
    }

    /// It holds pseudonyms, and nobody gave the key that they were made with.
    package var lacksKey: Bool { pseudonym == nil && people.contains { $0.names.contains(where: isPseudonym) } }

    /// The person with one of the marks, as `Identity.marks` and `Reviewer.marks` have them.
    package func person(_ marks: Set<String>) -> RegisteredPerson? {
        guard !people.isEmpty else { return nil }
        let indices = marks.compactMap { mark in byName[mark] ?? pseudonym.flatMap { byName[$0(mark)] } }
        return indices.min().map { people[$0] }
    }
}

/// `p_` and 16 hexadecimal digits.
package func isPseudonym(_ name: String) -> Bool {
    let digits = name.utf8.dropFirst(2)
    return name.hasPrefix("p_") && digits.count == 16
        && digits.allSatisfy { Hex.value($0) != nil && !(UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0) }
}

/// One person of the register.
package struct RegisteredPerson: Sendable {
    /// Mailboxes as `Identity.key` has them, `@login`, or pseudonyms of either; the first one is the entry's name.
    package let names: [String]
    /// Names of roles.
    package let roles: [String]
    package let training: [TrainingRecord]
    package let place: RegisterPlace

    package init(names: [String], roles: [String], training: [TrainingRecord], place: RegisterPlace) {
        self.names = names
        self.roles = roles
        self.training = training
        self.place = place
    }
}

/// That somebody finished a course.
package struct TrainingRecord: Hashable, Sendable {
    package let course: String
    package let doneOn: Day
    /// The last day on which it counts; nil: without an end.
    package let validUntil: Day?

    package init(course: String, doneOn: Day, validUntil: Day?) {
        self.course = course
        self.doneOn = doneOn
        self.validUntil = validUntil
    }

    package func counts(on day: Day) -> Bool { doneOn <= day && validUntil.map { day <= $0 } ?? true }
}

/// What holders of a role may review.
package struct ReviewRole: Sendable {
    package let name: String
    /// Paths, and ids of data classes, that ask for a reviewer with this role.
    package let paths: [PathPattern]
    package let classes: [String]
    /// Teams of a CODEOWNERS file whose members hold it: `@org/team`, in lower case.
    package let teams: [String]

    package init(name: String, paths: [PathPattern], classes: [String], teams: [String]) {
        self.name = name
        self.paths = paths
        self.classes = classes
        self.teams = teams
    }

    /// A review of the file asks for this role, whatever its classes.
    package func covers(_ path: Path) -> Bool { paths.contains { $0.matches(path) } }
}
