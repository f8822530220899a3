// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Languages, and formats of text and data, told apart by how they write comments and strings; those that write them
/// alike share a case.
package enum Language: String, CaseIterable, Sendable {
    // `//` and `/* */`.
    case c, csharp, cpp, css, dart, go, groovy, java, javascript, kotlin, php, rust, scala, scss, slashes, swift
    // `#`.
    case awk, cmake, coffeescript, dockerfile, elixir, graphql, hash, hcl, make, nix, perl, powershell, python, r, ruby,
        shell
    case tcl, toml, yaml
    // `--`.
    case ada, haskell, lua, sql
    // `;`.
    case assembly, ini, lisp
    // `%`.
    case erlang, matlab, tex
    // `<!-- -->`, `{# #}`.
    case markup, template
    // `(* *)`.
    case fsharp, ocaml, pascal
    // One of a kind.
    case basic, batch, fortran, properties, vim
    /// For people: Markdown, which knows `<!-- -->`; reStructuredText, which knows `.. `; plain text.
    case markdown, restructuredText, plain
    /// For programs: JSON and tables. `jsonc` has comments.
    case data, jsonc

    /// Written for people: what it says about code, licences or characters is no code.
    package var isProse: Bool {
        switch self {
        case .markdown, .restructuredText, .plain, .tex: true
        default: false
        }
    }

    /// Holds values alone: it has neither code nor, but for `jsonc`, comments.
    package var isData: Bool { self == .data || self == .jsonc }
}
