// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

extension Path {
    /// The last component in small ASCII letters: what a format is recognised by.
    var loweredName: String { name.lowered }

    /// The folders above the file in small ASCII letters, the outermost first.
    var loweredFolders: [String] {
        bytes.split(separator: UInt8(ascii: "/")).dropLast().map { $0.lowered }
    }
}
