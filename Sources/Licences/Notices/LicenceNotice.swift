// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A licence that bytes speak of: a notice, a text, or an SPDX tag.
package struct LicenceNotice: Hashable, Sendable {
    package enum Form: String, Sendable {
        /// `SPDX-License-Identifier:`.
        case tag
        /// Words that put what they stand in under a licence.
        case notice
        /// The licence itself.
        case text
    }

    /// SPDX id, or a family where no version is named: `GPL-2.0-or-later`, `BSD-3-Clause`, `GPL`.
    package let id: String
    /// The id without version and variant: `GPL`, `BSD`.
    package let family: String
    package let category: LicenceCategory
    package let form: Form
    /// One of several that may be chosen from.
    package let isChoice: Bool
    /// Bytes, as the slice that was searched counts them.
    package let range: Range<Int>

    package init(
        id: String, family: String, category: LicenceCategory, form: Form, isChoice: Bool = false, range: Range<Int>
    ) {
        self.id = id
        self.family = family
        self.category = category
        self.form = form
        self.isChoice = isChoice
        self.range = range
    }
}
