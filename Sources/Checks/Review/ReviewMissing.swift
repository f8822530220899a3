// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// An AI-marked commit that has landed, or queues to land, without a review by an independent person.
struct ReviewMissing: CommitCheck {
    static let about = About(
        id: "review-missing",
        title: "AI-assisted commit without an independent human review",
        why: """
            AI output is unverified input until a person other than its author has read it (BSI and ANSSI say so; ISO 27001 \
            A.8.28 expects it). While a change is still open its review is only pending; once it has landed it is missing.
            """,
        fix: """
            Have somebody who did not write the commit review it, and record it: an approval at the forge (--approvals), a \
            record signed with aigate sign-off, or Reviewed-by: NAME <EMAIL>. Signed records count for the keys that the \
            base's .aigate/allowed_signers lists, one line for each reviewer: you@example.org ssh-ed25519 AAAA... How \
            strong it has to be, the policy says (review.level, review.levels).
            """,
        level: .warn,
        rules: [
            About.Rule("stale", "It was approved, and commits came after"),
            About.Rule("insufficient", "It was reviewed, but not as strongly as the policy asks"),
        ],
        examples: [
            Example(
                "nobody reviewed it", message: "Add retry 1️⃣\n\nAssisted-by: Claude:claude-opus-4-6\n", run: .landed),
            Example(
                "the author reviewed it",
                message: "Add retry 1️⃣\n\nAssisted-by: Claude:claude-opus-4-6\nReviewed-by: Ann Lee <ann@example.org>\n",
                run: .landed),
        ],
        clean: [
            Example(
                "somebody else reviewed it",
                message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\nReviewed-by: Bo Ray <bo@example.org>\n",
                run: .landed),
            Example("it has not landed yet", message: "Add retry\n\nAssisted-by: Claude:claude-opus-4-6\n"),
            Example("no sign of AI", run: .landed),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        // A review may be asked of a commit for other reasons than AI.
        guard change.provenance.ai.isMarked else { return [] }
        let review = change.review
        let message: Message
        var rule: String?
        switch review.result {
        case .notRequired, .pending, .independent: return []
        case .none: message = "no review of this AI-assisted commit is recorded"
        case .selfReview: message = "only its own authors vouch for this AI-assisted commit"
        case .robot: message = "only automation vouches for this AI-assisted commit"
        case .stale:
            rule = "stale"
            message = "this AI-assisted commit was approved before the last commits came"
        case .insufficient:
            rule = "insufficient"
            message =
                "the review of this AI-assisted commit reaches \(review.level.code), and \(review.asked.code) is asked"
        }
        let reasons = review.reasons.joined(separator: "; ")
        return [
            Finding(
                rule: rule, at: Finding.Place(line: 1), reasons.isEmpty ? message : "\(message): \(reasons)",
                fix: .review(review.asked))
        ]
    }
}

extension Message {
    /// What reaches the level that is asked.
    fileprivate static func review(_ asked: ReviewLevel) -> Message {
        switch asked {
        case .none, .asserted:
            "have an independent person review it and record that: Reviewed-by: NAME <EMAIL> in the trailer block"
        case .signed:
            "have an independent person review it and sign that off, or approve the request's last commit at the forge"
        case .approved: "have an independent person who may write approve the request's last commit at the forge"
        case .twoParty: "have two independent people who may write approve the request's last commit at the forge"
        }
    }
}
