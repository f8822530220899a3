// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What a notes ref holds for one commit. Whoever may push notes may write anything into one.
package enum CommitNote: Equatable, Sendable {
    case found([UInt8])
    case absent
    case tooLarge(bytes: Int)
    /// Something stands in its place that cannot be read; says what.
    case unreadable(reason: String)
}
