// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Gate

/// Personal and payment data.
struct PersonalData: CommitCheck {
    static let about = About(
        id: "personal-data",
        title: "Personal and payment data",
        why: """
            Account numbers, cards and national identifiers of people have no place in code or tests: the history keeps them \
            beyond every period of deletion. Check digits and words on the line tell them from other numbers; values that \
            standards document as samples are no finding.
            """,
        fix:
            "Replace the value by synthetic data: a documented test value, or a generator such as Faker; take it out of the history.",
        level: .warn,
        judgesGeneratedFiles: true,
        takesPacks: true,
        rules: ContentFindings.rules(of: .personal),
        examples: [
            Example("an account in a test", files: [("pay.py", "iban = \"{iban}\" 1️⃣\n")], isTemplate: true)
        ],
        clean: [
            Example("the standard's sample", files: [("pay.py", "card = \"4111 1111 1111 1111\"\n")])
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] { ContentFindings.of(.personal, in: change) }
}
