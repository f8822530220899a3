// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
package import Gate
import Glibc

/// Reads what commits did to files. One per worker: it holds a repository handle and a cache of blobs.
package final class ChangeReader {
    private let repository: Repository
    private let cache = BlobCache(capacity: 2 << 20)
    private let pair: TextPair
    /// Larger blobs are not looked into; in bytes.
    private let fileLimit: Int
    let areAlike: (Path, Path) throws(GitError) -> Bool

    /// `areAlike`: whether two paths are judged alike; a move between places that are not adds what it moves.
    package init(
        _ repository: Repository, fileLimit: Int,
        areAlike: @escaping (Path, Path) throws(GitError) -> Bool = { _, _ in true }
    ) throws(GitError) {
        self.repository = repository
        pair = try TextPair()
        self.fileLimit = fileLimit
        self.areAlike = areAlike
    }

    /// The files that differ from every parent, by path. A merge that only merges gives none.
    package func files(of commit: Commit) throws(GitError) -> [ChangedFile] {
        var parents: [ObjectID] = []
        for parent in commit.parents { parents.append(try repository.treeID(of: parent)) }
        return try files(from: parents, to: commit.tree)
    }

    /// The files in which a tree differs from all of the others.
    package func files(from parents: [ObjectID], to tree: ObjectID?) throws(GitError) -> [ChangedFile] {
        try files(of: TreeComparison.changes(from: parents, to: tree, in: repository), isMerge: parents.count > 1)
    }

    /// What `git commit` would record: the index against HEAD's tree.
    package func stagedFiles() throws(GitError) -> [ChangedFile] {
        try files(of: repository.stagedChanges(), isMerge: false)
    }

    private func files(of changes: [EntryChange], isMerge: Bool) throws(GitError) -> [ChangedFile] {
        // Lines that some parent has are not the merge's own, so a merge has no renames of its own either.
        let renames = isMerge ? [:] : try Renames.find(changes, reader: self)
        let sources = Set(renames.values)
        var files: [ChangedFile] = []
        for (index, change) in changes.enumerated() where !sources.contains(index) {
            let source = renames[index].map { changes[$0] }
            let file = try file(change, source: source)
            // Each line of it stands in one parent or another, and none that all have is gone: merged, not written. A
            // file that all have is deleted by the merge itself.
            if isMerge, change.new != nil, case .text(let text) = file.content, text.hunks.isEmpty { continue }
            files.append(file)
        }
        return files
    }

    private func file(_ change: EntryChange, source: EntryChange?) throws(GitError) -> ChangedFile {
        let old = source?.old ?? change.old
        let status: ChangedFile.Status =
            if source != nil {
                .renamed
            } else if change.new == nil {
                .deleted
            } else if change.old.allSatisfy({ $0 == nil }) {
                .added
            } else {
                .modified
            }
        let first = old.compactMap(\.self).first
        return ChangedFile(
            path: change.path, oldPath: source?.path, status: status, oldMode: first?.mode ?? 0,
            newMode: change.new?.mode ?? 0, oldBlob: first?.id, newBlob: change.new?.id,
            content: try content(from: old, to: change.new))
    }

    private func content(from old: [EntryChange.Side?], to new: EntryChange.Side?) throws(GitError)
        -> ChangedFile.Content
    {
        let shown = new ?? old.compactMap(\.self).first
        guard let shown else { return .unchanged }
        switch Kind(mode: shown.mode) {
        case .submodule: return .submodule
        case .symlink:
            guard let new else { return .symlink(target: []) }
            return try limited(new.id) { .symlink(target: $0.copy) }
        case .file: break
        }
        if let new, old.contains(where: { $0.map { $0.id == new.id && Kind(mode: $0.mode) == .file } ?? false }) {
            return .unchanged
        }
        // A link or a submodule that became a file has no lines before, even where it is the same object.
        let before = old.map { side in side.flatMap { Kind(mode: $0.mode) == .file ? $0.id : nil } }
        for id in before + [new?.id] {
            if let id, let size = try oversize(id) { return .tooLarge(bytes: UInt64(size)) }
        }
        return try text(from: before, to: new?.id)
    }

    private func text(from old: [ObjectID?], to new: ObjectID?) throws(GitError) -> ChangedFile.Content {
        let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
        let after = try new.map { id throws(GitError) in try FileText(blob(id)) }
        var before: [FileText?] = []
        for id in old { before.append(try id.map { id throws(GitError) in try FileText(blob(id)) }) }
        defer { withExtendedLifetime((after, before)) {} }
        let newBytes = after?.bytes ?? nothing
        if ChangeReader.isBinary(newBytes) { return .binary }
        var perParent: [[TextChange.Hunk]] = []
        var olds: [UnsafeRawBufferPointer] = []
        for side in before {
            // What was binary has no lines: as text, all of the file is new.
            let bytes = side?.bytes ?? nothing
            if new == nil, ChangeReader.isBinary(bytes) { return .binary }
            let old = ChangeReader.isBinary(bytes) ? nothing : bytes
            guard let hunks = try TextComparison.hunks(old: old, new: newBytes, by: pair) else {
                return .tooLarge(bytes: UInt64(max(bytes.count, newBytes.count)))
            }
            perParent.append(hunks)
            olds.append(old)
        }
        let hunks = perParent.count == 1 ? perParent[0] : MergedLines(perParent, olds: olds, new: newBytes).hunks
        return .text(ChangeReader.collect(hunks, from: newBytes))
    }

    /// Copies the added lines together.
    private static func collect(_ hunks: [TextChange.Hunk], from text: UnsafeRawBufferPointer) -> TextChange {
        var added: [UInt8] = []
        let moved = hunks.map { hunk in
            var end = hunk.offset
            for _ in 0..<hunk.newCount { end = TextComparison.lineEnd(text, from: end) ?? end }
            let offset = added.count
            added.append(contentsOf: text[hunk.offset..<end])
            return TextChange.Hunk(
                oldStart: hunk.oldStart, oldCount: hunk.oldCount, newStart: hunk.newStart, newCount: hunk.newCount,
                offset: offset, lead: hunk.newCount > 0 ? lead(before: hunk.offset, of: text) : [])
        }
        return TextChange(hunks: moved, addedText: added)
    }

    /// The lines before an offset at which a line begins; of a long line its end.
    private static func lead(before offset: Int, of text: UnsafeRawBufferPointer) -> [UInt8] {
        var lead: [UInt8] = []
        var end = offset
        for _ in 0..<TextChange.Hunk.leadLines where end > 0 {
            var start = end - 1
            while start > 0, end - start <= TextChange.Hunk.leadBytes, text[start - 1] != UInt8(ascii: "\n") {
                start -= 1
            }
            lead = text[start..<end] + lead
            // What stands before the end of a long line is not the line before it.
            guard start > 0, text[start - 1] == UInt8(ascii: "\n") else { break }
            end = start
        }
        return lead
    }

    /// The whole text of a file before its change, as it was compared; empty for what was no text.
    package func oldText(of file: ChangedFile) throws(GitError) -> [UInt8] {
        try wholeText(file.oldBlob, mode: file.oldMode)
    }

    package func newText(of file: ChangedFile) throws(GitError) -> [UInt8] {
        try wholeText(file.newBlob, mode: file.newMode)
    }

    private func wholeText(_ id: ObjectID?, mode: UInt32) throws(GitError) -> [UInt8] {
        guard let id, Kind(mode: mode) == .file, try oversize(id) == nil else { return [] }
        let text = try FileText(blob(id))
        defer { withExtendedLifetime(text) {} }
        return ChangeReader.isBinary(text.bytes) ? [] : Array(text.bytes)
    }

    func blob(_ id: ObjectID) throws(GitError) -> ObjectBytes { try cache.blob(id, in: repository) }

    /// The size of a blob that is over the limit; nil for any other.
    func oversize(_ id: ObjectID) throws(GitError) -> Int? {
        let size = if let known = cache.size(of: id) { known } else { try repository.size(of: id) }
        return size > fileLimit ? size : nil
    }

    private func limited(
        _ id: ObjectID, _ content: (ObjectBytes) -> ChangedFile.Content
    ) throws(GitError) -> ChangedFile.Content {
        if let size = try oversize(id) { return .tooLarge(bytes: UInt64(size)) }
        return content(try blob(id))
    }

    /// As git decides it: a NUL among the first 8,000 bytes.
    static func isBinary(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.baseAddress.map { memchr($0, 0, min(bytes.count, 8000)) != nil } ?? false
    }

    /// What a mode says an entry is.
    enum Kind {
        case file, symlink, submodule

        init(mode: UInt32) {
            switch mode & 0o170000 {
            case 0o120000: self = .symlink
            case 0o160000: self = .submodule
            default: self = .file
            }
        }
    }
}

extension Repository {
    /// The tree of a commit that is itself not judged.
    func treeID(of commit: ObjectID) throws(GitError) -> ObjectID { try self.commit(commit).tree }
}
