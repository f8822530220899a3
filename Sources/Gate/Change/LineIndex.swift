// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Where the added lines of a file begin: made once for a file in which something was found.
package struct LineIndex {
    private let change: TextChange
    /// Offsets in `addedText`.
    private let starts: [Int]
    /// Line numbers in the new file, from 1.
    private let numbers: [Int]

    package init(_ change: TextChange) {
        self.change = change
        var starts: [Int] = []
        var numbers: [Int] = []
        var offset = 0
        for hunk in change.hunks {
            for line in 0..<hunk.newCount {
                starts.append(offset)
                numbers.append(hunk.newStart + line)
                let end = change.addedText[offset...].firstIndex(of: UInt8(ascii: "\n"))
                offset = end.map { $0 + 1 } ?? change.addedText.count
            }
        }
        self.starts = starts
        self.numbers = numbers
    }

    /// The line of the new file, and the column in bytes, both from 1, at an offset of `addedText`.
    package func position(at offset: Int) -> (line: Int, column: Int) {
        let index = line(holding: offset)
        return (numbers[index], offset - starts[index] + 1)
    }

    /// The bytes of the added line that holds an offset, without its line end.
    package func text(at offset: Int) -> ArraySlice<UInt8> {
        let index = line(holding: offset)
        let end = index + 1 < starts.count ? starts[index + 1] : change.addedText.count
        let line = change.addedText[starts[index]..<end]
        return line.last == UInt8(ascii: "\n") ? line.dropLast() : line
    }

    /// The last line that begins at or before an offset; there is one, for an offset comes from the text.
    private func line(holding offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
