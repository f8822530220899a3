// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

internal import Gate

/// How a file writes what a name is bound to, by its path.
enum FileKind: Sendable {
    /// Values stand in quotes.
    case code
    /// `NAME=value`, words end at blanks.
    case shell
    case yaml
    /// `name = value` or `name: value` to the end of the line.
    case settings
    case markup
    /// Prose, with samples of everything.
    case prose
    /// `name value`, as .netrc.
    case words
    case unknown

    init(_ path: Path) {
        let name = path.bytes[(path.bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...].lowered.string
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let suffix = parts.count > 1 ? String(parts[parts.count - 1]) : ""
        self = FileKind.byName(name) ?? FileKind.bySuffix[suffix] ?? .unknown
    }

    private static func byName(_ name: String) -> FileKind? {
        switch name {
        case _ where name == ".env" || name.hasPrefix(".env.") || name.hasSuffix(".env"): .settings
        case ".netrc", "_netrc", ".pgpass", "redis.conf", "sentinel.conf": .words
        case ".npmrc", ".pypirc", ".my.cnf", ".s3cfg", ".boto", "credentials", "config", ".gitconfig", ".yarnrc":
            .settings
        case _
        where name.hasPrefix("dockerfile") || name.hasSuffix(".dockerfile") || name == "makefile"
            || name == "jenkinsfile"
            || name.hasPrefix(".bash") || name == ".profile" || name == ".zshrc" || name == ".envrc":
            .shell
        case "license", "readme", "changelog", "copying", "authors": .prose
        default: nil
        }
    }

    private static let bySuffix: [String: FileKind] = {
        var kinds: [String: FileKind] = [:]
        for (kind, suffixes) in [
            (FileKind.shell, "sh bash zsh ksh fish bat cmd ps1 psm1 mk"),
            (.yaml, "yml yaml eyaml"),
            (
                .settings,
                "ini cfg properties props env conf cnf config toml tfvars desktop service inf reg editorconfig"
            ),
            (
                .markup,
                "xml html htm xhtml plist config csproj vbproj props targets nuspec jsp jspx xaml vue svg wsdl xsd xsl resx storyboard xib ftl"
            ),
            (.prose, "md markdown mdx rst adoc asciidoc txt text org tex log wiki rtf"),
            (
                .code,
                """
                swift c h cc cpp cxx hpp hh hxx m mm go rs py pyi pyw rb erb rake js jsx mjs cjs ts tsx mts cts java kt kts scala sc \
                groovy gradle cs fs fsx vb php phtml pl pm t lua r jl dart ex exs erl hrl hs elm clj cljs cljc lisp el ml mli nim \
                zig v d pas sql psql tf hcl bicep json json5 jsonc ipynb graphql gql proto sol tcl coffee vim awk sed nix dhall \
                rego cue css scss less sass cu cl asm s f90 ada abap apex cls cob
                """
            ),
        ] {
            for suffix in suffixes.split(whereSeparator: \.isWhitespace) where kinds[String(suffix)] == nil {
                kinds[String(suffix)] = kind
            }
        }
        return kinds
    }()
}
