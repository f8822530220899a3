// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Bytes of a policy or waivers file, and where they came from.
package struct PolicyFile: Sendable {
    package let source: PolicySource
    /// Nil: there is no such file, and the built-in defaults hold.
    package let bytes: [UInt8]?

    package init(_ bytes: [UInt8]?, from source: PolicySource) {
        self.bytes = bytes
        self.source = source
    }

    /// Its name in messages.
    var name: String { source.path ?? source.role }
}
