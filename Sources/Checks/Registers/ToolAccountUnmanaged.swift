// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// An AI-marked commit of a person whose account the organisation does not manage.
struct ToolAccountUnmanaged: CommitCheck {
    static let about = About(
        id: "tool-account-unmanaged",
        title: "AI tool used from an account that the organisation does not manage",
        why: """
            The terms that were agreed hold for the organisation's accounts; a consumer login trains models and \
            outlives whoever leaves. The only account that git shows is the person's address, a claim, so it warns.
            """,
        fix: "Commit with the managed address, and use the tool by the organisation's login.",
        level: .warn,
        judgesGeneratedFiles: true,
        examples: [
            Example(
                "a private address", message: "Add retry 1️⃣\n\nAssisted-by: Claude:claude-sonnet-4-5\n",
                author: "Ann Lee <ann@mail.example>",
                registers: [ToolExamples.register()], committedOn: "2026-05-03"),
            Example(
                "a private address behind the agent",
                message: "Add retry 1️⃣\n\nCo-authored-by: Claude <noreply@anthropic.com>\n",
                author: "Claude <noreply@anthropic.com>", committer: "Ann Lee <ann@mail.example>",
                registers: [ToolExamples.register()], committedOn: "2026-05-03"),
        ],
        clean: [
            Example(
                "a managed address", message: "Add retry\n\nAssisted-by: Claude:claude-sonnet-4-5\n",
                author: "Ann Lee <ann@acme.example>", registers: [ToolExamples.register()],
                committedOn: "2026-05-03"),
            Example(
                "the agent alone", message: "Add retry\n\nCo-authored-by: Claude <noreply@anthropic.com>\n",
                author: "Claude <noreply@anthropic.com>", registers: [ToolExamples.register()],
                committedOn: "2026-05-03"),
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .tools

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        guard let person = person(in: change) else { return [] }
        return ToolUse.all(in: change).compactMap { use in
            guard let entry = use.entry else { return nil }
            let problem = change.days.firstProblem { day in
                entry.limits(on: day).first { limits in
                    limits.accounts.map { !$0.allows(person.identity) } ?? false
                }
            }
            guard let (day, limits) = problem else { return nil }
            return Finding(
                at: Finding.Place(line: 1),
                .unmanaged(person.role, use.name, limits, change.days.name(of: day)),
                excerpt: use.excerpt("account"), fix: .commitManaged(entry.id))
        }
    }

    /// The author, or the committer where the author is an agent; nil where neither is a person.
    private func person(in change: CommitChange) -> (identity: Identity, role: Message)? {
        let sources = change.provenance.ai.evidence.map(\.source)
        let (author, committer) = (change.commit.author.identity, change.commit.committer.identity)
        if !sources.contains(.author), !isRobot(author) { return (author, "author") }
        if !sources.contains(.committer), !isRobot(committer), committer.key != author.key {
            return (committer, "committer")
        }
        return nil
    }

    /// What forges commit by, and the accounts that they mark as automation.
    private func isRobot(_ identity: Identity) -> Bool {
        identity.key == "noreply@github.com" || identity.key.contains("[bot]@")
    }
}

extension Message {
    fileprivate static func unmanaged(
        _ role: Message, _ name: String, _ limits: ToolLimits, _ day: String
    ) -> Message {
        "on \(day), \(name) was for managed accounts (\(.at(limits.place))), and the \(role)'s address is none"
    }

    fileprivate static func commitManaged(_ id: String) -> Message {
        """
        commit with the managed address (git config user.email), or have the register's owner allow its domain in \
        tools.yml, below \(id): accounts: {domains: [...]}
        """
    }
}
