// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Languages with `//` and `/* */`. Source: each language's own reference.
extension Syntax {
    private static let slash = LineComment("//")
    private static let star = BlockComment("/*", "*/")
    private static let nesting = BlockComment("/*", "*/", nests: true)
    private static let dollarBrace = Hole("${")

    static let c = Syntax(
        line: [LineComment("//", isCarriedOn: true)], block: [star], quotes: [Quote("\""), Quote("'")], .digitQuotes)
    static let cpp = Syntax(
        line: [LineComment("//", isCarriedOn: true)], block: [star], quotes: [Quote("\""), Quote("'")],
        [.digitQuotes, .cppRaw])
    static let csharp = Syntax(line: [slash], block: [star], quotes: [Quote("\""), Quote("'")], .csharpRaw)
    static let css = Syntax(block: [star], quotes: [Quote("\""), Quote("'")])
    static let scss = Syntax(line: [slash], block: [star], quotes: [Quote("\""), Quote("'")])
    static let dart = Syntax(
        line: [slash], block: [nesting],
        quotes: [
            Quote("\"", hole: dollarBrace), Quote("'", hole: dollarBrace),
            Quote("\"\"\"", spansLines: true, hole: dollarBrace), Quote("'''", spansLines: true, hole: dollarBrace),
        ])
    static let go = Syntax(
        line: [slash], block: [star], quotes: [Quote("\""), Quote("'"), Quote("`", .none, spansLines: true)])
    static let groovy = Syntax(
        line: [slash], block: [star],
        quotes: [
            Quote("\"", hole: dollarBrace), Quote("'"), Quote("\"\"\"", spansLines: true, hole: dollarBrace),
            Quote("'''", spansLines: true),
        ])
    static let java = Syntax(
        line: [slash], block: [star], quotes: [Quote("\""), Quote("'"), Quote("\"\"\"", spansLines: true)])
    /// TypeScript and the X dialects too.
    static let javascript = Syntax(
        line: [slash], block: [star],
        quotes: [Quote("\""), Quote("'"), Quote("`", spansLines: true, hole: dollarBrace)], .regex)
    static let jsonc = Syntax(line: [slash], block: [star], quotes: [Quote("\""), Quote("'")])
    static let kotlin = Syntax(
        line: [slash], block: [nesting],
        quotes: [
            Quote("\"", hole: dollarBrace), Quote("'"), Quote("\"\"\"", .none, spansLines: true, hole: dollarBrace),
        ])
    static let rust = Syntax(
        line: [slash], block: [nesting], quotes: [Quote("\"", spansLines: true)], [.rustRaw, .strictCharacters])
    static let scala = Syntax(
        line: [slash], block: [nesting],
        quotes: [Quote("\"", hole: dollarBrace), Quote("\"\"\"", .none, spansLines: true, hole: dollarBrace)],
        .strictCharacters)
    /// Protocol Buffers, Thrift, Solidity, D, Verilog and others.
    static let slashes = Syntax(line: [slash], block: [star], quotes: [Quote("\"")], .strictCharacters)
    static let swift = Syntax(
        line: [slash], block: [nesting],
        quotes: [Quote("\"", hole: Hole("\\(")), Quote("\"\"\"", spansLines: true, hole: Hole("\\("))], .swiftRaw)

    static let php = Syntax(block: [BlockComment("<!--", "-->")], .phpTags)
    /// Between the tags.
    static let phpCode = Syntax(
        line: [slash, LineComment("#", exception: UInt8(ascii: "["))], block: [star],
        quotes: [
            Quote("'", spansLines: true), Quote("\"", spansLines: true, hole: Hole("{$")), Quote("`", spansLines: true),
        ],
        [.phpHeredocs, .endsAtPHPClose])
}
