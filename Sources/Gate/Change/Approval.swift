// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The last word of one account on a pull or merge request, as the forge tells it: observed, never verified.
package struct Approval: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case approved
        case changesRequested = "changes-requested"
        case dismissed
        /// A word that is not known: whatever it means, it is no approval.
        case unknown
    }

    /// Whose account it is.
    package enum Account: Sendable {
        case person, ai, robot, unknown
    }

    /// Whether the account may write to the repository.
    package enum Permission: Sendable {
        case write, none, unknown
    }

    /// The account's name in lower case. It names a person, so no report holds it; empty for an account that is gone.
    package let login: String
    package let state: State
    package let account: Account
    package let permission: Permission
    /// The head that it was given for; nil where the forge does not say.
    package let commit: ObjectID?

    package init(login: String, state: State, account: Account, permission: Permission, commit: ObjectID?) {
        self.login = login
        self.state = state
        self.account = account
        self.permission = permission
        self.commit = commit
    }
}

/// What a forge tells of the reviews of one pull or merge request.
package struct Approvals: Sendable {
    /// One an account, in the order of its first word.
    package var reviews: [Approval] = []
    /// Accounts, in lower case, whose approval is none: who opened the request, who asked an agent for it, and who
    /// wrote its commits.
    package var involved: Set<String> = []
    /// The same account for who last pushed; nil where the file does not say.
    package var lastPusher: String?
    /// The file names the accounts that wrote the request's commits.
    package var namesWriters = false
    /// What a reader of the verdict has to know about the file.
    package var limitations: [String] = []

    package init() {}
}
