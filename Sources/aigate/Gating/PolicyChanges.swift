// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Git

/// What a range did to the files that the gate judges by.
enum PolicyChanges {
    /// `.aigate/` at the head against `.aigate/` at the base; without a base, all of it is new.
    static func between(_ base: ObjectID?, _ head: ObjectID, in repository: Repository) throws -> [ChangedFile] {
        let folder = Path(PolicyLoading.folder)
        let old = try base.map { try TreeFiles(repository, commit: $0).folder(folder) } ?? nil
        let new = try TreeFiles(repository, commit: head).folder(folder)
        guard old != new else { return [] }
        let files = try ChangeReader(repository, fileLimit: Policy.Limits().fileBytes)
            .files(from: [old].compactMap(\.self), to: new)
        return files.map { $0.inside(folder) }
    }
}

extension ChangedFile {
    /// The same file with its path told from the folder's parent.
    fileprivate func inside(_ folder: Path) -> ChangedFile {
        func full(_ path: Path) -> Path { Path(folder.bytes + [UInt8(ascii: "/")] + path.bytes) }
        return ChangedFile(
            path: full(path), oldPath: oldPath.map(full), status: status, oldMode: oldMode, newMode: newMode, oldBlob: oldBlob,
            newBlob: newBlob, content: content, mark: mark)
    }
}
