// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
package import Gate
import Glibc

/// The files of the index: what the next commit will hold. Read when it is first asked for one.
package final class IndexFiles {
    private let repository: Repository
    private var files: [Path: (id: ObjectID, mode: UInt32)]?

    package init(_ repository: Repository) {
        self.repository = repository
    }

    private func loaded() throws(GitError) -> [Path: (id: ObjectID, mode: UInt32)] {
        if let files { return files }
        let owner = repository.handle.pointer
        let index = try Handle("read the index", free: git_index_free) { git_repository_index($0, owner) }
        var read: [Path: (id: ObjectID, mode: UInt32)] = [:]
        for position in 0..<git_index_entrycount(index.pointer) {
            guard let entry = git_index_get_byindex(index.pointer, position)?.pointee else { continue }
            let path = UnsafeRawBufferPointer(start: entry.path, count: strlen(entry.path))
            read[Path(Array(path))] = (ObjectID(entry.id), entry.mode)
        }
        files = read
        return read
    }
}

extension IndexFiles: FileTree {
    package func bytes(of path: Path, limit: Int) throws -> [UInt8]? {
        guard let file = try loaded()[path], file.mode & 0o170000 == 0o100000 else { return nil }
        return try repository.blob(file.id, at: path, limit: limit)
    }

    package func entries(in folder: Path) throws -> [FileEntry] {
        let prefix = folder.bytes.isEmpty ? [] : folder.bytes + [UInt8(ascii: "/")]
        var kinds: [[UInt8]: FileEntry.Kind] = [:]
        for (path, file) in try loaded() where path.bytes.starts(with: prefix) {
            let rest = path.bytes.dropFirst(prefix.count)
            let name = Array(rest.prefix { $0 != UInt8(ascii: "/") })
            kinds[name] = name.count < rest.count ? .folder : FileEntry.Kind(mode: file.mode)
        }
        return kinds.map { FileEntry(name: $0.key, kind: $0.value) }.sorted {
            $0.name.lexicographicallyPrecedes($1.name)
        }
    }
}
