// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The register that the examples of the checks on tools are judged by.
enum ToolExamples {
    static let message = "Add retry\n\nAssisted-by: Claude:claude-sonnet-4-5 1️⃣\n"

    /// Everything that is asked of an external tool; assessment, agreement, certificate and opt-out hold for 2026.
    static let facts = """
            assessments: [{reference: R-1, assessed-on: 2026-01-10, next-review: 2026-12-31}]
            supplier:
              dpas: [{reference: D-1, valid-from: 2026-01-01}]
              certificates: [{name: ISO 27001, reference: C-1, valid-from: 2026-01-01, valid-to: 2028-12-31}]
              opt-outs: [{reference: O-1, verified-on: 2026-01-10, next-review: 2027-12-31}]

        """

    static let suspension = event("status: suspended")

    /// Of 2026-04-01.
    static func event(_ rest: String) -> String {
        "{date: 2026-04-01, by: isms@acme.example, reference: I-9, \(rest)}"
    }

    /// `events`: one more, after the approval of 2026-01-12.
    static func register(
        approver: String = "isms@acme.example", events: String? = nil, facts: String = facts
    ) -> (name: String, text: String) {
        let text = """
            version: 1
            approvers: [isms@acme.example, dev@acme.example]
            tools:
              claude-code:
                owner: platform team
                vendor: Anthropic
                deployment: external
                models: [claude-sonnet-4*]
                accounts: {domains: [acme.example, example.org]}
            \(facts)    events:
                  - {date: 2026-01-05, status: requested, by: dev@acme.example, reference: I-1}
                  - {date: 2026-01-12, status: approved, by: \(approver), reference: I-2}

            """
        return ("tools.yml", text + (events.map { "      - \($0)\n" } ?? ""))
    }
}
