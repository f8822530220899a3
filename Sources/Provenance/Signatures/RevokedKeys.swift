// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Keys that count no longer: one public key, or one `SHA256:` fingerprint, on each line.
package struct RevokedKeys: Sendable {
    /// None.
    package init() {
    }

    /// Throws for a binary KRL and for every line that cannot be read. `file`: its name, for messages.
    package init(_ bytes: [UInt8], file: String) throws(ConfigErrors) {
    }
}
