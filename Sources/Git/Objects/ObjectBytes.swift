// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
import Gate

/// An object's content as libgit2 holds it.
final class ObjectBytes {
    private let handle: Handle
    let type: git_object_t
    /// Valid as long as this owner lives: whoever uses it keeps the owner with `withExtendedLifetime`.
    let bytes: UnsafeRawBufferPointer

    init(_ id: ObjectID, from database: borrowing Handle) throws(GitError) {
        var oid = id.oid
        handle = try Handle("read object \(id.hex)", free: git_odb_object_free) {
            git_odb_read($0, database.pointer, &oid)
        }
        type = git_odb_object_type(handle.pointer)
        bytes = UnsafeRawBufferPointer(
            start: git_odb_object_data(handle.pointer), count: git_odb_object_size(handle.pointer))
    }

    /// The content, copied.
    var copy: [UInt8] { withExtendedLifetime(self) { Array(bytes) } }
}

extension ObjectID {
    init(_ oid: git_oid) {
        // git_oid holds 20 bytes in every version that reads SHA-1 repositories.
        self = withUnsafeBytes(of: oid) { ObjectID(bytes: $0)! }
    }

    /// The 20 bytes at an address.
    init(at address: UnsafeRawPointer) {
        self.init(bytes: UnsafeRawBufferPointer(start: address, count: 20))!
    }

    var oid: git_oid {
        var oid = git_oid()
        withUnsafeMutableBytes(of: &oid) { $0.copyBytes(from: bytes) }
        return oid
    }
}
