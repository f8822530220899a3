// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// What a merge did to a file by itself: the lines that stand in none of its parents, and those that stood in all of
/// them and are gone. Everything else is the parents' matter.
struct MergedLines {
    typealias Hunk = TextChange.Hunk

    private let perParent: [[Hunk]]
    /// The file in each parent.
    private let olds: [UnsafeRawBufferPointer]
    private let new: UnsafeRawBufferPointer

    /// `perParent`: the file after the merge compared with the file in each parent.
    init(_ perParent: [[Hunk]], olds: [UnsafeRawBufferPointer], new: UnsafeRawBufferPointer) {
        self.perParent = perParent
        self.olds = olds
        self.new = new
    }

    /// By place; each either adds lines or removes some.
    var hunks: [Hunk] {
        (added + removed).sorted { ($0.newStart, $0.newCount) < ($1.newStart, $1.newCount) }
    }

    /// Lines that every comparison calls added.
    private var added: [Hunk] {
        guard var common = perParent.first?.map({ $0.newStart..<($0.newStart + $0.newCount) }) else { return [] }
        for hunks in perParent.dropFirst() {
            common = MergedLines.intersect(common, hunks.map { $0.newStart..<($0.newStart + $0.newCount) })
        }
        var line = 1
        var offset = 0
        return common.filter { !$0.isEmpty }.map { lines in
            while line < lines.lowerBound, let next = TextComparison.lineEnd(new, from: offset) {
                offset = next
                line += 1
            }
            return Hunk(
                oldStart: lines.lowerBound - 1, oldCount: 0, newStart: lines.lowerBound, newCount: lines.count,
                offset: offset)
        }
    }

    /// Both lists are ascending.
    private static func intersect(_ left: [Range<Int>], _ right: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var l = 0
        var r = 0
        while l < left.count, r < right.count {
            let both = left[l].clamped(to: right[r])
            if !both.isEmpty { result.append(both) }
            if left[l].upperBound < right[r].upperBound { l += 1 } else { r += 1 }
        }
        return result
    }

    /// Equal lines that every comparison calls removed, after the same line of the new file.
    private var removed: [Hunk] {
        guard !perParent.contains(where: { $0.allSatisfy { $0.oldCount == 0 } }) else { return [] }
        var common = MergedLines.removals(perParent[0], from: olds[0])
        for (hunks, old) in zip(perParent, olds).dropFirst() where !common.isEmpty {
            let other = MergedLines.removals(hunks, from: old)
            common = common.compactMapValues { gap in
                guard let others = other[gap.after] else { return nil }
                let shared = gap.lines.compactMap { line, count in others.lines[line].map { (line, min(count, $0)) } }
                return shared.isEmpty
                    ? nil
                    : Gap(after: gap.after, oldStart: gap.oldStart, lines: Dictionary(uniqueKeysWithValues: shared))
            }
        }
        return common.values.sorted { $0.after < $1.after }.map { gap in
            Hunk(
                oldStart: gap.oldStart, oldCount: gap.lines.values.reduce(0, +), newStart: gap.after, newCount: 0,
                offset: 0)
        }
    }

    /// A place between two lines of the new file, and what stood there: each line with how often.
    private struct Gap {
        let after: Int
        let oldStart: Int
        var lines: [[UInt8]: Int]
    }

    private static func removals(_ hunks: [Hunk], from old: UnsafeRawBufferPointer) -> [Int: Gap] {
        var gaps: [Int: Gap] = [:]
        var line = 1
        var offset = 0
        for hunk in hunks where hunk.oldCount > 0 {
            while line < hunk.oldStart, let next = TextComparison.lineEnd(old, from: offset) {
                offset = next
                line += 1
            }
            let after = hunk.newCount == 0 ? hunk.newStart : hunk.newStart - 1
            var gap = Gap(after: after, oldStart: hunk.oldStart, lines: [:])
            for _ in 0..<hunk.oldCount {
                guard let end = TextComparison.lineEnd(old, from: offset) else { break }
                gap.lines[Array(old[offset..<end]), default: 0] += 1
                offset = end
                line += 1
            }
            gaps[after] = gap
        }
        return gaps
    }
}
