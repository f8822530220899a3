// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The whole texts of changed files, read when a check asks for them. UTF-16 as UTF-8; empty for a side that has no
/// text.
package struct ChangeTexts {
    /// Before the change; in a merge, of the first parent that has the file. Throws for what cannot be read.
    package let old: (ChangedFile) throws -> [UInt8]
    package let new: (ChangedFile) throws -> [UInt8]

    package init(old: @escaping (ChangedFile) throws -> [UInt8], new: @escaping (ChangedFile) throws -> [UInt8]) {
        self.old = old
        self.new = new
    }

    /// Of files that are all new.
    package static var added: ChangeTexts {
        ChangeTexts(
            old: { _ in [] }, new: { file in if case .text(let change) = file.content { change.addedText } else { [] } }
        )
    }
}
