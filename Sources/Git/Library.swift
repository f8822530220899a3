// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2

/// libgit2's global state: started once, when the first repository is opened.
enum Library {
    /// Objects are compared, not trusted: the hash of each was checked when it came into the clone, as git itself
    /// assumes.
    private static let start: Int32 = {
        let code = git_libgit2_init()
        guard code > 0 else { return code }
        // A CI container runs as another user than the clone's owner. libgit2 runs no hooks and no file monitor.
        let calls = [
            aigate_set_flag(GIT_OPT_SET_OWNER_VALIDATION, 0),
            aigate_set_flag(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0),
            // Without bounds a walk over a large history maps whole packs; small windows are faster to map and to give
            // back.
            aigate_set_size(GIT_OPT_SET_MWINDOW_SIZE, 2 << 20),
            aigate_set_size(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, 64 << 20),
            // Objects are met again soon or never: a cache that only grows makes memory a matter of the range's length.
            aigate_set_size(GIT_OPT_SET_CACHE_MAX_SIZE, 1 << 20),
            allowExtensions(["worktreeconfig", "partialclone"]),
        ]
        return calls.first { $0 < 0 } ?? code
    }()

    /// Starts it ahead of the first repository. What fails is told when one is opened.
    static func prepare() { _ = start }

    static func use() throws(GitError) {
        guard start > 0 else {
            throw GitError(.other, doing: "start libgit2", reason: "code \(start)")
        }
    }

    /// What actions/checkout's sparse and filtered clones declare; neither changes how objects are read.
    private static func allowExtensions(_ names: [StaticString]) -> Int32 {
        var pointers: [UnsafePointer<CChar>?] = names.map {
            UnsafeRawPointer($0.utf8Start).assumingMemoryBound(to: CChar.self)
        }
        return aigate_set_extensions(&pointers, pointers.count)
    }
}
