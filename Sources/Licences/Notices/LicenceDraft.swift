// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A notice while its text is still being read.
struct LicenceDraft: Sendable {
    /// Licence that its words name outright, or that a variant's words make of it.
    var id: String?
    var family: String
    var form: LicenceNotice.Form = .notice
    /// Numbers of the words of its first and of its latest mention.
    var words: ClosedRange<Int>
    /// Words of the mention that it began with.
    var opening: ClosedRange<Int>
    var bytes: Range<Int>
    var version: String?
    /// Number of the first word of the version.
    var versionWord = -1
    var isLater = false
    var isOnly = false
    /// Its context says that something is put under the licence.
    var isSure = false
    /// Its latest mention was denied by what follows.
    var isDenied = false
    var isChoice = false
    var hasException = false
    /// It rests on names alone.
    var isNamed = true

    init(id: String? = nil, family: String, at span: LicenceDrafts.Span) {
        self.id = id
        self.family = family
        words = span.words
        opening = span.words
        bytes = span.bytes
    }

    mutating func extend(to span: LicenceDrafts.Span) {
        words = words.lowerBound...max(words.upperBound, span.words.upperBound)
        bytes = bytes.lowerBound..<max(bytes.upperBound, span.bytes.upperBound)
    }

    func notice(offset: Int) -> LicenceNotice {
        let id = self.id ?? namedID
        return LicenceNotice(
            id: id, family: family, category: category(of: id), form: form, isChoice: isChoice,
            range: (bytes.lowerBound + offset)..<(bytes.upperBound + offset))
    }

    /// A GNU licence with a permission beside it asks for less: what is linked or generated stays free.
    private func category(of id: String) -> LicenceCategory {
        let category = LicenceFamilies.category(of: id)
        return hasException && category == .strongCopyleft ? .weakCopyleft : category
    }

    private var namedID: String {
        guard let version else { return family }
        let full = version.contains(".") ? version : version + ".0"
        let suffixes = [isLater ? "-or-later" : "-only", "", "-Clause"]
        // `BSD 3` has three clauses; a number that makes no id of the list is none of the licence's.
        let ids = suffixes.map { "\(family)-\($0 == "-Clause" ? version : full)\($0)" }
        return ids.first { LicenceList.entry($0) != nil } ?? family
    }
}
