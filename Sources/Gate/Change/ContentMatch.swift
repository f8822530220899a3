// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A secret or a personal datum in what a commit adds, as the content scan saw it. It holds nothing of the value but
/// what its excerpt shows.
package struct ContentMatch: Sendable {
    /// How sure it is, and of what kind; each has its check.
    package enum Tier: String, Sendable, CaseIterable {
        /// A documented format of a credential.
        case format
        /// The same, of an AI service.
        case aiService = "ai-service"
        /// A random value bound to a name of secrets.
        case generic
        /// A value that a human chose, bound to a name of passwords.
        case password
        /// Public by design.
        case published = "public"
        /// Personal or payment data.
        case personal
    }

    package let tier: Tier
    /// Entry of a pack, or the scan's own: `github-token`, `assigned`.
    package let rule: String
    package let title: String
    package let place: Finding.Place
    /// The value masked; its key holds the masked line.
    package let excerpt: Excerpt
    /// What holds without a policy, here.
    package let level: Level
    /// The same, of which nothing is due for what is public by design.
    package var defaultLevel: Level { tier == .published ? .off : level }
    /// Why it was judged so, in words.
    package let basis: [String]
    package let fix: String

    package init(
        tier: Tier, rule: String, title: String, place: Finding.Place, excerpt: Excerpt, level: Level, basis: [String],
        fix: String
    ) {
        self.tier = tier
        self.rule = rule
        self.title = title
        self.place = place
        self.excerpt = excerpt
        self.level = level
        self.basis = basis
        self.fix = fix
    }
}
