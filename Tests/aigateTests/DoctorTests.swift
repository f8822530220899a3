// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// `doctor` says before a run what the run would do.
struct DoctorTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
        try sample.commit("a.txt", "a\n")
    }

    @Test func goodRepository() throws {
        try sample.git(["update-ref", "refs/remotes/origin/main", "HEAD~1"])
        try sample.git(["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"])
        let result = try Program.run(["doctor"], in: sample.folder)
        #expect(result.status == 0)
        for words in ["whole history", "origin/HEAD..HEAD", "built-in defaults", "commits     1"] {
            #expect(result.output.contains(words))
        }
    }

    @Test func event() throws {
        let names = [
            CIEvent.mainTip: try sample.git(["rev-parse", "HEAD"]),
            CIEvent.mainBefore: try sample.git(["rev-parse", "HEAD~1"]),
        ]
        let event = try CIEvent("github/push", names, in: sample)
        let result = try Program.run(["doctor"], in: sample.folder, environment: event.environment)
        #expect(result.status == 0)
        #expect(result.output.contains("github, event push"))
        #expect(result.output.contains("a missing review is a finding"))
    }

    @Test func shallowClone() throws {
        let clone = sample.folder.appending(path: "clone")
        try sample.git(["clone", "--quiet", "--depth", "1", "file://\(sample.path)", clone.path])
        let result = try Program.run(["doctor", "HEAD"], in: clone)
        #expect(result.status == 3)
        #expect(result.errors.contains("fetch-depth: 0"))
    }

    @Test func brokenPolicy() throws {
        try sample.commit(".aigate/policy.yml", "version: 1\nchecks: {nothing: {level: off}}\n")
        let result = try Program.run(["doctor", "HEAD..HEAD"], in: sample.folder)
        #expect(result.status == 2)
        #expect(result.errors.contains("line 2"))
    }

    @Test func nothingToCompareWith() throws {
        let result = try Program.run(["doctor"], in: sample.folder)
        #expect(result.status == 3)
        #expect(result.errors.contains("aigate check HEAD~1..HEAD"))
    }
}

/// `doctor` says which reviews are asked and where they can come from.
struct ReviewDoctorTests {
    @Test func saysWhatIsAskedWhere() throws {
        let change = try ReviewedChange([
            ".aigate/policy.yml":
                "version: 1\nreview: {level: R2, levels: [{level: R4, paths: [src], tools: [claude-code]}]}\n",
            ".mailmap": "Ann Lee <ann@example.org> <a@example.org>\n",
        ])
        let head = try change.commit()
        let file = change.sample.folder.appending(path: ".git/approvals.json")
        try Data(ReviewedChange.envelope([ReviewedChange.review("ben", of: head)]).utf8).write(to: file)
        let result = try Program.run(["doctor", "HEAD~1..HEAD", "--approvals", file.path], in: change.sample.folder)
        #expect(result.status == 0, "\(result.errors)")
        let base = change.base.prefix(10)
        for words in [
            "review      R2 for every commit with AI in it", "at least R4 for src with claude-code",
            "and not here; pending elsewhere", "Reviewed-by, Approved-by of any person",
            "nothing: \(base) has neither .aigate/allowed_signers nor .aigate/keyring.gpg",
            "approvals.json, 1 account's last words, sha256:", ".mailmap at \(base)",
        ] { #expect(result.output.contains(words), "\(words)\n\(result.output)") }
        #expect(!result.output.contains("ben"))
    }

    @Test func saysThatNothingIsThere() throws {
        let change = try ReviewedChange()
        try change.commit()
        let result = try Program.run(["doctor", "HEAD~1..HEAD"], in: change.sample.folder)
        #expect(result.output.contains("R3 for every commit with AI in it where --approvals is given, else R1"))
        #expect(result.output.contains("nothing: no --approvals"))
        #expect(result.output.contains("one person under two addresses is two"))
    }
}
