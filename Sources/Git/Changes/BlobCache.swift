// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
import Gate

/// The blobs read last, by worker. Commits come parents first, so the old version of a file is often the new version of
/// a commit just judged: half of all inflating falls away.
final class BlobCache {
    /// Bytes kept at most; older blobs go first.
    private let capacity: Int
    private var used = 0
    private var blobs: [ObjectID: ObjectBytes] = [:]
    private var order: [ObjectID] = []
    private var oldest = 0

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Nil for a blob that is not kept.
    func size(of id: ObjectID) -> Int? { blobs[id]?.bytes.count }

    func blob(_ id: ObjectID, in repository: Repository) throws(GitError) -> ObjectBytes {
        if let blob = blobs[id] { return blob }
        let blob = try repository.object(id, type: GIT_OBJECT_BLOB)
        guard blob.bytes.count <= capacity / 4 else { return blob }
        blobs[id] = blob
        order.append(id)
        used += blob.bytes.count
        while used > capacity, oldest < order.count {
            if let gone = blobs.removeValue(forKey: order[oldest]) { used -= gone.bytes.count }
            oldest += 1
        }
        if oldest > 4096 {
            order.removeFirst(oldest)
            oldest = 0
        }
        return blob
    }
}
