// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// A format of secrets or personal data: how it is found, what proves it, what to do about it.
package struct Rule: Sendable {
    /// What kind of thing a rule finds; decides which check reports it.
    package enum Tier: String, Sendable, CaseIterable {
        /// A distinctive prefix or structure that only a secret has.
        case format
        /// Meant to be published: publishable keys, client ids.
        case published = "public"
        /// Personal or payment data.
        case personal
    }

    /// Hyphenated, the provider first: `github-token`.
    package var id = ""
    package var title = ""
    package var provider = ""
    /// `cloud`, `forge`, `ai`, ...
    package var group = ""
    package var tier = Tier.format
    /// One of them stands in the text wherever the rule matches.
    package var keywords: [String] = []
    package var isCaseless = false
    /// Instead of keywords: an expression of Vectorscan that finds the places worth a look.
    package var hint: String?
    /// Searched for in the line; its first group is the value.
    package var pattern: String?
    /// The pattern is searched for over line ends.
    package var isMultiline = false
    /// Searched for in the name that a value is bound to.
    package var name: String?
    /// Matches the whole of a bound value.
    package var value: String?
    /// Voids a value.
    package var except: String?
    package var check: ValueCheck?
    /// Least Shannon entropy of the value, in hundredths of a bit per byte; 0: any.
    package var entropy = 0
    /// Bytes of the value that are public.
    package var prefix = 0
    /// Values that documentation shows.
    package var documented: [String] = []
    /// Whole words, in lower case, that make the value what it looks like.
    package var words: [String] = []
    /// Level of a finding with and without such a word; where the second is not said, the first
    /// holds.
    package var level = Level.block
    package var levelWithoutWord: Level?
    package var fix = ""
    package var source = ""
    /// Templates of text that has one match, and of text that has none.
    package var matches: [String] = []
    package var nonMatches: [String] = []

    package init() {}
}

/// Rules that belong together.
package struct RulePack: Sendable {
    package var name = ""
    package var rules: [Rule] = []

    package init() {}
}
