// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Somebody whose review of a commit counted. It names a person, so it stays within the judging: no record and no
/// report holds it.
package struct Reviewer: Hashable, Sendable {
    /// Mailboxes as `Identity.key` has them, and forge accounts as `@login`, all of one person.
    package let marks: Set<String>

    package init(_ marks: Set<String>) {
        self.marks = marks
    }
}

extension Identity {
    /// Everything by which this one is looked up among people: the mailbox, and the account of a no-reply address.
    package var marks: Set<String> {
        Set([key, account.map { "@" + $0 }].compactMap(\.self))
    }
}
