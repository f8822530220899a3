// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import CRulePacks

/// The packs that the program carries.
package enum EmbeddedPacks {
    /// Names of the files that they are written in.
    package static let names = ["secrets", "personal-data"]

    package static let rules: [Rule] = {
        var size = 0
        let bytes = aigate_packs(&size)
        return PackText.rules(of: UnsafeBufferPointer(start: bytes, count: size))
    }()
}
