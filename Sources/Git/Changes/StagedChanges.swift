// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
import Gate
import Glibc

extension Repository {
    /// The entries in which the index differs from HEAD's tree (from nothing, before the first commit).
    func stagedChanges() throws(GitError) -> [EntryChange] {
        var tree: ObjectID?
        if let head = try headCommit() { tree = try treeID(of: head) }
        return try withTree(tree) { tree throws(GitError) in try stagedChanges(against: tree) }
    }

    private func stagedChanges(against tree: OpaquePointer?) throws(GitError) -> [EntryChange] {
        let repository = handle.pointer
        let index = try Handle("read the index", free: git_index_free) { git_repository_index($0, repository) }
        guard git_index_has_conflicts(index.pointer) == 0 else {
            throw GitError(
                .other, doing: "read the index", reason: "it holds conflicts that are not resolved",
                remedy: "resolve them first")
        }
        var options = aigate_diff_options()
        options.flags = GIT_DIFF_INCLUDE_TYPECHANGE.rawValue
        let diff = try Handle("compare the index with HEAD", free: git_diff_free) {
            git_diff_tree_to_index($0, repository, tree, index.pointer, &options)
        }
        return (0..<git_diff_num_deltas(diff.pointer)).compactMap { position in
            guard let delta = git_diff_get_delta(diff.pointer, position)?.pointee,
                let path = delta.new_file.path ?? delta.old_file.path
            else { return nil }
            let bytes = UnsafeRawBufferPointer(start: path, count: strlen(path))
            return EntryChange(path: Path(Array(bytes)), old: [side(delta.old_file)], new: side(delta.new_file))
        }
    }

    private func side(_ file: git_diff_file) -> EntryChange.Side? {
        let id = ObjectID(file.id)
        return id.isZero ? nil : EntryChange.Side(mode: UInt32(file.mode), id: id)
    }
}
