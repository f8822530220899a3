// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Evidence
import Foundation
import Gate
import TestKit
import Testing

/// What others make of our reports.
@Suite struct ForeignReaderTests {
    static func samples() throws -> [Judgement] {
        [
            try SampleJudgement.full(), try SampleJudgement.full(enforcement: .monitor), try SampleJudgement.failing(),
            SampleJudgement.passing(), SampleJudgement.empty(), SampleJudgement.unresolvable(),
            SampleJudgement.large(commits: 60),
        ]
    }

    @Test func runDocumentKeepsToItsSchema() throws {
        let schema = projectRoot.path + "/Sources/Evidence/Schemas/run.schema.json"
        let attachment = try Evidence.Attachment(kind: "sast", name: "x.sarif", original: Array("{}".utf8))
        for judgement in try Self.samples() {
            let bytes = RunDocument.render(judgement, attachments: [attachment])
            try withFile(bytes, "run.json") { path in
                let (status, output) = try ForeignTool.jsonSchema.run(["--schemafile", schema, path])
                #expect(status == 0, "\(output)")
            }
        }
    }

    @Test func schemaIsItselfValid() throws {
        try withFile(RunSchema.bytes, "run.schema.json") { path in
            let (status, output) = try ForeignTool.jsonSchema.run(["--check-metaschema", path])
            #expect(status == 0, "\(output)")
        }
    }

    @Test func schemaRefusesWhatItDoesNotKnow() throws {
        let schema = projectRoot.path + "/Sources/Evidence/Schemas/run.schema.json"
        let text = String(decoding: RunDocument.render(SampleJudgement.passing()), as: UTF8.self)
        for (old, new) in [
            ("\"enforced\":", "\"enforces\":true,\"enforced\":"), ("\"pass\"", "\"passed\""),
            ("\"no-evidence\"", "\"none\""), ("\"author\":\"p_0123456789abcdef\",", ""),
        ] {
            #expect(text.contains(old))
            try withFile(Array(text.replacingOccurrences(of: old, with: new).utf8), "run.json") { path in
                let status = try ForeignTool.jsonSchema.run(["--schemafile", schema, path]).status
                #expect(status == 1, "\(new)")
            }
        }
    }

    @Test func junitKeepsToTheSchemaOfJenkins() throws {
        let schema = projectRoot.path + "/.build/validators/junit-10.xsd"
        #expect(FileManager.default.fileExists(atPath: schema), "junit-10.xsd is missing; .ci/junit-schema fetches it")
        for judgement in try Self.samples() + [SampleJudgement.large(commits: 6000)] {
            try withFile(try Reports.render(.junit, judgement), "junit.xml") { path in
                let (status, output) = try ForeignTool.xmllint.run(["--noout", "--nonet", "--schema", schema, path])
                #expect(status == 0, "\(output)")
            }
        }
    }

    /// Of the markup only ours is there, and nothing in it asks for anything.
    @Test func pageIsInert() throws {
        let script = """
            import html.parser, sys
            class Page(html.parser.HTMLParser):
                stack = []
                def handle_starttag(self, tag, attributes):
                    allowed = "html head meta title style body header main footer nav section article div span p h1 h2 h3 h4 ul \\
            li dl dt dd b a code table thead tbody tr th td details summary".split()
                    assert tag in allowed, tag
                    for name, value in attributes:
                        assert name in "lang charset content name http-equiv class id scope href open".split(), name
                        assert name != "href" or value.startswith("#"), value
                    if tag != "meta": self.stack.append(tag)
                def handle_endtag(self, tag): assert self.stack.pop() == tag, tag
                def handle_comment(self, data): raise AssertionError(data)
            page = Page()
            text = open(sys.argv[1], encoding="utf-8", newline="").read()
            assert "url(" not in text and "@import" not in text
            assert all(c >= " " or c == "\\n" for c in text) and "\\u202e" not in text
            page.feed(text); page.close()
            assert not page.stack, page.stack
            """
        for judgement in try Self.samples() {
            try withFile(try Reports.render(.html, judgement), "report.html") { path in
                let (status, output) = try ForeignTool.python.run(["python3", "-c", script, path])
                #expect(status == 0, "\(output)")
            }
        }
    }

    @Test func pageOpensFromDisk() throws {
        try withFile(try Reports.render(.html, try SampleJudgement.full()), "report.html") { path in
            let (status, output) = try ForeignTool.chromium.run([
                "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--dump-dom",
                "file://\(path)",
            ])
            #expect(status == 0)
            #expect(output.contains("Check it again without aigate"))
            // The console speaks when the content security policy stops something.
            #expect(!output.contains("CONSOLE"), "\(output.split(separator: "\n").filter { $0.contains("CONSOLE") })")
        }
    }

    /// GitHub's Markdown, as a stranger parses it: no link, image, HTML or mention comes from outside.
    @Test func summaryIsInert() throws {
        let script = """
            import sys
            from markdown_it import MarkdownIt
            markdown = MarkdownIt("gfm-like")
            def walk(tokens):
                for token in tokens:
                    assert token.type not in "image link_open html_inline html_block fence code_block".split(), token
                    if token.type == "text":
                        assert "@" not in token.content and "evil" not in token.content, token.content
                    walk(token.children or [])
            walk(markdown.parse(open(sys.argv[1], encoding="utf-8").read()))
            """
        for judgement in try Self.samples() {
            try withFile(SummaryReport.render(judgement), "summary.md") { path in
                let (status, output) = try ForeignTool.validatorPython.run(["-c", script, path])
                #expect(status == 0, "\(output)")
            }
        }
    }
}
