// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git

/// What a range did to the files that the gate judges by: `.aigate/`, the mailmap, and the files of keys wherever the
/// policy has them.
struct PolicyChanges {
    let repository: Repository
    let review: Policy.ReviewPolicy

    /// The files at the head against those at the base; without a base, all of them are new.
    func between(_ base: ObjectID?, _ head: ObjectID) throws -> [ChangedFile] {
        let old = try base.map { try TreeFiles(repository, commit: $0) }
        let new = try TreeFiles(repository, commit: head)
        return try inFolder(old, new) + (try outside.compactMap { try change(of: $0, old, new) })
    }

    func concerns(_ path: Path) -> Bool { path.isInside(folder: PolicyLoading.folder) || outside.contains(path) }

    private func inFolder(_ old: TreeFiles?, _ new: TreeFiles) throws -> [ChangedFile] {
        let folder = Path(PolicyLoading.folder)
        let before = try old?.folder(folder)
        let after = try new.folder(folder)
        guard before != after else { return [] }
        let files = try ChangeReader(repository, fileLimit: Policy.Limits().fileBytes)
            .files(from: [before].compactMap(\.self), to: after)
        return files.map { $0.inside(folder) }
    }

    private var outside: [Path] {
        let keys = [review.allowedSigners, review.revokedKeys, review.keyring].map { Path($0) }
        return Set([Path(ReviewLoading.mailmapFile)] + keys.filter { !$0.isInside(folder: PolicyLoading.folder) })
            .sorted()
    }

    private func change(of path: Path, _ old: TreeFiles?, _ new: TreeFiles) throws -> ChangedFile? {
        let before = try old?.blob(path)
        let after = try new.blob(path)
        guard before?.id != after?.id || before?.mode != after?.mode else { return nil }
        return ChangedFile(
            path: path, status: before == nil ? .added : after == nil ? .deleted : .modified,
            oldMode: before?.mode ?? 0,
            newMode: after?.mode ?? 0, oldBlob: before?.id, newBlob: after?.id, content: .unchanged)
    }
}

extension ChangedFile {
    /// The same file with its path told from the folder's parent.
    fileprivate func inside(_ folder: Path) -> ChangedFile {
        func full(_ path: Path) -> Path { Path(folder.bytes + [UInt8(ascii: "/")] + path.bytes) }
        return ChangedFile(
            path: full(path), oldPath: oldPath.map(full), status: status, oldMode: oldMode, newMode: newMode,
            oldBlob: oldBlob,
            newBlob: newBlob, content: content, mark: mark)
    }
}
