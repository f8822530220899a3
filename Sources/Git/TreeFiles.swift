// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
package import Gate

/// Reads files of one commit's tree; remembers the folders that it has seen.
package final class TreeFiles {
    private let repository: Repository
    private let root: ObjectID
    private var folders: [ObjectID: [[UInt8]: Entry]] = [:]

    private struct Entry {
        let id: ObjectID
        let mode: UInt32
        var isFolder: Bool { mode & 0o170000 == 0o040000 }
        var isFile: Bool { mode & 0o170000 == 0o100000 }
    }

    package init(_ repository: Repository, commit: ObjectID) throws(GitError) {
        self.repository = repository
        root = try repository.treeID(of: commit)
    }

    /// The bytes of a regular file; nil when there is nothing at that path. Throws for a link or folder in its place,
    /// and above `limit` bytes: what stands there and cannot be read is not the same as nothing.
    package func file(_ path: Path, limit: Int = 4 << 20) throws(GitError) -> [UInt8]? {
        let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
        let parent = Path(Array(path.bytes[..<(slash ?? 0)]))
        guard let folder = try folder(parent), let entry = try entries(of: folder)[Array(path.name)] else { return nil }
        guard entry.isFile else {
            throw GitError(
                .malformed, doing: "read \(path.visible)", reason: "it is no regular file",
                remedy: "links and folders are not followed: put the file itself there")
        }
        return try repository.blob(entry.id, at: path, limit: limit)
    }

    /// Whether a regular file stands at that path; never through a link.
    package func holdsFile(_ path: Path) throws(GitError) -> Bool {
        try entry(at: path)?.isFile ?? false
    }

    /// What stands at a path that is no folder: a file or a link, with git's mode; nil when there is nothing.
    package func blob(_ path: Path) throws(GitError) -> (id: ObjectID, mode: UInt32)? {
        guard let entry = try entry(at: path), !entry.isFolder else { return nil }
        return (entry.id, entry.mode)
    }

    /// Links and files on the way lead nowhere.
    private func entry(at path: Path) throws(GitError) -> Entry? {
        var folder = root
        let parts = path.bytes.split(separator: UInt8(ascii: "/"))
        for part in parts.dropLast() {
            guard let entry = try entries(of: folder)[Array(part)], entry.isFolder else { return nil }
            folder = entry.id
        }
        return try parts.last.flatMap { part throws(GitError) in try entries(of: folder)[Array(part)] }
    }

    /// The first bytes of a regular file; empty where there is none, or one of more than `limit` bytes.
    package func beginning(of path: Path, bytes: Int, limit: Int = 1 << 20) throws(GitError) -> [UInt8] {
        let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
        guard let folder = try folder(Path(Array(path.bytes[..<(slash ?? 0)]))),
            let entry = try entries(of: folder)[Array(path.name)], entry.isFile,
            try repository.size(of: entry.id) <= limit
        else { return [] }
        let blob = try repository.object(entry.id, type: GIT_OBJECT_BLOB)
        return withExtendedLifetime(blob) { Array(blob.bytes.prefix(bytes)) }
    }

    /// The tree of a folder, the root for an empty path; nil when there is none. Throws for a link in its place.
    package func folder(_ path: Path) throws(GitError) -> ObjectID? {
        var folder = root
        for part in path.bytes.split(separator: UInt8(ascii: "/")) {
            guard let entry = try entries(of: folder)[Array(part)] else { return nil }
            guard entry.isFolder else {
                if entry.mode & 0o170000 == 0o120000 {
                    throw GitError(
                        .malformed, doing: "read the folder \(path.visible)", reason: "it is a symbolic link",
                        remedy: "links are not followed: put the folder itself there")
                }
                return nil
            }
            folder = entry.id
        }
        return folder
    }

    /// The names in a folder, sorted; empty when there is none.
    package func names(in path: String) throws(GitError) -> [Path] {
        guard let folder = try folder(Path(path)) else { return [] }
        return try entries(of: folder).keys.map { Path($0) }.sorted()
    }

    private func entries(of folder: ObjectID) throws(GitError) -> [[UInt8]: Entry] {
        if let entries = folders[folder] { return entries }
        let tree = try repository.tree(folder)
        defer { withExtendedLifetime(tree) {} }
        var cursor = try TreeCursor(tree.bytes)
        var entries: [[UInt8]: Entry] = [:]
        while let entry = cursor.entry {
            entries[Array(entry.name)] = Entry(id: ObjectID(at: entry.id), mode: entry.mode)
            try cursor.advance()
        }
        folders[folder] = entries
        return entries
    }
}

extension TreeFiles: FileTree {
    package func bytes(of path: Path, limit: Int) throws -> [UInt8]? {
        guard let entry = try entry(at: path), entry.isFile else { return nil }
        return try file(path, limit: limit)
    }

    package func entries(in folder: Path) throws -> [FileEntry] {
        // A link or a file on the way leads nowhere.
        let isFolder = try folder.bytes.isEmpty || (entry(at: folder)?.isFolder ?? false)
        guard isFolder, let tree = try self.folder(folder) else { return [] }
        return try entries(of: tree).map { FileEntry(name: $0.key, kind: FileEntry.Kind(mode: $0.value.mode)) }
            .sorted { $0.name.lexicographicallyPrecedes($1.name) }
    }
}

extension FileEntry.Kind {
    /// By git's mode.
    init(mode: UInt32) {
        switch mode & 0o170000 {
        case 0o040000: self = .folder
        case 0o120000: self = .link
        case 0o160000: self = .submodule
        default: self = .file
        }
    }
}

extension Repository {
    /// The bytes of a blob that stands at a path. Throws above `limit` bytes.
    func blob(_ id: ObjectID, at path: Path, limit: Int) throws(GitError) -> [UInt8] {
        let size = try size(of: id)
        guard size <= limit else {
            throw GitError(
                .malformed, doing: "read \(path.visible)", reason: "it has \(size) bytes, more than \(limit)")
        }
        return try object(id, type: GIT_OBJECT_BLOB).copy
    }
}
