// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
package import Gate

/// Something in a commit's tree that is no folder.
package struct TreeBlob: Sendable {
    package let path: Path
    package let id: ObjectID
    package let kind: FileEntry.Kind
}

extension Repository {
    /// Everything in a commit's tree that is no folder, by path. Throws for a tree that no file system would take.
    package func blobs(of commit: ObjectID) throws(GitError) -> [TreeBlob] {
        try TreeComparison.changes(from: [], to: treeID(of: commit), in: self).compactMap { change in
            change.new.map { TreeBlob(path: change.path, id: $0.id, kind: FileEntry.Kind(mode: $0.mode)) }
        }
    }

    /// The bytes of a blob; nil for one of more than `limit` bytes, and for what git takes for binary.
    package func text(of blob: ObjectID, limit: Int) throws(GitError) -> [UInt8]? {
        guard try size(of: blob) <= limit else { return nil }
        let object = try object(blob, type: GIT_OBJECT_BLOB)
        return withExtendedLifetime(object) { ChangeReader.isBinary(object.bytes) ? nil : Array(object.bytes) }
    }
}
