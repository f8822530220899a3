// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// No report names a person, a machine or a folder of one.
struct PrivacyTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
        let origin = "https://quirin.zobel:glpat-madeUpToken@git.example.org/team/project.git"
        try sample.git(["remote", "add", "origin", origin])
        try sample.git([
            "commit", "--quiet", "--allow-empty", "--author", "Quirin Zobel <quirin.zobel@firm.example>", "--message",
            """
            Add retry for quirin.zobel@firm.example

            Co-authored-by: Claude <noreply@anthropic.com>
            Reviewed-by: Xaver Ypsilon <xaver.ypsilon@firm.example>
            """,
        ])
        try sample.commit("a.txt", "mail = 'xaver.ypsilon@firm.example' \u{202E}\n")
    }

    /// Names that only people, their machine and their secrets have.
    private var forbidden: [String] {
        [
            "quirin", "zobel", "xaver", "ypsilon", "glpat", "madeUpToken", "/nonexistent", sample.path,
            FileManager.default.temporaryDirectory.path, ProcessInfo.processInfo.hostName,
        ].map { $0.lowercased() }
    }

    private func expectNobody(in folder: URL, also words: [String] = []) throws {
        for name in ["run.json", "junit.xml", "summary.md", "report.html"] {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8).lowercased()
            let held = (forbidden + words).filter { text.contains($0) }
            #expect(held.isEmpty, "\(name)")
        }
    }

    private var reports: URL { sample.folder.appending(path: Judged.directory) }

    @Test(arguments: [[], ["--verbose"]]) func judgedRangeNamesNobody(arguments: [String]) throws {
        let environment = ["USER": "quirin", "LOGNAME": "quirin", "HOSTNAME": "zobel-laptop"]
        let run = try Program.judge(["HEAD~2..HEAD"] + arguments, in: sample, environment: environment)
        #expect(run.status == 1)
        #expect(run.evidence.repository.uri == "https://git.example.org/team/project.git")
        #expect(run.evidence.limitations.contains { $0.contains("AIGATE_PEOPLE_KEY") })
        #expect(run.evidence.commits.allSatisfy { $0.author == nil && $0.committer == nil })
        try expectNobody(in: reports)
    }

    /// What is found in a message, or says it of the commit as a whole, repeats no line of it.
    @Test func findingsOnMessagesNameNobody() throws {
        try sample.commit(".aigate/policy.yml", "version: 1\nai: {every-commit: true, use: [{mode: normalise}]}\n")
        let base = try sample.git(["rev-parse", "HEAD"])
        let messages = [
            "Merge branch quirin/topic by Quirin Zobel\n",
            "Retry\n\nCo-authored-by: Quirin Zobel <q@firm.example>, Claude <noreply@anthropic.com>\n",
            "Retry\n\nSigned-off-by: Claude <noreply@anthropic.com>\nAsisted-by: Quirin Zobel\n",
            "For Zobel\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code) for Quirin Zobel\n",
            "For Zobel\n\nAI-assisted: none\nCo-authored-by: Claude <noreply@anthropic.com>\n",
            "Quirin\u{202E} Zobel\n",
        ]
        for (number, message) in messages.enumerated() { try sample.commit("n.txt", "\(number)\n", message) }
        let run = try Program.judge(["\(base)..HEAD"], in: sample)
        let rules = Set(run.evidence.findings.map { $0.ruleId.split(separator: "/")[0] })
        #expect(
            rules.isSuperset(of: [
                "ai-declaration-missing", "ai-declaration-malformed", "ai-sign-off", "ai-undeclared",
                "ai-declaration-form", "ai-declaration-contradicted", "hidden-unicode",
            ]), "\(rules)")
        try expectNobody(in: reports)
    }

    @Test(arguments: ["quirin@git.example.org:team/project.git", "ssh://quirin@git.example.org/team/project.git"])
    func addressOfTheOriginHasNoUser(address: String) throws {
        try sample.git(["remote", "set-url", "origin", address])
        let run = try Program.judge(["HEAD"], in: sample)
        #expect(run.evidence.repository.uri?.contains("git.example.org") == true)
        try expectNobody(in: reports)
    }

    @Test(arguments: [
        "/home/quirin/project", "/home/quirin@zobel/project", "file:///home/quirin/project",
        "file://quirin@host/home/quirin", "../quirin/project",
    ])
    func originOnThisMachineIsNoAddress(address: String) throws {
        try sample.git(["remote", "set-url", "origin", address])
        #expect(try Program.judge(["HEAD"], in: sample).evidence.repository.uri == nil)
        try expectNobody(in: reports)
    }

    /// What went wrong is evidence, but not whose folder it went wrong in.
    @Test(arguments: [
        ["HEAD", "--policy", "FOLDER/missing.yml"], ["HEAD", "--org-policy", "FOLDER/missing.yml"],
        ["HEAD", "--repository", "FOLDER/missing"], ["--message", "FOLDER/missing"],
        ["HEAD", "--repository=FOLDER/missing"],
        ["HEAD", "--waivers=FOLDER/missing"], ["quirin.zobel@firm.example..HEAD"],
        ["HEAD", "--output=junit=FOLDER/junit.xml"],
    ])
    func mistakesNameNoFolder(arguments: [String]) throws {
        let folder = sample.folder.appending(path: ".git/quirin zobel")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = try Program.judge(arguments.map { $0.replacingOccurrences(of: "FOLDER", with: folder.path) }, in: sample)
        try expectNobody(in: reports)
    }

    @Test func unreadableRepositoryNamesNoFolder() throws {
        try Data("not an index".utf8).write(to: sample.folder.appending(path: ".git/index"))
        #expect(try Program.judge(["--staged"], in: sample).status == 3)
        try expectNobody(in: reports)
        try Data("[broken".utf8).write(to: sample.folder.appending(path: ".git/config"))
        #expect(try Program.judge(["HEAD"], in: sample).status == 3)
        try expectNobody(in: reports)
    }

    @Test func branchNamedAfterAPersonIsMasked() throws {
        let head = try sample.git(["rev-parse", "HEAD"])
        let branch = "quirin.zobel@firm.example"
        try sample.git(["update-ref", "refs/remotes/origin/\(branch)", "HEAD~1"])
        let text = try CIEvent(
            "github/pull_request", [CIEvent.pullHead: head, "\"main\"": "\"\(branch)\""], in: sample)
        let run = try Program.judge(in: sample, environment: text.environment)
        #expect(run.evidence.commits.count == 1)
        try expectNobody(in: reports)
    }

    @Test func peopleArePseudonymsUnderAKey() throws {
        try sample.git([
            "commit", "--quiet", "--allow-empty", "--message", "More", "--author", "Q <Quirin.Zobel@FIRM.example>",
        ])
        func authors(_ key: String) throws -> [String?] {
            let run = try Program.judge(["HEAD~3..HEAD"], in: sample, environment: ["AIGATE_PEOPLE_KEY": key])
            return run.evidence.commits.map(\.author)
        }
        let one = try authors("a made-up key")
        #expect(one.allSatisfy { $0?.hasPrefix("p_") == true })
        #expect(one[0] == one[2])
        #expect(one[0] != one[1])
        try expectNobody(in: reports, also: ["a made-up key"])
        #expect(try authors("another key") != one)
    }
}
