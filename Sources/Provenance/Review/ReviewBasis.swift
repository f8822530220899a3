// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// By what the reviews of a run's commits are judged.
package struct ReviewBasis: Sendable {
    let policy: Policy.ReviewPolicy
    let kind: RunKind
    let people: People
    let range: RangeReviews
    /// What data asks of those who let AI tools see it.
    private let registers: Registers
    /// Nil: everybody.
    private let humans: PeopleGroup?

    package init(
        policy: Policy.ReviewPolicy, kind: RunKind, people: People = People(), range: RangeReviews = RangeReviews(),
        registers: Registers = Registers()
    ) {
        self.policy = policy
        self.kind = kind
        self.people = people
        self.range = range
        self.registers = registers
        humans = policy.humans.isEmpty ? nil : PeopleGroup(policy.humans.map { people.person(addresses: [$0]) })
    }

    /// Whether the policy lets the person review.
    func admits(_ person: Person) -> Bool { humans?.sharesMark(with: person) ?? true }

    /// What a commit with AI in it needs: the strictest of all that the policy and the register of data say of it.
    func asked(of files: [ChangedFile], by ai: AIStatus) -> ReviewLevel {
        let tools = ai.tools
        var general = policy.level ?? (range.isFromForge ? .approved : .asserted)
        if ai.isMarked, let least = registers.askedReview(of: files, by: tools.map(\.id)) {
            general = max(general, least)
        }
        return policy.levels.filter { rule in
            (rule.paths.isEmpty || files.contains { rule.matches($0) })
                && (rule.tools.isEmpty || tools.contains { rule.tools.contains($0.id) })
        }.reduce(general) { max($0, $1.level) }
    }
}

extension Policy.ReviewPolicy.LevelRule {
    /// A rename is asked of under both names.
    fileprivate func matches(_ file: ChangedFile) -> Bool {
        paths.contains { pattern in pattern.matches(file.path) || file.oldPath.map { pattern.matches($0) } ?? false }
    }
}
