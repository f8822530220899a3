// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
package import Gate

extension Repository {
    /// The commits that the heads reach and the hidden do not, parents before children. Throws rather than give a part.
    package func commits(from heads: [ObjectID], hiding hidden: [ObjectID]) throws(GitError) -> [ObjectID] {
        let repository = handle.pointer
        let walk = try Handle("walk the history", free: git_revwalk_free) { git_revwalk_new($0, repository) }
        try check(
            git_revwalk_sorting(walk.pointer, GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_REVERSE.rawValue),
            "walk the history")
        for head in heads {
            var oid = head.oid
            try check(git_revwalk_push(walk.pointer, &oid), "walk the history from \(head.short)")
        }
        for base in hidden {
            var oid = base.oid
            try check(git_revwalk_hide(walk.pointer, &oid), "leave out what \(base.short) reaches")
        }
        let boundary = try shallowBoundary()
        var ids: [ObjectID] = []
        var oid = git_oid()
        while true {
            let code = git_revwalk_next(&oid, walk.pointer)
            if code == GIT_ITEROVER.rawValue { return ids }
            if code < 0 {
                let error = GitError(code: code, doing: "walk the history")
                throw isShallow ? shallowError(doing: error.doing, reason: error.reason) : error
            }
            let id = ObjectID(oid)
            if boundary.contains(id) {
                throw shallowError(doing: "walk the history", reason: "it is cut off at \(id.short)")
            }
            ids.append(id)
        }
    }

    /// The same of a shallow clone, as far as it goes; by id, for there is no order without the whole history.
    package func commitsOfShallowClone(
        from heads: [ObjectID], hiding hidden: [ObjectID]
    ) throws(GitError) -> [ObjectID] {
        let boundary = try shallowBoundary()
        var seen: Set<ObjectID> = []
        func visit(_ starts: [ObjectID]) throws(GitError) -> [ObjectID] {
            var found: [ObjectID] = []
            var open = starts
            while let id = open.popLast() {
                guard seen.insert(id).inserted else { continue }
                found.append(id)
                if !boundary.contains(id) { open += try commit(id).parents }
            }
            return found
        }
        _ = try visit(hidden)
        return try visit(heads).sorted()
    }
}
