// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A change to the gate's own policy, registers or waivers.
struct PolicyChanged: RangeCheck {
    static let about = About(
        id: "policy-changed",
        title: "The gate's own policy changed",
        why: """
            A change is always judged by the policy of its base, so it cannot relax its own gate; but what lands here judges \
            the next change. Somebody should look at it as at a change of access rights.
            """,
        fix: "Have the policy's owner review the file; set this check to block where only they may change it.",
        level: .monitor,
        judgesGeneratedFiles: true,
        examples: [
            Example("the policy", files: [(".aigate/policy.yml", "version: 1 1️⃣\n")]),
            Example("a waiver", files: [(".aigate/waivers.yml", "version: 1 1️⃣\n")]),
        ],
        clean: [Example("a folder of a similar name", files: [("docs/.aigate.md", "version: 1\n")])],
        since: "0.1.0")

    init(_: NoSettings) {}

    /// The whole range counts, not each commit: a merge that brings back an old policy changes no line of its own.
    func findings(in facts: RangeFacts) -> [Finding] {
        facts.policyChanges.map { file in
            let after = file.newBlob.map(\.hex) ?? "deleted"
            return Finding(
                at: Finding.Place(path: file.path, line: 1), .changed(file.path, file.status),
                excerpt: Excerpt(line: "\(file.status.rawValue) \(after)"), fix: .reviewPolicy)
        }
    }
}

extension Message {
    fileprivate static func changed(_ path: Path, _ status: ChangedFile.Status) -> Message {
        "\(path), which the gate judges by, was \(status.rawValue)"
    }

    fileprivate static let reviewPolicy: Message =
        "have the policy's owner review it; it takes effect for changes that come after this one"
}
