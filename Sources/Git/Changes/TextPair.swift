// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2

/// Two texts in memory that libgit2 compares as blobs. For one thread.
final class TextPair {
    private let repository: Handle
    /// Freed with the repository.
    private let pair: UnsafeMutablePointer<aigate_text_pair>
    private var comparisons: UInt64 = 0

    init() throws(GitError) {
        try Library.use()
        var made: UnsafeMutablePointer<aigate_text_pair>?
        repository = try Handle("make room to compare texts", free: git_repository_free) {
            aigate_text_pair_open($0, &made)
        }
        guard let made else { throw GitError(.other, doing: "make room to compare texts", reason: "no memory") }
        pair = made
    }

    /// Gives the hunks between two texts that are not empty, without lines around them, to `add` in order.
    func compare(
        _ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer, add: (git_diff_hunk) -> Void
    ) throws(GitError) {
        pair.pointee.texts = (old.baseAddress, new.baseAddress)
        pair.pointee.sizes = (old.count, new.count)
        defer { pair.pointee.texts = (nil, nil) }
        // Another id each time, so that no cache can answer with an earlier text.
        comparisons += 1
        let before = try blob(0)
        let after = try blob(1)
        var options = aigate_diff_options()
        // Whether it is text was decided on the whole file.
        options.flags = GIT_DIFF_FORCE_TEXT.rawValue
        options.context_lines = 0
        let code = withoutActuallyEscaping(add) { add in
            var add = add
            return withUnsafeMutablePointer(to: &add) { payload in
                git_diff_blobs(
                    before.pointer, nil, after.pointer, nil, &options, nil, nil,
                    { _, hunk, payload in
                        guard let hunk, let payload else { return -1 }
                        payload.assumingMemoryBound(to: ((git_diff_hunk) -> Void).self).pointee(hunk.pointee)
                        return 0
                    }, nil, payload)
            }
        }
        try check(code, "compare two versions of a file")
    }

    private func blob(_ index: UInt8) throws(GitError) -> Handle {
        var id = git_oid()
        withUnsafeMutableBytes(of: &id) { bytes in
            bytes[0] = index
            bytes.storeBytes(of: comparisons, toByteOffset: 8, as: UInt64.self)
        }
        let repository = repository.pointer
        return try Handle("read a text to compare", free: git_blob_free) { git_blob_lookup($0, repository, &id) }
    }
}
