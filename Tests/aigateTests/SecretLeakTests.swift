// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Content
import Foundation
import Gate
import TestKit
import Testing

/// No value of a secret or of personal data leaves the program: not in a report, on the terminal or in an error.
struct SecretLeakTests {
    private let sample: SampleRepository
    private let search: LeakSearch
    private let token: String
    private let other: String
    private let iban: String
    private let branch: String
    private let password: String

    init() throws {
        sample = try SampleRepository("small")
        let secrets = try SecretLeakTests.generated.get()
        token = try #require(secrets.value(of: "github-token"))
        other = try #require(secrets.value(of: "anthropic-api-key"))
        iban = try #require(secrets.value(of: "iban")).replacing(" ", with: "")
        password = try SecretLeakTests.chosen.get()
        branch = "topic/\(token)"
        search = try SecretLeakTests.search.get()
        try fill(with: secrets)
    }

    private static let generated = Result { try GeneratedSecrets(seed: "a") }
    private static let chosen = Result {
        var expander = ExampleText(seed: "password")
        return String(decoding: try expander.expand("Q{alnum:18}7!"), as: UTF8.self)
    }
    private static let search = Result {
        let values = try generated.get().secrets.map { ($0.rule.id, $0.value, $0.rule.prefix) }
        return LeakSearch(
            values + [("password", Array(try chosen.get().utf8), 0)],
            ordinary: try GeneratedSecrets(seed: "b").secrets.map(\.value))
    }

    /// Values in every place that a commit has.
    private func fill(with secrets: GeneratedSecrets) throws {
        try sample.commit(".aigate/policy.yml", "version: 1\n")
        try sample.commit(
            ".aigate/waivers.yml",
            "version: 1\nwaivers:\n  - {rule: hidden-unicode, path: \"notes/**\", reason: \"uses \(token) for now\", owner: platform, expires: 2026-12-01}\n"
        )
        try sample.git(["tag", "base"])
        for (number, secret) in secrets.secrets.enumerated() {
            let folder = ["src", "tests", "docs"][number % 3]
            let file = sample.folder.appending(path: "\(folder)/\(number).txt")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data((secret.text + "\n").utf8).write(to: file)
        }
        try sample.commit(
            "src/app.py", "password = \"\(password)\"\nx = \"\(password) \u{202E}\"\n",
            "Use \(password) to log in\n\nkey: \(token)\n")
        try sample.commit("notes/a.md", "no\u{202E}thing\n")
        try sample.commit("src/\(token).txt", "no\u{202E}thing\n", "Name a file \(token)")
        try FileManager.default.createSymbolicLink(
            atPath: sample.folder.appending(path: "link").path, withDestinationPath: "keys/\(other)")
        try sample.commit("data-\(token).bin", "\u{0}binary", "Link\n\niban: \(iban)\n")
        try sample.commit(
            "AGENTS.md", "Use \(other) and \(iban).\n",
            """
            Log in with \(token)

            Assisted-by: claude-code:claude-\(token)
            AI-model: \(other)
            Co-authored-by: Claude \(token) <noreply@anthropic.com>
            Reviewed-by: \(token) <ann@example.org>
            Signed-off-by: \(other) <\(token)@example.org>
            \(token): yes
            """)
        let note = """
            src/app.py
              abcdef 1-2
            ---
            {"schema_version": "authorship/3.0.0", "base_commit_sha": "", "prompts": {"abcdef": {"agent_id":
            {"tool": "claude", "id": "\(token)", "model": "claude-\(token)"}, "messages": []}}}
            """
        try sample.git(["notes", "--ref=ai", "add", "-m", note, "HEAD"])
        try sample.git(["notes", "--ref=aigate", "add", "-m", "for \(other)", "HEAD"])
        try sample.git(["branch", branch])
    }

    private func expectNothing(_ what: String, in text: String) {
        let leaks = search.leaks(in: text).sorted()
        #expect(leaks.isEmpty, "\(what): \(leaks.joined(separator: ", "))")
    }

    private func expectNothing(of arguments: [String], environment: [String: String] = [:]) throws -> Subprocess.Result
    {
        let result = try Program.run(arguments, in: sample.folder, environment: environment)
        let what = arguments.joined(separator: " ").prefix(40)
        expectNothing("\(what): stdout", in: result.output)
        expectNothing("\(what): stderr", in: result.errors)
        return result
    }

    private var now: [String] { ["--now", Program.now] }

    @Test func searchFindsPieces() throws {
        #expect(search.count > 2000)
        #expect(!search.leaks(in: "a \(token.dropFirst(6).prefix(20)) b").isEmpty)
        #expect(!search.leaks(in: "\\\"\(password.dropLast(4))").isEmpty)
        #expect(
            !search.leaks(
                in:
                    "\"pathBytes\":\"\(token.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())\""
            ).isEmpty)
        #expect(search.leaks(in: "\(token.prefix(7)) and -----BEGIN RSA PRIVATE KEY-----").isEmpty)
    }

    @Test(arguments: [["-v", "--color", "always"], ["--quiet"], ["--monitor"]])
    func checkShowsNoValue(options: [String]) throws {
        let range = [
            "check", "base..\(branch)", "--ci", "none", "--output-dir", ".git/report", "--output", "run=.git/run.json",
        ]
        let result = try expectNothing(of: range + now + options)
        #expect(result.status == (options == ["--monitor"] ? 0 : 1), "\(result.errors)")
        for name in ["report/run.json", "report/junit.xml", "report/summary.md", "report/report.html", "run.json"] {
            let text = try sample.read(".git/\(name)")
            expectNothing("\(options) \(name)", in: text)
            #expect(text.utf8.count > 1000)
        }
        struct Run: Decodable {
            struct Redaction: Decodable { let selfScan: Int }
            struct Finding: Decodable { let ruleId: String, path: String? }
            let redaction: Redaction
            let findings: [Finding]
        }
        let run = try JSONDecoder().decode(Run.self, from: Data(sample.read(".git/report/run.json").utf8))
        #expect(run.findings.count > 200)
        #expect(run.redaction.selfScan > 0, "the range's own name holds one")
        #expect(run.findings.contains { $0.path == "refs/notes/ai" })
        #expect(run.findings.contains { $0.path == "refs/notes/aigate" })
    }

    @Test func otherCommandsShowNoValue() throws {
        for arguments in [
            ["blame", "src/app.py"], ["blame", "AGENTS.md", "--format", "json"],
            ["blame", "AGENTS.md", "--color", "always"], ["doctor", "base..\(branch)"],
            ["trailer", "claude-code", "HEAD", "--amend-hint"], ["trailer", "claude-code", "--model", token],
            ["waivers", "list"],
            ["rehearse"], ["policy", "show"],
        ] { _ = try expectNothing(of: arguments) }
        for (number, path) in try sample.git(["ls-files", "src", "tests", "docs"]).split(separator: "\n").enumerated()
        where number % 80 == 0 {
            let result = try expectNothing(of: ["blame", String(path)] + now)
            #expect(result.status == 0 || !path.hasSuffix(".txt"), "\(result.errors)")
        }
    }

    /// What was given on the command line is no commit's, and an error repeats it.
    @Test func errorsShowNoValue() throws {
        for arguments in [
            ["check", "\(token)..HEAD"], ["check", "HEAD", "--policy", token],
            ["check", "HEAD", "--policy", "/keys/\(token)/p.yml"],
            ["check", "HEAD", "--policy-from", token], ["check", "--\(token)"], ["check", "HEAD", "--now", token],
            ["check", "HEAD", "--output", "\(token)=x"], ["check", "HEAD", "--attach", "\(token)=x"],
            ["check", "HEAD", "--repository", token],
            ["check", "HEAD", "--explain", token], ["check", "--message", token], ["blame", token],
            ["blame", "a.txt", token], ["explain", token],
            ["rules", "check", token], ["trailer", token], ["trailer", "claude-code", token], [token],
            ["policy", "check", token],
            ["check", "HEAD", "--approvals", token], ["check", "HEAD", "--sign-off", token],
            ["check", "HEAD", "--org-policy", token],
        ] {
            let result = try expectNothing(of: arguments)
            #expect(result.status != 0 && result.status < 128, "\(arguments[0])")
        }
    }

    @Test func eventsShowNoValue() throws {
        let head = try sample.git(["rev-parse", "HEAD"])
        try sample.git(["update-ref", "refs/remotes/origin/\(branch)", "base"])
        let event = try CIEvent(
            "github/pull_request", [CIEvent.pullHead: head, "\"main\"": "\"\(branch)\""], in: sample)
        _ = try expectNothing(of: ["check", "--output-dir", ".git/report", "-v"] + now, environment: event.environment)
        for name in ["run.json", "junit.xml", "summary.md", "report.html"] {
            expectNothing(name, in: try sample.read(".git/report/\(name)"))
        }
    }

    @Test func pendingCommitsShowNoValue() throws {
        try Data("db_password = \"\(password)\"\n".utf8).write(to: sample.folder.appending(path: "db.py"))
        try sample.git(["add", "db.py"])
        try Data("Add \(token)\n".utf8).write(to: sample.folder.appending(path: ".git/MSG"))
        for (arguments, rules) in [(["--staged"], ["db.py"]), (["--message", ".git/MSG"], ["db.py", nil])] {
            let result = try expectNothing(of: ["check", "-v", "--output-dir", ".git/report"] + now + arguments)
            #expect(result.status < 2, "\(result.errors)")
            let text = try sample.read(".git/report/run.json")
            expectNothing("run.json", in: text)
            let found = try JSONDecoder().decode(RunFile.self, from: Data(text.utf8)).findings.filter {
                $0.ruleId.hasPrefix("secret")
            }
            #expect(found.map(\.path) == rules || Set(found.map(\.path)) == Set(rules))
        }
    }
}
