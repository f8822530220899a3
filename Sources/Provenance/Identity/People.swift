// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Tells whether two identities are one person: by `.mailmap`, by the no-reply addresses of a forge's accounts, by
/// name.
package struct People: Sendable {
    private let mailmap: Mailmap
    /// Canonical identities by account, where the mailmap names an account's no-reply address.
    private var byAccount: [String: [Identity]] = [:]

    package init(_ mailmap: Mailmap = Mailmap()) {
        self.mailmap = mailmap
        for address in mailmap.addresses {
            let identity = Identity(name: "", email: address)
            guard let account = identity.account else { continue }
            byAccount[account, default: []].append(mailmap.identity(identity))
        }
    }

    /// An identity of git or of a trailer, with the names and addresses that it stands for.
    func person(_ identity: Identity) -> Person {
        Person([identity, canonical(identity)])
    }

    /// Somebody of whom only addresses are known, as allowed signers and policies write them.
    func person(addresses: [String]) -> Person {
        let identities = addresses.map { Identity(name: "", email: $0) }
        return Person(identities + identities.map(canonical))
    }

    func group(_ identities: [Identity]) -> PeopleGroup { PeopleGroup(identities.map(person)) }

    /// The holder of a forge's account.
    func person(account: String) -> Person {
        let login = account.lowercased()
        return Person(byAccount[login] ?? [], account: login)
    }

    /// The address that stands for the person. A mailmap may name a no-reply address with or without its number.
    func canonical(_ identity: Identity) -> Identity {
        let mapped = mailmap.identity(identity)
        guard mapped == identity, let account = identity.account, let known = byAccount[account]?.first else {
            return mapped
        }
        return known
    }
}

/// A person, by everything that is known of them.
struct Person {
    /// Mailboxes and accounts: the same one is the same person.
    private(set) var marks: Set<String> = []
    /// Names: the same one is the same person until somebody says otherwise.
    private(set) var names: Set<String> = []
    /// What an account's name is often made of.
    fileprivate private(set) var guesses: Set<String> = []

    fileprivate init(_ identities: [Identity], account: String? = nil) {
        for identity in identities {
            if !identity.email.isEmpty { marks.insert(identity.key) }
            if let account = identity.account { marks.insert("@" + account) }
            if !identity.name.isEmpty { names.insert(identity.name.lowercased()) }
            guesses.formUnion([Person.squashed(identity.name), Person.squashed(identity.key.prefix { $0 != "@" })])
        }
        if let account {
            marks.insert("@" + account)
            guesses = [Person.squashed(account)]
        }
        guesses.remove("")
    }

    private static func squashed(_ text: some StringProtocol) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}

/// People whom others are held against: a message may name thousands, so each is looked up and none compared.
struct PeopleGroup {
    private var marks: Set<String> = []
    private var names: Set<String> = []
    private var guesses: Set<String> = []

    init(_ people: [Person] = []) {
        for person in people { insert(person) }
    }

    mutating func insert(_ person: Person) {
        marks.formUnion(person.marks)
        names.formUnion(person.names)
        guesses.formUnion(person.guesses)
    }

    /// By marks, or by name.
    func contains(_ person: Person) -> Bool { sharesMark(with: person) || person.names.contains(where: names.contains) }

    func sharesMark(with person: Person) -> Bool { person.marks.contains(where: marks.contains) }

    /// For an account, of which no name is known: true also where its own name looks like somebody's.
    func mayContain(_ person: Person) -> Bool { contains(person) || person.guesses.contains(where: guesses.contains) }
}
