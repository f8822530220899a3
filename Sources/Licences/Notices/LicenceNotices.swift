// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Finds licence notices, licence texts and SPDX tags in bytes.
///
/// It reads the text once, word by word, and looks at nothing twice; phrases are ours, written from the licences' own
/// texts. It says what is spoken of, not whether the licence holds for the file: that is for a check to judge.
package enum LicenceNotices {
    /// The most notices that one text is searched for.
    package static let limit = 1000

    /// In the order of the text.
    package static func find(in text: ArraySlice<UInt8>) -> [LicenceNotice] {
        text.withUnsafeBufferPointer { bytes in
            var reader = LicenceReader(bytes)
            return reader.notices(offset: text.startIndex)
        }
    }

    /// The id without version and variant: `GPL` of `GPL-2.0-or-later`.
    package static func family(of id: String) -> String { LicenceFamilies.family(of: id) }

    /// Of an id of the SPDX list, or of a family; `unknown` for any other name.
    package static func category(of name: String) -> LicenceCategory { LicenceFamilies.category(of: name) }

    /// The words of every phrase that names a licence of these categories.
    package static func names(of categories: [LicenceCategory]) -> [[String]] {
        LicencePhrases.all.filter { $0.meaning.isName && categories.contains(category(of: $0.id)) }.map(\.words)
    }

    static let automaton = LicenceAutomaton(LicencePhrases.all)
}
