// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git

/// What is merged into HEAD, to tell it from what somebody writes while merging.
struct PendingMerge {
    /// What the other side did to HEAD's files, by path.
    private let merged: [Path: ChangedFile]
    /// Where the other side has nothing any more.
    private let removed: Set<Path>

    /// `head` and `other`: the commits that the merge joins.
    init(_ head: ObjectID, _ other: ObjectID, _ repository: Repository, _ reader: ChangeReader) throws(GitError) {
        let files = try reader.files(from: [repository.commit(head).tree], to: repository.commit(other).tree)
        merged = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
        removed = Set(files.compactMap { $0.status == .deleted ? $0.path : $0.oldPath })
    }

    /// Of the staged files those that the other side does not have in the same place, with the lines that it did not
    /// add.
    func own(_ staged: [ChangedFile]) -> [ChangedFile] {
        staged.compactMap { file in
            guard let blob = file.newBlob else { return removed.contains(file.path) ? nil : file }
            guard let other = merged[file.path] else { return file }
            if other.newBlob == blob { return other.newMode == file.newMode ? nil : file }
            guard case .text(let text) = file.content, case .text(let theirs) = other.content else { return file }
            var own = file
            let lines = text.without(theirs)
            own.content = .text(lines)
            return lines.hunks.isEmpty ? nil : own
        }
    }
}

extension TextChange {
    /// The added lines, each with its line end.
    private var lines: [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = addedText.startIndex
        while start < addedText.endIndex {
            let end = addedText[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? addedText.endIndex
            lines.append(addedText[start..<end])
            start = end
        }
        return lines
    }

    /// The added lines that another change does not add anywhere; a hunk for each run of them.
    fileprivate func without(_ other: TextChange) -> TextChange {
        let theirs = Set(other.lines)
        var left = lines[...]
        var kept: [Hunk] = []
        var text: [UInt8] = []
        for hunk in hunks {
            for (position, line) in left.prefix(hunk.newCount).enumerated() where !theirs.contains(line) {
                let number = hunk.newStart + position
                if let last = kept.last, last.newStart + last.newCount == number {
                    kept[kept.count - 1] = Hunk(
                        oldStart: last.oldStart, oldCount: 0, newStart: last.newStart, newCount: last.newCount + 1,
                        offset: last.offset, lead: last.lead)
                } else {
                    let lead = position == 0 ? hunk.lead : Array(left.prefix(position).suffix(Hunk.leadLines).joined())
                    kept.append(
                        Hunk(
                            oldStart: hunk.oldStart, oldCount: 0, newStart: number, newCount: 1, offset: text.count,
                            lead: lead))
                }
                text += line
            }
            left = left.dropFirst(hunk.newCount)
        }
        return TextChange(hunks: kept, addedText: text)
    }
}
