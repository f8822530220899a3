// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import TestKit
import Testing

/// A repository made to break the reader of its reports.
struct HostileRepositoryTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
    }

    /// Paths in the quoting of git fast-import: newlines, ANSI, ends of CDATA and tags, workflow commands, no UTF-8.
    private static let paths = [
        #"a\nb\r\n::error::c.txt"#, #"\033[31mred\033[0m\007.txt"#, "]]>.xml", "::error file=x::y",
        "##vso[task.complete]z",
        "<script>alert(1)</script>", #"\377\376\300.txt"#, #"\342\200\256rtl\342\200\213.txt"#,
        "`tick` | [a](http:evil.example)",
        #"quote\" & 'apostrophe'"#, "-rf", #"\001\002\177"#, #"\302\205next\342\200\250line"#,
    ]

    private static let message =
        Array(
            "::error::subject ]]> <script>alert(1)</script> \u{1B}[2J\u{202E}\n\n::warning::body\r\n]]>\u{0}".utf8
                .dropLast())
        + [0xFF, 0xFE, 0x0A] + Array("\nCo-authored-by: Claude ]]><script>\u{1B}[31m <noreply@anthropic.com>\n".utf8)

    /// A commit made by git fast-import on main: `M` lines and inline data.
    private func importing(
        _ files: [(mode: String, path: String, content: Data)], message: [UInt8] = Array("Change\n".utf8)
    ) throws {
        var stream = Data(
            "commit refs/heads/main\ncommitter Ann Lee <ann@example.org> 1767323046 +0000\ndata \(message.count)\n".utf8
        )
        stream.append(contentsOf: message)
        stream.append(contentsOf: "\nfrom refs/heads/main^0\n".utf8)
        for file in files {
            stream.append(contentsOf: "M \(file.mode) inline \"\(file.path)\"\ndata \(file.content.count)\n".utf8)
            stream.append(file.content)
            stream.append(contentsOf: "\n".utf8)
        }
        try sample.git(["fast-import", "--quiet"], input: stream)
    }

    /// Readers of others take every report, and nothing in it acts.
    private func expectSound(_ run: Judged) throws {
        let folder = sample.folder.appending(path: Judged.directory)
        let xml = try Subprocess.run(
            "/usr/bin/env", ["xmllint", "--noout", "--nonet", folder.appending(path: "junit.xml").path])
        #expect(xml.status == 0, "\(xml.errors); xmllint comes with apt-get install libxml2-utils")
        let page = try String(contentsOf: folder.appending(path: "report.html"), encoding: .utf8)
        #expect(!page.lowercased().contains("<script"))
        for name in ["run.json", "junit.xml", "summary.md", "report.html"] {
            try expectVisible(String(contentsOf: folder.appending(path: name), encoding: .utf8), in: name)
        }
        try expectVisible(run.output, in: "standard output")
        try expectVisible(run.errors, in: "standard error")
        for line in run.output.split(whereSeparator: \.isNewline) {
            let start = line.drop { $0.isWhitespace }
            #expect(!start.hasPrefix("::") && !start.contains("##vso[") && !start.contains("##["), "\(line)")
        }
    }

    private func expectVisible(_ text: String, in name: String) throws {
        let hidden = text.unicodeScalars.filter { $0 != "\n" && VisibleText.isHidden($0) }
        #expect(hidden.isEmpty, "\(name) holds \(hidden.map { String($0.value, radix: 16) })")
    }

    @Test(arguments: [[], ["--verbose"]]) func namesAndMessagesAreInert(arguments: [String]) throws {
        let files = Self.paths.map { (mode: "100644", path: $0, content: Data(hiddenText.utf8)) }
        try importing(files, message: Self.message)
        let run = try Program.judge(["main"] + arguments, in: sample)
        #expect(run.status == 1)
        // One in each file, one in a name, one in the message.
        #expect(run.evidence.findings.count { $0.ruleId == "hidden-unicode/bidi" } == Self.paths.count + 2)
        try expectSound(run)
    }

    @Test func hostilePolicyIsInert() throws {
        try sample.commit(".aigate/policy.yml", "version: 1\n\"::error::\\u001B[31m]]><script>\": 1\n")
        let run = try Program.judge(["HEAD..HEAD"], in: sample)
        #expect(run.status == 2)
        try expectSound(run)
    }

    @Test func hostileRevisionIsInert() throws {
        let run = try Program.judge(["\u{1B}[31m::error::]]><script>..HEAD"], in: sample)
        #expect(run.status == 2)
        try expectSound(run)
    }

    @Test func linksInACircleAreOnlyNames() throws {
        try importing([
            ("120000", "a", Data("b".utf8)), ("120000", "b", Data("a".utf8)), ("120000", "c", Data("c/../c".utf8)),
        ])
        try sample.git(["reset", "--quiet", "--hard", "main"])
        #expect(try Program.judge(["main"], in: sample).status == 0)
    }

    @Test func reportsFollowNoLinkOfTheChange() throws {
        try importing([("120000", "aigate-report", Data("/tmp".utf8))])
        try sample.git(["reset", "--quiet", "--hard", "main"])
        let result = try Program.check(["main", "--output-dir", "aigate-report"], in: sample)
        #expect(result.status == 4)
        #expect(!FileManager.default.fileExists(atPath: "/tmp/run.json"))
    }

    @Test(.timeLimit(.minutes(1))) func fileOverTheLimitIsNamed() throws {
        let large = Data(repeating: 0x0A, count: 70 << 20)
        try importing([("100644", "large.txt", large), ("100644", "a.txt", Data(hiddenText.utf8))])
        let run = try Program.judge(["main"], in: sample)
        #expect(run.status == 3)
        #expect(
            run.evidence.result.reasons.contains {
                $0.contains("large.txt with 73400320 bytes is over limits.file-bytes")
            })
        #expect(run.findings == ["hidden-unicode/bidi block a.txt"])
        #expect(run.evidence.limitations.contains { $0.hasPrefix("patch ids are missing") })
    }

    @Test(.timeLimit(.minutes(1))) func fileOfNothingButLinesIsJudged() throws {
        try importing([("100644", "lines.txt", Data(repeating: 0x0A, count: 2 << 20))])
        let run = try Program.judge(["main"], in: sample)
        #expect(run.status == 0)
        #expect(run.evidence.limitations.contains { $0.hasPrefix("patch ids are missing") })
    }

    @Test(.timeLimit(.minutes(1))) func manyFilesAreJudged() throws {
        var stream = Data(
            "commit refs/heads/main\ncommitter Ann Lee <ann@example.org> 1767323046 +0000\ndata 6\nChange\n".utf8)
        stream.append(contentsOf: "from refs/heads/main^0\n".utf8)
        for index in 0..<20_000 {
            let text = index == 19_999 ? hiddenText : "\(index)\n"
            stream.append(
                contentsOf: "M 100644 inline d\(index % 100)/f\(index).txt\ndata \(text.utf8.count)\n\(text)\n".utf8)
        }
        try sample.git(["fast-import", "--quiet"], input: stream)
        let run = try Program.judge(["main"], in: sample)
        #expect(run.status == 1)
        #expect(run.findings == ["hidden-unicode/bidi block d99/f19999.txt"])
        #expect(run.output.contains("20000 files"))
    }

    @Test(.timeLimit(.minutes(1))) func treeWithoutEndIsThree() throws {
        try importing([("100644", String(repeating: "d/", count: 600) + "a.txt", Data(hiddenText.utf8))])
        let run = try Program.judge(["main"], in: sample)
        #expect(run.status == 3)
        #expect(run.evidence.result.reasons.contains { $0.contains("nested more than") })
        try expectSound(run)
    }
}
