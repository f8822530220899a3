// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// A text that a commit brings, and what its place says about values in it.
struct ScannedText {
    let bytes: UnsafeBufferPointer<UInt8>
    let kind: FileKind
    let place: PlaceKind
    /// Bindings are read only where people or programs write them; of names and link targets the formats alone count.
    var readsBindings = true

    /// The line that holds an offset, without its end, cut to a number of bytes on either side.
    func line(around range: Range<Int>, reach: Int) -> Range<Int> {
        var start = range.lowerBound
        while start > 0, range.lowerBound - start < reach, !bytes[start - 1].isLineEnd { start -= 1 }
        var end = range.upperBound
        while end < bytes.count, end - range.upperBound < reach, !bytes[end].isLineEnd { end += 1 }
        return start..<end
    }

    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

    /// No letter or digit goes on before or behind it; the letter of an escape (`\\n`) is none.
    func isApart(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        if range.lowerBound > 0, bytes[range.lowerBound - 1].isAlphanumeric, bytes[range.lowerBound].isAlphanumeric {
            guard range.lowerBound > 1, bytes[range.lowerBound - 2] == UInt8(ascii: "\\"),
                "nrt".utf8.contains(bytes[range.lowerBound - 1])
            else { return false }
        }
        return range.upperBound >= bytes.count || !bytes[range.upperBound].isAlphanumeric
            || !bytes[range.upperBound - 1].isAlphanumeric
    }

    /// Whether one of the words stands on the line as a whole word, in any case.
    func hasWord(_ words: [String], around range: Range<Int>) -> Bool {
        let line = line(around: range, reach: 200)
        let before = NameReader.words(of: bytes[line.lowerBound..<range.lowerBound])
        let behind = NameReader.words(of: bytes[range.upperBound..<line.upperBound])
        let text = " " + (before + ["|"] + behind).joined(separator: " ") + " "
        return words.contains { text.contains(" " + $0 + " ") }
    }
}
