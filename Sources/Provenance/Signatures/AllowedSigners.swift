// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Which principals may sign with which keys: the format of ssh-keygen(1), ALLOWED SIGNERS. Times without a `Z` are UTC
/// here, where ssh-keygen takes the machine's zone.
package struct AllowedSigners: Sendable {
    /// Throws for every line that cannot be read, by its number. `file`: its name, for messages.
    package init(_ bytes: [UInt8], file: String) throws(ConfigErrors) {
    }
}
