// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Who git or a trailer names: a claim, never a proof.
package struct Identity: Hashable, Sendable {
    /// As written, decoded; may hold anything.
    package let name: String
    /// As written, decoded, without the angle brackets; may hold anything.
    package let email: String

    package init(name: String, email: String) {
        self.name = name
        self.email = email
    }

    /// Two identities with the same key are the same mailbox: in lower case, and without the account number that GitHub
    /// puts in front of its own addresses (`123+ann@users.noreply.github.com` is `ann@users.noreply.github.com`).
    package var key: String {
        let email = email.lowercased()
        let rest = email.drop { $0.isASCII && $0.isNumber }
        guard rest.startIndex > email.startIndex, rest.first == "+",
            email.drop(while: { $0 != "@" }).hasPrefix("@users.noreply.")
        else { return email }
        return String(rest.dropFirst())
    }

    /// The account of a no-reply address: `123+ann@users.noreply.github.com`, `ann@users.noreply.github.com`,
    /// `123-ann@users.noreply.gitlab.com`; nil for any other address.
    package var account: String? {
        let email = email.lowercased()
        guard let at = email.firstIndex(of: "@"), email[at...].hasPrefix("@users.noreply.") else { return nil }
        let name = email[..<at]
        let digits = name.prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty, digits.endIndex < name.endIndex else { return String(name) }
        let rest = name[name.index(after: digits.endIndex)...]
        let separator = name[digits.endIndex]
        // GitLab's form; at GitHub a login may itself begin with digits and a hyphen.
        let isGitLab = separator == "-" && email[at...].contains("gitlab")
        return !rest.isEmpty && (separator == "+" || isGitLab) ? String(rest) : String(name)
    }
}

/// An author or committer line.
package struct Signature: Hashable, Sendable {
    package let identity: Identity
    /// Seconds since 1970-01-01T00:00:00Z, as claimed.
    package let seconds: Int64
    /// Minutes east of UTC, as claimed.
    package let offsetMinutes: Int

    package init(identity: Identity, seconds: Int64, offsetMinutes: Int) {
        self.identity = identity
        self.seconds = seconds
        self.offsetMinutes = offsetMinutes
    }
}
