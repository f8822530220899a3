// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
package import Gate

/// What stands at a path in one commit.
package struct FileVersion: Sendable {
    package let commit: ObjectID
    /// Of the committer's claim, UTC.
    package let day: Day
    /// Nil: there is no file.
    package let blob: ObjectID?
}

extension Repository {
    /// What the commit and its first parents hold at a path, the newest first, for as long as `visit` wants more.
    /// Compares entries' ids: a folder that is the same object is not opened again. False where a shallow clone ends
    /// before the history does.
    package func firstParents(
        of start: ObjectID, at path: Path, _ visit: (FileVersion) throws(GitError) -> Bool
    ) throws(GitError) -> Bool {
        let boundary = try shallowBoundary()
        let parts = path.bytes.split(separator: UInt8(ascii: "/")).map(Array.init)
        guard let top = parts.first else { return true }
        var next: ObjectID? = start
        var last: (entry: ObjectID?, blob: ObjectID?)?
        while let id = next {
            let commit = try commit(id)
            let entry = try entry(named: top, in: commit.tree)
            let blob = last.flatMap { $0.entry == entry ? $0.blob : nil }
            let isKnown = last.map { $0.entry == entry } ?? false
            let found = isKnown ? blob : try object(at: parts.dropFirst(), below: entry)
            last = (entry, found)
            let version = FileVersion(commit: id, day: Instant(seconds: commit.committer.seconds).day, blob: found)
            guard try visit(version) else { return true }
            if boundary.contains(id) { return false }
            next = commit.parents.first
        }
        return true
    }

    /// The bytes of a version; nil where there is no file, or one of more than `limit` bytes.
    package func bytes(of version: FileVersion, limit: Int) throws(GitError) -> [UInt8]? {
        guard let blob = version.blob, try size(of: blob) <= limit else { return nil }
        return try object(blob).copy
    }

    private func object(at path: ArraySlice<[UInt8]>, below entry: ObjectID?) throws(GitError) -> ObjectID? {
        guard let entry, let name = path.first else { return entry }
        // A file in a folder's place holds nothing.
        guard try header(of: entry).type == GIT_OBJECT_TREE else { return nil }
        return try object(at: path.dropFirst(), below: self.entry(named: name, in: entry))
    }

    private func entry(named name: [UInt8], in folder: ObjectID) throws(GitError) -> ObjectID? {
        let tree = try tree(folder)
        defer { withExtendedLifetime(tree) {} }
        var cursor = try TreeCursor(tree.bytes)
        while let entry = cursor.entry {
            // A submodule's commit is no object of this repository.
            if entry.name.elementsEqual(name), entry.mode & 0o170000 != 0o160000 { return ObjectID(at: entry.id) }
            try cursor.advance()
        }
        return nil
    }
}
