// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Tells whether two identities are one person: by `.mailmap`, by the no-reply addresses of a forge's accounts, by name.
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

    /// Somebody of whom only an address is known, as allowed signers and policies write it.
    func person(address: String) -> Person { person(Identity(name: "", email: address)) }

    /// The holder of a forge's account.
    func person(account: String) -> Person {
        let login = account.lowercased()
        return Person(byAccount[login] ?? [], account: login)
    }

    /// The address that stands for the person. A mailmap may name a no-reply address with or without its number.
    func canonical(_ identity: Identity) -> Identity {
        let mapped = mailmap.identity(identity)
        guard mapped == identity, let account = identity.account, let known = byAccount[account]?.first else { return mapped }
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
    private var guesses: Set<String> = []

    fileprivate init(_ identities: [Identity], account: String? = nil) {
        for identity in identities {
            if !identity.email.isEmpty { marks.insert(identity.mailbox) }
            if let account = identity.account { marks.insert("@" + account) }
            if !identity.name.isEmpty { names.insert(identity.name.lowercased()) }
            guesses.formUnion([Person.squashed(identity.name), Person.squashed(identity.mailbox.prefix { $0 != "@" })])
        }
        if let account {
            marks.insert("@" + account)
            guesses = [Person.squashed(account)]
        }
        guesses.remove("")
    }

    func isSame(as other: Person) -> Bool { sharesMark(with: other) || !names.isDisjoint(with: other.names) }

    func sharesMark(with other: Person) -> Bool { !marks.isDisjoint(with: other.marks) }

    /// For an account, of which no name is known: true also where its own name looks like the other's.
    func mayBe(_ other: Person) -> Bool { isSame(as: other) || !guesses.isDisjoint(with: other.guesses) }

    private static func squashed(_ text: some StringProtocol) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}

extension Identity {
    /// The account of a no-reply address: `123+ann@users.noreply.github.com`, `ann@users.noreply.github.com`,
    /// `123-ann@users.noreply.gitlab.com`; nil for any other address.
    var account: String? {
        let email = email.lowercased()
        guard let at = email.firstIndex(of: "@"), email[at...].hasPrefix("@users.noreply.") else { return nil }
        let name = email[..<at]
        let digits = name.prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty, digits.endIndex < name.endIndex else { return String(name) }
        let rest = name[name.index(after: digits.endIndex)...]
        let separator = name[digits.endIndex]
        // GitLab's form; at GitHub a login may itself begin with digits and a hyphen.
        let isGitLab = separator == "-" && email[at...].contains("gitlab")
        return !rest.isEmpty && (separator == "+" || isGitLab) ? String(rest) : String(name)
    }
}
