// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

/// A directive in code by which a tool keeps silent about it.
struct Suppression {
    /// What is silenced.
    enum Tool: String {
        case linter
        case types
        case coverage
        case secrets
        case security
    }

    /// How much is silenced.
    enum Reach {
        /// Rules by name, or as little as the tool lets one name.
        case scoped
        /// Every rule on a line, or of a file.
        case bare
    }

    let tool: Tool
    let reach: Reach

    /// More for what silences more.
    var weight: Int { tool == .secrets ? 2 : reach == .bare ? 1 : 0 }

    /// The form of a directive, and how it names what it silences.
    struct Form: Sendable {
        /// In lower case; one of the words of the check.
        let word: String
        let tool: Tool
        let scope: Scope
        /// It stands in code, as an attribute or a directive of the compiler, and in no comment.
        var isCode = false
    }

    /// By what a directive is told to silence less than everything.
    enum Scope: Sendable {
        /// `word: names`, `word(names)`, `word[names]` or `word=names`.
        case mark
        /// Names follow, after blanks.
        case names
        /// The tool knows no names here: it silences one line, and no more.
        case always
        /// It silences a file or everything, whatever follows.
        case never
    }

    /// What a line says about silence; nil where the word is only talked about. `start`: of the word in the line.
    init?(_ form: Form, at start: Int, in line: ArraySlice<UInt8>) {
        let end = start + form.word.utf8.count
        guard end <= line.endIndex, form.isCode || Suppression.opensComment(line[..<start]) else { return nil }
        // `nolintlint`, `noqa_codes`: another word.
        if form.word.utf8.last.map(\.isOfName) ?? false, end < line.endIndex, line[end].isOfName { return nil }
        let isScoped = Suppression.isScoped(form.scope, line[end...])
        if case .mark = form.scope, !isScoped, !Suppression.ends(line[end...]) { return nil }
        tool = form.tool
        reach = isScoped ? .scoped : .bare
    }

    /// Nothing follows but another comment, a mark that names nothing or a name without its mark: no sentence.
    private static func ends(_ rest: ArraySlice<UInt8>) -> Bool {
        let text = rest.drop(while: \.isBlank)
        guard let first = text.first else { return true }
        return marks.contains(first) || closers.contains(first) || (0x41...0x5A).contains(first)
    }

    private static let closers = Array("#/*-|".utf8)

    /// Between the opener of the comment and the directive stand blanks at most, and the `@` of some.
    private static func opensComment(_ before: ArraySlice<UInt8>) -> Bool {
        guard let last = before.lastIndex(where: { !$0.isBlank && $0 != UInt8(ascii: "@") }) else { return false }
        switch before[last] {
        case UInt8(ascii: "#"), UInt8(ascii: "*"): return true
        case UInt8(ascii: "/"), UInt8(ascii: "-"): return last > before.startIndex && before[last - 1] == before[last]
        default: return false
        }
    }

    private static func isScoped(_ scope: Scope, _ rest: ArraySlice<UInt8>) -> Bool {
        let text = rest.drop(while: \.isBlank)
        switch scope {
        case .always: return true
        case .never: return false
        case .mark:
            guard let mark = text.first, marks.contains(mark) else { return false }
            return !namesAll(text.dropFirst().drop(while: \.isBlank))
        case .names:
            let names = text.first.map(marks.contains) ?? false ? text.dropFirst().drop(while: \.isBlank) : text
            guard let first = names.first, first.isOfName || openers.contains(first) else { return false }
            return !namesAll(names)
        }
    }

    private static let marks = Array(":([=".utf8)
    /// What the name of a rule may stand in, or begin with.
    private static let openers = Array("@\"'{-".utf8)

    /// `all`, which names nothing.
    private static func namesAll(_ names: ArraySlice<UInt8>) -> Bool {
        let word = names.drop(while: openers.contains).prefix(while: \.isOfName)
        return word.elementsEqual("all".utf8) || word.elementsEqual("ALL".utf8) || word.isEmpty
    }
}

extension UInt8 {
    /// A blank or a tab, or the end of a line.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r") }
}
