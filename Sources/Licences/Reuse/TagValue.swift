// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What stands behind a tag on its line, without what belongs to the comment.
enum TagValue {
    /// What ends a comment or the element of a markup that a tag stands in.
    private static let closers: [StaticString] = [
        "*/", "-->", "--%>", "--}}", "*)", "*#", "#}", "=#", "|#", "#>", "-/", "-}", ":)", "\"/>", "'/>", "\">", "'>",
        "] ::", "]::",
    ]
    private static let singles: [(opener: UInt8, closer: UInt8)] = [
        (UInt8(ascii: "\""), UInt8(ascii: "\"")), (UInt8(ascii: "'"), UInt8(ascii: "'")),
        (UInt8(ascii: "{"), UInt8(ascii: "}")),
    ]

    /// Without blanks at both ends, closers, and a mirrored opener: a frame of `**` or `;;` goes on at the right.
    static func trimmed<Text: RandomAccessCollection<UInt8>>(
        _ value: Text, openedBy opener: some BidirectionalCollection<UInt8>
    ) -> Text.SubSequence where Text.Index == Int, Text.SubSequence: RandomAccessCollection<UInt8> {
        var rest = withoutBlanks(value[...])
        let frame = Array(withoutBlanks(Array(opener)[...]).reversed())
        if !frame.isEmpty, rest.count > frame.count, rest.suffix(frame.count).elementsEqual(frame) {
            rest = withoutBlanks(rest.dropLast(frame.count))
        }
        // A lone quote or brace closes nothing that was not opened.
        let opened = singles.filter { single in opener.contains(single.opener) }.map(\.closer)
        while true {
            if let closer = closers.first(where: { ends(rest, with: $0) }) {
                rest = withoutBlanks(rest.dropLast(closer.utf8CodeUnitCount))
            } else if let last = rest.last, opened.contains(last) {
                rest = withoutBlanks(rest.dropLast())
            } else {
                return rest
            }
        }
    }

    /// Whether what stands before a tag can be the opener of a comment: no letter or digit, but for words that open
    /// one.
    static func isOpener(_ text: some Collection<UInt8>) -> Bool {
        let words = String(decoding: text.prefix(120), as: UTF8.self).lowercased().split {
            !$0.isASCII || !($0.isLetter || $0.isNumber)
        }
        return text.count < 120 && words.allSatisfy(wordOpeners.contains)
    }

    /// Batch, m4, Texinfo, Fortran, imake, AppleScript and the like.
    private static let wordOpeners: Set<Substring> = ["rem", "dnl", "c", "comment", "xcomm", "nb"]

    private static func ends(_ text: some BidirectionalCollection<UInt8>, with closer: StaticString) -> Bool {
        closer.withUTF8Buffer { closer in text.suffix(closer.count).elementsEqual(closer) }
    }

    static func withoutBlanks<Text: BidirectionalCollection<UInt8>>(_ text: Text) -> Text.SubSequence
    where Text.SubSequence == Text {
        var text = text.drop(while: isBlank)
        while let last = text.last, isBlank(last) { text = text.dropLast() }
        return text
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) }
}
