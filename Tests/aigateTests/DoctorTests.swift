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
            CIEvent.mainTip: try sample.git(["rev-parse", "HEAD"]), CIEvent.mainBefore: try sample.git(["rev-parse", "HEAD~1"]),
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
