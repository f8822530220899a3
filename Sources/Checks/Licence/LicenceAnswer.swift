// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A link to a question or an answer from which code may have been taken.
struct LicenceAnswer: CommitCheck {
    static let about = About(
        id: "licence-answer",
        title: "Links in code to answers under CC BY-SA",
        why: """
            What people write on Stack Overflow and its sister sites is under CC BY-SA (2.5, 3.0 or 4.0, by its day), \
            code too: whoever copies it must name the author and pass it on under the same terms. A link to one \
            question or answer in a comment mostly says that something came from there. Links to a site, its help or \
            its tags say nothing of the kind.
            """,
        fix: "Write it in your own way, or keep to CC BY-SA: name the author and the licence beside it.",
        level: .warn,
        examples: [
            Example(
                "the source of a function",
                files: [("a.js", "// from https://stackoverflow.com/a/1830844/5 1️⃣\nx = !isNaN(parseFloat(n))\n")]),
            Example(
                "a question on a sister site",
                files: [("a.sh", "# https://unix.stackexchange.com/questions/46322/how-can-i 1️⃣\nls\n")]),
        ],
        clean: [
            Example(
                "the site",
                files: [("a.py", "# ask on https://stackoverflow.com/questions/tagged/flask\nx = 1\n")]),
            Example(
                "a page, and a string",
                files: [
                    ("a.md", "https://stackoverflow.com/a/1\n"), ("a.js", "x = 'https://stackoverflow.com/a/1'\n"),
                ]),
            Example(
                "a line that moved", before: [("a.js", "// https://stackoverflow.com/a/1\nx()\n")],
                files: [("a.js", "x()\n// https://stackoverflow.com/a/1\n")]),
        ],
        since: "0.1.0")

    /// Source: https://stackexchange.com/sites, the sites with names of their own.
    static let words = [
        "stackoverflow.com/", "stackexchange.com/", "superuser.com/", "serverfault.com/", "askubuntu.com/",
        "mathoverflow.net/",
    ]

    init(_: NoSettings) {}

    func needsAllWords(of file: ChangedFile) -> Bool { LicenceFiles.language(of: file.path) != nil }

    func findings(in change: CommitChange) throws -> [Finding] {
        try change.occurrences(of: LicenceAnswer.self).flatMap { try links(in: $0, change) }
    }

    private func links(in hits: WordHits, _ change: CommitChange) throws -> [Finding] {
        guard let language = LicenceFiles.language(of: hits.file.path) else { return [] }
        let added = hits.change.addedText
        // One more than is kept, so that the rest is said.
        let links = hits.hits.lazy.compactMap { hit -> (offset: Int, link: ArraySlice<UInt8>)? in
            let start = hit.offset + LicenceAnswer.words[hit.word].utf8.count
            return LicenceAnswer.page(added[start...]).map { (hit.offset, added[hit.offset..<$0]) }
        }.prefix(Judge.findingLimit + 1)
        guard !links.isEmpty else { return [] }
        let index = LineIndex(hits.change)
        let text = try CommentedText(hits.file, hits.change, language, change.texts)
        let old = try change.texts.old(hits.file)
        return links.compactMap { offset, link in
            guard let start = text.offset(of: index.position(at: offset)), text.isComment(at: start), !old.holds(link)
            else { return nil }
            let (place, excerpt) = text.place(of: start, in: hits.file.path)
            return Finding(at: place, .link, excerpt: excerpt, fix: .write)
        }
    }

    /// Where the address of one question or answer ends: `a/12`, `q/12`, `questions/12`; nil for other pages.
    private static func page(_ path: ArraySlice<UInt8>) -> Int? {
        for folder in ["a/", "q/", "questions/"] where path.starts(with: folder.utf8) {
            let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
            let number = path.dropFirst(folder.utf8.count).prefix { digits.contains($0) }
            return number.isEmpty ? nil : number.endIndex
        }
        return nil
    }
}

extension [UInt8] {
    /// The bytes stand somewhere in it.
    fileprivate func holds(_ part: ArraySlice<UInt8>) -> Bool {
        guard let first = part.first else { return true }
        var rest = self[...]
        while let start = rest.firstIndex(of: first) {
            if rest[start...].starts(with: part) { return true }
            rest = rest[(start + 1)...]
        }
        return false
    }
}

extension Message {
    fileprivate static let link: Message = "a link to a question or answer whose text and code are under CC BY-SA"
    fileprivate static let write: Message =
        "write it in your own way, or keep to CC BY-SA: name the author and the licence beside the code"
}
