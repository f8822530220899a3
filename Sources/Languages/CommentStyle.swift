// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// How a comment of its own lines is written.
package struct CommentStyle: Hashable, Sendable {
    /// Alone on the line before the first; nil where each line is a comment by itself.
    package let opener: String?
    /// Before each line.
    package let prefix: String
    /// Alone on the line after the last.
    package let closer: String?

    private init(_ prefix: String, opener: String? = nil, closer: String? = nil) {
        self.prefix = prefix
        self.opener = opener
        self.closer = closer
    }

    /// The lines of a comment, without line ends.
    package func comment(_ lines: [String]) -> [String] {
        let body = lines.map { $0.isEmpty ? String(prefix.prefix(while: { $0 != " " })) : prefix + $0 }
        return [opener].compactMap(\.self) + body + [closer].compactMap(\.self)
    }

    static let slashes = CommentStyle("// ")
    static let star = CommentStyle(" * ", opener: "/*", closer: " */")
    static let hash = CommentStyle("# ")
    static let dashes = CommentStyle("-- ")
    static let semicolon = CommentStyle("; ")
    static let percent = CommentStyle("% ")
    static let markup = CommentStyle("  ", opener: "<!--", closer: "-->")
    static let template = CommentStyle("  ", opener: "{#", closer: "#}")
    static let parenthesis = CommentStyle("  ", opener: "(*", closer: "*)")
    static let quote = CommentStyle("\" ")
    static let apostrophe = CommentStyle("' ")
    static let rem = CommentStyle("REM ")
    static let exclamation = CommentStyle("! ")
    static let dots = CommentStyle("   ", opener: "..")
}

extension Language {
    /// How a header is written in it; nil where there are no comments.
    package var commentStyle: CommentStyle? {
        switch self {
        case .cpp, .csharp, .dart, .fsharp, .go, .groovy, .java, .javascript, .jsonc, .kotlin, .pascal, .php, .rust,
            .scala, .scss,
            .slashes, .swift:
            .slashes
        case .c, .css: .star
        case .awk, .cmake, .coffeescript, .dockerfile, .elixir, .graphql, .hash, .hcl, .make, .nix, .perl, .powershell,
            .properties, .python, .r, .ruby, .shell, .tcl, .toml, .yaml:
            .hash
        case .ada, .haskell, .lua, .sql: .dashes
        case .assembly, .ini, .lisp: .semicolon
        case .erlang, .matlab, .tex: .percent
        case .markup, .markdown: .markup
        case .template: .template
        case .ocaml: .parenthesis
        case .vim: .quote
        case .basic: .apostrophe
        case .batch: .rem
        case .fortran: .exclamation
        case .restructuredText: .dots
        case .data, .plain: nil
        }
    }
}
