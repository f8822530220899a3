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

    /// Two identities with the same key are the same mailbox.
    package var key: String { email.lowercased() }
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
