// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
package import Gate
import Glibc

extension Repository {
    /// Which commit brought each line of a file (git-blame(1)), in the order of the lines. `lines`: from 1, within the
    /// file; nil: all. Throws `GitError.shallow` where the answer lies beyond the history that the clone holds.
    package func blame(_ path: Path, at commit: ObjectID, lines: ClosedRange<Int>?) throws(GitError) -> [BlamedLines] {
        let doing = "find out who brought the lines of \(path.visible)"
        var options = aigate_blame_options()
        options.newest_commit = commit.oid
        if let lines {
            options.min_line = lines.lowerBound
            options.max_line = lines.upperBound
        }
        let repository = handle.pointer
        let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
        let blame: Handle
        do throws(GitError) {
            blame = try Handle(doing, free: git_blame_free) { git_blame_file($0, repository, name, &options) }
        } catch {
            throw isShallow && error.kind == .missingObject ? shallowError(doing: doing, reason: error.reason) : error
        }
        let boundary = try shallowBoundary()
        var blamed: [BlamedLines] = []
        for index in 0..<git_blame_get_hunk_count(blame.pointer) {
            guard let hunk = git_blame_get_hunk_byindex(blame.pointer, index)?.pointee else { continue }
            let id = ObjectID(hunk.final_commit_id)
            guard !boundary.contains(id) else {
                throw shallowError(doing: doing, reason: "history is cut off at \(id.short)")
            }
            let origin = hunk.orig_path.map { Path(Array(UnsafeRawBufferPointer(start: $0, count: strlen($0)))) }
            blamed.append(
                BlamedLines(
                    commit: id, path: origin ?? path, first: Int(hunk.final_start_line_number),
                    original: Int(hunk.orig_start_line_number), count: Int(hunk.lines_in_hunk)))
        }
        return blamed
    }
}
