// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Reads `people.yml`.
package enum PeopleReader {
    /// Nil where nobody keeps one. `data`: of the same run, whose classes roles may name. Throws the mistakes of the
    /// first file that has any.
    package static func read(
        _ files: RegisterFiles, data: DataRegister? = nil
    ) throws(ConfigErrors) -> PeopleRegister? {
        let central = try files.central(.people).first.map { file throws(ConfigErrors) in try entries(file) }
        let own = try files.own(.people).first.map { file throws(ConfigErrors) in try entries(file) }
        guard var entries = central ?? own else { return nil }
        // A repository's own register of data need not have every class of the organisation.
        if let data, central == nil || !files.central(.data).isEmpty { try entries.checkClasses(data) }
        if central != nil, let own {
            if let data { try own.checkClasses(data) }
            try entries.restrict(by: own)
        }
        return PeopleRegister(entries.people.map(\.person), roles: entries.roles.map(\.role))
    }

    private static func entries(_ file: RegisterFile) throws(ConfigErrors) -> PeopleEntries {
        let node = try PolicyReader.tree(file.bytes, file: file.shown)
        var entries = PeopleEntries()
        try Field.readAll(node, into: &entries, fields(PersonNames(mayBePlain: file.isGiven)))
        try entries.check()
        return entries
    }

    /// The keys of the file.
    static func fields(_ names: PersonNames) -> [Field<PeopleEntries>] {
        let people = PersonEntry.fields(names)
        return [
            .version(),
            .entries(
                "people", "Who they are, and what they may do.", people, PersonEntry.init, required: true, \.people),
            .entries(
                "roles", "What a review of needs somebody with a role.", RoleEntry.fields, RoleEntry.init, \.roles),
        ]
    }

    /// For schemas.
    package static var descriptions: [FieldDescription] {
        fields(PersonNames(mayBePlain: true)).map { FieldDescription($0, default: PeopleEntries()) }
    }
}

/// A people register while it is read.
struct PeopleEntries {
    var people: [PersonEntry] = []
    var roles: [RoleEntry] = []

    /// Throws for names given twice and roles that nobody described.
    func check() throws(ConfigErrors) {
        var errors = ConfigErrors.Collection()
        var seen: [String: Int] = [:]
        for person in people {
            for (name, node) in person.names {
                if let line = seen[name] {
                    errors.add(node.error("this person is on line \(line) already; keep one entry for each person"))
                }
                seen[name] = node.line
            }
        }
        let known = roles.map(\.name)
        for role in roles where known.count(where: { $0 == role.name }) > 1 {
            errors.add(role.place.error("the role \(quoted(role.name)) is described twice"))
        }
        for person in people {
            for (role, node) in person.roles where !known.contains(role) {
                errors.add(node.error(unknownKey(role, known: known, what: "role")))
            }
        }
        try errors.check()
    }

    /// Throws for roles of data classes that there are not: nobody would ever be asked for them.
    func checkClasses(_ data: DataRegister) throws(ConfigErrors) {
        let known = data.classes.map(\.id)
        var errors = ConfigErrors.Collection()
        for role in roles {
            for id in role.classes where !known.contains(id) {
                errors.add(role.place.error(unknownKey(id, known: known, what: "data class")))
            }
        }
        try errors.check()
    }

    /// A repository's own register may ask for roles in more places, and grant nothing.
    mutating func restrict(by own: PeopleEntries) throws(ConfigErrors) {
        var errors = ConfigErrors.Collection()
        if let person = own.people.first {
            errors.add(
                person.place.error(
                    "'people' loosens the organisation's register: who may do what is for it alone to say"))
        }
        for role in own.roles {
            guard let index = roles.firstIndex(where: { $0.name == role.name }) else {
                errors.add(role.place.error(unknownKey(role.name, known: roles.map(\.name), what: "role")))
                continue
            }
            if !role.teams.isEmpty {
                errors.add(role.place.error("'teams' loosens the organisation's register: leave it out"))
            }
            roles[index].paths += role.paths
            roles[index].classes += role.classes
        }
        try errors.check()
    }
}

/// A role while it is read.
struct RoleEntry {
    var name = ""
    var paths: [PathPattern] = []
    var classes: [String] = []
    var teams: [String] = []
    var place: ConfigNode

    init(_ place: ConfigNode) {
        self.place = place
    }

    var role: ReviewRole { ReviewRole(name: name, paths: paths, classes: classes, teams: teams) }

    static let fields: [Field<RoleEntry>] = [
        Field("name", "By which people's entries name it.", shape: .text, required: true) { $1.name = try $0.text },
        .patterns("paths", "A review of these needs a reviewer with the role.", \.paths),
        .texts("classes", "Ids of data classes; a review of their paths needs a reviewer with the role.", \.classes),
        Field(
            "teams", "Teams of CODEOWNERS whose members have the role, as @org/team.",
            shape: .list(.pattern("^@.+/.+$", example: "@acme/security"))
        ) { node, entry in
            entry.teams = try node.list.map { item in
                let text = try item.text
                guard text.hasPrefix("@"), text.contains("/") else {
                    throw item.error("expected a team as @acme/security, found \(quoted(text))")
                }
                return text.lowercased()
            }
        },
    ]
}
