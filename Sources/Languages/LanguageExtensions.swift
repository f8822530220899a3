// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension Language {
    /// By what follows the name's last dot, in lower case.
    static let extensions: [Substring: Language] = {
        var table: [Substring: Language] = [:]
        for (language, words) in endings {
            for word in words.split(separator: " ") { table[word] = language }
        }
        return table
    }()

    static let endings: KeyValuePairs<Language, String> = [
        .c: "c h m pch cats idc xpm xbm y l inc",
        .cpp: "cc cpp cxx c++ hh hpp hxx h++ inl ipp tpp txx ino mm cu cuh metal hlsl",
        .csharp: "cs csx cake",
        .css: "css pcss postcss",
        .dart: "dart",
        .go: "go",
        .groovy: "groovy gradle gvy nf",
        .java: "java jsh",
        .javascript: "js mjs cjs jsx ts mts cts tsx es6 gs qml",
        .kotlin: "kt kts",
        .php: "php php3 php4 php5 php7 php8 phtml phpt",
        .rust: "rs ron",
        .scala: "scala sc sbt",
        .scss: "scss less styl sass",
        .slashes: """
        proto thrift sol zig glsl vert frag comp d v sv svh vala as fbs capnp bicep cue jsonnet libsonnet \
        prisma wgsl move cairo odin dts dtsi pony ceylon hx pde ligo
        """,
        .swift: "swift swiftinterface",
        .awk: "awk gawk mawk",
        .cmake: "cmake",
        .coffeescript: "coffee litcoffee",
        .dockerfile: "dockerfile containerfile",
        .elixir: "ex exs",
        .graphql: "graphql graphqls gql",
        .hash: """
        conf cfg cnf env gitignore dockerignore rego service timer socket desktop rules list mailmap http \
        ninja gni gn ac m4 am feature just requirements
        """,
        .hcl: "tf tfvars hcl nomad",
        .make: "mk mak make",
        .nix: "nix",
        .perl: "pl pm perl pod t psgi cgi",
        .powershell: "ps1 psm1 psd1",
        .python: "py pyi pyw pyx pxd pxi bzl star bazel buck gyp gypi sconscript wsgi tac rpy xonsh mojo",
        .r: "r rprofile jl nim nims",
        .ruby: "rb rake gemspec ru podspec rbi cr thor jbuilder builder",
        .shell: "sh bash zsh ksh dash fish bats command ebuild eclass profile envrc",
        .tcl: "tcl tm exp itcl",
        .toml: "toml",
        .yaml: "yml yaml cff syntax clang-format sls",
        .ada: "adb ads ada vhd vhdl e applescript",
        .haskell: "hs lhs hsc elm purs idr agda lagda dhall",
        .lua: "lua luau nse rockspec moon",
        .sql: "sql psql pgsql plsql pls ddl dml hql cql prc tsql mysql",
        .assembly: "s asm nasm a51",
        .ini: "ini inf reg lng url ahk nsi nsh iss",
        .lisp: "lisp lsp cl el clj cljs cljc edn scm ss rkt fnl hy sld wat wast janet",
        .erlang: "erl hrl escript pro prolog",
        .matlab: "matlab octave",
        .tex: "tex ltx sty cls dtx bib bst",
        .markup: """
        html htm xhtml xml xsd xsl xslt svg vue svelte astro wsdl plist csproj vbproj fsproj vcxproj props \
        targets nuspec resx xaml xib storyboard ui qrc rss atom pom config manifest wxs jsp jspx asp aspx \
        cshtml razor axaml xul dita rdf kml gpx tld launch iml
        """,
        .template: """
        j2 jinja jinja2 njk twig liquid hbs handlebars mustache ejs erb eex heex leex tmpl gotmpl tpl ftl vm \
        haml pug jade blade dust
        """,
        .fsharp: "fs fsx fsi",
        .ocaml: "ml mli mll mly sml thy wl nb",
        .pascal: "pas dpr lpr dfm dpk",
        .basic: "bas vb vbs frm vba",
        .batch: "bat cmd",
        .fortran: "f for ftn f77 f90 f95 f03 f08 fpp",
        .properties: "properties",
        .vim: "vim vimrc",
        .markdown: "md markdown mdown mkd mdx mdc qmd rmd mdwn livemd",
        .restructuredText: "rst rest",
        .plain:
            """
        txt text log textile org asciidoc adoc rdoc wiki mediawiki creole 1 2 3 4 5 6 7 8 9 man eml me roff tr \
        ipynb srt vtt po pot
        """,
        .data: """
        json csv tsv jsonl ndjson geojson webmanifest map har avsc snap lock sum pem crt cer key asc sig pub \
        patch diff svgz topojson jsonld arff ics vcf
        """,
        .jsonc: "jsonc json5 code-workspace sublime-settings hjson",
    ]
}
