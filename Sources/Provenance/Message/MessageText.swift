// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// The lines of a commit message as bytes: `\r\n` is `\n`, NUL is gone, and of a message larger than the limit the
/// middle is missing.
struct MessageText {
    /// The most bytes of a message that are looked at. Beyond it, the first and the last half of that count: the
    /// trailers stand at the end.
    static let limit = CommitMessage.readLimit

    /// A line without its line end.
    struct Line {
        let start: Int
        let end: Int
        /// In the message as it is stored, from 1.
        let number: Int
    }

    private(set) var bytes: [UInt8] = []
    private(set) var lines: [Line] = []
    private static let reverts = Array("This reverts commit ".utf8)

    /// The message says that it takes a commit back, as `git revert` does: what it indents is that commit's message.
    private(set) var reverts = false
    /// Index of the line that is the title: the first that is not blank.
    private(set) var title: Int?

    init(_ message: CommitMessage, limit: Int = MessageText.limit) {
        var text = message.text
        text.withUTF8 { input in
            guard input.count > limit else { return append(input, number: 1) }
            let newline = UInt8(ascii: "\n")
            append(UnsafeBufferPointer(rebasing: input[..<(limit / 2)]), number: 1)
            let tail = input[(input.count - limit / 2)...]
            // The rest of a line is no line of its own.
            guard let start = tail.firstIndex(of: newline) else { return }
            let before = input[...start].reduce(into: 0) { count, byte in if byte == newline { count += 1 } }
            append(UnsafeBufferPointer(rebasing: tail[(start + 1)...]), number: before + 1)
        }
        title = lines.firstIndex { !isBlank($0) }
        reverts = lines.contains { bytes[$0.start..<$0.end].starts(with: MessageText.reverts) }
    }

    private mutating func append(_ input: UnsafeBufferPointer<UInt8>, number first: Int) {
        let offset = bytes.count
        lines.reserveCapacity(lines.count + input.count / 32 + 4)
        bytes += input.contains(0) ? input.filter { $0 != 0 } : Array(input)
        var number = first
        var start = offset
        bytes.withUnsafeBufferPointer { bytes in
            for index in offset..<bytes.count where bytes[index] == UInt8(ascii: "\n") {
                let hasReturn = index > start && bytes[index - 1] == UInt8(ascii: "\r")
                lines.append(Line(start: start, end: hasReturn ? index - 1 : index, number: number))
                start = index + 1
                number += 1
            }
        }
        if start < bytes.count {
            let hasReturn = bytes[bytes.count - 1] == UInt8(ascii: "\r")
            lines.append(Line(start: start, end: hasReturn ? bytes.count - 1 : bytes.count, number: number))
        }
    }

    /// True for nothing but white space.
    func isBlank(_ line: Line) -> Bool {
        for index in line.start..<line.end where !bytes[index].isBlank { return false }
        return true
    }

    /// Index of the line that holds an offset of `bytes`.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = lines.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if lines[middle].start <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The line with this number; nil where it is missing.
    func line(number: Int) -> Line? {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < lines.count && lines[low].number == number ? lines[low] : nil
    }

    /// The line begins with a blank.
    func isIndented(_ line: Line) -> Bool { line.start < line.end && bytes[line.start].isBlank }

    /// True for text that is quoted from somewhere else.
    func isQuoted(_ line: Line) -> Bool {
        let text = bytes[line.start..<line.end]
        if reverts, text.starts(with: "    ".utf8) || text.first == 0x09 { return true }
        for index in line.start..<line.end where !bytes[index].isBlank { return bytes[index] == UInt8(ascii: ">") }
        return false
    }
}

extension UInt8 {
    /// White space as git's own `isspace` has it.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

    /// What a trailer's key is made of.
    var isKeyByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
