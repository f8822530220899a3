// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Languages with neither `//` nor `#` first. Source: each language's own reference.
extension Syntax {
    private static let dashes = LineComment("--")
    private static let markupComment = BlockComment("<!--", "-->")
    private static let doubled = Quote("\"", .doubled)

    /// No comments and no strings.
    static let none = Syntax()

    static let ada = Syntax(line: [dashes], quotes: [doubled], .strictCharacters)
    static let haskell = Syntax(
        line: [dashes], block: [BlockComment("{-", "-}", nests: true)], quotes: [Quote("\"")],
        [.primes, .strictCharacters])
    static let lua = Syntax(line: [dashes], quotes: [Quote("\""), Quote("'")], .longBrackets)
    static let sql = Syntax(
        line: [dashes], block: [BlockComment("/*", "*/")],
        quotes: [Quote("'", .doubled, spansLines: true), doubled], .dollarTexts)

    static let assembly = Syntax(
        line: [
            LineComment("//"), LineComment(";", .afterBlank), LineComment("#", .lineStart),
            LineComment("@", .lineStart),
        ],
        block: [BlockComment("/*", "*/")], quotes: [Quote("\"")], .strictCharacters)
    static let ini = Syntax(line: [LineComment(";", .lineStart), LineComment("#", .lineStart)])
    static let lisp = Syntax(
        line: [LineComment(";")], block: [BlockComment("#|", "|#", nests: true)],
        quotes: [Quote("\"", spansLines: true)],
        .escapesInCode)

    static let erlang = Syntax(
        line: [LineComment("%")], quotes: [Quote("\"", spansLines: true), Quote("'")], .dollarNames)
    static let matlab = Syntax(
        line: [LineComment("%")], block: [BlockComment("%{", "%}", isOfLines: true)], quotes: [doubled],
        .strictCharacters)
    static let tex = Syntax(line: [LineComment("%")], .escapesInCode)

    static let markup = Syntax(block: [markupComment], .markup)
    static let markdown = Syntax(block: [markupComment])
    static let template = Syntax(
        block: [
            markupComment, BlockComment("{#", "#}"), BlockComment("{{!--", "--}}"), BlockComment("{{--", "--}}"),
            BlockComment("{{/*", "*/}}"), BlockComment("<%#", "%>"), BlockComment("<%--", "--%>"),
        ])

    static let fsharp = Syntax(
        line: [LineComment("//")], block: [BlockComment("(*", "*)", nests: true)],
        quotes: [Quote("\"", spansLines: true), Quote("\"\"\"", .none, spansLines: true)], [.primes, .strictCharacters])
    static let ocaml = Syntax(
        block: [BlockComment("(*", "*)", nests: true)], quotes: [Quote("\"", spansLines: true)],
        [.primes, .strictCharacters, .braceTexts])
    static let pascal = Syntax(
        line: [LineComment("//")], block: [BlockComment("{", "}"), BlockComment("(*", "*)")],
        quotes: [Quote("'", .doubled)])

    static let basic = Syntax(line: [LineComment("'")], quotes: [doubled], .remarks)
    static let batch = Syntax(line: [LineComment("::", .lineStart)], .remarks)
    static let fortran = Syntax(line: [LineComment("!")], quotes: [doubled, Quote("'", .doubled)], .fixedForm)
    static let properties = Syntax(line: [LineComment("#", .lineStart), LineComment("!", .lineStart)], .escapesInCode)
    static let restructuredText = Syntax(.explicitMarkup)
    static let vim = Syntax(line: [LineComment("\"", .lineStart)], quotes: [Quote("\""), Quote("'", .doubled)])
}
