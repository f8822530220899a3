// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Licences

/// A file whose licence header is missing, went, says another licence, or says none that anybody knows.
struct LicenceHeader: RangeCheck {
    static let about = About(
        id: "licence-header",
        title: "Licence headers that are missing, removed, changed or wrong",
        why: """
            A header says under which terms a file may be passed on, and it travels with the file. Tools that rewrite \
            a file drop it, put another licence in its place, or write an id that no list has; nobody reads that in \
            review. Files are compared as the range found and leaves them; a header may also stand beside the file \
            (NAME.license) or above it (REUSE.toml, .reuse/dep5), as REUSE 3.3 has it.
            """,
        fix: "Write the header that the finding prints, or let 'reuse annotate' write it; terms are the holder's.",
        level: .warn,
        rules: [
            About.Rule(
                "missing", "An added file without a header, where the policy or the other files of its kind have one"),
            About.Rule("removed", "A file whose licence is no longer named"),
            About.Rule("changed", "A file that names another licence than before"),
            About.Rule("invalid-expression", "A tag that is no SPDX expression, or names an id that is on no list"),
            About.Rule("deprecated-id", "An SPDX id that has been replaced"),
            About.Rule("spelling", "An SPDX id in another case than the list's"),
            About.Rule(
                "not-allowed",
                "A licence that the policy does not allow; without a list, one of copyleft or restrictions"),
            About.Rule("unreadable-table", "A REUSE.toml or .reuse/dep5 that says nothing, for it cannot be read"),
        ],
        examples: LicenceHeaderExamples.due,
        clean: LicenceHeaderExamples.clean,
        since: "0.1.0")

    /// What an added file must have.
    enum Demand: String, CaseIterable, Sendable {
        case learn, require, off
    }

    struct Settings: CheckSettings {
        var header = Demand.learn
        var allow: [String] = []
        var deny: [String] = []
        var exempt: [PathPattern] = []

        static let fields: [Field<Settings>] = [
            .choice(
                "header",
                """
                learn: added files need a header where nine in ten files with the same ending have one at the base; \
                require: all files that can hold a comment, and every file of a project that follows REUSE; off: none
                """, \.header, meanings: ["required": .require, "none": .off, "auto": .learn]
            ).tightened(.order([Demand.off, .learn, .require].map(\.rawValue))),
            .texts(
                "allow",
                """
                SPDX ids, one licence each, LicenseRef- names, or kinds: public-domain, permissive, weak-copyleft, \
                strong-copyleft, source-available, restricted, unknown; of OR one side must be on it, of AND all
                """, \.allow
            ).tightened(.shorter(LicenceHeader.passes)),
            .texts("deny", "As allow: what is on it is not allowed, with or without an exception", \.deny)
                .tightened(.longer),
            .patterns("exempt", "Paths of files that need no header and are not judged for one", \.exempt)
                .tightened(.shorter(.listed)),
        ]
    }

    /// A list of allowed licences: MIT is one of a list that has `permissive`.
    private static let passes = Tightening.Passes(
        covers: { list, entry in
            do { return try LicenceRules(allow: list, deny: []).covers(entry) } catch { return false }
        }, subject: { _ in "licences" })

    private let settings: Settings
    private let rules: LicenceRules

    init(_ settings: Settings) throws {
        self.settings = settings
        rules = try LicenceRules(allow: settings.allow, deny: settings.deny)
    }

    /// Added files, changes among the first lines, and files that speak of others.
    func concerned(in change: CommitChange) -> [Path] {
        change.files.filter { mayConcern($0, change.texts) }.map(\.path)
    }

    private func mayConcern(_ file: ChangedFile, _ texts: ChangeTexts) -> Bool {
        if LicenceHeader.speaksOfOthers(file.path) { return true }
        guard file.status != .deleted, CoveredFile.isCovered(file.path),
            !settings.exempt.contains(where: { $0.matches(file.path) })
        else { return false }
        // Through each of its names, so that the file is found at the base.
        if file.status == .renamed { return true }
        switch file.content {
        case .text(let text):
            guard file.status != .added, let first = text.hunks.first else {
                return file.status == .added && !text.hunks.isEmpty
            }
            return min(first.oldStart, first.newStart) <= HeaderRegion.lines && tellsOtherwise(file, texts)
        // Only REUSE asks for something beside a picture.
        case .binary: return file.status == .added && settings.header == .require
        case .symlink, .submodule, .unchanged, .tooLarge: return false
        }
    }

    /// Nearly every change among the first lines is one of the program.
    private func tellsOtherwise(_ file: ChangedFile, _ texts: ChangeTexts) -> Bool {
        do {
            let (old, new) = (HeaderRegion(of: try texts.old(file)), HeaderRegion(of: try texts.new(file)))
            return !old.tells(theSameAs: new)
        } catch {
            // The judging of the range meets the same, and says it.
            return true
        }
    }

    /// Tables, and the files that speak for one that can hold no comment.
    static func speaksOfOthers(_ path: Path) -> Bool {
        isTable(path) || CoveredFile.subject(of: path) != nil
    }

    static func isTable(_ path: Path) -> Bool {
        path.name.elementsEqual(ReuseTable.name.utf8) || path == ReuseTable.dep5
    }

    func findings(in facts: RangeFacts) throws -> [Finding] {
        guard !facts.touched.isEmpty else { return [] }
        let judging = LicenceHeaderJudging(settings, rules, facts)
        // What stands beside a file speaks for it.
        let subjects = Set(facts.touched.compactMap { CoveredFile.subject(of: $0.path) })
        for touch in facts.touched where !subjects.contains(touch.path) {
            try judging.judge(CoveredFile.subject(of: touch.path) ?? touch.path, touch)
        }
        return judging.findings
    }
}
