// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// Compares small texts line by line, as a commit would.
package enum SampleDiff {
    package static func change(from old: [UInt8], to new: [UInt8]) -> TextChange {
        let (before, after) = (lines(old), lines(new))
        // The length of the longest common rest, by where both rests begin.
        var common = Array(repeating: Array(repeating: 0, count: after.count + 1), count: before.count + 1)
        for i in before.indices.reversed() {
            for j in after.indices.reversed() {
                common[i][j] =
                    before[i] == after[j] ? common[i + 1][j + 1] + 1 : max(common[i + 1][j], common[i][j + 1])
            }
        }
        var hunks: [TextChange.Hunk] = []
        var added: [UInt8] = []
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
            if i < before.count, j < after.count, before[i] == after[j] {
                (i, j) = (i + 1, j + 1)
                continue
            }
            let (oldStart, newStart, offset) = (i, j, added.count)
            while i < before.count || j < after.count {
                if i < before.count, j < after.count, before[i] == after[j] { break }
                if j < after.count, i == before.count || common[i][j + 1] >= common[i + 1][j] {
                    added += after[j]
                    j += 1
                } else {
                    i += 1
                }
            }
            hunks.append(
                TextChange.Hunk(
                    oldStart: i > oldStart ? oldStart + 1 : oldStart, oldCount: i - oldStart,
                    newStart: j > newStart ? newStart + 1 : newStart, newCount: j - newStart, offset: offset,
                    lead: j > newStart
                        ? Array(after[max(0, newStart - TextChange.Hunk.leadLines)..<newStart].joined()) : []))
        }
        return TextChange(hunks: hunks, addedText: added)
    }

    /// Each with its line end.
    private static func lines(_ text: [UInt8]) -> [[UInt8]] {
        var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            Array($0) + [UInt8(ascii: "\n")]
        }
        if text.last == UInt8(ascii: "\n") || text.isEmpty {
            lines.removeLast()
        } else {
            lines[lines.count - 1].removeLast()
        }
        return lines
    }
}
