// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// Somebody whose review of an AI-marked commit counted is not in the people register.
struct ReviewerUnregistered: CommitCheck {
    static let about = About(
        id: "reviewer-unregistered",
        title: "AI-assisted change reviewed by somebody who is not in the people register",
        why: """
            Where only registered people may review, a review by anybody else shows nothing of who they are and what \
            they were trained for (ISO 27001 A.5.2, A.6.3). It is judged where the policy demands it: required: true.
            """,
        fix: "Add the reviewer to the people register, or have somebody review who is in it.",
        level: .warn,
        examples: [
            Example(
                "a reviewer whom nobody knows",
                message: "Add key\n\nAssisted-by: Claude:claude-opus-4-6\nReviewed-by: Eve Gil <eve@example.org> 1️⃣\n",
                policy: "checks: {reviewer-unregistered: {required: true}}",
                registers: [("people.yml", Samples.reviewers)])
        ],
        clean: [
            Example(
                "a registered reviewer",
                message: "Add key\n\nAssisted-by: Claude:claude-opus-4-6\nReviewed-by: Bo Ray <bo@example.org>\n",
                policy: "checks: {reviewer-unregistered: {required: true}}",
                registers: [("people.yml", Samples.reviewers)])
        ],
        since: "0.1.0")

    static let register: Registers.Part? = .people

    struct Settings: CheckSettings {
        /// Only registered people may review.
        var required = false

        init() {}

        static let fields: [Field<Settings>] = [
            .bool("required", "Only people of the register may review commits with AI in them.", \.required)
                .tightened(.order(["false", "true"]))
        ]
    }

    private let isRequired: Bool

    init(_ settings: Settings) {
        isRequired = settings.required
    }

    func findings(in change: CommitChange) throws -> [Finding] {
        guard change.provenance.ai.isMarked, let people = change.registers.people else { return [] }
        guard isRequired else {
            throw NotApplicable("the policy does not demand it: reviewer-unregistered: {required: true}")
        }
        guard !change.review.reviewers.isEmpty else { return [] }
        try people.checkKey()
        let unknown = change.review.reviewers.filter { people.person($0.marks) == nil }
        guard !unknown.isEmpty else { return [] }
        let names = unknown.compactMap { reviewer in
            change.registers.pseudonym.flatMap { name in reviewer.marks.min().map(name) }
        }.sorted()
        let credit = change.provenance.credits.first { credit in
            credit.identity.map { identity in unknown.contains { $0.marks.contains(identity.key) } } ?? false
        }
        return [
            Finding(
                at: Finding.Place(line: credit?.trailer.line ?? 1), .unregistered(unknown.count, names),
                fix: "add them to the people register: {person: PSEUDONYM}, or have registered people review")
        ]
    }
}

extension Message {
    fileprivate static func unregistered(_ count: Int, _ names: [String]) -> Message {
        let who = names.isEmpty ? "" : " (\(names.prefix(10).joined(separator: ", ")))"
        return "\(count) of those whose review counted \(count == 1 ? "is" : "are") not in the people register\(who)"
    }
}
