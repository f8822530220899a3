// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
package import Gate

/// A notes ref (git-notes(1)) as this clone has it.
package struct NotesRef: Sendable {
    package enum State: Hashable, Sendable {
        /// The commit (or tree) that it points to.
        case present(tip: ObjectID)
        /// The clone has no such ref, and nothing says that there is one elsewhere.
        case absent
        /// The clone has no such ref, and a remote (by its name) from which nobody asked for it.
        case notFetched(remote: String)
    }

    /// `refs/notes/...`
    package let name: String
    package let state: State
}

extension Repository {
    /// Looks a notes ref up. `git clone` and CI's checkouts do not fetch notes, so a missing ref is absent only where
    /// there is no remote, or one whose notes are fetched to this very name.
    package func notesRef(_ name: String) throws(GitError) -> NotesRef {
        var oid = git_oid()
        let code = git_reference_name_to_id(&oid, handle.pointer, name)
        if code == GIT_ENOTFOUND.rawValue {
            return NotesRef(name: name, state: try remoteNotAsked(for: name).map { .notFetched(remote: $0) } ?? .absent)
        }
        try check(code, "resolve \(name)")
        return NotesRef(name: name, state: .present(tip: ObjectID(oid)))
    }

    /// The first remote whose fetch fills no ref of this name; nil when there is none.
    private func remoteNotAsked(for ref: String) throws(GitError) -> String? {
        try remotes.first(notFetching: ref, in: handle.pointer)?.name
    }
}

/// Reads the notes of one ref. One per worker: it holds a repository handle and remembers the folders of the notes'
/// tree.
///
/// A note stands under its commit's id in hexadecimal, of which two digits at a time may be folders (`ab/cd/ef...`).
package final class Notes {
    /// A larger tree is not looked into, in bytes; git splits a tree of notes long before.
    static let treeLimit = 16 << 20
    /// Notes in folders below the root that are remembered at most; the others' folders are read again each time.
    private static let memory = 100_000

    private let repository: Repository
    private let limit: Int
    private let root: Root
    private var folders: [Place: Folder] = [:]
    private var remembered = 0

    private enum Root {
        case nothing
        case tree(Folder)
        case refused(CommitNote)
    }

    /// `limit`: larger notes are not read, in bytes. The largest of 10,685 real ones that were measured has 3.2 MB.
    package init(_ repository: Repository, ref: NotesRef, limit: Int = 8 << 20) {
        self.repository = repository
        self.limit = limit
        guard case .present(let tip) = ref.state else {
            root = .nothing
            return
        }
        do {
            let tree = try repository.object(tip).type == GIT_OBJECT_TREE ? tip : repository.treeID(of: tip)
            let size = try repository.size(of: tree)
            root =
                size > Notes.treeLimit
                ? .refused(.tooLarge(bytes: size)) : .tree(try Folder(tree, above: [], in: repository))
        } catch {
            root = .refused(.unreadable(reason: error.description))
        }
    }

    /// Why no note can be read at all; nil when some can, or when there is no such ref.
    package var trouble: CommitNote? {
        if case .refused(let note) = root { note } else { nil }
    }

    /// Whether there is one, whatever it holds; false where none can be read at all.
    package func hasNote(on commit: ObjectID) -> Bool { trouble == nil && note(on: commit) != .absent }

    /// Of several in different folders the one nearest to the root. Trouble with notes is a state, never an error: what
    /// hangs beside a commit must not keep it from being judged.
    package func note(on commit: ObjectID) -> CommitNote {
        switch root {
        case .nothing: return .absent
        case .refused(let note): return note
        case .tree(let root):
            do {
                return try note(on: commit, below: root)
            } catch {
                return .unreadable(reason: error.description)
            }
        }
    }

    private func note(on commit: ObjectID, below root: Folder) throws(GitError) -> CommitNote {
        let id = commit.bytes
        var folder = root
        for depth in 0..<id.count {
            if let entry = folder.notes[commit] { return try read(entry) }
            guard let next = folder.folders[id[depth]] else { return .absent }
            let place = Place(tree: next, above: Array(id.prefix(depth + 1)))
            if let known = folders[place] {
                folder = known
                continue
            }
            let size = try repository.size(of: next)
            guard size <= Notes.treeLimit else { return .tooLarge(bytes: size) }
            folder = try Folder(next, above: place.above, in: repository)
            guard remembered + folder.notes.count <= Notes.memory else { continue }
            remembered += folder.notes.count
            folders[place] = folder
        }
        return .absent
    }

    /// The same folder means other commits in another place.
    private struct Place: Hashable {
        let tree: ObjectID
        let above: [UInt8]
    }

    private func read(_ entry: Folder.Entry) throws(GitError) -> CommitNote {
        guard entry.mode & 0o170000 == 0o100000 else { return .unreadable(reason: "its entry is no regular file") }
        let size = try repository.size(of: entry.blob)
        guard size <= limit else { return .tooLarge(bytes: size) }
        return .found(try repository.object(entry.blob, type: GIT_OBJECT_BLOB).copy)
    }

    /// One folder of the tree: the notes right in it, and the folders that are two digits of an id.
    private struct Folder {
        struct Entry {
            let mode: UInt32
            let blob: ObjectID
        }

        /// By the commit that they are on.
        private(set) var notes: [ObjectID: Entry] = [:]
        private(set) var folders: [UInt8: ObjectID] = [:]

        /// `above`: the digits of the folders that it stands in, as bytes.
        init(_ tree: ObjectID, above: [UInt8], in repository: Repository) throws(GitError) {
            let object = try repository.tree(tree)
            defer { withExtendedLifetime(object) {} }
            var cursor = try TreeCursor(object.bytes)
            while let entry = cursor.entry {
                if entry.isTree {
                    if let digits = Folder.digits(entry.name, bytes: 1) { folders[digits[0]] = ObjectID(at: entry.id) }
                } else if let rest = Folder.digits(entry.name, bytes: 20 - above.count),
                    let id = (above + rest).withUnsafeBytes({ ObjectID(bytes: $0) })
                {
                    notes[id] = Entry(mode: entry.mode, blob: ObjectID(at: entry.id))
                }
                try cursor.advance()
            }
        }

        /// The bytes that a name spells in hexadecimal; nil for a name of another length or kind, which is no note.
        private static func digits(_ name: UnsafeRawBufferPointer, bytes count: Int) -> [UInt8]? {
            guard name.count == count * 2 else { return nil }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(count)
            for index in stride(from: 0, to: name.count, by: 2) {
                guard let high = Hex.value(name[index]), let low = Hex.value(name[index + 1]) else { return nil }
                bytes.append(high << 4 | low)
            }
            return bytes
        }
    }
}
