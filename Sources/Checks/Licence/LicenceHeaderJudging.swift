// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Languages
import Licences

/// Judges the headers of one range, file by file, and gathers what there is to say.
final class LicenceHeaderJudging {
    let settings: LicenceHeader.Settings
    private let facts: RangeFacts
    private let before: ReuseProject
    private let after: ReuseProject
    private let tags: LicenceTagJudging
    private let convention: HeaderConvention
    /// Of renamed files.
    private lazy var oldPaths = facts.touched.reduce(into: [Path: Path]()) { $0[$1.path] = $1.oldPath }
    /// Tables that were complained of.
    private var unreadable: Set<Path> = []
    private(set) var findings: [Finding] = []

    init(_ settings: LicenceHeader.Settings, _ rules: LicenceRules, _ facts: RangeFacts) {
        self.settings = settings
        self.facts = facts
        before = ReuseProject(facts.base)
        after = ReuseProject(facts.head)
        convention = HeaderConvention(facts.base, beginning: facts.policy.beginning)
        tags = LicenceTagJudging(rules, facts.base, convention)
    }

    /// `touch`: of the file, or of what speaks for it.
    func judge(_ path: Path, _ touch: Touch) throws {
        if LicenceHeader.isTable(path) { return try judgeTable(path) }
        guard !settings.exempt.contains(where: { $0.matches(path) }),
            let new = try facts.head.bytes(of: path, limit: .max), !new.isEmpty
        else { return }
        let old = try oldBytes(of: path, touch)
        let (region, oldRegion) = (HeaderRegion(of: new), old.map { HeaderRegion(of: $0.bytes) })
        // Nearly every change among the first lines is one of the program.
        if touch.path == path, let old, let oldRegion, region.tells(theSameAs: oldRegion),
            old.path == path || !region.telling.isEmpty
        {
            return
        }
        guard let licensing = try said(of: path, new, in: after) else { return }
        var known = Licensing()
        if let old, let oldRegion, let said = try said(of: old.path, old.bytes, in: before) {
            known = said
            let isProse = Language(path: path, text: region.bytes)?.isProse ?? false
            findings += LicenceHeaderJudging.difference(
                from: LicenceHeaderState(said, oldRegion, isProse: isProse),
                to: LicenceHeaderState(licensing, region, isProse: isProse), touch)
        } else if old == nil, licensing.isEmpty {
            findings += try missing(path, new, region)
        }
        // What a table says is judged where the table changes, and not with each file that it speaks of.
        findings += try tags.findings(
            in: licensing.licences.filter { !LicenceHeader.isTable($0.path) }, since: known.licences)
    }

    /// The file as the range found it, under whatever name.
    private func oldBytes(of path: Path, _ touch: Touch) throws -> (path: Path, bytes: [UInt8])? {
        var seen: Set<Path> = [path]
        var name = path
        var older = touch.path == path ? touch.oldPath : nil
        while true {
            if let bytes = try facts.base.bytes(of: name, limit: .max) { return (name, bytes) }
            // A file may be renamed more than once, and back.
            guard let old = older, seen.insert(old).inserted else { return nil }
            (name, older) = (old, oldPaths[old])
        }
    }

    /// Nil where a table above it cannot be read, which is said once.
    private func said(of path: Path, _ bytes: [UInt8], in project: ReuseProject) throws -> Licensing? {
        do { return try project.licensing(of: path, content: bytes) } catch let error as ReuseTableError {
            if project === after { complain(of: error) }
            return nil
        }
    }

    private func complain(of error: ReuseTableError) {
        guard unreadable.insert(error.path).inserted else { return }
        findings.append(
            Finding(
                rule: "unreadable-table", at: Finding.Place(path: error.path, line: error.line ?? 1),
                .unreadable(error),
                excerpt: Excerpt(line: error.reason), fix: .mendTable))
    }

    /// What a table says of many files is judged once, where it is said.
    private func judgeTable(_ path: Path) throws {
        guard let new = try table(path, after) else { return }
        findings += try tags.findings(in: new.licences, since: table(path, before)?.licences ?? [])
    }

    private func table(_ path: Path, _ project: ReuseProject) throws -> ReuseTable? {
        do {
            return try path == ReuseTable.dep5 ? project.readDep5() : project.table(in: path.folder)
        } catch let error as ReuseTableError {
            if project === after { complain(of: error) }
            return nil
        }
    }

    private static func difference(
        from old: LicenceHeaderState, to new: LicenceHeaderState, _ touch: Touch
    ) -> [Finding] {
        let basis = touch.isAIMarked ? ["AI took part in a commit that changed the file"] : []
        let line = new.tags.first { $0.path == touch.path }?.line ?? 1
        if old.isStatement, !new.hasLicence {
            return [
                Finding(
                    rule: "removed", at: Finding.Place(path: touch.path, line: 1), .removed(old.name),
                    excerpt: Excerpt(line: old.name),
                    fix: .putBack, basis: basis)
            ]
        }
        guard old.hasLicence, new.hasLicence, !new.names(theSameAs: old) else { return [] }
        return [
            Finding(
                rule: "changed", at: Finding.Place(path: touch.path, line: line),
                .changed(from: old.name, to: new.name),
                excerpt: Excerpt(line: "\(old.name) -> \(new.name)"), fix: .askHolder, basis: basis)
        ]
    }

    /// An added file that says nothing.
    private func missing(_ path: Path, _ bytes: [UInt8], _ region: HeaderRegion) throws -> [Finding] {
        guard settings.header != .off, !region.isGenerated else { return [] }
        let isRequired = settings.header == .require
        let style = HeaderStyle(path, region)
        var basis = ["the policy asks every file for a header"]
        if isRequired {
            guard try style.canHold || convention.followsREUSE(facts.head) else { return [] }
        } else {
            guard style.canHold, !HeaderConvention.isExempt(path, bytes), let learned = try convention.count(of: path),
                learned.isOne
            else {
                return []
            }
            basis = ["\(learned.withHeader) of \(learned.seen) files of its kind at the base have one"]
        }
        // Words are looked for last: they cost most.
        guard !LicenceHeaderState(Licensing(), region).isPresent else { return [] }
        let header = HeaderDraft(
            year: Int(facts.today.description.prefix(4)) ?? 0, style: style, model: try convention.model(for: path),
            allowed: settings.allow)
        return [
            Finding(
                rule: "missing", at: Finding.Place(path: path, line: 1), .missing(path),
                excerpt: Excerpt(line: "no header"),
                fix: header.fix(path, line: HeaderPlace.line(in: bytes)), defaultLevel: isRequired ? .block : .monitor,
                basis: basis)
        ]
    }
}

extension Message {
    fileprivate static func missing(_ path: Path) -> Message { "\(path) says neither its licence nor its copyright" }

    fileprivate static func removed(_ name: String) -> Message { "the file no longer names its licence (\(name))" }

    fileprivate static func changed(from old: String, to new: String) -> Message {
        "the file's licence was \(old), and is now \(new)"
    }

    fileprivate static func unreadable(_ error: ReuseTableError) -> Message {
        "\(error.path) cannot be read, so nothing is known of the files that it speaks of: \(error.reason)"
    }

    fileprivate static let putBack: Message =
        "put the header back; where the licence really goes, its holders have to agree"
    fileprivate static let askHolder: Message =
        "put the old licence back, or have the copyright holders agree and set this finding apart with a waiver"
    fileprivate static let mendTable: Message = "mend the file; 'reuse lint' says whether it can be read"
}
