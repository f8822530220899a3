// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What of a language tells code, comments and strings apart.
struct Syntax: Sendable {
    struct LineComment: Sendable {
        /// Where an opener counts.
        enum Place { case anywhere, afterBlank, lineStart }

        let opener: [UInt8]
        let place: Place
        /// A backslash before the line end carries it on to the next line.
        let isCarriedOn: Bool
        /// Before this byte the opener is none.
        let exception: UInt8?

        init(_ opener: StaticString, _ place: Place = .anywhere, isCarriedOn: Bool = false, exception: UInt8? = nil) {
            self.opener = Syntax.bytes(opener)
            self.place = place
            self.isCarriedOn = isCarriedOn
            self.exception = exception
        }
    }

    struct BlockComment: Sendable {
        let opener: [UInt8]
        let closer: [UInt8]
        let nests: Bool
        /// Opener and closer each begin a line.
        let isOfLines: Bool

        init(_ opener: StaticString, _ closer: StaticString, nests: Bool = false, isOfLines: Bool = false) {
            self.opener = Syntax.bytes(opener)
            self.closer = Syntax.bytes(closer)
            self.nests = nests
            self.isOfLines = isOfLines
        }
    }

    /// A form of string.
    struct Quote: Sendable {
        enum Escape { case none, backslash, doubled, backtick }

        let opener: [UInt8]
        let closer: [UInt8]
        let escape: Escape
        /// Else it ends with its line, closed or not: what is wrong there goes no further.
        let spansLines: Bool
        /// Where code stands inside: `${ }`.
        let hole: Hole?

        init(_ quote: StaticString, _ escape: Escape = .backslash, spansLines: Bool = false, hole: Hole? = nil) {
            self.init(
                opener: Syntax.bytes(quote), closer: Syntax.bytes(quote), escape, spansLines: spansLines, hole: hole)
        }

        init(opener: [UInt8], closer: [UInt8], _ escape: Escape, spansLines: Bool, hole: Hole? = nil) {
            self.opener = opener
            self.closer = closer
            self.escape = escape
            self.spansLines = spansLines
            self.hole = hole
        }
    }

    /// Code inside a string, from its opener to the bracket that balances it.
    struct Hole: Sendable {
        let opener: [UInt8]
        let open: UInt8
        let close: UInt8

        init(_ opener: StaticString) {
            self.init(Syntax.bytes(opener))
        }

        init(_ opener: [UInt8]) {
            self.opener = opener
            let isBrace = opener.contains(UInt8(ascii: "{"))
            open = isBrace ? UInt8(ascii: "{") : UInt8(ascii: "(")
            close = isBrace ? UInt8(ascii: "}") : UInt8(ascii: ")")
        }
    }

    /// What no list of openers and closers says.
    struct Features: OptionSet, Sendable {
        let rawValue: UInt32

        /// A regular expression stands between slashes where a value may begin.
        static let regex = Features(rawValue: 1 << 0)
        /// `'x'` is a character, any other `'` is not: lifetimes, primes, attributes, quotes.
        static let strictCharacters = Features(rawValue: 1 << 1)
        /// `1'000` and `16#ff#`: a number holds quotes.
        static let digitQuotes = Features(rawValue: 1 << 2)
        /// `x'` is a name.
        static let primes = Features(rawValue: 1 << 3)
        /// A backslash in code takes what follows with it.
        static let escapesInCode = Features(rawValue: 1 << 4)
        /// A `$` in code takes the punctuation that follows with it: `$'`, `$#`.
        static let dollarNames = Features(rawValue: 1 << 5)
        /// `R"x( )x"`.
        static let cppRaw = Features(rawValue: 1 << 6)
        /// `r#" "#`.
        static let rustRaw = Features(rawValue: 1 << 7)
        /// `#" "#`, `#""" """#`.
        static let swiftRaw = Features(rawValue: 1 << 8)
        /// `@" "` and `"""" """"`.
        static let csharpRaw = Features(rawValue: 1 << 9)
        /// `[==[ ]==]`; behind the opener of a line comment it is a comment.
        static let longBrackets = Features(rawValue: 1 << 10)
        /// `<<EOF` to a line EOF.
        static let heredocs = Features(rawValue: 1 << 11)
        /// `<<<EOF` to a line EOF.
        static let phpHeredocs = Features(rawValue: 1 << 12)
        /// `%q( )`, `%w[ ]`.
        static let percentTexts = Features(rawValue: 1 << 13)
        /// `q( )`, `qw[ ]`, `s/ / /`.
        static let perlTexts = Features(rawValue: 1 << 14)
        /// `=word` to `=cut`; `__END__` ends the code.
        static let perlPages = Features(rawValue: 1 << 15)
        /// `$tag$ $tag$`.
        static let dollarTexts = Features(rawValue: 1 << 16)
        /// `{tag| |tag}`.
        static let braceTexts = Features(rawValue: 1 << 17)
        /// `key: |` and the lines that are indented deeper; strings only where a value begins.
        static let yaml = Features(rawValue: 1 << 18)
        /// `@" "@` over lines.
        static let hereStrings = Features(rawValue: 1 << 19)
        /// `<![CDATA[ ]]>`, and scripts and style sheets as what they are.
        static let markup = Features(rawValue: 1 << 20)
        /// Code only between `<?php` and `?>`.
        static let phpTags = Features(rawValue: 1 << 21)
        /// `?>` ends the code.
        static let endsAtPHPClose = Features(rawValue: 1 << 22)
        /// `~s( )`.
        static let sigils = Features(rawValue: 1 << 23)
        /// `.. ` and the lines that are indented below it, but no directive.
        static let explicitMarkup = Features(rawValue: 1 << 24)
        /// `REM ` at the beginning of a line, in any case.
        static let remarks = Features(rawValue: 1 << 25)
        /// `<< EOF` is as good as `<<EOF`.
        static let spacedHeredocs = Features(rawValue: 1 << 27)
        /// A `C` or `*` in column one.
        static let fixedForm = Features(rawValue: 1 << 26)
    }

    /// What a byte can be where code stands.
    enum Role: UInt8 { case other, blank, lineEnd, word, mark }

    let lineComments: [LineComment]
    let blockComments: [BlockComment]
    let quotes: [Quote]
    let features: Features
    /// By byte.
    let roles: [Role]

    init(
        line: [LineComment] = [], block: [BlockComment] = [], quotes: [Quote] = [], _ features: Features = []
    ) {
        lineComments = line
        // The longest opener counts.
        blockComments = block.sorted { $0.opener.count > $1.opener.count }
        self.quotes = quotes.sorted { $0.opener.count > $1.opener.count }
        self.features = features
        var roles = [Role](repeating: .other, count: 256)
        for byte in 0...255 where Syntax.isWord(UInt8(byte)) { roles[byte] = .word }
        for blank in [0x20, 0x09, 0x0D, 0x0C, 0x0B] { roles[blank] = .blank }
        roles[0x0A] = .lineEnd
        let openers = line.map(\.opener) + block.map(\.opener) + quotes.map(\.opener)
        for first in openers.compactMap(\.first) { roles[Int(first)] = .mark }
        for first in Syntax.marks(of: features) { roles[Int(first)] = .mark }
        self.roles = roles
    }

    private static func marks(of features: Features) -> [UInt8] {
        let marks: [(Features, StaticString)] = [
            (.regex, "/"), (.strictCharacters, "'"), (.escapesInCode, "\\"), (.dollarNames, "$"), (.swiftRaw, "#"),
            (.csharpRaw, "@\""), (.longBrackets, "["), (.heredocs, "<"), (.phpHeredocs, "<"), (.percentTexts, "%"),
            (.perlPages, "="), (.dollarTexts, "$"), (.braceTexts, "{"), (.yaml, "|>"), (.hereStrings, "@"),
            (.markup, "<"),
            (.phpTags, "<"), (.endsAtPHPClose, "?"), (.sigils, "~"), (.explicitMarkup, "."), (.remarks, "@"),
            (.fixedForm, "*"),
        ]
        return marks.flatMap { features.contains($0.0) ? bytes($0.1) : [] }
    }

    static func bytes(_ text: StaticString) -> [UInt8] {
        text.withUTF8Buffer { Array($0) }
    }

    /// Letters, digits, `_`, and whatever is no ASCII.
    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), 0x80...0xFF:
            true
        default: false
        }
    }
}
