// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Gate

/// Passwords that a human chose.
struct SecretPassword: CommitCheck {
    static let about = About(
        id: "secret-password",
        title: "Passwords that a human chose",
        why: """
            A short password in code is often a sample, and often the one that production has too.
            """,
        fix: "Load the password from the environment or a secret store; where it is a sample, say so in its value.",
        level: .monitor,
        judgesGeneratedFiles: true,
        rules: ContentFindings.rules(of: .password),
        examples: [
            Example("a password in a connection", files: [("db.go", "password := \"tr0ub4dor\" 1️⃣\n")])
        ],
        clean: [
            Example("a label", files: [("form.ts", "const password = \"Enter your password\"\n")]),
            Example("a placeholder", files: [("a.ini", "password = changeme\n")]),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] { ContentFindings.of(.password, in: change) }
}
