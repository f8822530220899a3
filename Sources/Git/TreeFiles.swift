// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
package import Gate

/// Reads files of one commit's tree.
package struct TreeFiles {
    private let repository: Repository
    private let root: ObjectID

    package init(_ repository: Repository, commit: ObjectID) throws(GitError) {
        self.repository = repository
        root = try repository.treeID(of: commit)
    }

    /// The bytes of a regular file; nil when there is none at that path. Throws above `limit` bytes.
    package func file(_ path: Path, limit: Int = 4 << 20) throws(GitError) -> [UInt8]? {
        var folder = root
        let parts = path.bytes.split(separator: UInt8(ascii: "/"))
        for (index, part) in parts.enumerated() {
            guard let entry = try entries(of: folder).first(where: { $0.name.elementsEqual(part) }) else { return nil }
            if index < parts.count - 1 {
                guard entry.isFolder else { return nil }
                folder = entry.id
                continue
            }
            guard entry.isFile else { return nil }
            let size = try repository.size(of: entry.id)
            guard size <= limit else {
                throw GitError(.malformed, doing: "read \(path.visible)", reason: "it has \(size) bytes, more than \(limit)")
            }
            return try repository.object(entry.id, type: GIT_OBJECT_BLOB).copy
        }
        return nil
    }

    /// The names in a folder; empty when there is none.
    package func names(in path: String) throws(GitError) -> [Path] {
        var folder = root
        for part in path.utf8.split(separator: UInt8(ascii: "/")) {
            guard let entry = try entries(of: folder).first(where: { $0.name.elementsEqual(part) && $0.isFolder }) else { return [] }
            folder = entry.id
        }
        return try entries(of: folder).map { Path($0.name) }
    }

    private struct Entry {
        let name: [UInt8]
        let id: ObjectID
        let mode: UInt32
        var isFolder: Bool { mode & 0o170000 == 0o040000 }
        var isFile: Bool { mode & 0o170000 == 0o100000 }
    }

    private func entries(of folder: ObjectID) throws(GitError) -> [Entry] {
        let tree = try repository.tree(folder)
        defer { withExtendedLifetime(tree) {} }
        var cursor = try TreeCursor(tree.bytes)
        var entries: [Entry] = []
        while let entry = cursor.entry {
            entries.append(Entry(name: Array(entry.name), id: ObjectID(at: entry.id), mode: entry.mode))
            try cursor.advance()
        }
        return entries
    }
}
