// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What a licence asks of those who pass on what it covers.
package enum LicenceCategory: String, Sendable, CaseIterable {
    case publicDomain = "public-domain"
    case permissive
    case weakCopyleft = "weak-copyleft"
    case strongCopyleft = "strong-copyleft"
    /// Source is shown, and use restricted: SSPL, BUSL, Commons Clause.
    case sourceAvailable = "source-available"
    /// Content licences that forbid commerce or changes, and whatever else is not open.
    case restricted
    /// On the list without a category, or `LicenseRef-`.
    case unknown
}
