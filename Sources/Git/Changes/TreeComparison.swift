// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
import Gate

/// One path that differs from every parent.
struct EntryChange {
    struct Side {
        let mode: UInt32
        let id: ObjectID
    }

    let path: Path
    /// One per parent: what it has there; nil where it has nothing (or a folder).
    let old: [Side?]
    /// Nil: deleted.
    let new: Side?
}

/// Compares trees by entry ids: what is the same object is never opened.
struct TreeComparison {
    /// Deeper trees than any file system takes are an attack.
    static let maximumDepth = 512
    /// More changed paths in one commit than any history has: a tree that refers to itself many times over.
    static let maximumChanges = 2_000_000

    /// Trees that one comparison opens at most: a bomb refers to itself many times over without a single file.
    static let maximumTrees = 400_000

    private let repository: Repository
    private var opened = 0
    private(set) var changes: [EntryChange] = []

    private init(_ repository: Repository) {
        self.repository = repository
    }

    /// What `new` holds that no parent holds in the same place, and what all parents hold that it lacks. No parent:
    /// all.
    static func changes(
        from parents: [ObjectID], to new: ObjectID?, in repository: Repository
    ) throws(GitError) -> [EntryChange] {
        var comparison = TreeComparison(repository)
        // A root commit differs from one parent that has nothing.
        try comparison.compare(parents.isEmpty ? [nil] : parents.map(Optional.some), new, path: [], depth: 0)
        return comparison.changes
    }

    private mutating func compare(_ parents: [ObjectID?], _ new: ObjectID?, path: [UInt8], depth: Int) throws(GitError)
    {
        guard depth < TreeComparison.maximumDepth else {
            throw GitError(.malformed, doing: "compare trees", reason: "folders are nested more than \(depth) deep")
        }
        if let new, parents.contains(new) { return }
        opened += 1 + parents.count
        guard opened <= TreeComparison.maximumTrees else {
            throw GitError(
                .malformed, doing: "compare trees", reason: "more than \(TreeComparison.maximumTrees) folders differ")
        }
        var objects: [ObjectBytes?] = []
        for id in [new] + parents {
            if let id { objects.append(try repository.tree(id)) } else { objects.append(nil) }
        }
        var cursors: [TreeCursor] = []
        for object in objects {
            cursors.append(try TreeCursor(object?.bytes ?? UnsafeRawBufferPointer(start: nil, count: 0)))
        }

        while let next = smallest(cursors) {
            if cursors.count == 2, let new = cursors[0].entry, let old = cursors[1].entry, new.hasSameObject(as: old),
                TreeCursor.order(new, old) == 0
            {
                // Nearly every entry of nearly every tree.
                try cursors[0].advance()
                try cursors[1].advance()
                continue
            }
            // Entry 0 is the new tree's, then one per parent; nil where it does not have this name.
            var here: [TreeCursor.Entry?] = []
            for index in cursors.indices {
                guard let entry = cursors[index].entry, TreeCursor.order(entry, next) == 0 else {
                    here.append(nil)
                    continue
                }
                here.append(entry)
                try cursors[index].advance()
            }
            try visit(here, name: next.name, path: path, depth: depth)
        }
        // The cursors point into these bytes.
        withExtendedLifetime(objects) {}
    }

    private func smallest(_ cursors: [TreeCursor]) -> TreeCursor.Entry? {
        var smallest: TreeCursor.Entry?
        for cursor in cursors {
            guard let entry = cursor.entry else { continue }
            if let best = smallest, TreeCursor.order(best, entry) <= 0 { continue }
            smallest = entry
        }
        return smallest
    }

    private mutating func visit(
        _ here: [TreeCursor.Entry?], name: UnsafeRawBufferPointer, path: [UInt8], depth: Int
    ) throws(GitError) {
        let old = here.dropFirst()
        if let new = here[0] {
            if old.contains(where: { $0?.hasSameObject(as: new) ?? false }) { return }
        } else if old.contains(where: { $0 == nil }) {
            // Some parent lacked it already: its absence is not this commit's doing.
            return
        }
        let full = (path.isEmpty ? [] : path + [UInt8(ascii: "/")]) + Array(name)
        let isTree = here.contains { $0?.isTree ?? false }
        if isTree {
            // The order puts a file and a folder of one name apart, so all entries here are folders.
            try compare(
                old.map { $0.map { ObjectID(at: $0.id) } }, here[0].map { ObjectID(at: $0.id) }, path: full,
                depth: depth + 1)
        } else {
            guard changes.count < TreeComparison.maximumChanges else {
                throw GitError(.malformed, doing: "compare trees", reason: "more than \(changes.count) paths differ")
            }
            changes.append(
                EntryChange(
                    path: Path(full), old: old.map { $0.map(TreeComparison.side) },
                    new: here[0].map(TreeComparison.side)))
        }
    }

    private static func side(_ entry: TreeCursor.Entry) -> EntryChange.Side {
        EntryChange.Side(mode: entry.mode, id: ObjectID(at: entry.id))
    }
}

extension Repository {
    func tree(_ id: ObjectID) throws(GitError) -> ObjectBytes { try object(id, type: GIT_OBJECT_TREE) }
}
