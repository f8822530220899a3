// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// Which identities are automation, by what forges and known services write.
enum Automation {
    /// What forges sign commits with when somebody presses a button there.
    static let forge = "noreply@github.com"

    private static let addresses: Set<String> = [
        forge, "action@github.com", "actions@github.com", "github-actions@github.com", "support@dependabot.com",
        "bot@renovateapp.com", "bot@dependabot.com", "support@github.com", "pre-commit-ci@users.noreply.github.com",
        "web-flow@users.noreply.github.com", "allcontributors@users.noreply.github.com",
    ]

    static func isRobot(_ identity: Identity) -> Bool {
        let email = identity.key
        let account = email.prefix { $0 != "@" }
        return account.hasSuffix("[bot]") || addresses.contains(email)
            || identity.name.lowercased().hasSuffix("[bot]")
    }
}
