// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Gate

/// Keys that are public by design.
struct SecretPublished: CommitCheck {
    static let about = About(
        id: "secret-published",
        title: "Keys that are public by design",
        why: """
            Publishable keys, client ids and addresses of error collectors are meant to be seen. Whoever wants to know where \
            they are sets a level.
            """,
        fix: "Nothing, unless the value is one of another environment.",
        level: .off,
        judgesGeneratedFiles: true,
        takesPacks: true,
        rules: ContentFindings.rules(of: .published),
        examples: [
            Example(
                "a publishable key", files: [("a.js", "const key = \"pk_live_{alnum:24}\" 1️⃣\n")],
                policy: "checks: {secret-published: {level: warn}}", isTemplate: true)
        ],
        clean: [
            Example(
                "the word alone", files: [("a.js", "const prefix = \"pk_live_\"\n")],
                policy: "checks: {secret-published: {level: warn}}")
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] { ContentFindings.of(.published, in: change) }
}
