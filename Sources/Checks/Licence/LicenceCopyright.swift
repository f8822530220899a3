// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Licences

/// A copyright line of somebody whom the project does not know.
struct LicenceCopyright: CommitCheck {
    static let about = About(
        id: "licence-copyright",
        title: "Copyright lines of third parties",
        why: """
            A copyright line of a stranger says that the code is theirs: it was copied, or an assistant wrote it down \
            from memory with the code. Known are the policy's holders, the commit's own people, and whoever has a line \
            in the licence files at base, in the file before the change, in the files beside it, or in a sample of all \
            files. Until the policy lists holders, nobody can tell a colleague from a stranger, and it only takes \
            note.
            """,
        fix: "Find out where the code came from; take it out, or keep the line and its licence; list your own holders.",
        level: .warn,
        examples: [
            Example(
                "a stranger's line",
                files: [("a.js", "/*! Copyright (c) 2019 Example Industries, Inc. 1️⃣\n * All rights reserved. */\n")]),
            Example(
                "not one of the policy's holders",
                files: [("a.py", "# Copyright 2024 Sample GmbH 1️⃣\n# Copyright 2024 Example Ltd.\n")],
                policy: "checks:\n  licence-copyright:\n    holders: [Example]"),
        ],
        clean: [
            Example(
                "the project's own", before: [("LICENSE", "MIT License\n\nCopyright (c) 2020 Example Ltd.\n")],
                files: [("a.js", "// Copyright (c) 2026 Example Ltd. and contributors\n")]),
            Example(
                "a neighbour's", before: [("src/a.c", "/* (c) 2001 Bo Ray */\n")],
                files: [("src/b.c", "/* (c) 2001 Bo Ray */\n")]),
            Example("the author's own", files: [("a.js", "// Copyright (c) 2026 Ann Lee\n")]),
            Example(
                "a new year", before: [("a.c", "// Copyright 2019 Some One\n")],
                files: [("a.c", "// Copyright 2019-2026 Some One\n")]),
            Example(
                "prose about copyright, and a form",
                files: [("a.c", "// See the copyright notice of 2019.\n// Copyright (C) <year> <name>\n")]),
            Example(
                "a string and a page",
                files: [("a.js", "x = \"Copyright (c) 2019 Sample\"\n"), ("README.md", "Copyright 2019 Sample\n")]),
        ],
        since: "0.1.0")

    struct Settings: CheckSettings {
        var holders: [String] = []
        var exempt: [PathPattern] = []

        static let fields: [Field<Settings>] = [
            .texts(
                "holders", "Names whose copyright lines are expected, as they begin: Example covers Example Ltd.",
                \.holders
            ).tightened(.shorter(.unlessEmpty)),
            .patterns("exempt", "Paths of files that may name anybody", \.exempt).tightened(.shorter(.listed)),
        ]
    }

    /// The sign of the last stands before a blank or a year.
    static let words = ["copyright", "(c) 19", "(c) 20", "\u{A9} "]

    private let settings: Settings

    init(_ settings: Settings) {
        self.settings = settings
    }

    func needsAllWords(of file: ChangedFile) -> Bool {
        LicenceFiles.language(of: file.path) != nil && !settings.exempt.contains { $0.matches(file.path) }
    }

    func findings(in change: CommitChange) throws -> [Finding] {
        var found: [(folder: Path, claim: CopyrightClaim, place: Finding.Place, excerpt: Excerpt, more: Int)] = []
        for hits in change.occurrences(of: LicenceCopyright.self) {
            if settings.exempt.contains(where: { $0.matches(hits.file.path) }) { continue }
            for (claim, place, excerpt) in try claims(in: hits, change) {
                let folder = hits.file.path.folder
                if let first = found.firstIndex(where: { $0.folder == folder && $0.claim.names(claim) }) {
                    found[first].more += 1
                } else {
                    found.append((folder, claim, place, excerpt, 0))
                }
            }
        }
        let level: Level? = settings.holders.isEmpty ? .monitor : nil
        return found.map {
            Finding(
                at: $0.place, .claim($0.claim, more: $0.more), excerpt: $0.excerpt, fix: .origin, defaultLevel: level)
        }
    }

    /// The first line of each stranger.
    private func claims(
        in hits: WordHits, _ change: CommitChange
    ) throws -> [(CopyrightClaim, Finding.Place, Excerpt)] {
        let path = hits.file.path
        guard let language = LicenceFiles.language(of: path) else { return [] }
        let index = LineIndex(hits.change)
        var foreign: [(claim: CopyrightClaim, offset: Int)] = []
        var line = -1
        for hit in hits.hits {
            let text = index.text(at: hit.offset)
            guard text.startIndex != line else { continue }
            line = text.startIndex
            guard let claim = CopyrightClaim(in: text), !isKnown(claim, change),
                !foreign.contains(where: { $0.claim.names(claim) })
            else { continue }
            foreign.append((claim, hit.offset))
            if foreign.count == LicenceCopyright.limit { break }
        }
        guard !foreign.isEmpty else { return [] }
        let before = try change.texts.old(hits.file)
        let ground = LicenceGround.under(change)
        // In the order of what they cost.
        let sources: [() throws -> [CopyrightClaim]] = [
            { CopyrightClaim.all(in: before[...]) }, { try ground.stated(for: path).claims },
            { try ground.neighbours(of: path).claims }, ground.projectClaims,
        ]
        for source in sources {
            let known = try source()
            foreign.removeAll { one in known.contains { $0.names(one.claim) } }
            guard !foreign.isEmpty else { return [] }
        }
        let text = try CommentedText(hits.file, hits.change, language, change.texts)
        return foreign.compactMap { claim, offset in
            guard let start = text.offset(of: index.position(at: offset)), text.isComment(at: start) else { return nil }
            let place = text.place(of: start, in: path)
            return (claim, place.place, place.excerpt)
        }
    }

    /// Strangers of one file that are told apart.
    private static let limit = 20

    private func isKnown(_ claim: CopyrightClaim, _ change: CommitChange) -> Bool {
        let people = [change.commit.author.identity.name, change.commit.committer.identity.name]
        return (settings.holders + people).contains { claim.names($0) }
    }
}

extension Message {
    fileprivate static func claim(_ claim: CopyrightClaim, more: Int) -> Message {
        let holder = Excerpt(line: claim.holder)
        let what: Message = "a copyright line of \(holder), who has none at base"
        return more == 0 ? what : "\(what), and in \(more) more of the folder's files"
    }

    fileprivate static let origin: Message = """
        find out where the code came from; take it out, or keep the line, record the licence, and list the name under \
        'holders' of licence-copyright
        """
}
