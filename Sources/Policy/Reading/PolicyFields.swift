// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The keys of a policy file: the one list that makes its reader, its schema and its text.
enum PolicyFields {
    /// `shown` is the policy whose values stand in the descriptions; without one it is the whole language with the
    /// built-in defaults.
    static func all(_ kinds: [CheckKind], showing shown: Policy? = nil) -> [Field<Policy>] {
        let values = shown ?? Policy()
        let checks = ChecksField(kinds)
        return [
            .version(),
            .choice(
                "enforcement", "Whether a failing verdict changes the exit code; monitor: it does not.", \.enforcement),
            Field(
                "since", "Commits that this one reaches, itself included, are not judged.", shape: commit,
                show: { $0.since?.hex }
            ) { $1.since = try $0.commitID },
            checks.top(showing: shown),
            PathEntry.field(checks),
            .patterns(
                "generated", "Files that a program wrote: judged for secrets and hidden characters only.", \.generated),
            .patterns(
                "vendored", "Files of others, kept as they came: judged for secrets and hidden characters only.",
                \.vendored),
            branches,
            .record(
                "ai", "What is asked of AI use, and of how it is declared.", AIFields.all, showing: values, \.ai,
                misplaced: Dictionary(
                    uniqueKeysWithValues: ["mode", "paths", "tools"].map {
                        ($0, "it in an item of ai.use, as in use: [{mode: require}]")
                    })),
            .record("review", "What counts as a review.", review, showing: values, \.review),
            .record("tasks", "How commits name the tasks that they belong to.", tasks, showing: values, \.tasks),
            .record("waivers", "Bounds of the exceptions in .aigate/waivers.yml.", waivers, showing: values, \.waivers),
            .record("limits", "What is too large to look into.", limits, showing: values, \.limits),
            .record("retention", "How long evidence must be kept.", retention, showing: values, \.self),
        ]
    }

    static let commit = Shape.pattern("^[0-9a-fA-F]{40}$", example: "0123456789abcdef0123456789abcdef01234567")

    /// As written, but that a name without a slash is that branch alone and not the end of a longer name.
    private static let branches = Field<Policy>(
        "protected-branches",
        "Branches on which a commit has landed, as patterns, besides the forge's default branch (else main and master).",
        shape: .list(.text),
        show: { YAMLText.list($0.protectedBranches.map { shown($0.text) }) }
    ) { node, policy in
        policy.protectedBranches = try node.pathPatterns.map { pattern in
            try pattern.text.contains("/") ? pattern : PathPattern("/" + pattern.text)
        }
    }

    private static func shown(_ branch: String) -> String {
        let name = branch.dropFirst()
        return branch.hasPrefix("/") && !name.contains("/") ? String(name) : branch
    }

    private static let review: [Field<Policy.ReviewPolicy>] = [
        .texts(
            "trailers", "Trailers that credit a review.", pattern: "^[A-Za-z0-9-]+$", example: "Reviewed-by", \.trailers
        ) { !$0.utf8.contains { !isTokenByte($0) } },
        .addresses("humans", "E-mail addresses whose review counts; empty: every person's.", \.humans),
        .bool("strict", "A pending review of a commit with AI in it is a finding too.", \.strict),
        ReviewLevelEntry.general,
        ReviewLevelEntry.list,
        .path(
            "allowed-signers", "Whose SSH keys are whose: a file of the base commit, as ssh-keygen(1) has it.",
            \.allowedSigners),
        .path(
            "revoked-keys", "SSH keys that count no more: a file of the base commit, one public key a line.",
            \.revokedKeys),
        .path("keyring", "OpenPGP keys: a file of the base commit, as gpgv(1) reads it.", \.keyring),
    ]

    private static let tasks: [Field<Policy.TaskPolicy>] = [
        Field(
            "pattern",
            "A regular expression (PCRE2) that finds ids of tasks in a commit's message, else in the branch's name, "
                + "such as \"[A-Z]+-[0-9]+\"; left out: the trailers Task, Refs, Closes and Fixes alone name tasks.",
            shape: .text, show: { $0.pattern.map(YAMLText.quoted) }
        ) { $1.pattern = try $0.text },
        .patterns(
            "required-for", "Where a commit with AI in it has to name a task; empty: everywhere.", \.requiredFor),
    ]

    private static let waivers: [Field<Policy.WaiverLimits>] = [
        .integer("default-days", "Days that the text of a finding proposes.", in: days, \.defaultDays),
        .integer(
            "maximum-days", "The furthest that 'expires' may lie ahead of the run, in days.", in: days, \.maximumDays),
        .addresses(
            "approvers",
            "E-mail addresses of those who may approve a waiver outside the repository, besides review.humans.",
            \.approvers),
    ]

    private static let limits: [Field<Policy.Limits>] = [
        .integer(
            "file-bytes", "A larger file is not looked into, and the verdict is incomplete; in bytes.",
            in: 1024...(4 << 30), \.fileBytes)
    ]

    private static let retention: [Field<Policy>] = [
        Field(
            "days", "In days from the end of a run.", shape: .integer(days), show: { $0.retentionDays.map(String.init) }
        ) { $1.retentionDays = try $0.integer(in: days) }
    ]

    private static let days = 1...36_500

    /// Of a trailer's token, by git-interpret-trailers(1).
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
