// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Something a check wants a person to look at.
package struct Finding: Sendable {
    /// Where it is. A commit check need not name its commit; the judge knows it.
    package struct Place: Hashable, Sendable {
        package var path: Path?
        /// From 1, in the file after the change; in the commit message when there is no path.
        package var line: Int?
        /// From 1, in bytes.
        package var column: Int?

        package init(path: Path? = nil, line: Int? = nil, column: Int? = nil) {
            self.path = path
            self.line = line
            self.column = column
        }
    }

    /// Entry of the check's pack, for checks that have one.
    package let rule: String?
    package let place: Place
    package let message: Message
    /// The line concerned, masked; part of the fingerprint.
    package let excerpt: Excerpt?
    /// What to type or do next.
    package let fix: Message
    /// What holds without a policy, where that is another level than the check's.
    package let defaultLevel: Level?
    /// Why it was judged so, in words, for those who ask.
    package let basis: [String]

    package init(
        rule: String? = nil, at place: Place = Place(), _ message: Message, excerpt: Excerpt? = nil, fix: Message,
        defaultLevel: Level? = nil, basis: [String] = []
    ) {
        self.rule = rule
        self.place = place
        self.message = message
        self.excerpt = excerpt
        self.fix = fix
        self.defaultLevel = defaultLevel
        self.basis = basis
    }
}
