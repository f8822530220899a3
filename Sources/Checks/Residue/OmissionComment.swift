// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Languages

/// Recognises what an assistant writes where it leaves code out: "... existing code ...", "rest of the file unchanged".
///
/// Prose speaks of the rest of a function too, so a comment has to be short, and to begin or end as these do: with an
/// ellipsis, or with "unchanged", "omitted", "the same". Gemini CLI looks for such placeholders in its own edits for
/// the same reason.
enum OmissionComment {
    /// The most bytes that such a comment has, and words.
    static let longest = 160
    private static let mostWords = 14

    /// One of them stands in every such comment; an ellipsis stands in too much else.
    static let words =
        [
            "existing ", "previous ", "remaining ", "rest of ", "remainder of ", "unchanged", "omitted", "the same",
            "same as",
        ]
        + ["class", "code", "fields", "functions", "imports", "methods", "props", "properties", "routes", "tests"].map {
            "other " + $0
        }

    /// What a text is made of, as far as it counts here.
    private enum Token: Equatable {
        case ellipsis
        case word(String)

        func isOne(of words: Set<String>) -> Bool {
            if case .word(let word) = self { words.contains(word) } else { false }
        }
    }

    private static let nouns: Set<String> = [
        "argument", "arguments", "block", "body", "cases", "class", "classes", "code", "component", "components",
        "config",
        "configuration", "constants", "constructor", "content", "contents", "definitions", "dependencies", "entries",
        "exports",
        "field", "fields", "file", "files", "function", "functions", "handlers", "helpers", "implementation", "import",
        "imports",
        "initialization", "items", "lines", "logic", "members", "method", "methods", "module", "options", "parameters",
        "properties",
        "props", "routes", "rules", "script", "section", "settings", "setup", "state", "statements", "styles", "tests",
        "types", "variables",
    ]
    private static let kept: Set<String> = [
        "existing", "remaining", "other", "previous", "same", "all", "unchanged", "your", "the",
    ]
    private static let fillers: Set<String> = ["the", "all", "keep", "your", "and"]
    private static let unchanged: Set<String> = ["unchanged", "omitted", "unmodified"]

    /// True for what a comment says, without its opener and closer.
    static func matches(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= longest, let tokens = tokens(of: text), tokens.count >= 2 else { return false }
        let begun = tokens.first == .ellipsis
        let rest = Array(tokens.drop { $0 == .ellipsis || $0.isOne(of: fillers) })
        guard let first = rest.first, case .word(let word) = first else { return false }
        switch word {
        case "rest", "remainder":
            let isOfCode =
                rest.dropFirst().first == .word("of") && rest.dropFirst(2).prefix(4).contains { $0.isOne(of: nouns) }
            return isOfCode && (begun && rest.count <= 8 || isLeftOut(rest))
        case "existing", "previous", "remaining", "other", "same":
            let isCode = rest.dropFirst().prefix(3).contains { $0.isOne(of: nouns) }
            if begun, word == "same" { return isLeftOut(rest) }
            guard isCode else { return begun && isLeftOut(rest) }
            return begun ? rest.count <= 5 || isLeftOut(rest) : word != "other" && (isLeftOut(rest) || isPlaced(rest))
        case "unchanged", "omitted":
            return begun && rest.count <= 5 && isLeftOut(rest)
        default: return false
        }
    }

    /// It ends as such a comment does.
    private static func isLeftOut(_ tokens: [Token]) -> Bool {
        guard let last = tokens.last else { return false }
        if last == .ellipsis || last.isOne(of: unchanged) { return true }
        let end = Array(tokens.suffix(3))
        return end.suffix(2) == [.word("the"), .word("same")] || end.suffix(2) == [.word("as"), .word("before")]
            || end.suffix(2) == [.word("as"), .word("is")] || end == [.word("omitted"), .word("for"), .word("brevity")]
    }

    /// "existing code here"
    private static func isPlaced(_ tokens: [Token]) -> Bool {
        tokens.count <= 4 && tokens.last == .word("here") && tokens.first != .word("same")
    }

    private static func tokens(of text: ArraySlice<UInt8>) -> [Token]? {
        var tokens: [Token] = []
        var index = text.startIndex
        while index < text.endIndex {
            let rest = text[index...]
            if rest.starts(with: [0xE2, 0x80, 0xA6]) || rest.starts(with: Array("...".utf8)) {
                if tokens.last != .ellipsis { tokens.append(.ellipsis) }
                index += 3
                while index < text.endIndex, text[index] == UInt8(ascii: ".") { index += 1 }
            } else {
                let word = rest.prefix { (0x61...0x7A).contains($0.folded) || $0 == UInt8(ascii: "'") }
                guard !word.isEmpty else {
                    // Code stands in it, not words: a call, an assignment, a path.
                    guard !"=;{}<>/\\$".utf8.contains(text[index]) else { return nil }
                    index += 1
                    continue
                }
                tokens.append(.word(String(decoding: word.map(\.folded), as: UTF8.self)))
                index = word.endIndex
            }
            guard tokens.count <= mostWords else { return nil }
        }
        return tokens
    }
}

extension ResidueFile {
    /// Comments that say that code was left out, new in this change.
    mutating func omissions(at offsets: [Int]) throws -> [Finding] {
        guard isCode, !isSample else { return [] }
        let likely = offsets.filter { offset in
            shortLine(around: offset, limit: 2 * OmissionComment.longest).map(mayBeOmission) ?? false
        }
        var found: [(offset: Int, line: ArraySlice<UInt8>)] = []
        for offset in firstOnLines(likely) {
            guard let source = try source(), let line = try sourceLine(at: offset), let comment = line.comment,
                line.isCommentOnly || isBraced(source.text[line.range]), OmissionComment.matches(source.text[comment])
            else { continue }
            found.append((offset, ResidueFile.trimmed(source.text[line.range])))
        }
        let old = try oldLines(among: Set(found.map(\.line)))
        return found.filter { !old.contains($0.line) }.map { offset, _ in
            let replaces = hunk(at: offset).oldCount >= 3
            return finding(
                replaces ? "omission-replacing" : "omission", at: offset, replaces ? .codeReplaced : .codeLeftOut,
                fix: .putBack, level: .warn)
        }
    }

    /// A line that would be one if what begins it were a comment's opener: the file is only read when there is one.
    private func mayBeOmission(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { !(0x61...0x7A).contains($0.folded) && $0 != UInt8(ascii: ".") && $0 != 0xE2 }
        var said = text
        while let last = said.last, ResidueFile.isBlank(last) || "*/->#}".utf8.contains(last) { said.removeLast() }
        return OmissionComment.matches(said)
    }

    /// `{/* */}`, as a comment stands in JSX.
    private func isBraced(_ line: ArraySlice<UInt8>) -> Bool {
        let line = ResidueFile.trimmed(line)
        return line.starts(with: "{/*".utf8) && line.suffix(3).elementsEqual("*/}".utf8)
    }
}

extension Message {
    fileprivate static let codeReplaced: Message = "a comment says that code was left out, and lines were removed here"
    fileprivate static let codeLeftOut: Message = "a comment says that code was left out"
    fileprivate static let putBack: Message = "put the code back that the comment stands for, or take the comment out"
}
