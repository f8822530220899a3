// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Whether a tool may see a class of data.
package enum Permission: String, Sendable, CaseIterable {
    case permitted
    case withReview = "with-review"
    case withControls = "with-controls"
    case withLegalBasis = "with-legal-basis"
    case prohibited
}

/// Which paths hold which class of data, and which tools may see it: `data.yml`.
package struct DataRegister: Sendable {
    package init() {}
}
