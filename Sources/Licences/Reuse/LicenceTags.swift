// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// What a text says of its own licence and copyright: SPDX tags and copyright notices, as REUSE 3.3 reads them
/// (reuse.software, "Comment headers", "In-line Snippet comments", "Ignore block", "Format of Copyright Notices").
package struct LicenceTags: Hashable, Sendable {
    /// `SPDX-License-Identifier: VALUE`
    package struct Tag: Hashable, Sendable {
        /// Without blanks around it and without what closes a comment.
        package let value: [UInt8]
        /// From 1.
        package let line: Int
        /// It speaks of a part of the file only.
        package let isInSnippet: Bool
        /// Nothing but a comment's opener stands before it, so it is no part of a sentence or of a program's text.
        package let standsAlone: Bool
    }

    /// `SPDX-FileCopyrightText: 2026 NAME`, `Copyright (c) 2026 NAME`, `© NAME`
    package struct Notice: Hashable, Sendable {
        /// From its prefix on, without what closes a comment.
        package let text: [UInt8]
        /// Without prefix, years and contact.
        package let holder: [UInt8]
        package let line: Int
        package let isInSnippet: Bool
    }

    package private(set) var tags: [Tag] = []
    package private(set) var notices: [Notice] = []

    package init() {}

    /// Reads the first `lines` lines, all without a number. A text with a NUL among its first bytes says nothing;
    /// UTF-16 is read as such.
    package init(_ bytes: [UInt8], lines limit: Int = .max) {
        guard let text = TextOfFile.plain(bytes[...]) else { return }
        var state = State()
        text.withUnsafeBufferPointer { text in
            var number = 0
            var start = 0
            // Nearly always a header is all that there is.
            let last = LicenceTags.lastMark(in: text)
            while start <= last, number < limit {
                number += 1
                let end =
                    text[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? text.count
                read(text[start..<end], number, &state)
                start = end + 1
                if start < text.count, text[end] == UInt8(ascii: "\r"), text[start] == UInt8(ascii: "\n") { start += 1 }
            }
        }
    }

    /// Where the last of the words stands by which tags, notices and blocks are known; -1 without any.
    private static func lastMark(in text: UnsafeBufferPointer<UInt8>) -> Int {
        // The second byte of the © sign, which is too short to be looked for with the words.
        var last = text.lastIndex(of: 0xA9) ?? -1
        marks.forEachOccurrence(in: text) { last = max(last, $1) }
        return last
    }

    private static let marks = LiteralIndex(["spdx-", "copyright", "reuse-ignore"].map { Array($0.utf8) })

    /// It says a licence, and whose it is.
    package var isComplete: Bool { !tags.isEmpty && !notices.isEmpty }
    package var isEmpty: Bool { tags.isEmpty && notices.isEmpty }

    private struct State {
        var isIgnoring = false
        var isInSnippet = false
    }

    private typealias Line = Slice<UnsafeBufferPointer<UInt8>>

    private mutating func read(_ line: Line, _ number: Int, _ state: inout State) {
        // Nearly every line of a file ends here.
        guard state.isIgnoring || line.mayHold else { return }
        var rest = line
        while true {
            if state.isIgnoring {
                guard let end = rest.range(of: "REUSE-IgnoreEnd") else { return }
                rest = rest[end.upperBound...]
                state.isIgnoring = false
            }
            guard let ignored = rest.range(of: "REUSE-IgnoreStart") else { return readPart(rest, number, &state) }
            readPart(rest[..<ignored.lowerBound], number, &state)
            rest = rest[ignored.upperBound...]
            state.isIgnoring = true
        }
    }

    /// A line, or what an ignored block leaves of it.
    private mutating func readPart(_ part: Line, _ number: Int, _ state: inout State) {
        if part.range(of: "SPDX-SnippetBegin") != nil { state.isInSnippet = true }
        let tag = part.range(of: "SPDX-License-Identifier:")
        if let tag {
            let opener = part[..<tag.lowerBound]
            tags.append(
                Tag(
                    value: Array(TagValue.trimmed(part[tag.upperBound...], openedBy: opener)), line: number,
                    isInSnippet: state.isInSnippet, standsAlone: TagValue.isOpener(opener)))
        }
        // What follows a tag is its value.
        let before = part[..<(tag?.lowerBound ?? part.endIndex)]
        if let notice = CopyrightNotice(in: before) {
            notices.append(
                Notice(text: notice.text, holder: notice.holder, line: number, isInSnippet: state.isInSnippet))
        }
        if part.range(of: "SPDX-SnippetEnd") != nil { state.isInSnippet = false }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// It has a byte pair that tags, notices and blocks begin with.
    fileprivate var mayHold: Bool {
        var previous: UInt8 = 0
        for byte in self {
            switch (previous, byte) {
            case (UInt8(ascii: "S"), UInt8(ascii: "P")), (UInt8(ascii: "C"), UInt8(ascii: "o")), (0xC2, 0xA9),
                (UInt8(ascii: "R"), UInt8(ascii: "E")):
                return true
            default: previous = byte
            }
        }
        return false
    }
}

extension Collection<UInt8> where Index == Int {
    /// Where a text first stands, case counting.
    func range(of text: StaticString) -> Range<Int>? {
        text.withUTF8Buffer { wanted in
            guard let first = wanted.first, count >= wanted.count else { return nil }
            var index = startIndex
            let last = endIndex - wanted.count
            while index <= last {
                if self[index] == first, wanted.indices.allSatisfy({ self[index + $0] == wanted[$0] }) {
                    return index..<(index + wanted.count)
                }
                index += 1
            }
            return nil
        }
    }
}
