// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What a vendor's export of usage says, held against what git shows. People are counted, and never named but by
/// pseudonyms.
package struct UsageComparison: Sendable {
    /// A group of people.
    package struct Group: Sendable {
        package let count: Int
        /// Sorted; nil without the organisation's key.
        package let pseudonyms: [String]?

        package init(count: Int, pseudonyms: [String]?) {
            self.count = count
            self.pseudonyms = pseudonyms
        }
    }

    /// One tool of the export.
    package struct Tool: Sendable {
        /// In the catalogue, or made from the export's name for it.
        package let id: String
        /// As the export has it, masked.
        package let name: Excerpt
        /// Git shows it.
        package let isSeen: Bool
        /// Accounts that used it.
        package let used: Group
        /// Of those, accounts of commits in which it took part.
        package let matched: Group
        /// Of those, accounts that commit, but never with a trace of it.
        package let withoutTrace: Group
        /// Of those, accounts that never commit here.
        package let notInGit: Group
        /// People of commits in which it took part, without an account in the export.
        package let gitOnly: Group
        /// Accounts without a day of use, where the export has such days.
        package let idle: Int
        package let days: ClosedRange<Day>?

        package init(
            id: String, name: Excerpt, isSeen: Bool, used: Group, matched: Group, withoutTrace: Group, notInGit: Group,
            gitOnly: Group, idle: Int, days: ClosedRange<Day>?
        ) {
            self.id = id
            self.name = name
            self.isSeen = isSeen
            self.used = used
            self.matched = matched
            self.withoutTrace = withoutTrace
            self.notInGit = notInGit
            self.gitOnly = gitOnly
            self.idle = idle
            self.days = days
        }
    }

    /// SHA-256 of the export's bytes.
    package let sha256: String
    /// The rows under its header.
    package let rows: Int
    /// How its columns were read: `GitHub Copilot activity report`, `column names`, `--usage-map`.
    package let mapping: String
    /// By id.
    package let tools: [Tool]
    /// Ids of tools in commits that the export does not name; empty where it is of one tool only.
    package let unnamed: [String]

    package init(sha256: String, rows: Int, mapping: String, tools: [Tool], unnamed: [String]) {
        self.sha256 = sha256
        self.rows = rows
        self.mapping = mapping
        self.tools = tools
        self.unnamed = unnamed
    }
}
