// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The suppressions that a commit brings, less those of lines that it moved or edited.
struct AddedSuppressions {
    struct Directive {
        let suppression: Suppression
        /// In the file's added text.
        let offset: Int
        /// In `Suppression.forms`.
        fileprivate let form: Int
    }

    /// In the order of the commit.
    private(set) var found: [(file: WordHits, directives: [Directive])] = []

    /// `occurrences`: of the words of `Suppression.forms`.
    init(_ occurrences: [WordHits], in change: CommitChange) throws {
        for file in occurrences where !AddedSuppressions.isProse(file.file.path) {
            let directives = AddedSuppressions.directives(in: file)
            if !directives.isEmpty { found.append((file, directives)) }
        }
        if !found.isEmpty { try dropMoved(in: change) }
    }

    /// One for each line, the one that silences most; of several words that stand at a place, the longest.
    private static func directives(in file: WordHits) -> [Directive] {
        let text = file.change.addedText
        var directives: [Directive] = []
        var line = text[0..<0]
        for (offset, form) in places(of: file.hits) {
            if offset >= line.endIndex { line = AddedLine.bytes(holding: offset, in: text, after: line.endIndex) }
            let shown = line.last == UInt8(ascii: "\n") ? line.dropLast() : line
            guard let suppression = Suppression(Suppression.forms[form], at: offset, in: shown) else { continue }
            let directive = Directive(suppression: suppression, offset: offset, form: form)
            guard let last = directives.last, last.offset >= line.startIndex else {
                directives.append(directive)
                continue
            }
            if suppression.weight > last.suppression.weight { directives[directives.count - 1] = directive }
        }
        return directives
    }

    /// Where words stand, each place once, with the longest of its words.
    private static func places(of hits: [WordHits.Hit]) -> [(offset: Int, form: Int)] {
        var places: [(offset: Int, form: Int)] = []
        for hit in hits {
            if let last = places.last, last.offset == hit.offset {
                let isLonger =
                    Suppression.forms[hit.word].word.utf8.count > Suppression.forms[last.form].word.utf8.count
                if isLonger { places[places.count - 1].form = hit.word }
            } else {
                places.append((hit.offset, hit.word))
            }
        }
        return places
    }

    private mutating func dropMoved(in change: CommitChange) throws {
        var removed = try removedText(of: change)
        guard !removed.isEmpty else { return }
        removed = removed.map(\.folded)
        var left: [Int: Int] = [:]
        for form in Set(found.flatMap { $0.directives.map(\.form) }).sorted() {
            left[form] = removed.occurrences(of: Array(Suppression.forms[form].word.utf8))
        }
        found = found.compactMap { file, directives in
            let kept = directives.filter { directive in
                guard let count = left[directive.form], count > 0 else { return true }
                left[directive.form] = count - 1
                return false
            }
            return kept.isEmpty ? nil : (file, kept)
        }
    }

    private func removedText(of change: CommitChange) throws -> [UInt8] {
        guard !change.commit.isMerge else { return [] }
        var removed: [UInt8] = []
        for file in change.files where file.removedLines > 0 {
            guard case .text(let text) = file.content else { continue }
            removed += RemovedLines.of(text, in: try change.texts.old(file))
        }
        return removed
    }

    /// Text for people, in which directives are only talked about.
    static func isProse(_ path: Path) -> Bool {
        let name = path.name.map(\.folded)
        return [".md", ".mdx", ".rst", ".txt", ".adoc", ".html", ".svg", ".po", ".json", ".ipynb"].contains {
            name.count > $0.utf8.count && name.suffix($0.utf8.count).elementsEqual($0.utf8)
        }
    }
}

extension [UInt8] {
    /// How often a text stands in it, none over another.
    fileprivate func occurrences(of word: [UInt8]) -> Int {
        guard let first = word.first else { return 0 }
        var count = 0
        var index = 0
        while let next = self[index...].firstIndex(of: first) {
            guard next + word.count <= self.count else { return count }
            let isThere = self[next..<(next + word.count)].elementsEqual(word)
            count += isThere ? 1 : 0
            index = isThere ? next + word.count : next + 1
        }
        return count
    }
}
