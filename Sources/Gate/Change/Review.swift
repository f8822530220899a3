// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// How strongly a human review is shown. Levels of SLSA's two-party review, refined for what git can carry.
package enum ReviewLevel: Int, Comparable, Sendable, CaseIterable {
    /// Nothing shows a review.
    case none = 0
    /// A trailer asserts it.
    case asserted = 1
    /// Signed by a listed human's key.
    case signed = 2
    /// A forge's approval, bound to the judged head, by an independent human.
    case approved = 3
    /// Two independent humans.
    case twoParty = 4

    /// `R0` to `R4`.
    package var code: String { "R\(rawValue)" }

    /// Nil for anything but `R0` to `R4`.
    package init?(code: String) {
        guard let level = ReviewLevel.allCases.first(where: { $0.code == code }) else { return nil }
        self = level
    }

    package static func < (left: ReviewLevel, right: ReviewLevel) -> Bool { left.rawValue < right.rawValue }
}

/// What is known of the human review of one commit.
package struct ReviewState: Sendable {
    package enum Result: String, Sendable, CaseIterable {
        /// No rule asks for a review of this commit.
        case notRequired = "not-required"
        /// It has not landed: there is time.
        case pending
        /// As strong as was asked, by somebody who is neither author, committer nor co-author.
        case independent
        /// By an independent person, and not as strong as was asked.
        case insufficient
        /// Approved, but more commits came after.
        case stale
        /// Only its own people vouch for it.
        case selfReview = "self"
        /// Only AI or other automation vouches for it.
        case robot
        case none
    }

    package let result: Result
    /// The strongest that is shown.
    package let level: ReviewLevel
    /// What is asked of the commit; R0 where nothing is.
    package let asked: ReviewLevel
    /// Who counted, and for each credit that did not count why not; names nobody.
    package let reasons: [String]
    /// Whose review counted; names people, so no record holds it.
    package let reviewers: [Reviewer]

    package init(
        result: Result, level: ReviewLevel = .none, asked: ReviewLevel = .none, reasons: [String] = [],
        reviewers: [Reviewer] = []
    ) {
        self.result = result
        self.level = level
        self.asked = asked
        self.reasons = reasons
        self.reviewers = reviewers
    }
}
