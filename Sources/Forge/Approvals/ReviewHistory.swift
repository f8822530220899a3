// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// One entry of a forge's list of reviews.
struct ReviewEntry {
    /// In lower case; empty for an account that is gone.
    let login: String
    let account: Approval.Account
    let permission: Approval.Permission
    /// Nil for a comment or a draft, which replaces nothing.
    let state: Approval.State?
    let commit: ObjectID?
    let submitted: Instant?
}

/// From the history of reviews to the last word of each account.
enum ReviewHistory {
    /// An approval is the last word only where nothing else follows it, neither in the list nor by the clock: one of
    /// the two alone could be arranged.
    static func lastWords(_ entries: [ReviewEntry]) -> [Approval] {
        let words = entries.filter { $0.state != nil }
        let byLogin = Dictionary(grouping: words, by: \.login)
        var seen: Set<String> = []
        return words.map(\.login).filter { seen.insert($0).inserted }.flatMap { login -> [Approval] in
            let own = byLogin[login] ?? []
            // Accounts that are gone are not one person.
            return login.isEmpty ? own.compactMap(approval) : [lastWord(own)].compactMap(\.self)
        }
    }

    private static func lastWord(_ words: [ReviewEntry]) -> Approval? {
        guard let last = words.last else { return nil }
        guard last.state == .approved, words.count > 1 else { return approval(last) }
        // Without every time there is no order that can be told.
        guard words.allSatisfy({ $0.submitted != nil }) else { return approval(last, .unknown) }
        let later = words.last { word in
            guard word.state != .approved, let when = word.submitted, let then = last.submitted else { return false }
            return when >= then
        }
        return approval(later ?? last)
    }

    private static func approval(_ entry: ReviewEntry, _ state: Approval.State) -> Approval {
        Approval(
            login: entry.login, state: state, account: entry.account, permission: entry.permission, commit: entry.commit
        )
    }

    private static func approval(_ entry: ReviewEntry) -> Approval? { entry.state.map { approval(entry, $0) } }
}
