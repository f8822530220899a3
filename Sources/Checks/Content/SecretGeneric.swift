// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Gate

/// Random values behind names of secrets.
struct SecretGeneric: CommitCheck {
    static let about = About(
        id: "secret-generic",
        title: "Random values behind names of secrets",
        why: """
            No issuer documents these, but a random value that somebody assigns to a token, a key or a password is a credential \
            more often than not.
            """,
        fix: "Load the value from the environment or a secret store; if it is public, say so in its name.",
        level: .warn,
        judgesGeneratedFiles: true,
        rules: ContentFindings.rules(of: .generic),
        examples: [
            Example(
                "a key in settings", files: [("config.yml", "service:\n  api_key: {alnum:32} 1️⃣\n")], isTemplate: true)
        ],
        clean: [
            Example("a digest", files: [("a.lock", "integrity = \"sha256-{base64:43}=\"\n")], isTemplate: true),
            Example("a reference", files: [("a.js", "const token = process.env.SERVICE_TOKEN\n")]),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] { ContentFindings.of(.generic, in: change) }
}
