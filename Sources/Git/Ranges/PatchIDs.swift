// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
package import Gate

extension Repository {
    /// The patch id of the difference between two trees, as `git diff OLD NEW | git patch-id --stable` prints it for
    /// text without attributes, textconv or renames. 40 lower-case hexadecimal digits; nil when a file that differs is
    /// over the limits, for xdiff takes some 90 bytes of memory for each line.
    package func patchID(from old: ObjectID?, to new: ObjectID?) throws(GitError) -> String? {
        try withTree(old) { from throws(GitError) in
            try withTree(new) { to throws(GitError) in try patchID(from: from, to: to) }
        }
    }

    /// Of a file that a patch id is made of: in bytes, and in lines.
    package static let patchIDLimits = (bytes: 64 << 20, lines: TextComparison.lineLimit)

    private func patchID(from old: OpaquePointer?, to new: OpaquePointer?) throws(GitError) -> String? {
        let repository = handle.pointer
        var options = aigate_diff_options()
        let diff = try Handle("compare trees for a patch id", free: git_diff_free) {
            git_diff_tree_to_tree($0, repository, old, new, &options)
        }
        for position in 0..<git_diff_num_deltas(diff.pointer) {
            guard let delta = git_diff_get_delta(diff.pointer, position)?.pointee else { continue }
            for file in [delta.old_file, delta.new_file] where try isOverLimits(file) { return nil }
        }
        var oid = git_oid()
        try check(git_diff_patchid(&oid, diff.pointer, nil), "compute a patch id")
        return ObjectID(oid).hex
    }

    private func isOverLimits(_ file: git_diff_file) throws(GitError) -> Bool {
        let id = ObjectID(file.id)
        // A submodule's commit is no object of this repository.
        guard !id.isZero, file.mode != UInt16(GIT_FILEMODE_COMMIT.rawValue) else { return false }
        let limits = Repository.patchIDLimits
        let size = try size(of: id)
        guard size > limits.lines else { return false }
        guard size <= limits.bytes else { return true }
        let object = try object(id)
        defer { withExtendedLifetime(object) {} }
        return !ChangeReader.isBinary(object.bytes) && object.bytes.count { $0 == UInt8(ascii: "\n") } > limits.lines
    }

    /// The patch id of a commit against its first parent; nil as above.
    package func patchID(of commit: ObjectID) throws(GitError) -> String? {
        let commit = try self.commit(commit)
        let parent = try commit.parents.first.map { id throws(GitError) in try treeID(of: id) }
        return try patchID(from: parent, to: commit.tree)
    }

    /// Lends libgit2's tree; nil, which stands for an empty tree, for no id.
    func withTree<Result>(
        _ id: ObjectID?, _ body: (OpaquePointer?) throws(GitError) -> Result
    ) throws(GitError) -> Result {
        guard let id else { return try body(nil) }
        let repository = handle.pointer
        var oid = id.oid
        let tree = try Handle("read tree \(id.short)", free: git_tree_free) { git_tree_lookup($0, repository, &oid) }
        return try body(tree.pointer)
    }
}
