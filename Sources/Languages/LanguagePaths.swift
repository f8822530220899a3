// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

extension Language {
    /// The language of a file by its name, else by the interpreter that its first line names; nil when neither says.
    /// `text`: the file's bytes, or its first line.
    ///
    /// Source of the extensions: github-linguist's list of languages, the common ones.
    package init?(path: Path, text: some Collection<UInt8> = EmptyCollection()) {
        let name = String(decoding: path.name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        if let known = Language.names[name] {
            self = known
            return
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        if let known = Language.special(parts) {
            self = known
            return
        }
        // A template is written in what comes before its own ending: config.yml.in, page.html.erb.
        for part in parts.dropFirst().reversed() {
            if let known = Language.extensions[part] {
                self = known
                return
            }
            guard Language.wrappers.contains(part) else { break }
        }
        if let first = parts.first, parts.count > 1, let known = Language.stems[first] {
            self = known
            return
        }
        guard let known = Language.interpreter(of: text) else { return nil }
        self = known
    }

    /// Names of which the beginning says more than the ending.
    private static func special(_ parts: [Substring]) -> Language? {
        guard parts.count > 1, let first = parts.first else { return nil }
        return switch parts.last {
        case "txt" where first.hasPrefix("requirements") || first.hasPrefix("constraints"): .hash
        case "json" where first == "tsconfig" || first == "jsconfig": .jsonc
        default: nil
        }
    }

    /// What `#!` names: `/usr/bin/env -S python3 -u` is Python.
    private static func interpreter(of text: some Collection<UInt8>) -> Language? {
        guard text.starts(with: "#!".utf8) else { return nil }
        let line = text.dropFirst(2).prefix(200).prefix { $0 != UInt8(ascii: "\n") }
        let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
        for word in words {
            let command = word.split(separator: UInt8(ascii: "/")).last ?? word
            // env, its options and its variables stand before what it runs.
            if command.elementsEqual("env".utf8) || command.first == UInt8(ascii: "-")
                || command.contains(UInt8(ascii: "="))
            {
                continue
            }
            let letters = command.prefix { (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) }
            return interpreters[String(decoding: letters, as: UTF8.self)]
        }
        return nil
    }

    private static func table(_ rows: KeyValuePairs<Language, String>) -> [Substring: Language] {
        var table: [Substring: Language] = [:]
        for (language, words) in rows {
            for word in words.split(separator: " ") { table[word] = language }
        }
        return table
    }

    /// Endings behind which the file's own ending stands.
    private static let wrappers: Set<Substring> = [
        "in", "erb", "tmpl", "tpl", "template", "dist", "example", "sample", "default", "bak", "orig", "j2", "jinja",
        "jinja2",
    ]

    private static let names: [String: Language] = Dictionary(
        uniqueKeysWithValues: table([
            .make: "makefile gnumakefile kbuild makefile.am makefile.in", .cmake: "cmakelists.txt",
            .dockerfile: "dockerfile containerfile",
            .ruby:
                """
            gemfile rakefile guardfile vagrantfile podfile fastfile appfile capfile dangerfile brewfile \
            berksfile thorfile
            """,
            .python: "sconstruct sconscript wscript buck build workspace tiltfile",
            .hash: """
            .gitignore .gitattributes .dockerignore .npmignore .eslintignore .prettierignore .helmignore \
            .mailmap codeowners .editorconfig .env .flake8 .gitmodules procfile requirements.txt constraints.txt \
            go.mod go.work go.sum justfile .npmrc .yarnrc .pylintrc .coveragerc .condarc robots.txt \
            .gcloudignore .vercelignore .stylelintignore
            """,
            .groovy: "jenkinsfile",
            .shell:
                ".bashrc .bash_profile .profile .zshrc .zshenv .bash_aliases .envrc pkgbuild configure bash_completion",
            .vim: ".vimrc _vimrc .gvimrc", .toml: "pipfile cargo.lock poetry.lock uv.lock",
            .yaml: ".clang-format .clang-tidy .gemrc",
            .jsonc: "tsconfig.json jsconfig.json .eslintrc .babelrc .jshintrc .swcrc devcontainer.json",
            .data: ".prettierrc composer.lock package.resolved pipfile.lock",
            .plain: """
            license licence copying notice authors contributors readme changelog changes news todo install \
            version thanks credits maintainers copyright patents history
            """,
            .perl: "cpanfile", .r: ".rprofile",
        ]).map { (String($0.key), $0.value) })

    private static let stems = table([
        .dockerfile: "dockerfile containerfile", .make: "makefile", .plain: "license licence copying notice",
    ])

    private static let interpreters = Dictionary(
        uniqueKeysWithValues: table([
            .shell: "sh bash zsh dash ksh ash fish bats busybox", .python: "python pypy uv", .ruby: "ruby jruby",
            .perl: "perl",
            .javascript: "node nodejs deno bun tsx", .php: "php", .lua: "lua luajit", .tcl: "tclsh wish expect",
            .r: "Rscript julia",
            .elixir: "elixir", .erlang: "escript", .awk: "awk gawk mawk", .swift: "swift", .groovy: "groovy",
            .make: "make",
            .powershell: "pwsh", .scala: "scala", .haskell: "runhaskell stack", .lisp: "guile racket sbcl",
        ]).map { (String($0.key), $0.value) })
}
