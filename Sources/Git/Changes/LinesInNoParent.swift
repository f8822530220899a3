// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// The lines of a merge that stand in none of its parents: what an evil merge slipped in.
enum LinesInNoParent {
    typealias Hunk = TextChange.Hunk

    /// Keeps the added lines that every comparison calls added; removed lines are the parents' matter and count as none.
    static func of(_ perParent: [[Hunk]], text: UnsafeRawBufferPointer) -> [Hunk] {
        guard var common = perParent.first?.map({ $0.newStart..<($0.newStart + $0.newCount) }) else { return [] }
        for hunks in perParent.dropFirst() {
            common = intersect(common, hunks.map { $0.newStart..<($0.newStart + $0.newCount) })
        }
        var line = 1
        var offset = 0
        return common.filter { !$0.isEmpty }.map { lines in
            while line < lines.lowerBound, let next = TextComparison.lineEnd(text, from: offset) {
                offset = next
                line += 1
            }
            return Hunk(
                oldStart: lines.lowerBound - 1, oldCount: 0, newStart: lines.lowerBound, newCount: lines.count, offset: offset)
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
}
