// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Who made the commits that a word on a range speaks of: many words speak of the same ones.
struct OwnPeople {
    private struct Key: Hashable {
        let commits: Set<ObjectID>
        let isCarried: Bool
    }

    private let range: ReviewedRange
    private let people: People
    private var known: [Key: PeopleGroup] = [:]

    init(of range: ReviewedRange, _ people: People) {
        self.range = range
        self.people = people
    }

    /// `isCarried`: the commits landed under other ids than those that the word was given for, which may be others'
    /// too.
    mutating func group(of commits: Set<ObjectID>, isCarried: Bool) -> PeopleGroup {
        let key = Key(commits: commits, isCarried: isCarried)
        if let group = known[key] { return group }
        let group = people.group(range.members.own(of: commits) + (isCarried ? range.formerPeople ?? [] : []))
        known[key] = group
        return group
    }
}
