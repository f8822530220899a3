// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// One word on a commit, and what it is worth as a review.
struct ReviewVoice: Sendable {
    enum Worth: Hashable, Sendable {
        case counts(ReviewLevel)
        /// It counted, had nothing come after.
        case stale
        /// One of the change's own people.
        case own
        /// AI or other automation.
        case automation
        case nothing
    }

    let worth: Worth
    /// Names nobody: reasons are printed and kept.
    let reason: String
    /// Whose word it is, where it counts.
    let reviewer: Reviewer?

    /// `Reviewed-by on line 4 counts: ...`; `person`: whose word it is.
    init(_ worth: Worth, _ what: String, because why: String, by person: Person? = nil) {
        let counts = if case .counts = worth { true } else { false }
        self.worth = worth
        reason = "\(what) \(counts ? "counts" : "does not count"): \(why)"
        reviewer = counts ? person.map { Reviewer($0.marks) } : nil
    }

    var counts: Bool { if case .counts = worth { true } else { false } }
}

extension ReviewState {
    /// What all words together come to. `hasTime`: the change has not landed, so what lacks may still come.
    init(_ voices: [ReviewVoice], asked: ReviewLevel, hasTime: Bool) {
        var level = ReviewLevel.none
        var approvals = 0
        for case .counts(let shown) in voices.map(\.worth) {
            level = max(level, shown)
            if shown == .approved { approvals += 1 }
        }
        if approvals > 1 { level = max(level, .twoParty) }
        let worths = Set(voices.map(\.worth))
        let result: Result =
            if level >= asked { .independent } else if hasTime { .pending } else if worths.contains(.stale) {
                .stale
            } else if level > .none { .insufficient } else if worths.contains(.own) {
                .selfReview
            } else if worths.contains(.automation) { .robot } else { .none }
        var known: Set<Reviewer> = []
        let reviewers = voices.compactMap(\.reviewer).filter { known.insert($0).inserted }
        self.init(
            result: result, level: level, asked: asked, reasons: ReviewState.reasons(of: voices), reviewers: reviewers)
    }

    /// More reasons of one commit are not printed.
    private static let reasonLimit = 50

    /// Those that count come first where not all are given.
    private static func reasons(of voices: [ReviewVoice]) -> [String] {
        guard voices.count > reasonLimit else { return voices.map(\.reason) }
        let shown = (voices.filter(\.counts) + voices.filter { !$0.counts }).prefix(reasonLimit)
        return shown.map(\.reason) + ["and \(voices.count - reasonLimit) more"]
    }
}
