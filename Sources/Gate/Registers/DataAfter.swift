// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The register of data as a range leaves it, against the one that the range is judged by.
package enum DataAfter: Sendable {
    case same
    /// Nil: it is gone.
    case changed(DataRegister?)
    /// The file and what is wrong with it.
    case unreadable(String)
}
