// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// The action and the GitLab template bring the notes that a checkout leaves out.
@Suite struct ActionNotesTests {
    /// A bare repository with notes under some refs, and a clone of it that has none.
    static func prepare(_ scratch: Scratch, notes: [String]) throws {
        let script = """
            set -e
            git init --quiet --initial-branch main "$1/source"
            cd "$1/source"
            git -c user.name=A -c user.email=a@example.org commit --quiet --allow-empty --message First
            for name in $2; do
              git -c user.name=A -c user.email=a@example.org notes --ref "$name" add -m "of $name"
            done
            rm -rf "$1/workspace"
            git clone --quiet "file://$1/source" "$1/workspace"
            """
        let run = try Subprocess(
            "/bin/sh", ["-c", script, "sh", scratch.url.path, notes.joined(separator: " ")],
            environment: ["PATH": "/usr/bin:/bin", "HOME": scratch.url.path], in: scratch.url)
        #expect(run.status == 0, "\(run.output)")
    }

    static func refs(_ scratch: Scratch) throws -> String {
        try Subprocess(
            "/usr/bin/git", ["for-each-ref", "--format=%(refname)", "refs/notes"], environment: [:],
            in: scratch.url.appending(path: "workspace")
        ).output
    }

    @Test(arguments: [
        (["ai", "aigate", "commits"], "refs/notes/ai\nrefs/notes/aigate\n"), (["ai"], "refs/notes/ai\n"),
        (["aigate"], "refs/notes/aigate\n"), ([], ""),
    ])
    func pipelineSeesTheNotes(there: [String], expected: String) throws {
        let run = try ActionRun(
            code: 0, files: ["run.json": ActionRun.runJSON("pass")], inputs: ["token": FakeForge.token]
        ) { try Self.prepare($0, notes: there) }
        #expect(try run.outputs()["result"] == "pass", "\(run.log)")
        #expect(try Self.refs(run.scratch) == expected)
        #expect(!run.log.contains("fatal") && !run.log.contains(FakeForge.token))
        let gitLab = try GitLabTemplateTests().run(["mode": "enforce"]) { try Self.prepare($0, notes: there) }
        #expect(gitLab.run.status == 0, "\(gitLab.run.output)")
        #expect(try Self.refs(gitLab.scratch) == expected)
    }

    /// Git gets the token for the forge's own host, and on no command line.
    @Test func tokenIsForTheForgeAlone() throws {
        let forge = try Scratch()
        try forge.write(
            "#!/bin/sh\nprintf '%s\\n' \"$*\" >> \"$FORGE/git\"\nenv | grep ^GIT_ | sort > \"$FORGE/settings\"\n",
            "forge/bin/git",
            executable: true)
        var variables = try FakeForge.install([:], in: forge)
        variables["GITHUB_SERVER_URL"] = "https://github.example"
        variables["FORGE"] = forge.url.path
        _ = try ActionRun(
            code: 0, files: ["run.json": ActionRun.runJSON("pass")], inputs: ["token": FakeForge.token],
            environment: variables)
        let calls = try #require(try forge.read("git"))
        let secret = Data("x-access-token:\(FakeForge.token)".utf8).base64EncodedString()
        #expect(calls.split(separator: "\n").count == 2 && !calls.contains(secret))
        let settings = try #require(try forge.read("settings"))
        #expect(settings.contains("GIT_CONFIG_KEY_4=http.https://github.example/.extraheader\n"))
        #expect(settings.contains("GIT_CONFIG_VALUE_4=Authorization: Basic \(secret)\n"))
    }
}
