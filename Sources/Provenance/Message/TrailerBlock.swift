// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Finds git's trailer block: the lines that give credit.
///
/// Source: `find_trailer_block_start` in git's trailer.c and gitlog's `%(trailers)`, with three differences: no `---`
/// divider, no configuration, and a line that begins with `#` is text like any other.
enum TrailerBlock {
    private static let signedOff = Array("Signed-off-by: ".utf8)
    private static let cherryPicked = Array("(cherry picked from commit ".utf8)
    private static let conflicts = Array("Conflicts:".utf8)

    /// Indices of the block's lines; empty when there is none.
    static func lines(of text: MessageText) -> Range<Int> {
        let end = endOfMessage(text)
        let endOfTitle = text.lines.firstIndex { text.isBlank($0) } ?? text.lines.count
        var trailers = 0
        var others = 0
        var continuations = 0
        var isGitGenerated = false
        var isEmpty = true
        var index = end - 1
        while index >= endOfTitle {
            let line = text.lines[index]
            if text.isBlank(line) {
                if !isEmpty { break }
            } else {
                isEmpty = false
                if starts(text, line, with: signedOff) || starts(text, line, with: cherryPicked) {
                    trailers += 1
                    continuations = 0
                    isGitGenerated = true
                } else if text.bytes[line.start].isBlank {
                    continuations += 1
                } else if separator(text, line) != nil {
                    trailers += 1
                    continuations = 0
                } else {
                    others += continuations + 1
                    continuations = 0
                }
            }
            index -= 1
        }
        guard index >= endOfTitle else { return end..<end }
        others += continuations
        let isBlock = isGitGenerated ? trailers * 3 >= others : trailers > 0 && others == 0
        return isBlock ? index + 1..<end : end..<end
    }

    /// The index after the last line of the message, without blank lines and git's old `Conflicts:` list.
    private static func endOfMessage(_ text: MessageText) -> Int {
        var end: Int?
        var inConflicts = false
        for (index, line) in text.lines.enumerated() {
            if line.start == line.end {
                end = end ?? index
            } else if text.bytes[line.start..<line.end].elementsEqual(conflicts) {
                inConflicts = true
                end = end ?? index
            } else if !(inConflicts && text.bytes[line.start] == UInt8(ascii: "\t")) {
                end = nil
                inConflicts = false
            }
        }
        return end ?? text.lines.count
    }

    private static func starts(_ text: MessageText, _ line: MessageText.Line, with prefix: [UInt8]) -> Bool {
        line.end - line.start >= prefix.count && text.bytes[line.start..<line.end].starts(with: prefix)
    }

    /// The offset of the colon behind a key that the line begins with: letters, digits and `-`, then blanks. Nil for
    /// anything else.
    static func separator(_ text: MessageText, _ line: MessageText.Line) -> Int? {
        var index = line.start
        while index < line.end, text.bytes[index].isKeyByte { index += 1 }
        guard index > line.start else { return nil }
        while index < line.end, text.bytes[index] == 0x20 || text.bytes[index] == 0x09 { index += 1 }
        return index < line.end && text.bytes[index] == UInt8(ascii: ":") ? index : nil
    }
}
