// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A family of languages that write comments and texts alike.
package enum Language: Sendable {
    /// `//` and `/* */`.
    case slashes
    /// `#`.
    case hash
}
