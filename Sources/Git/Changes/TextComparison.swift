// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import CLibgit2
import Gate
import Glibc

/// Finds the changed lines between two versions of a file. Source files change in one place: after the common head and
/// tail are cut off at line ends, what is left for xdiff is tiny, and often nothing.
enum TextComparison {
    typealias Hunk = TextChange.Hunk

    /// Lines of either side that xdiff is given at most, for it takes some 90 bytes of memory for each.
    static let lineLimit = 1_000_000

    /// Hunks in order; their offsets are still those of the new file. Nil when more lines than the limit are left to
    /// compare.
    static func hunks(
        old: UnsafeRawBufferPointer, new: UnsafeRawBufferPointer, by pair: TextPair
    ) throws(GitError) -> [Hunk]? {
        let head = commonHead(old, new)
        let tail = commonTail(old, new, from: head)
        let oldMiddle = UnsafeRawBufferPointer(rebasing: old[head..<(old.count - tail)])
        let newMiddle = UnsafeRawBufferPointer(rebasing: new[head..<(new.count - tail)])
        if oldMiddle.isEmpty && newMiddle.isEmpty { return [] }
        let before = lines(UnsafeRawBufferPointer(rebasing: old[..<head]))
        if oldMiddle.isEmpty || newMiddle.isEmpty {
            let removed = lines(oldMiddle)
            let added = lines(newMiddle)
            return [
                Hunk(
                    oldStart: before + (removed > 0 ? 1 : 0), oldCount: removed, newStart: before + (added > 0 ? 1 : 0),
                    newCount: added, offset: head)
            ]
        }
        guard !hasTooManyLines(oldMiddle), !hasTooManyLines(newMiddle) else { return nil }
        var collector = Collector(text: newMiddle, head: head, before: before)
        try pair.compare(oldMiddle, newMiddle) { collector.add($0) }
        return collector.hunks
    }

    private static func hasTooManyLines(_ text: UnsafeRawBufferPointer) -> Bool {
        text.count > lineLimit && lines(text) > lineLimit
    }

    private struct Collector {
        let text: UnsafeRawBufferPointer
        let head: Int
        /// Lines of the common head.
        let before: Int
        var hunks: [Hunk] = []
        private var line = 1
        private var offset = 0

        init(text: UnsafeRawBufferPointer, head: Int, before: Int) {
            self.text = text
            self.head = head
            self.before = before
        }

        mutating func add(_ hunk: git_diff_hunk) {
            let newStart = Int(hunk.new_start)
            skip(to: hunk.new_lines > 0 ? newStart : newStart + 1)
            hunks.append(
                Hunk(
                    oldStart: before + Int(hunk.old_start), oldCount: Int(hunk.old_lines), newStart: before + newStart,
                    newCount: Int(hunk.new_lines), offset: head + offset))
        }

        private mutating func skip(to target: Int) {
            while line < target, let next = TextComparison.lineEnd(text, from: offset) {
                offset = next
                line += 1
            }
        }
    }

    /// The offset after the next newline, or the end when the last line has none; nil at the end.
    static func lineEnd(_ text: UnsafeRawBufferPointer, from offset: Int) -> Int? {
        guard offset < text.count, let base = text.baseAddress else { return nil }
        guard let found = memchr(base + offset, Int32(UInt8(ascii: "\n")), text.count - offset) else {
            return text.count
        }
        return UnsafeRawPointer(found) - base + 1
    }

    /// A last line without its newline counts.
    static func lines(_ text: UnsafeRawBufferPointer) -> Int {
        var count = 0
        var offset = 0
        while let next = lineEnd(text, from: offset) {
            offset = next
            count += 1
        }
        return count
    }

    private static let block = 64

    /// Bytes at the beginning that are equal, up to a line end.
    private static func commonHead(_ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer) -> Int {
        let limit = min(old.count, new.count)
        guard limit > 0, let a = old.baseAddress, let b = new.baseAddress else { return 0 }
        var same = 0
        while same + block <= limit, memcmp(a + same, b + same, block) == 0 { same += block }
        while same < limit, old[same] == new[same] { same += 1 }
        if same == old.count, same == new.count { return same }
        while same > 0, old[same - 1] != UInt8(ascii: "\n") { same -= 1 }
        return same
    }

    /// Bytes at the end that are equal, from a line's beginning on in both, without the common head.
    private static func commonTail(_ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer, from head: Int) -> Int
    {
        let limit = min(old.count, new.count) - head
        guard limit > 0, let a = old.baseAddress, let b = new.baseAddress else { return 0 }
        var same = 0
        while same + block <= limit,
            memcmp(a + old.count - same - block, b + new.count - same - block, block) == 0
        { same += block }
        while same < limit, old[old.count - same - 1] == new[new.count - same - 1] { same += 1 }
        // Both sides must begin a line here: behind a newline, or right behind the head.
        func beginsLine(_ text: UnsafeRawBufferPointer) -> Bool {
            let start = text.count - same
            return start == head || text[start - 1] == UInt8(ascii: "\n")
        }
        while same > 0, !(beginsLine(old) && beginsLine(new)) { same -= 1 }
        return same
    }
}
