// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Languages with `#`. Source: each language's own reference.
extension Syntax {
    private static let hashes = LineComment("#")
    private static let hashBrace = Hole("#{")

    static let awk = Syntax(line: [hashes], quotes: [Quote("\"")], .regex)
    static let cmake = Syntax(line: [hashes], quotes: [Quote("\"", spansLines: true)], [.longBrackets, .escapesInCode])
    static let coffeescript = Syntax(
        line: [hashes], block: [BlockComment("###", "###")],
        quotes: [
            Quote("'", spansLines: true), Quote("\"", spansLines: true, hole: hashBrace),
            Quote("'''", spansLines: true),
            Quote("\"\"\"", spansLines: true, hole: hashBrace),
        ])
    static let dockerfile = Syntax(line: [LineComment("#", .lineStart)], .heredocs)
    static let elixir = Syntax(
        line: [hashes],
        quotes: [
            Quote("\"", spansLines: true, hole: hashBrace), Quote("\"\"\"", spansLines: true, hole: hashBrace),
            Quote("'''", spansLines: true, hole: hashBrace),
        ],
        [.strictCharacters, .sigils])
    static let graphql = Syntax(line: [hashes], quotes: [Quote("\""), Quote("\"\"\"", spansLines: true)])
    /// Lists and settings: a quote there is a character like others.
    static let hash = Syntax(line: [LineComment("#", .afterBlank)])
    static let hcl = Syntax(
        line: [hashes, LineComment("//")], block: [BlockComment("/*", "*/")], quotes: [Quote("\"", hole: Hole("${"))],
        .heredocs)
    static let make = Syntax(line: [LineComment("#", .afterBlank)], .escapesInCode)
    static let nix = Syntax(
        line: [hashes], block: [BlockComment("/*", "*/")],
        quotes: [
            Quote("\"", spansLines: true, hole: Hole("${")), Quote("''", .none, spansLines: true, hole: Hole("${")),
        ])
    static let perl = Syntax(
        line: [hashes],
        quotes: [Quote("\"", spansLines: true), Quote("'", spansLines: true), Quote("`", spansLines: true)],
        [.regex, .dollarNames, .heredocs, .perlTexts, .perlPages])
    static let powershell = Syntax(
        line: [hashes], block: [BlockComment("<#", "#>")],
        quotes: [Quote("\"", .backtick, spansLines: true), Quote("'", .doubled, spansLines: true)], .hereStrings)
    static let python = Syntax(
        line: [hashes],
        quotes: [Quote("\""), Quote("'"), Quote("\"\"\"", spansLines: true), Quote("'''", spansLines: true)])
    static let r = Syntax(line: [hashes], quotes: [Quote("\"", spansLines: true)], .strictCharacters)
    static let ruby = Syntax(
        line: [hashes], block: [BlockComment("=begin", "=end", isOfLines: true)],
        quotes: [
            Quote("\"", spansLines: true, hole: hashBrace), Quote("'", spansLines: true),
            Quote("`", spansLines: true, hole: hashBrace),
        ],
        [.regex, .dollarNames, .heredocs, .percentTexts])
    static let shell = Syntax(
        line: [LineComment("#", .afterBlank)],
        quotes: [
            Quote("\"", spansLines: true, hole: Hole("$(")), Quote("'", .none, spansLines: true),
            Quote(opener: bytes("$'"), closer: bytes("'"), .backslash, spansLines: true),
        ],
        [.escapesInCode, .heredocs, .spacedHeredocs])
    static let tcl = Syntax(line: [LineComment("#", .afterBlank)], quotes: [Quote("\"")], .escapesInCode)
    static let toml = Syntax(
        line: [hashes],
        quotes: [
            Quote("\""), Quote("'", .none), Quote("\"\"\"", spansLines: true), Quote("'''", .none, spansLines: true),
        ])
    static let yaml = Syntax(
        line: [LineComment("#", .afterBlank)],
        quotes: [Quote("\"", spansLines: true), Quote("'", .doubled, spansLines: true)], .yaml)
}
