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
        let email = identity.mailbox
        let account = email.prefix { $0 != "@" }
        return account.hasSuffix("[bot]") || addresses.contains(email)
            || identity.name.lowercased().hasSuffix("[bot]")
    }
}

extension Identity {
    /// The mailbox, in lower case, without the account number that GitHub puts in front of its own addresses
    /// (`123+ann@users.noreply.github.com` is `ann@users.noreply.github.com`).
    var mailbox: String {
        let email = email.lowercased()
        let digits = email.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard !digits.isEmpty, digits.endIndex < email.endIndex, email[digits.endIndex] == "+",
            email.drop(while: { $0 != "@" }).hasPrefix("@users.noreply.")
        else { return email }
        return String(email[email.index(after: digits.endIndex)...])
    }
}
