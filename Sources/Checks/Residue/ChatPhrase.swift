// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Languages

/// What an assistant says around the code that it hands over.
enum ChatPhrase {
    /// A model that speaks of itself.
    private static let selves = ["as an ai language model", "as a large language model", "i'm an ai language model"]
    /// At the beginning of an answer.
    private static let greetings = [
        "here's the updated", "here is the updated", "here's the complete", "here's the corrected",
        "here's the modified",
        "here's the refactored", "here's the full", "here's an updated", "here\u{2019}s the updated",
        "here\u{2019}s the complete",
        "here\u{2019}s the corrected", "certainly! ", "sure! here", "sure, here",
    ]
    /// At its end.
    private static let closers = [
        "let me know if you", "hope this helps", "feel free to adjust", "feel free to modify",
    ]

    static let words = selves + greetings + closers

    enum Part { case own, greeting, closer }

    static func part(at offset: Int, in text: [UInt8]) -> Part {
        let rest = text[offset...].prefix(32).map(\.folded)
        if selves.contains(where: { rest.starts(with: $0.utf8) }) { return .own }
        return closers.contains { rest.starts(with: $0.utf8) } ? .closer : .greeting
    }
}

extension ResidueFile {
    /// Phrases in comments of files that are new, and around the code in them.
    mutating func chats(at offsets: [Int]) throws -> [Finding] {
        guard file.status == .added, isCode, !isSample, let source = try source() else { return [] }
        let first = (1...source.count).first { source.line($0)?.isBlank == false }
        let last = (1...source.count).reversed().first { source.line($0)?.isBlank == false }
        return try firstOnLines(offsets).compactMap { offset in
            guard let line = try sourceLine(at: offset) else { return nil }
            let (number, column) = lines().position(at: offset)
            let kind = source.kind(at: line.range.lowerBound + column - 1)
            let isOuter = number == first || number == last
            guard kind == .comment && line.isCommentOnly || kind == .code && isOuter else { return nil }
            let part = ChatPhrase.part(at: offset, in: change.addedText)
            let level: Level = part == .own || part == .greeting && number == first ? .warn : .monitor
            return finding("chat", at: offset, .chat, fix: .takeOut, level: level)
        }
    }
}

extension Message {
    fileprivate static let chat: Message = "words of a chat, not of the file"
    fileprivate static let takeOut: Message = "take out what was said to whoever asked"
}
