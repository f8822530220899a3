// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A file that was written, by its digest.
package struct Artifact: Hashable, Sendable {
    /// Relative to the report directory.
    package let name: String
    package let mediaType: String
    /// 64 lower-case hexadecimal digits.
    package let sha256: String
    package let bytes: Int

    package init(name: String, mediaType: String, sha256: String, bytes: Int) {
        self.name = name
        self.mediaType = mediaType
        self.sha256 = sha256
        self.bytes = bytes
    }
}
