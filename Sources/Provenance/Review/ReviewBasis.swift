// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// By what the reviews of a run's commits are judged.
package struct ReviewBasis: Sendable {
    let policy: Policy.ReviewPolicy
    let kind: RunKind
    let people: People
    let range: RangeReviews
    /// Nil: everybody.
    private let humans: PeopleGroup?

    package init(
        policy: Policy.ReviewPolicy, kind: RunKind, people: People = People(), range: RangeReviews = RangeReviews()
    ) {
        self.policy = policy
        self.kind = kind
        self.people = people
        self.range = range
        humans = policy.humans.isEmpty ? nil : PeopleGroup(policy.humans.map { people.person(addresses: [$0]) })
    }

    /// Whether the policy lets the person review.
    func admits(_ person: Person) -> Bool { humans?.sharesMark(with: person) ?? true }

    /// What a commit with AI in it needs: the strictest of all that the policy says of it.
    func asked(of files: [ChangedFile], tools: [AITool]) -> ReviewLevel {
        let general = policy.level ?? (range.isFromForge ? .approved : .asserted)
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
