// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Bytes that somebody signed, and the signature that came with them.
package struct SignedObject: Hashable, Sendable {
    /// Exactly what was signed.
    package let payload: [UInt8]
    /// In its armour, as it was found. There should be one: where there are more, none of them counts.
    package let signatures: [[UInt8]]

    package init(payload: [UInt8], signatures: [[UInt8]]) {
        self.payload = payload
        self.signatures = signatures
    }
}
