// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The files of one state of a repository.
package protocol FileTree: AnyObject {
    /// The bytes of a regular file; nil where none stands. Throws for a file that cannot be read, and for one of more
    /// than
    /// `limit` bytes: that is not the same as none.
    func bytes(of path: Path, limit: Int) throws -> [UInt8]?
    /// What stands in a folder, by name; nothing where there is none. The root is the empty path.
    func entries(in folder: Path) throws -> [FileEntry]
}

/// One name in a folder.
package struct FileEntry: Hashable, Sendable {
    package enum Kind: Sendable {
        case file, folder, link, submodule
    }

    package let name: [UInt8]
    package let kind: Kind

    package init(name: [UInt8], kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

/// Files that are at hand; without any, the state before there was a repository.
package final class MemoryTree: FileTree {
    private let files: [Path: [UInt8]]

    package init(_ files: [Path: [UInt8]] = [:]) {
        self.files = files
    }

    package func bytes(of path: Path, limit: Int) throws -> [UInt8]? { files[path] }

    package func entries(in folder: Path) throws -> [FileEntry] {
        let prefix = folder.bytes.isEmpty ? [] : folder.bytes + [UInt8(ascii: "/")]
        let below = files.keys.filter { $0.bytes.starts(with: prefix) }.map { $0.bytes.dropFirst(prefix.count) }
        let entries = Set(
            below.map { rest in
                let name = Array(rest.prefix { $0 != UInt8(ascii: "/") })
                return FileEntry(name: name, kind: name.count == rest.count ? .file : .folder)
            })
        return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    }
}
