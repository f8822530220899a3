// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The reviews that concern a range and not one commit: a forge's approvals, and signed records.
package struct RangeReviews: Sendable {
    private struct Entry: Sendable {
        let voice: ReviewVoice
        /// The commits that it speaks of; nil: all.
        let coverage: Set<ObjectID>?
    }

    /// A forge's approvals were given, even if there are none.
    let isFromForge: Bool
    private var entries: [Entry] = []

    package init(isFromForge: Bool = false) {
        self.isFromForge = isFromForge
    }

    mutating func add(_ voice: ReviewVoice, on coverage: Set<ObjectID>? = nil) {
        entries.append(Entry(voice: voice, coverage: coverage))
    }

    func voices(on commit: ObjectID) -> [ReviewVoice] {
        entries.filter { $0.coverage?.contains(commit) ?? true }.map(\.voice)
    }
}

/// What a range's reviews are held against.
package struct ReviewedRange: Sendable {
    let range: CommitRange
    let members: RangeMembers
    /// The earlier run, where one was given.
    let judged: JudgedRun?
    /// The commits that the earlier run vouches for byte by byte.
    let carried: Set<ObjectID>
    /// SHA-256 of the run's policy, lower-case hexadecimal; nil for built-in defaults.
    let policy: String?
    let hasLanded: Bool
    /// Parts of what has landed, as signed records name them: bases from before the range's head, heads that landed,
    /// and what base to head comes to.
    let parts: [CommitRange]
    private let judgedMembers: RangeMembers?

    /// `judgedMembers`: the commits that the earlier run judged; nil where they are not in the repository.
    package init(
        _ range: CommitRange, members: RangeMembers, judged: JudgedRun? = nil, judgedMembers: RangeMembers? = nil,
        links: [ObjectID: LinkedRun] = [:], parts: [CommitRange] = [], policy: String? = nil, hasLanded: Bool
    ) {
        self.range = range
        self.members = members
        self.judged = judged
        self.judgedMembers = judgedMembers
        self.parts = parts
        self.policy = policy
        self.hasLanded = hasLanded
        carried = Set(links.filter(\.value.proof.carriesReviews).keys)
    }

    /// Everybody who made what has landed under other ids; nil where nobody here knows.
    var formerPeople: [Identity]? {
        if let head = judged?.head, members.contains(head) { return [] }
        return judgedMembers.map { $0.own(of: Set($0.ids)) }
    }

    /// The remedy for a word on a commit that is not in the range; empty where there is none.
    var elsewhereHint: String {
        hasLanded && judged == nil ? " (if it was squashed or rebased, give the request's run.json with --judged)" : ""
    }

    /// Where a word that was given for a head holds.
    enum Binding: Equatable {
        case holds(Set<ObjectID>)
        /// It holds for commits that landed under other ids.
        case carried(Set<ObjectID>)
        /// How many commits came after, and the first of them.
        case stale(Int, [ObjectID])
        case elsewhere
    }

    func binding(of head: ObjectID) -> Binding {
        if head == range.head { return .holds(Set(members.ids)) }
        // What a merge brought in was complete when it landed; in an open request more may have come after.
        if hasLanded, let last = range.head {
            let landed = members.landed(head, with: last)
            if !landed.isEmpty { return .holds(landed) }
        }
        if hasLanded, head == judged?.head, !carried.isEmpty { return .carried(carried) }
        guard members.contains(head) else { return .elsewhere }
        let before = members.reached(from: head)
        let after = members.ids.filter { !before.contains($0) }
        return .stale(after.count, Array(after.prefix(3)))
    }
}
