// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2

/// The one owner of a libgit2 pointer: frees it when it goes out of scope.
struct Handle: ~Copyable {
    let pointer: OpaquePointer
    private let free: @convention(c) (OpaquePointer?) -> Void

    /// Takes over what a libgit2 call made.
    init(
        _ doing: @autoclosure () -> String, free: @escaping @convention(c) (OpaquePointer?) -> Void,
        make: (UnsafeMutablePointer<OpaquePointer?>) -> Int32
    ) throws(GitError) {
        var made: OpaquePointer?
        let code = make(&made)
        guard code >= 0, let made else { throw GitError(code: code, doing: doing()) }
        pointer = made
        self.free = free
    }

    deinit { free(pointer) }
}
