// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Keys that forges and vendors' services sign with: they name no person.
package struct ForgeKeys: Sendable {
    /// GitHub's own, and those that the policy adds: `SHA256:` fingerprints of SSH keys, and OpenPGP key ids or
    /// fingerprints of 16, 40 or 64 hexadecimal digits. Throws for anything else.
    package init(adding fingerprints: [String]) throws(SettingError) {
    }

    /// GitHub's own.
    package init() {
    }
}
