// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
import FoundationEssentials
package import Gate

extension Repository {
    /// The commit that a revision names (gitrevisions(7)).
    package func commitID(of revision: String) throws(GitError) -> ObjectID {
        let repository = handle.pointer
        let doing = "resolve \(revision)"
        do throws(GitError) {
            let object = try Handle(doing, free: git_object_free) { git_revparse_single($0, repository, revision) }
            let commit = try Handle(doing, free: git_object_free) {
                git_object_peel($0, object.pointer, GIT_OBJECT_COMMIT)
            }
            guard let id = git_object_id(commit.pointer) else {
                throw GitError(.unknownRevision, doing: doing, reason: "it names no commit")
            }
            return ObjectID(id.pointee)
        } catch {
            if isShallow { throw shallowError(doing: doing, reason: error.reason) }
            throw GitError(
                .unknownRevision, doing: doing, reason: "no such revision in this clone (\(error.reason))",
                remedy: "check the name, or fetch it: git fetch origin \(revision)")
        }
    }

    /// The commit of a reference's full name; nil when there is no such reference.
    package func referencedCommit(_ name: String) throws(GitError) -> ObjectID? {
        var oid = git_oid()
        let code = git_reference_name_to_id(&oid, handle.pointer, name)
        if code == GIT_ENOTFOUND.rawValue || code == GIT_EINVALIDSPEC.rawValue { return nil }
        try check(code, "resolve \(name)")
        return try commitID(of: ObjectID(oid).hex)
    }

    /// HEAD's commit; nil before the first one.
    package func headCommit() throws(GitError) -> ObjectID? {
        var oid = git_oid()
        let code = git_reference_name_to_id(&oid, handle.pointer, "HEAD")
        if code == GIT_ENOTFOUND.rawValue || code == GIT_EUNBORNBRANCH.rawValue { return nil }
        try check(code, "resolve HEAD")
        return ObjectID(oid)
    }

    /// The remote's branch, else the local one; nil when the clone has neither.
    package func branchTip(_ branch: String, remote: String = "origin") throws(GitError) -> ObjectID? {
        if let tip = try referencedCommit("refs/remotes/\(remote)/\(branch)") { return tip }
        return try referencedCommit("refs/heads/\(branch)")
    }

    /// The tip of the branch that the repository starts from: named by the forge, else the remote's HEAD, else main or
    /// master. Nil when there is none.
    package func defaultTip(_ named: String?) throws(GitError) -> ObjectID? {
        if let named { return try branchTip(named) }
        if let tip = try referencedCommit("refs/remotes/origin/HEAD") { return tip }
        for branch in ["main", "master"] {
            if let tip = try branchTip(branch) { return tip }
        }
        return nil
    }

    /// Nil when the two have no ancestor in common, as far as this clone goes.
    package func mergeBase(_ one: ObjectID, _ two: ObjectID) throws(GitError) -> ObjectID? {
        var oid = git_oid()
        var a = one.oid
        var b = two.oid
        let code = git_merge_base(&oid, handle.pointer, &a, &b)
        if code < 0, isShallow {
            throw shallowError(
                doing: "find the merge base of \(one.short) and \(two.short)", reason: "history is cut off before it")
        }
        if code == GIT_ENOTFOUND.rawValue { return nil }
        try check(code, "find the merge base of \(one.short) and \(two.short)")
        return ObjectID(oid)
    }

    /// The commit of the branch that HEAD's branch follows; nil when it follows none. Throws for one that is configured
    /// but not there.
    func upstreamTip() throws(GitError) -> ObjectID? {
        var head: OpaquePointer?
        let code = git_repository_head(&head, handle.pointer)
        if code == GIT_EUNBORNBRANCH.rawValue || code == GIT_ENOTFOUND.rawValue { return nil }
        try check(code, "resolve HEAD")
        defer { git_reference_free(head) }
        guard git_reference_is_branch(head) == 1, let name = git_reference_name(head) else { return nil }
        var upstream = git_buf()
        defer { git_buf_dispose(&upstream) }
        let found = git_branch_upstream_name(&upstream, handle.pointer, name)
        if found == GIT_ENOTFOUND.rawValue { return nil }
        try check(found, "find the branch's upstream")
        return try commitID(of: String(cString: upstream.ptr))
    }

    /// The names of the references that begin with a prefix.
    package func references(startingWith prefix: String) throws(GitError) -> [String] {
        var names = git_strarray()
        try check(git_reference_list(&names, handle.pointer), "list the references")
        defer { git_strarray_dispose(&names) }
        return (0..<names.count).compactMap { names.strings[$0].map { String(cString: $0) } }.filter {
            $0.hasPrefix(prefix)
        }
    }

    func shallowError(doing: String, reason: String) -> GitError {
        GitError(
            .shallow, doing: doing, reason: "this clone is shallow and does not hold it (\(reason))",
            remedy:
                "fetch the whole history: git fetch --unshallow, in GitHub Actions fetch-depth: 0, in GitLab GIT_DEPTH: \"0\""
        )
    }

    /// The commits at which a shallow clone was cut off.
    package func shallowBoundary() throws(GitError) -> Set<ObjectID> {
        guard isShallow else { return [] }
        do {
            let text = try String(contentsOfFile: commonFolder + "shallow", encoding: .utf8)
            return Set(text.split(separator: "\n").compactMap { ObjectID(hex: $0) })
        } catch {
            throw GitError(.other, doing: "read the list of shallow commits", reason: "\(error)")
        }
    }

    /// Set when commits are shown to some readers other than they are: git follows these, this program does not.
    package func rewrittenHistory() throws(GitError) -> [String] {
        var found: [String] = []
        let replaced = try references(startingWith: "refs/replace/").count
        if replaced > 0 {
            found.append(
                "\(replaced) replace refs exist: git shows other objects in their place, aigate judged the originals")
        }
        if FileManager.default.fileExists(atPath: commonFolder + "info/grafts") {
            found.append("a grafts file exists: git shows other parents, aigate judged by the commits' own")
        }
        return found
    }
}
