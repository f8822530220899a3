// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Languages
import Licences

/// A notice that puts code under a licence which asks for more than the project gives.
struct LicenceText: CommitCheck {
    static let about = About(
        id: "licence-text",
        title: "Copyleft or source-available notices that are new to the repository",
        why: """
            Code that an assistant recalls, or that somebody pastes, may bring its licence along in a comment. A \
            copyleft notice asks the whole work, or the changed files, to be passed on under the same terms; a \
            source-available one forbids uses. Both are the holder's word, and stay true when nobody has read them. \
            Comments of code are looked at; prose, licence files, data and tables of licence names are not. Where the \
            same licence stands at base already (in a licence file, in LICENSES/, in a manifest of the root, beside \
            the file) nothing is said; of a project that begins with the range, its own licence stands. SPDX tags \
            among a file's first lines are judged by licence-header.
            """,
        fix: "Find out where the code came from, and take it out or have the licence accepted.",
        level: .warn,
        judgesGeneratedFiles: true,
        rules: [
            About.Rule("strong-copyleft", "The whole work must be passed on under the same terms: GPL, AGPL, EUPL"),
            About.Rule("weak-copyleft", "Changes to what is covered must be: LGPL, MPL, EPL; a GPL with an exception"),
            About.Rule("source-available", "Uses are forbidden: SSPL, BUSL, Commons Clause"),
        ],
        examples: LicenceTextExamples.due,
        clean: LicenceTextExamples.clean,
        since: "0.1.0")

    struct Settings: CheckSettings {
        var allow: [String] = []
        var exempt: [PathPattern] = []

        static let fields: [Field<Settings>] = [
            .texts(
                "allow", "SPDX ids, families as MPL, or kinds as weak-copyleft, that may be brought in", \.allow
            ).tightened(.shorter(.listed)),
            .patterns(
                "exempt", "Paths of files that may speak of any licence: tables, tests of licence tools", \.exempt
            ).tightened(.shorter(.listed)),
        ]
    }

    /// One of them stands in every notice that is looked for, however it is broken into lines.
    static let words = LicenceTextWords.all

    private let settings: Settings

    init(_ settings: Settings) throws {
        let categories = LicenceCategory.allCases.map(\.rawValue)
        for name in settings.allow where !categories.contains(name) && LicenceNotices.category(of: name) == .unknown {
            let meant = closest(to: name, of: categories).map { "; did you mean '\($0)'?" } ?? ""
            throw SettingError("\(quoted(name)) is neither an SPDX id nor a family or category of licences\(meant)")
        }
        self.settings = settings
    }

    /// They only say that a file is to be read.
    func needsAllWords(of file: ChangedFile) -> Bool { false }

    func findings(in change: CommitChange) throws -> [Finding] {
        var found: [(Int) -> Finding] = []
        var more: [Int] = []
        // By folder and family.
        var first: [Path: [String: Int]] = [:]
        for hits in change.occurrences(of: LicenceText.self) where isJudged(hits.file) {
            for (notice, place, excerpt) in try notices(in: hits, change) {
                let folder = hits.file.path.folder
                // A library that is brought in says the same in each of its files.
                if let first = first[folder]?[notice.family] {
                    more[first] += 1
                    continue
                }
                first[folder, default: [:]][notice.family] = found.count
                more.append(0)
                found.append { count in
                    Finding(
                        rule: notice.category.rawValue, at: place, .notice(notice, more: count), excerpt: excerpt,
                        fix: .origin(notice))
                }
            }
        }
        return zip(found, more).map { $0($1) }
    }

    private func isJudged(_ file: ChangedFile) -> Bool {
        file.mark != .generated && !settings.exempt.contains { $0.matches(file.path) }
    }

    /// The first notice of each licence that nothing stands for.
    private func notices(
        in hits: WordHits, _ change: CommitChange
    ) throws -> [(LicenceNotice, Finding.Place, Excerpt)] {
        let path = hits.file.path
        guard let language = LicenceFiles.language(of: path) else { return [] }
        let inAdded = LicenceNotices.find(in: hits.change.addedText[...])
        guard inAdded.contains(where: isWanted) else { return [] }
        let text = try CommentedText(hits.file, hits.change, language, change.texts)
        let isNew = hits.change.addedText.count == text.text.count
        let notices = isNew ? inAdded : LicenceNotices.find(in: text.text[...])
        let wanted = notices.filter { isWanted($0) && text.isAdded($0.range) }
        guard !wanted.isEmpty else { return [] }
        var ground = try LicenceGround.under(change).stated(for: path).families
        if wanted.allSatisfy({ ground.stands($0.family) }) { return [] }
        let before = Set(LicenceNotices.find(in: try change.texts.old(hits.file)[...]).map(\.family))
        ground.formUnion(try LicenceGround.under(change).neighbours(of: path).families)
        // Of licences to choose from, one that asks for nothing new is enough.
        let isFree = notices.contains { $0.isChoice && (!isWanted($0) || ground.stands($0.family)) }
        var seen: Set<String> = []
        return wanted.compactMap { notice in
            guard !(notice.isChoice && isFree), !before.contains(notice.family), !ground.stands(notice.family),
                !isHeaderTag(notice, text), text.isComment(at: notice.range.lowerBound),
                seen.insert(notice.family).inserted
            else { return nil }
            let place = text.place(of: notice.range.lowerBound, in: path)
            return (notice, place.place, place.excerpt)
        }
    }

    private func isWanted(_ notice: LicenceNotice) -> Bool {
        guard [.strongCopyleft, .weakCopyleft, .sourceAvailable].contains(notice.category) else { return false }
        return !settings.allow.contains { $0 == notice.id || $0 == notice.family || $0 == notice.category.rawValue }
    }

    /// Lines in which licence-header reads tags.
    private static let headerLines = 50

    private func isHeaderTag(_ notice: LicenceNotice, _ text: CommentedText) -> Bool {
        notice.form == .tag && text.lines.number(at: notice.range.lowerBound) <= LicenceText.headerLines
    }
}

extension Message {
    fileprivate static func notice(_ notice: LicenceNotice, more: Int) -> Message {
        let kind: Message =
            switch notice.category {
            case .strongCopyleft: "strong copyleft"
            case .weakCopyleft: "weak copyleft"
            default: "source-available"
            }
        let what: Message = "a notice of \(notice.id) (\(kind)), which is new to the repository"
        return more == 0 ? what : "\(what), and in \(more) more of the folder's files"
    }

    fileprivate static func origin(_ notice: LicenceNotice) -> Message {
        """
        find out where the code came from, and take it out; or have \(notice.family) accepted and list it under \
        'allow' of licence-text
        """
    }
}
