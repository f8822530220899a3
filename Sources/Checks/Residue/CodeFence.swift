// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Languages

/// Recognises a line that fences code in Markdown (CommonMark 0.31, 4.5).
enum CodeFence {
    /// With what has to follow: a row of backquotes is none.
    static let words = (["\n", "\r", " "] + (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) })
        .map { "```" + $0 }

    /// Up to three blanks, the fence, at most the name of a language.
    static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        let rest = line.drop { $0 == UInt8(ascii: " ") }
        guard rest.starts(with: "```".utf8) else { return false }
        let name = rest.drop { $0 == UInt8(ascii: "`") }.prefix { !ResidueFile.isBlank($0) }
        return name.count <= longestName && name.allSatisfy(isName)
            && rest[name.endIndex...].allSatisfy(ResidueFile.isBlank)
    }

    private static let longestName = 20

    private static func isName(_ byte: UInt8) -> Bool {
        CharacterClass.isLetterOrDigit(byte) || "+-#._".utf8.contains(byte)
    }
}

extension ResidueFile {
    /// Markdown fences in code: as its first or last line, or one without its other half.
    mutating func fences(at offsets: [Int]) throws -> [Finding] {
        guard isCode, language != .data else { return [] }
        let fences = offsets.filter(isFence)
        guard !fences.isEmpty, let source = try source() else { return [] }
        let first = (1...source.count).first { source.line($0)?.isBlank == false }
        let last = (1...source.count).reversed().first { source.line($0)?.isBlank == false }
        let isOdd = isOdd(source)
        return firstOnLines(fences).compactMap { offset in
            let number = lines().position(at: offset).line
            guard let line = source.line(number), line.range.isEmpty == false else { return nil }
            // A closing fence at the end may have opened a string there.
            let isOuter = (number == first || number == last) && !line.beginsInString && !line.isCommentOnly
            guard isOuter || isOdd && isCodeLine(line, source) else { return nil }
            return finding(
                "fence", at: offset, isOuter ? .fence : .oddFence, fix: .takeOut,
                level: isOuter && !isSample ? .warn : .monitor)
        }
    }

    /// True where a fence stands at the beginning of its line.
    private func isFence(_ offset: Int) -> Bool {
        let text = change.addedText
        var start = offset
        while start > 0, offset - start < 4, text[start - 1] == UInt8(ascii: " ") { start -= 1 }
        guard offset - start < 4, isLineStart(start) else { return false }
        return CodeFence.isFence(text[start...].prefix(64).prefix { $0 != UInt8(ascii: "\n") })
    }

    /// Whether the whole file has an odd number of fences, where a backquote opens nothing.
    private func isOdd(_ source: SourceLines) -> Bool {
        let quoting: [Language] = [.javascript, .go, .shell, .ruby, .perl, .php]
        guard !quoting.contains(source.language) else { return false }
        let count = (1...source.count).count { number in
            guard let line = source.line(number) else { return false }
            return CodeFence.isFence(source.text[line.range].prefix(64)) && isCodeLine(line, source)
        }
        return !count.isMultiple(of: 2)
    }

    private func isCodeLine(_ line: SourceLines.Line, _ source: SourceLines) -> Bool {
        !line.beginsInString && source.kind(at: line.range.lowerBound) == .code && line.comment == nil
    }
}

extension Message {
    fileprivate static let fence: Message = "a Markdown fence around code: the file was pasted from an answer"
    fileprivate static let oddFence: Message = "a Markdown fence in code, without its other half"
    fileprivate static let takeOut: Message = "take the fence out"
}
