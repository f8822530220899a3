// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// An AI tool in a trailer by which only a person can vouch.
struct AISignOff: CommitCheck {
    static let about = About(
        id: "ai-sign-off",
        title: "An AI tool vouches for the commit",
        why: """
            Only a person can certify the Developer Certificate of Origin, review a change or answer for a test. A tool in \
            such a trailer makes a control look satisfied that was not. (The Linux kernel's rule: AI agents must not add \
            Signed-off-by.)
            """,
        fix: "Remove the trailer; name the tool in Assisted-by, and let a person sign off and review.",
        level: .warn,
        rules: [
            About.Rule("signed-off-by", "An AI tool certifies the origin"),
            About.Rule("reviewed-by", "An AI tool counts as reviewer"),
            About.Rule("acked-by", "An AI tool agrees"),
            About.Rule("approved-by", "An AI tool approves"),
            About.Rule("tested-by", "An AI tool answers for a test"),
        ],
        examples: [
            Example(
                "an agent signs off",
                message: "Add retry\n\nSigned-off-by: Claude Code <noreply@anthropic.com> 1️⃣\n"),
            Example(
                "an agent reviews its own work",
                message: """
                    Add retry

                    Assisted-by: Claude:claude-opus-4-6
                    Reviewed-by: Claude <noreply@anthropic.com> 1️⃣

                    """),
        ],
        clean: [
            Example(
                "the tool assisted, a person signed off",
                message: "Add retry\n\nAssisted-by: Claude Code\nSigned-off-by: Ann Lee <ann@example.org>\n"),
            Example("a person named Devin", message: "Add retry\n\nReviewed-by: Devin Burnette <devin@example.org>\n"),
        ],
        since: "0.1.0")

    init(_: NoSettings) {}

    func findings(in change: CommitChange) -> [Finding] {
        change.provenance.credits.compactMap { credit in
            guard case .ai(let tool) = credit.holder else { return nil }
            let trailer = credit.trailer
            return Finding(
                rule: trailer.key.lowercased(), at: Finding.Place(line: trailer.line), .vouches(trailer.key, tool),
                excerpt: .trailer(trailer, tool: tool), fix: .remove(trailer.key))
        }
    }
}

extension Message {
    fileprivate static func vouches(_ key: String, _ tool: String) -> Message {
        "\(key) names the AI tool \(tool); only a person can vouch for a commit"
    }

    fileprivate static func remove(_ key: String) -> Message {
        "reword the commit: drop this \(key), declare the tool in Assisted-by, and have a person take its place"
    }
}
