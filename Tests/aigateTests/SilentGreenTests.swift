// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// Ways in which a change could go unseen.
struct SilentGreenTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
    }

    private func head() throws -> String { try sample.git(["rev-parse", "HEAD"]) }

    @Test func parentAfterTheCommitterIsNoParent() throws {
        let base = try head()
        try sample.git(["checkout", "--quiet", "-b", "evil"])
        let evil = try sample.commit("a.txt", hiddenText)
        let tree = try sample.git(["rev-parse", "HEAD^{tree}"])
        let person = "Ann Lee <ann@example.org> 1767323045 +0000"
        let text = "tree \(tree)\nparent \(base)\nauthor \(person)\ncommitter \(person)\nparent \(evil)\n\nChange\n"
        let commit = try sample.git(
            ["hash-object", "-t", "commit", "-w", "--literally", "--stdin"], input: Data(text.utf8))
        #expect(try Program.check([commit], in: sample).status == 3)
    }

    @Test(arguments: ["160000", "120000"]) func entryThatBecomesAFileIsNew(mode: String) throws {
        let blob = try sample.git(["hash-object", "-w", "--stdin"], input: Data(hiddenText.utf8))
        try sample.git(["update-index", "--add", "--cacheinfo", "\(mode),\(blob),e.js"])
        try sample.git(["commit", "--quiet", "--message", "Add an entry"])
        try sample.git(["update-index", "--cacheinfo", "100644,\(blob),e.js"])
        try sample.git(["commit", "--quiet", "--message", "Make it a file"])
        #expect(try Program.check(["HEAD"], in: sample).status == 1)
    }

    /// One NUL is enough for git to show nobody what is in a file.
    @Test func binaryFileIsSaid() throws {
        try sample.commit("e.js", "/*\u{0}*/\n" + hiddenText)
        let run = try Program.judge(["HEAD"], in: sample)
        #expect(run.output.contains("1 binary file was not looked into"))
        #expect(run.evidence.limitations.contains { $0.hasPrefix("1 binary file") })
    }

    /// What was found up to there counts, and what comes behind is said.
    @Test func moreWordsThanAreKeptAreSaid() throws {
        try sample.commit("a.py", String(repeating: "x = 1  # noqa\n", count: 100_001))
        let run = try Program.judge(["HEAD"], in: sample)
        #expect(run.status == 3)
        #expect(run.findings.contains("suppression-added/bare monitor a.py"), "\(run.findings.prefix(3))")
        let sentence = run.output.split(separator: "\n").filter { $0.contains("could not judge: ") }
        #expect(sentence.count == 1, "\(sentence)")
        #expect(sentence.first?.contains("check suppression-added judged in part on ") == true)
        let remedy = "of a.py, and the rest was not looked at: split the file, or keep it out of git"
        #expect(sentence.first?.hasSuffix(remedy) == true)
    }

    /// A check that would not look into a file misses nothing in it.
    @Test func wordsThatNobodyLooksForAreMany() throws {
        try sample.commit("a.json", "[" + String(repeating: "{\"a\": 0, \"skip\": 1},\n", count: 100_001) + "{}]\n")
        #expect(try Program.check(["HEAD"], in: sample).status == 0)
    }

    @Test func textThatWasBinaryIsRead() throws {
        try sample.commit("e.js", "/*\u{0}*/\n" + hiddenText)
        try sample.commit("e.js", hiddenText)
        #expect(try Program.check(["HEAD"], in: sample).status == 1)
    }

    @Test(arguments: ["lines", "file"]) func mergeThatDeletesIsJudged(what: String) throws {
        try sample.commit(".aigate/policy.yml", "version: 1\nai: {use: [{mode: forbid-ai, paths: [crypto/]}]}\n")
        let lines = (1...9).map { "int line\($0);\n" }
        try sample.commit("crypto/k.c", lines.joined())
        try sample.git(["checkout", "--quiet", "-b", "side"])
        try sample.commit("crypto/k.c", lines.joined() + "int last;\n")
        try sample.git(["checkout", "--quiet", "main"])
        try sample.commit("b.txt", "b\n")
        try sample.git(["merge", "--quiet", "--no-commit", "--no-ff", "side"])
        if what == "file" { try sample.git(["rm", "--quiet", "--force", "crypto/k.c"]) }
        let message = "Merge side\n\nCo-authored-by: Claude <noreply@anthropic.com>"
        if what == "lines" {
            try sample.commit("crypto/k.c", (lines[..<4] + lines[7...]).joined() + "int last;\n", message)
        } else {
            try sample.git(["commit", "--quiet", "--message", message])
        }
        let run = try Program.judge(["HEAD"], in: sample)
        #expect(run.findings.contains("ai-forbidden block crypto/k.c"), "\(run.findings)")
        #expect(run.status == 1)
    }

    @Test(arguments: [".mailmap", "keys/signers"]) func whatTellsPeopleApartIsPolicyToo(path: String) throws {
        try sample.commit(".aigate/policy.yml", "version: 1\nreview: {allowed-signers: keys/signers}\n")
        try sample.commit(path, "# empty\n")
        #expect(try Program.judge(["HEAD"], in: sample).findings == ["policy-changed monitor \(path)"])
    }

    @Test func mergeThatBringsBackAnOldPolicyIsAFinding() throws {
        let strict = "version: 1\nchecks: {policy-changed: {level: block}}\n"
        try sample.commit(".aigate/policy.yml", "version: 1\n")
        try sample.git(["checkout", "--quiet", "-b", "topic"])
        try sample.git(["checkout", "--quiet", "main"])
        let base = try sample.commit(".aigate/policy.yml", strict)
        try sample.git(["checkout", "--quiet", "topic"])
        try sample.git(["merge", "--quiet", "--strategy", "ours", "--message", "Merge main", "main"])
        let run = try Program.judge(["\(base)..HEAD"], in: sample)
        #expect(run.status == 1)
        #expect(run.findings == ["policy-changed block .aigate/policy.yml"])
    }

    @Test func linkInPlaceOfThePolicyIsNotTheDefaults() throws {
        try sample.commit("strict.yml", "version: 1\nchecks: {policy-changed: {level: block}}\n")
        let folder = sample.folder.appending(path: ".aigate")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "policy.yml").path, withDestinationPath: "../strict.yml")
        try sample.commit("a.txt", "a\n")
        let result = try Program.check(["HEAD..HEAD"], in: sample)
        #expect(result.status == 3)
        #expect(result.output.contains("links and folders are not followed"))
    }

    @Test func moveToAStricterPlaceIsAnAddition() throws {
        try sample.commit(
            ".aigate/policy.yml", "version: 1\npaths: [{match: [docs/], checks: {hidden-unicode: {level: off}}}]\n")
        try sample.commit("docs/e.js", hiddenText)
        #expect(try Program.check(["HEAD"], in: sample).status == 0)
        try FileManager.default.createDirectory(
            at: sample.folder.appending(path: "src"), withIntermediateDirectories: true)
        try sample.git(["mv", "docs/e.js", "src/e.js"])
        #expect(try Program.check(["--staged"], in: sample).status == 1)
        try sample.git(["commit", "--quiet", "--message", "Move"])
        #expect(try Program.check(["HEAD"], in: sample).status == 1)
    }

    @Test func repositoryOfTheEnvironmentIsTheOneThatIsJudged() throws {
        let other = try SampleRepository("small")
        try other.commit("a.txt", hiddenText)
        let result = try Program.check(
            ["HEAD"], in: sample, environment: ["GIT_DIR": other.folder.appending(path: ".git").path])
        #expect(result.status == 1)
    }

    @Test func pushedTagIsPeeled() throws {
        let base = try head()
        try sample.commit("a.txt", hiddenText)
        try sample.git(["tag", "--annotate", "--message", "Release", "v1"])
        let tag = try sample.git(["rev-parse", "v1"])
        let zero = String(repeating: "0", count: 40)
        try sample.git(["update-ref", "refs/remotes/origin/main", base])
        let result = try Program.check(["--pre-push"], in: sample, input: "refs/tags/v1 \(tag) refs/tags/v1 \(zero)\n")
        #expect(result.status == 1)
    }

    @Test func eventThatCannotBeReadIsSaid() throws {
        let result = try Program.check(
            ["HEAD"], in: sample, environment: ["GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push"])
        #expect(result.output.contains("whether the change has landed is not known"))
    }

    @Test func floodBelowTheBarHidesNothingAboveIt() throws {
        try sample.commit(
            ".aigate/policy.yml",
            "version: 1\npaths: [{match: [locale/], checks: {hidden-unicode: {level: monitor}}}]\n")
        let flood = String(repeating: hiddenText, count: 1500)
        try sample.commit("locale/a.txt", flood)
        #expect(try Program.check(["HEAD"], in: sample).status == 0)
        try sample.commit("locale/b.txt", flood)
        try FileManager.default.createDirectory(
            at: sample.folder.appending(path: "src"), withIntermediateDirectories: true)
        try Data(hiddenText.utf8).write(to: sample.folder.appending(path: "src/z.txt"))
        try sample.git(["add", "--all"])
        try sample.git(["commit", "--quiet", "--amend", "--no-edit"])
        #expect(try Program.check(["HEAD"], in: sample).status == 1)
    }

    @Test func conflictsInTheIndexAreNotNothing() throws {
        try sample.git(["checkout", "--quiet", "-b", "one"])
        try sample.commit("a.txt", "one\n")
        try sample.git(["checkout", "--quiet", "-b", "two", "main"])
        try sample.commit("a.txt", "two\n")
        _ = try Subprocess.run(
            "/usr/bin/env", ["git", "merge", "one"], in: sample.folder, environment: Subprocess.cleanGit)
        #expect(try Program.check(["--staged"], in: sample).status == 3)
    }
}
