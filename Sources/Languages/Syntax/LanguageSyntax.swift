// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Language {
    /// Made when the first file of it is read, and kept.
    var syntax: Syntax {
        switch self {
        case .c: .c
        case .cpp: .cpp
        case .csharp: .csharp
        case .css: .css
        case .dart: .dart
        case .go: .go
        case .groovy: .groovy
        case .java: .java
        case .javascript: .javascript
        case .kotlin: .kotlin
        case .php: .php
        case .rust: .rust
        case .scala: .scala
        case .scss: .scss
        case .slashes: .slashes
        case .jsonc: .jsonc
        case .swift: .swift
        default: hashSyntax ?? otherSyntax
        }
    }

    private var hashSyntax: Syntax? {
        switch self {
        case .awk: .awk
        case .cmake: .cmake
        case .coffeescript: .coffeescript
        case .dockerfile: .dockerfile
        case .elixir: .elixir
        case .graphql: .graphql
        case .hash: .hash
        case .hcl: .hcl
        case .make: .make
        case .nix: .nix
        case .perl: .perl
        case .powershell: .powershell
        case .python: .python
        case .r: .r
        case .ruby: .ruby
        case .shell: .shell
        case .tcl: .tcl
        case .toml: .toml
        case .yaml: .yaml
        default: nil
        }
    }

    private var otherSyntax: Syntax {
        switch self {
        case .ada: .ada
        case .assembly: .assembly
        case .basic: .basic
        case .batch: .batch
        case .erlang: .erlang
        case .fortran: .fortran
        case .fsharp: .fsharp
        case .haskell: .haskell
        case .ini: .ini
        case .lisp: .lisp
        case .lua: .lua
        case .markdown: .markdown
        case .markup: .markup
        case .matlab: .matlab
        case .ocaml: .ocaml
        case .pascal: .pascal
        case .properties: .properties
        case .restructuredText: .restructuredText
        case .sql: .sql
        case .template: .template
        case .tex: .tex
        case .vim: .vim
        default: .none
        }
    }
}
