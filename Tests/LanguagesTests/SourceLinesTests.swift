// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Languages

struct SourceLinesTests {
    /// Comments and strings as they stand in the text, `#` or `"` before each saying which.
    private func runs(_ language: Language, _ text: String) -> [String] {
        let lines = SourceLines(text: Array(text.utf8), language: language)
        return lines.runs.map {
            ($0.kind == .comment ? "#" : "\"") + String(decoding: lines.text[$0.range], as: UTF8.self)
        }
    }

    @Test(
        arguments: [
            (.c, "a /* b */ c // d\ne", ["#/* b */", "#// d"]),
            (.c, "s = \"// no\"; // yes", ["\"\"// no\"", "#// yes"]),
            (.c, "// a \\\nb\nc", ["#// a \\\nb"]),
            (.c, "#error don't\nx // y", ["\"'t", "#// y"]),
            (.cpp, "n = 1'000'000; c = 'x'; // y", ["\"'x'", "#// y"]),
            (.cpp, "R\"x(a)\" // )x\" // y", ["\"\"x(a)\" // )x\"", "#// y"]),
            (.rust, "fn f<'a>(x: &'a str) -> char { '\\'' } // y", ["\"'\\''", "#// y"]),
            (.rust, "r#\"a \" // b\"# /* a /* b */ c */ d", ["\"#\"a \" // b\"#", "#/* a /* b */ c */"]),
            (.swift, "\"a \\(f(\"b\") /* c */) d\" // e", ["\"\"a \\(", "\"\"b\"", "#/* c */", "\") d\"", "#// e"]),
            (.swift, "#\"a \\(b\"# // c", ["\"#\"a \\(b\"#", "#// c"]),
            (.swift, "\"\"\"\n// a\n\"\"\" // b", ["\"\"\"\"\n// a\n\"\"\"", "#// b"]),
            (.go, "`a\n// b` // c", ["\"`a\n// b`", "#// c"]),
            (.javascript, "x = a / b; y = /[/\"]\\// // c", ["\"/[/\"]\\//", "#// c"]),
            (.javascript, "return /'/ // c", ["\"/'/", "#// c"]),
            (.javascript, "`a ${ f({b: `//`}) } c` // d", ["\"`a ${", "\"`//`", "\"} c`", "#// d"]),
            (.csharp, "@\"a\\\" // b", ["\"@\"a\\\"", "#// b"]),
            (.csharp, "\"\"\"\"a \"\"\" b\"\"\"\" // c", ["\"\"\"\"\"a \"\"\" b\"\"\"\"", "#// c"]),
            (.php, "it's <?php $a = 'b'; # c ?> it's <?= f() // d ?> e", ["\"'b'", "## c ", "#// d "]),
            (.php, "<?php\n$a = <<<'EOT'\n# no\n  EOT;\n# yes\n#[Attribute]\n", ["\"# no\n  EOT", "## yes"]),
            (.kotlin, "\"\"\"a\\\"\"\" // b", ["\"\"\"\"a\\\"\"\"", "#// b"]),
            (.css, "a { b: '//' } /* c */", ["\"'//'", "#/* c */"]),
            (.slashes, "x = 4'b0; // y", ["#// y"]),
        ] as [(Language, String, [String])])
    func slashes(_ language: Language, _ text: String, _ expected: [String]) {
        #expect(runs(language, text) == expected)
    }

    @Test(
        arguments: [
            (.python, "def f():\n    \"\"\"# no\n    \"\"\" # yes\n", ["\"\"\"\"# no\n    \"\"\"", "## yes"]),
            (.python, "r'\\' # no' # yes", ["\"'\\' # no'", "## yes"]),
            (.python, "x = 'open\ny # yes", ["\"'open", "## yes"]),
            (
                .shell, "echo \"# $(f \"it's # no\") #\" a#b # yes",
                ["\"\"# $(", "\"\"it's # no\"", "\") #\"", "## yes"]
            ),
            (.shell, "cat <<-'EOF' > x # yes\n# no\n\tEOF\n# y", ["## yes", "\"# no\n\tEOF", "## y"]),
            (.shell, "cat <<A <<B\n# a\nA\n# b\nB\n# y", ["\"# a\nA", "\"# b\nB", "## y"]),
            (.shell, "cat << \\EOF\n# no\nEOF\n# y", ["\"# no\nEOF", "## y"]),
            (.shell, "x=$((1<<FOO)) # y", ["## y"]),
            (.shell, "x=$'a\\'b' ${#x} \\# $# # y", ["\"$'a\\'b'", "## y"]),
            (.ruby, "x = \"#{h[\"a\"]}\" # y", ["\"\"#{", "\"\"a\"", "\"}\"", "## y"]),
            (.ruby, "=begin\na\n=end\nx # y", ["#=begin\na\n=end", "## y"]),
            (.ruby, "x = <<~SQL # y\n  # no\n  SQL\n", ["## y", "\"  # no\n  SQL"]),
            (.ruby, "a = %w[# b] % c # y", ["\"%w[# b]", "## y"]),
            (.perl, "$#x; s{#}{'}g; q(a(#)b); y => 1; m/#/ # y", ["\"{#}{'}", "\"(a(#)b)", "\"/#/", "## y"]),
            (.perl, "=head1 X\n\nit's\n\n=cut\n# y", ["#=head1 X\n\nit's\n\n=cut", "## y"]),
            (
                .yaml, "a: it's # y\nb: \"# no\"\nrun: |\n  # no\n\n  x\nc: 'd''# no' # y",
                [
                    "## y", "\"\"# no\"", "\"  # no\n\n  x\n", "\"'d''# no'", "## y",
                ]
            ),
            (.yaml, "- name: >-\n    # no\n  b: c # y", ["\"    # no\n", "## y"]),
            (.toml, "a = '''\n# no''' # y", ["\"'''\n# no'''", "## y"]),
            (.make, "a: b\n\techo 'it # y", ["## y"]),
            (.cmake, "set(a \"# no\") #[[ a\n# b ]] c # y", ["\"\"# no\"", "##[[ a\n# b ]]", "## y"]),
            (
                .powershell, "@\"\n# no\n\"@ <# a\n#> \"b`\"# no\" # y",
                ["\"@\"\n# no\n\"@", "#<# a\n#>", "\"\"b`\"# no\"", "## y"]
            ),
            (.elixir, "~s(# no) ?a ~S\"\"\"\n# no\n\"\"\" # y", ["\"~s(# no)", "\"~S\"\"\"\n# no\n\"\"\"", "## y"]),
            (.dockerfile, "# y\nRUN echo '# no' # no\n", ["## y"]),
            (.hash, "a = \"b # y\n#z", ["## y", "##z"]),
            (.hcl, "a = \"${b(\"# no\")}\" # y", ["\"\"${", "\"\"# no\"", "\"}\"", "## y"]),
            (.coffeescript, "### a\n# b ### c #### y", ["#### a\n# b ###", "##### y"]),
        ] as [(Language, String, [String])])
    func hashes(_ language: Language, _ text: String, _ expected: [String]) {
        #expect(runs(language, text) == expected)
    }

    @Test(
        arguments: [
            (.lua, "--[==[ a ]] b ]==] [[-- no]] -- y", ["#--[==[ a ]] b ]==]", "\"[[-- no]]", "#-- y"]),
            (.haskell, "f' 'x' {- a {- b -} c -} -- y", ["\"'x'", "#{- a {- b -} c -}", "#-- y"]),
            (.sql, "'it''s -- no' $a$ -- no $a$ -- y", ["\"'it''s -- no'", "\"$a$ -- no $a$", "#-- y"]),
            (.sql, "$1 $2 -- y", ["#-- y"]),
            (.lisp, "(a 'b #\\; \"c ; no\") ; y", ["\"\"c ; no\"", "#; y"]),
            (.tex, "50\\% % y", ["#% y"]),
            (.erlang, "$\" $\\\\ \"% no\" % y", ["\"\"% no\"", "#% y"]),
            (.markup, "<!-- a\nb --> it's <script>x // y\n</script> // no", ["#<!-- a\nb -->", "#// y"]),
            (.markup, "<![CDATA[ <!-- no --> ]]><style>/* y */</style>", ["\"<![CDATA[ <!-- no --> ]]>", "#/* y */"]),
            (.template, "{# a #} {{!-- b --}} <!-- c -->", ["#{# a #}", "#{{!-- b --}}", "#<!-- c -->"]),
            (.ocaml, "(* a (* b *) c *) {x|(* no|x} 'a", ["#(* a (* b *) c *)", "\"{x|(* no|x}"]),
            (.pascal, "{ a } 'it''s { no' (* b *) // y", ["#{ a }", "\"'it''s { no'", "#(* b *)", "#// y"]),
            (.vim, "\" y\nlet a = \"no\"", ["#\" y", "\"\"no\""]),
            (.batch, "@REM y\nremark no\n:: y", ["#REM y", "#:: y"]),
            (.basic, "x = \"' no\" ' y", ["\"\"' no\"", "#' y"]),
            (.fortran, "C y\nCALL x('! no') ! y\n* y", ["#C y", "\"'! no'", "#! y", "#* y"]),
            (.restructuredText, ".. y\n   y\n\n.. note:: no\n.. _no: x\n", ["#.. y\n   y\n\n"]),
            (.ini, "a=b ; no\n; y", ["#; y"]),
            (.assembly, "mov a, b ; y\n# y\n", ["#; y", "## y"]),
            (.data, "{\"a\": \"// no\"}", []),
            (.plain, "// no", []),
        ] as [(Language, String, [String])])
    func others(_ language: Language, _ text: String, _ expected: [String]) {
        #expect(runs(language, text) == expected)
    }

    @Test func linesSayWhatTheyHold() throws {
        let text = "/* a\n * b */\nx /* c */ // d\n\n\"\"\"\n// no\n\"\"\"\r\n  /// e ...\t\r\n"
        let lines = SourceLines(text: Array(text.utf8), language: .swift)
        #expect(lines.count == 9)
        let shown = try (1...9).map { number in
            let line = try #require(lines.line(number))
            let comment = line.comment.map { String(decoding: lines.text[$0], as: UTF8.self) }
            return "\(line.isCommentOnly) \(line.isBlank) \(line.beginsInString) \(comment ?? "-")"
        }
        #expect(
            shown == [
                "true false false a", "true false false b", "false false false c", "false true false -",
                "false false false -",
                "false false true -", "false false true -", "true false false e ...", "false true false -",
            ])
        #expect(lines.line(0) == nil)
        #expect(lines.line(10) == nil)
        #expect(lines.number(at: 5) == 2)
        #expect(lines.kind(at: 0) == .comment)
        #expect(lines.kind(at: 13) == .code)
        #expect(lines.kind(at: text.utf8.count) == .code)
    }

    @Test func anEmptyTextHasOneBlankLine() {
        let lines = SourceLines(text: [], language: .c)
        #expect(lines.count == 1)
        #expect(lines.line(1)?.isBlank == true)
    }
}
