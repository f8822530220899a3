// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Gate

/// Credentials of documented formats and private keys.
struct Secret: CommitCheck {
    static let about = About(
        id: "secret",
        title: "Credentials of documented formats and private keys",
        why: """
            A credential in the history is known to everybody who has a clone, and stays known when a later commit takes it \
            out. Its issuer documents the format, so what is found is one.
            """,
        fix:
            "Revoke it where it was issued, load it from the environment or a secret store, take it out of the history.",
        level: .block,
        judgesGeneratedFiles: true,
        takesPacks: true,
        rules: ContentFindings.rules(of: .format),
        examples: [
            Example(
                "a token in code", files: [("app.py", "token = \"ghp_{alnum:30}{crc32-base62}\" 1️⃣\n")], isTemplate: true
            ),
            Example("a token in a message", message: "Deploy with glpat-{base64url:20} 1️⃣\n", isTemplate: true),
            Example(
                "a key that a test reads",
                files: [
                    (
                        "tests/a.pem",
                        "-----BEGIN RSA PRIVATE KEY----- 1️⃣\nMII{base64:61}\n{base64:64}\n{base64:30}==\n-----END RSA PRIVATE KEY-----\n"
                    )
                ],
                isTemplate: true),
        ],
        clean: [
            Example(
                "what nobody filled in", files: [("a.env", "GITHUB_TOKEN=ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n")]),
            Example(
                "a public key",
                files: [("a.pem", "-----BEGIN PUBLIC KEY-----\n{base64:64}\n-----END PUBLIC KEY-----\n")],
                isTemplate: true),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] { ContentFindings.of(.format, in: change) }
}
