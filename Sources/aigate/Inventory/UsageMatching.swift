// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Provenance

/// Holds a vendor's export against what git shows.
struct UsageMatching {
    private let export: UsageExport
    private let history: HistoryTally
    private let traced: Set<String>
    private let people: People
    private let pseudonyms: Pseudonyms?
    /// Mailboxes of git by the logins of their no-reply addresses.
    private var byAccount: [String: String] = [:]

    /// `traced`: ids of tools that files or references show.
    init(
        export: UsageExport, history: HistoryTally, traced: Set<String>, people: People, pseudonyms: Pseudonyms?
    ) {
        self.export = export
        self.history = history
        self.traced = traced
        self.people = people
        self.pseudonyms = pseudonyms
        // The first by address, where two claim one login.
        for (key, accounts) in history.people.sorted(by: { $0.key > $1.key }) {
            for account in accounts { byAccount[account] = key }
        }
    }

    /// The accounts of one tool in the export.
    private struct Accounts {
        let name: String
        /// By mailbox or login: whether it used the tool.
        var used: [String: Bool] = [:]
        var days: ClosedRange<Day>?
    }

    func comparison(sha256: String) -> UsageComparison {
        var byTool: [String: Accounts] = [:]
        for row in export.rows {
            let name = row.tool ?? export.toolID ?? ""
            let id = export.toolID ?? ToolCatalogue.embedded.id(called: name) ?? UsageMatching.id(of: name)
            var accounts = byTool[id] ?? Accounts(name: name)
            let account = people.mailbox(ofAccount: row.account)
            accounts.used[account] = accounts.used[account] == true || !row.isIdle
            accounts.days = HistoryTally.joined(accounts.days, row.day.map { $0...$0 })
            byTool[id] = accounts
        }
        let inCommits = history.tools.keys.filter { $0 != AITool.unknown && $0 != "generic" }
        let unnamed = export.toolID == nil ? inCommits.filter { byTool[$0] == nil }.sorted() : []
        return UsageComparison(
            sha256: sha256, rows: export.rows.count + export.anonymous, mapping: export.mapping,
            tools: byTool.sorted { $0.key < $1.key }.map { tool($0.key, $0.value) }, unnamed: unnamed)
    }

    private func tool(_ id: String, _ accounts: Accounts) -> UsageComparison.Tool {
        let seen = history.tools[id]
        let users = seen?.people ?? [:]
        let used = accounts.used.filter(\.value).map(\.key)
        let found = Dictionary(uniqueKeysWithValues: accounts.used.keys.map { ($0, mailbox(of: $0)) })
        func people(_ holds: (String?) -> Bool) -> UsageComparison.Group {
            group(used.filter { holds(found[$0] ?? nil) })
        }
        let named = Set(found.values.compactMap(\.self))
        return UsageComparison.Tool(
            id: id, name: Excerpt(line: accounts.name), isSeen: seen != nil || traced.contains(id), used: group(used),
            matched: people { $0.map { users[$0] != nil } ?? false },
            withoutTrace: people { $0.map { users[$0] == nil } ?? false }, notInGit: people { $0 == nil },
            gitOnly: group(users.keys.filter { !named.contains($0) }), idle: accounts.used.count - used.count,
            days: accounts.days)
    }

    /// The mailbox of git that an account is; nil where it never commits here.
    private func mailbox(of account: String) -> String? {
        history.people[account] != nil ? account : byAccount[account]
    }

    private func group(_ people: [String]) -> UsageComparison.Group {
        let names = pseudonyms.map { pseudonyms in
            people.map { pseudonyms.name(of: Identity(name: "", email: $0)) }.sorted()
        }
        return UsageComparison.Group(count: people.count, pseudonyms: names)
    }

    /// An id for a tool that the catalogue does not have: what it is called, in lower case with hyphens.
    private static func id(of name: String) -> String {
        let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let id = words.joined(separator: "-").prefix(60)
        return id.isEmpty ? AITool.unknown : String(id)
    }
}
