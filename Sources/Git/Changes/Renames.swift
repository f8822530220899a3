// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
import Gate

/// Finds where added files came from, so that moved code is not judged as new.
enum Renames {
    /// Candidates on each side, at most; beyond it only exact renames are found, and more counts as added.
    static let limit = 400
    /// Bytes that are read for similarity at most; files beyond it count as added.
    static let byteLimit = 64 << 20
    /// Of a hundred; git's own default.
    static let similarity = 50

    /// The position of the source among `changes`, by the position of the target.
    static func find(_ changes: [EntryChange], reader: ChangeReader) throws(GitError) -> [Int: Int] {
        var added: [Int] = []
        var deleted: [Int] = []
        for (index, change) in changes.enumerated() {
            let old = change.old.first.flatMap(\.self)
            switch (old, change.new) {
            case (nil, let new?) where ChangeReader.Kind(mode: new.mode) == .file: added.append(index)
            case (let old?, nil) where ChangeReader.Kind(mode: old.mode) == .file: deleted.append(index)
            default: break
            }
        }
        guard !added.isEmpty, !deleted.isEmpty else { return [:] }
        var found = try exact(changes, &added, &deleted, reader)
        guard !added.isEmpty, !deleted.isEmpty, added.count <= limit, deleted.count <= limit else { return found }
        try found.merge(similar(changes, added, deleted, reader)) { first, _ in first }
        return found
    }

    /// Same blob: first come, first served, in the order of paths.
    private static func exact(
        _ changes: [EntryChange], _ added: inout [Int], _ deleted: inout [Int], _ reader: ChangeReader
    ) throws(GitError) -> [Int: Int] {
        var sources: [ObjectID: [Int]] = [:]
        for index in deleted.reversed() {
            if let id = changes[index].old.first.flatMap(\.self)?.id { sources[id, default: []].append(index) }
        }
        var found: [Int: Int] = [:]
        for index in added {
            guard let id = changes[index].new?.id, let source = sources[id]?.last else { continue }
            guard try reader.areAlike(changes[source].path, changes[index].path) else { continue }
            sources[id]?.removeLast()
            found[index] = source
        }
        let used = Set(found.values)
        added.removeAll { found[$0] != nil }
        deleted.removeAll { used.contains($0) }
        return found
    }

    private static func similar(
        _ changes: [EntryChange], _ added: [Int], _ deleted: [Int], _ reader: ChangeReader
    ) throws(GitError) -> [Int: Int] {
        func signatures(_ indices: [Int], _ id: (EntryChange) -> ObjectID?) throws(GitError) -> [(
            index: Int, hash: Similarity
        )] {
            var result: [(Int, Similarity)] = []
            var bytes = 0
            for index in indices {
                guard let id = id(changes[index]), try reader.oversize(id) == nil, bytes < byteLimit else { continue }
                let blob = try reader.blob(id)
                bytes += blob.bytes.count
                if let hash = try Similarity(blob) { result.append((index, hash)) }
            }
            return result
        }
        let sources = try signatures(deleted) { $0.old.first.flatMap(\.self)?.id }
        let targets = try signatures(added) { $0.new?.id }
        var pairs: [(score: Int, target: Int, source: Int)] = []
        for target in targets {
            for source in sources where target.hash.couldResemble(source.hash) {
                let score = target.hash.score(source.hash)
                guard score >= similarity, try reader.areAlike(changes[source.index].path, changes[target.index].path)
                else { continue }
                pairs.append((score, target.index, source.index))
            }
        }
        // The best first; equal ones in the order of paths.
        pairs.sort { ($1.score, $0.target, $0.source) < ($0.score, $1.target, $1.source) }
        var found: [Int: Int] = [:]
        var used: Set<Int> = []
        for pair in pairs where found[pair.target] == nil && used.insert(pair.source).inserted {
            found[pair.target] = pair.source
        }
        return found
    }
}

/// libgit2's similarity signature of one blob.
final class Similarity {
    private let handle: Handle
    private let size: Int

    /// Nil for a blob with too few lines to compare.
    init?(_ blob: ObjectBytes) throws(GitError) {
        defer { withExtendedLifetime(blob) {} }
        let bytes = blob.bytes
        guard !ChangeReader.isBinary(bytes), let start = bytes.baseAddress else { return nil }
        size = bytes.count
        do {
            handle = try Handle("compare files for a rename", free: git_hashsig_free) {
                git_hashsig_create(
                    $0, start.assumingMemoryBound(to: CChar.self), bytes.count,
                    git_hashsig_option_t(GIT_HASHSIG_SMART_WHITESPACE.rawValue))
            }
        } catch {
            // Too short for a signature (GIT_EBUFS): it can only be an exact rename.
            return nil
        }
    }

    /// Sizes so far apart that no similarity of a half is possible.
    func couldResemble(_ other: Similarity) -> Bool { min(size, other.size) * 3 >= max(size, other.size) }

    /// 0 to 100.
    func score(_ other: Similarity) -> Int { Int(git_hashsig_compare(handle.pointer, other.handle.pointer)) }
}
