// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// The organisation's policy is a floor, wherever it comes from.
struct OrganisationPolicyTests {
    let sample: SampleRepository

    init() throws {
        sample = try SampleRepository("small")
        try sample.git(["branch", "organisation"])
        try sample.commit("a.txt", "a\n", "Add a\n\nGenerated with [Claude Code](https://claude.com/claude-code)")
        try Data(floor.utf8).write(to: sample.folder.appending(path: ".git/org.yml"))
    }

    private let floor = "version: 1\nchecks: {ai-undeclared: {level: block}}\n"

    private func floorAsRevision() throws -> String {
        try sample.git(["checkout", "--quiet", "organisation"])
        try sample.commit("policies/all.yml", floor)
        try sample.git(["checkout", "--quiet", "main"])
        return "organisation:policies/all.yml"
    }

    @Test(arguments: [true, false]) func floorHoldsWithoutAPolicy(isFile: Bool) throws {
        let name = try isFile ? ".git/org.yml" : floorAsRevision()
        let run = try Program.judge(["HEAD", "--org-policy", name], in: sample)
        #expect(run.status == 1)
        #expect(run.findings == ["ai-undeclared block"])
        let source = try #require(run.evidence.policySource.first { $0.role == "organisation" })
        #expect(source.kind == (isFile ? "file" : "commit"))
        #expect(source.sha256 != nil)
    }

    @Test func repositoryCannotLowerIt() throws {
        try sample.commit(
            ".aigate/policy.yml", "version: 1\nenforcement: monitor\nchecks: {ai-undeclared: {level: off}}\n")
        try sample.commit("b.txt", "b\n", "Add b\n\nGenerated with [Claude Code](https://claude.com/claude-code)")
        try Data((floor + "enforcement: enforce\n").utf8).write(to: sample.folder.appending(path: ".git/org.yml"))
        #expect(try Program.judge(["HEAD"], in: sample).status == 0)
        let run = try Program.judge(["HEAD", "--org-policy", ".git/org.yml"], in: sample)
        #expect(run.status == 1)
        #expect(run.evidence.enforced)
        #expect(run.findings == ["ai-undeclared block"])
        #expect(
            run.evidence.limitations.contains {
                $0.contains("sets ai-undeclared to off; the organisation's floor is block")
            })
    }

    @Test(arguments: ["missing.yml", "organisation:missing.yml"]) func floorThatIsNotThereIsTwo(name: String) throws {
        #expect(try Program.judge(["HEAD", "--org-policy", name], in: sample).status == 2)
    }

    @Test func revisionThatIsNotThereIsThree() throws {
        #expect(try Program.judge(["HEAD", "--org-policy", "missing:all.yml"], in: sample).status == 3)
    }
}
