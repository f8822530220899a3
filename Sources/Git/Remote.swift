// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
import Gate
import Glibc

/// A remote as the repository's configuration has it.
final class Remote {
    let name: String
    private let handle: Handle

    /// `name`: as bytes, ended by NUL.
    init(_ name: [CChar], in repository: OpaquePointer) throws(GitError) {
        let text = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        self.name = text
        handle = try Handle("read the remote \(text)", free: git_remote_free) {
            git_remote_lookup($0, repository, name)
        }
    }

    /// A fetch from it may fill a ref of this name.
    func fetches(_ ref: String) -> Bool {
        (0..<git_remote_refspec_count(handle.pointer)).contains { index in
            guard let spec = git_remote_get_refspec(handle.pointer, index) else { return false }
            return git_refspec_direction(spec) == GIT_DIRECTION_FETCH && git_refspec_dst_matches(spec, ref) == 1
        }
    }
}

/// The remotes of a repository, each read once, when it is first asked about: with each reading libgit2 (1.5) loses a
/// quarter of a megabyte to expressions that match nothing.
struct Remotes {
    private var names: [[CChar]]?
    private var read: [Remote] = []

    /// The first remote whose fetch fills no ref of this name; nil when there is none.
    mutating func first(notFetching ref: String, in repository: OpaquePointer) throws(GitError) -> Remote? {
        let names = if let known = self.names { known } else { try Remotes.names(in: repository) }
        self.names = names
        for (index, name) in names.enumerated() {
            if index == read.count { read.append(try Remote(name, in: repository)) }
            if !read[index].fetches(ref) { return read[index] }
        }
        return nil
    }

    private static func names(in repository: OpaquePointer) throws(GitError) -> [[CChar]] {
        var names = git_strarray()
        try check(git_remote_list(&names, repository), "list the remotes")
        defer { git_strarray_dispose(&names) }
        return (0..<names.count).compactMap { index in
            names.strings[index].map { Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1)) }
        }
    }
}
