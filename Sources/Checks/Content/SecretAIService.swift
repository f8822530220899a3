// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Gate

/// Keys to AI services.
struct SecretAIService: CommitCheck {
    static let about = About(
        id: "secret-ai-service",
        title: "Keys to AI services",
        why: """
            A key to an AI service lets whoever has it spend money and read what others sent there: a privileged credential \
            that leaks more than others, for it is pasted into prompts, notebooks and settings of agents.
            """,
        fix: "Revoke the key in the console of the service, load it from the environment or a secret store.",
        level: .block,
        judgesGeneratedFiles: true,
        takesPacks: true,
        rules: ContentFindings.rules(of: .aiService),
        examples: [
            Example(
                "a key in a notebook", files: [("a.py", "client = Client(key=\"sk-ant-api03-{base64url:93}AA\") 1️⃣\n")],
                isTemplate: true)
        ],
        clean: [
            Example("a variable", files: [("a.py", "client = Client(key=os.environ[\"ANTHROPIC_API_KEY\"])\n")])
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] { ContentFindings.of(.aiService, in: change) }
}
