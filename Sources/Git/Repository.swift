// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
import FoundationEssentials
package import Gate

/// One handle on a repository. Not shared between threads: each worker opens its own.
package final class Repository {
    let handle: Handle
    let database: Handle
    /// The `.git` folder (of the main repository, for a linked worktree), as bytes of a path.
    package let commonFolder: String
    var remotes = Remotes()

    /// Opens the repository that holds a folder; without one, what git's environment names (GIT_DIR), else the
    /// repository that holds the current folder.
    package init(at folder: String?) throws(GitError) {
        try Library.use()
        do {
            handle = try Handle("open the repository at \(folder ?? ".")", free: git_repository_free) {
                git_repository_open_ext($0, folder, UInt32(GIT_REPOSITORY_OPEN_FROM_ENV.rawValue), nil)
            }
        } catch {
            throw Repository.explain(error, folder: folder ?? ".")
        }
        let repository = handle.pointer
        database = try Handle("open the object database", free: git_odb_free) { git_repository_odb($0, repository) }
        commonFolder = String(cString: git_repository_commondir(repository))
    }

    /// Does the part of opening a repository that needs to know none, for a thread that has nothing else to do.
    package static func prepare() { Library.prepare() }

    private static func explain(_ error: GitError, folder: String) -> GitError {
        if error.reason.contains("objectformat") {
            return GitError(
                .unsupportedRepository, doing: error.doing, reason: "it names its objects by SHA-256",
                remedy: "this version reads SHA-1 repositories only")
        }
        if error.kind == .missingObject {
            return GitError(
                .noRepository, doing: "open a repository", reason: "there is none at or above \(folder)",
                remedy: "run aigate inside a clone, or name one with --repository")
        }
        return GitError(.unsupportedRepository, doing: error.doing, reason: error.reason)
    }

    /// Also seen from a linked worktree, where libgit2 looks in the wrong folder.
    package var isShallow: Bool {
        git_repository_is_shallow(handle.pointer) == 1
            || FileManager.default.fileExists(atPath: commonFolder + "shallow")
    }

    /// The folder that is checked out; nil for a bare repository.
    package var workingFolder: String? { git_repository_workdir(handle.pointer).map { String(cString: $0) } }

    /// A clone that left objects out (`--filter`); libgit2 cannot fetch them later.
    package var isPartial: Bool {
        get throws(GitError) { try setting("extensions.partialclone") != nil }
    }

    /// A value of the repository's configuration; nil when unset.
    package func setting(_ name: String) throws(GitError) -> String? {
        let repository = handle.pointer
        let config = try Handle("read the configuration", free: git_config_free) {
            git_repository_config_snapshot($0, repository)
        }
        var value: UnsafePointer<CChar>?
        let code = git_config_get_string(&value, config.pointer, name)
        if code == GIT_ENOTFOUND.rawValue { return nil }
        try check(code, "read the setting \(name)")
        return value.map { String(cString: $0) }
    }

    func object(_ id: ObjectID) throws(GitError) -> ObjectBytes {
        try ObjectBytes(id, from: database)
    }

    func object(_ id: ObjectID, type: git_object_t) throws(GitError) -> ObjectBytes {
        let object = try object(id)
        guard object.type == type else {
            throw GitError(
                .malformed, doing: "read object \(id.hex)", reason: "it is of another type than its reference says")
        }
        return object
    }

    /// Size of a blob in bytes, without reading it whole.
    func size(of id: ObjectID) throws(GitError) -> Int { try header(of: id).size }

    /// Type, and size in bytes.
    func header(of id: ObjectID) throws(GitError) -> (type: git_object_t, size: Int) {
        var oid = id.oid
        var size = 0
        var type = GIT_OBJECT_ANY
        try check(git_odb_read_header(&size, &type, database.pointer, &oid), "read the header of \(id.hex)")
        return (type, size)
    }

    package func commit(_ id: ObjectID) throws(GitError) -> Commit {
        let object = try object(id, type: GIT_OBJECT_COMMIT)
        return try CommitParser.commit(id, object.copy)
    }

    package func contains(_ id: ObjectID) -> Bool {
        var oid = id.oid
        return git_odb_exists(database.pointer, &oid) == 1
    }

    /// Gives memory that no longer holds anything back to the system, also between what is still in use.
    package static func releaseFreePages() {
        malloc_trim(0)
    }
}
