// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// No reviewer of an AI-marked commit holds the role that one of its paths asks for.
struct ReviewerWithoutRole: CommitCheck {
    static let about = About(
        id: "reviewer-without-role",
        title: "AI-assisted change reviewed by nobody who may review that path",
        why: """
            A review is worth what its reviewer knows and is allowed (ISO 27001 A.5.3, A.8.28). The people register \
            says which roles review which paths and data classes: of those for a path, and of those for each of its \
            classes, one has to be held by one of the reviewers that counted. Where the register names no role, the \
            owners review that CODEOWNERS has in the commit before the change, or whoever holds the role of one of \
            their teams. Paths that nobody is named for ask for nobody.
            """,
        fix: "Have somebody with the role review the commit, or give the role in the people register.",
        level: .warn,
        judgesGeneratedFiles: true,
        rules: [About.Rule("team-unknown", "CODEOWNERS names teams alone, and no role stands for them")],
        examples: [
            Example(
                "reviewed without the role",
                message: "Add key\n\nAssisted-by: Claude:claude-opus-4-6\nReviewed-by: Dee Fox <dee@example.org>\n",
                files: [("src/crypto/key.c", "int k; 1️⃣\n")], registers: [("people.yml", Samples.reviewers)]),
            Example(
                "not reviewed by the code's owner",
                message: "Add key\n\nAssisted-by: Claude:claude-opus-4-6\nReviewed-by: Dee Fox <dee@example.org>\n",
                before: [("CODEOWNERS", "/docs/ bo@example.org\n")],
                files: [("docs/a.md", "a 1️⃣\n")], registers: [("people.yml", Samples.reviewers)]),
        ],
        clean: [
            Example(
                "reviewed with the role",
                message: "Add key\n\nAssisted-by: Claude:claude-opus-4-6\nReviewed-by: Bo Ray <bo@example.org>\n",
                files: [("src/crypto/key.c", "int k;\n")], registers: [("people.yml", Samples.reviewers)]),
            Example(
                "a path that asks for no role",
                message: "Add key\n\nAssisted-by: Claude:claude-opus-4-6\nReviewed-by: Dee Fox <dee@example.org>\n",
                files: [("src/a.c", "int k;\n")], registers: [("people.yml", Samples.reviewers)]),
            Example(
                "not reviewed yet", message: "Add key\n\nAssisted-by: Claude:claude-opus-4-6\n",
                files: [("src/crypto/key.c", "int k;\n")], registers: [("people.yml", Samples.reviewers)]),
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .people

    init(_: NoSettings) {}

    func findings(in change: CommitChange) throws -> [Finding] {
        let reviewers = change.review.reviewers
        guard change.provenance.ai.isMarked, !reviewers.isEmpty, let people = change.registers.people else { return [] }
        try people.checkKey()
        let owners = try change.base.once(CodeOwners.self) { try CodeOwners($0) }
        return change.files.compactMap { file in
            let paths = [file.path, file.oldPath].compactMap(\.self)
            let asked = paths.flatMap {
                AskedRoles.all($0, people, change.registers.dataClasses(of: $0) ?? [], owners.of($0))
            }
            guard let lacking = asked.first(where: { !$0.areHeld(by: reviewers, in: people) }) else { return nil }
            return finding(file, lacking)
        }
    }

    private func finding(_ file: ChangedFile, _ asked: AskedRoles) -> Finding {
        let isTeams = asked.hasUnknownTeamsAlone
        return Finding(
            rule: isTeams ? "team-unknown" : nil, at: file.firstAddedLine, .unheld(asked),
            excerpt: Excerpt(line: file.status.rawValue), fix: isTeams ? .tellTeams : .review(asked),
            defaultLevel: isTeams ? .monitor : nil)
    }
}

/// Whoever a path asks for as its reviewer: one of these.
struct AskedRoles {
    let roles: [ReviewRole]
    let owners: [String]

    /// Each of them has to be held; empty where the path asks for nobody. The repository's own CODEOWNERS grants
    /// nothing where the register speaks.
    static func all(
        _ path: Path, _ people: PeopleRegister, _ dataClasses: [String], _ owners: [String]
    ) -> [AskedRoles] {
        let ofPath = people.roles.filter { $0.covers(path) }
        let ofClasses = dataClasses.map { id in people.roles.filter { $0.classes.contains(id) } }
        let asked = ([ofPath] + ofClasses).filter { !$0.isEmpty }
        if !asked.isEmpty { return asked.map { AskedRoles(roles: $0, owners: []) } }
        guard !owners.isEmpty else { return [] }
        let ofTeams = people.roles.filter { $0.teams.contains(where: owners.contains) }
        return [AskedRoles(roles: ofTeams, owners: owners)]
    }

    var hasUnknownTeamsAlone: Bool { roles.isEmpty && owners.allSatisfy { $0.contains("/") } }

    func areHeld(by reviewers: [Reviewer], in people: PeopleRegister) -> Bool {
        reviewers.contains { reviewer in
            if owners.contains(where: reviewer.marks.contains) { return true }
            guard let person = people.person(reviewer.marks) else { return false }
            return roles.contains { person.roles.contains($0.name) }
                || owners.contains { people.person([$0])?.names == person.names }
        }
    }
}

extension ChangedFile {
    /// The first line that it added, for findings about the file as a whole.
    var firstAddedLine: Finding.Place {
        var line: Int?
        if case .text(let text) = content { line = text.hunks.first { $0.newCount > 0 }?.newStart }
        return Finding.Place(path: path, line: line)
    }
}

extension Message {
    fileprivate static func unheld(_ asked: AskedRoles) -> Message {
        let names =
            asked.roles.map { "the role \($0.name)" } + (asked.roles.isEmpty ? ["its owners in CODEOWNERS"] : [])
        return
            "none of the reviewers that counted is among those who may review this path: \(names.joined(separator: ", "))"
    }

    fileprivate static func review(_ asked: AskedRoles) -> Message {
        let names = asked.roles.map(\.name).joined(separator: ", ")
        guard !names.isEmpty else { return "have one of the path's owners in CODEOWNERS review the commit" }
        return "have somebody with the role review the commit, or add to a reviewer's entry: roles: [\(names)]"
    }

    fileprivate static let tellTeams: Message =
        "say which role the team's members have: roles: [{name: ROLE, teams: [\"@org/team\"]}]"
}
