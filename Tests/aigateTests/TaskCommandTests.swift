// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing

/// Tasks, people and other scanners' results through the whole program.
@Suite struct TaskCommandTests {
    private let ai = "Assisted-by: Claude:claude-opus-4-6"
    private let key = ["AIGATE_PEOPLE_KEY": "0123456789abcdef"]

    private func sample(_ files: [String: String]) throws -> SampleRepository {
        let sample = try SampleRepository("small")
        try sample.commit(".aigate/policy.yml", "version: 1\n")
        for (path, text) in files.sorted(by: { $0.key < $1.key }) { try sample.commit(path, text) }
        return sample
    }

    private func pseudonym(_ name: String) throws -> String {
        let result = try Program.run(
            ["people", "pseudonym"], in: FileManager.default.temporaryDirectory, environment: key, input: name + "\n")
        #expect(result.status == 0)
        return result.output.trimmingCharacters(in: .newlines)
    }

    @Test func aTaskIsHeldAgainstWhatWasDone() throws {
        let sample = try sample([
            ".aigate/tasks/PAY-12.yml":
                "title: Retry the upload\npaths: [src/]\nkeep-out: [src/keys/]\nshown: {tests: true, checks: [secret]}\n"
        ])
        try sample.commit("src/a.c", "int a;\n", "Add retry\n\n\(ai)\nTask: PAY-12\n")
        try sample.commit("src/keys/k.c", "int k;\n", "Add key\n\n\(ai)\nTask: PAY-12\n")
        let judged = try Program.judge(["HEAD~2..HEAD"], in: sample)
        #expect(judged.status == 1)
        #expect(judged.findings.contains("task-scope/forbidden block src/keys/k.c"))
        #expect(judged.findings.contains("task-evidence block .aigate/tasks/PAY-12.yml"))
        let tasks = try tasks(in: sample)
        #expect(tasks.map(\.id) == ["PAY-12"])
        #expect(tasks[0].changed.commits.count == 2)
        #expect(tasks[0].changed.paths == ["src/a.c", "src/keys/k.c"])
        #expect(
            tasks[0].conditions.map { "\($0.name) \($0.state)" } == [
                "paths met", "keep-out not-met", "tests not-met", "check secret met",
            ])
        let summary = try sample.read(Judged.directory + "/summary.md")
        #expect(summary.contains("## Tasks") && summary.contains("PAY-12"))
        #expect(try sample.read(Judged.directory + "/report.html").contains("<section id=\"tasks\">"))
    }

    /// What was meant as a task and is none must not look like no tasks.
    @Test(arguments: [
        (".aigate/tasks", "is no folder"), (".aigate/tasks/PAY-1.yaml", "a task's file is named ID.yml"),
        (".aigate/tasks/PAY-1.yml/a", "it is no regular file"),
    ])
    func aTaskThatIsNoneIsAMistake(path: String, said: String) throws {
        let sample = try sample([path: "title: Retry\n"])
        try sample.commit("src/a.c", "int a;\n", "Add\n\n\(ai)\nTask: PAY-1\n")
        let result = try Program.run(["check", "HEAD~1..HEAD", "--ci", "none"], in: sample.folder)
        #expect(result.status == 2 || result.status == 3)
        #expect(result.output.contains(said), "\(result.output)")
    }

    /// Nobody looked, and a task asked that somebody does.
    @Test(arguments: [
        ("shown: {checks: [secret-published]}", "PAY-1 asks for the check secret-published: it is off"),
        ("data-classes: [public]", "PAY-1 asks for the data-classes: there is no .aigate/data.yml"),
    ])
    func whatATaskAsksForAndNobodyLooksAtIsIncomplete(line: String, said: String) throws {
        let sample = try sample([".aigate/tasks/PAY-1.yml": "title: Retry\n\(line)\n"])
        try sample.commit("src/a.c", "int a;\n", "Add\n\n\(ai)\nTask: PAY-1\n")
        let result = try Program.run(["check", "HEAD~1..HEAD", "--ci", "none"], in: sample.folder)
        #expect(result.status == 3)
        #expect(result.output.contains(said), "\(result.output)")
    }

    @Test func aTaskThatComesAlongDoesNotCount() throws {
        let sample = try sample([".aigate/tasks/PAY-12.yml": "title: Retry\n"])
        try sample.commit(".aigate/tasks/PAY-13.yml", "title: Mine\n", "Add\n\n\(ai)\nTask: PAY-13\n")
        let judged = try Program.judge(["HEAD~1..HEAD"], in: sample)
        #expect(judged.findings.contains("task-unknown/brought-along warn"))
    }

    /// Whichever commit of the range brings the file; what is gone at its head was never asked for.
    @Test(arguments: [
        (["PAY-13.yml", "a.txt"], "PAY-13", "task-unknown/brought-along warn"),
        (["a.txt", "PAY-13.yml"], "PAY-13", "task-unknown/brought-along warn"),
        (["PAY-13.yml", "a.txt"], "pay-13", "task-unknown/brought-along warn"),
        (["PAY-13.yml", "a.txt"], "PAY-14", "task-unknown warn"),
        (["PAY-13.yml", "-PAY-13.yml", "a.txt"], "PAY-13", "task-unknown warn"),
        (["PAY-13.yml/a", "a.txt"], "PAY-13", "task-unknown warn"),
        (["PAY-12.yml", "a.txt"], "PAY-12", nil),
    ])
    func aTaskThatComesWithTheRangeDoesNotCount(steps: [String], named: String, expected: String?) throws {
        let sample = try sample([".aigate/tasks/PAY-12.yml": "title: Retry\n"])
        let base = try sample.git(["rev-parse", "HEAD"])
        for step in steps {
            if step.hasPrefix("-") {
                try sample.git(["rm", "--quiet", ".aigate/tasks/" + step.dropFirst()])
                try sample.git(["commit", "--quiet", "--message", "Drop it"])
            } else if step == "a.txt" {
                try sample.commit(step, "a\n", "Add\n\n\(ai)\nTask: \(named)\n")
            } else {
                try sample.commit(".aigate/tasks/" + step, "title: Mine\n", "Ask for it\n")
            }
        }
        let judged = try Program.judge(["\(base)..HEAD"], in: sample)
        #expect(judged.findings.filter { $0.hasPrefix("task-unknown") } == [expected].compactMap(\.self))
        let brought = judged.evidence.findings.filter { $0.ruleId == "task-unknown/brought-along" }
        #expect(brought.allSatisfy { $0.message.contains("the change that this commit belongs to") })
    }

    @Test func thePipelineGivesTasks() throws {
        let sample = try sample([:])
        let folder = sample.folder.appending(path: ".git/given")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("title: Retry\nrequested-by: bo@example.org\n".utf8).write(to: folder.appending(path: "12.yml"))
        try sample.commit("a.txt", "a\n", "Add\n\n\(ai)\nReviewed-by: Bo Ray <bo@example.org>\nRefs: #12\n")
        let judged = try Program.judge(["HEAD~1..HEAD", "--tasks", folder.path], in: sample, environment: key)
        #expect(judged.findings.contains("task-self-review warn"))
        let task = try #require(tasks(in: sample).first)
        #expect(task.asked.requestedBy == (try pseudonym("bo@example.org")))
        #expect(!(try sample.read(Judged.directory + "/run.json").contains("bo@example.org")))
    }

    @Test func withoutTasksNothingIsAsked() throws {
        let sample = try sample([:])
        try sample.commit("a.txt", "a\n", "Add\n\n\(ai)\n")
        let judged = try Program.judge(["HEAD~1..HEAD"], in: sample)
        #expect(judged.status == 0)
        #expect(!judged.findings.contains { $0.hasPrefix("task-") || $0.hasPrefix("training-") })
    }

    /// Pseudonyms without the key they were made with are never a pass.
    @Test func peopleWithoutTheKeyAreIncomplete() throws {
        let ann = try pseudonym("ann@example.org")
        let training = "training: [{course: a, done-on: 2020-01-01}]"
        let sample = try sample([".aigate/people.yml": "version: 1\npeople: [{person: \(ann), \(training)}]\n"])
        try sample.commit("a.txt", "a\n", "Add\n\n\(ai)\n")
        let without = try Program.judge(["HEAD~1..HEAD"], in: sample)
        #expect(without.status == 3)
        #expect(without.evidence.result.reasons.contains { $0.contains("AIGATE_PEOPLE_KEY") })
        let with = try Program.judge(["HEAD~1..HEAD"], in: sample, environment: key)
        #expect(with.status == 0)
        #expect(!with.findings.contains { $0.hasPrefix("training-missing") })
        let other = try Program.judge(["HEAD~1..HEAD"], in: sample, environment: ["AIGATE_PEOPLE_KEY": "another"])
        #expect(other.findings.contains("training-missing/unregistered monitor"))
        try sample.commit("b.txt", "b\n", "Add by hand\n")
        #expect(try Program.judge(["HEAD~1..HEAD"], in: sample).status == 0)
    }

    @Test func plainPeopleInGitAreRefused() throws {
        let sample = try sample([".aigate/people.yml": "version: 1\npeople:\n  - person: ann@example.org\n"])
        try sample.commit("a.txt", "a\n", "Add\n\n\(ai)\n")
        let judged = try Program.judge(["HEAD~1..HEAD"], in: sample)
        #expect(judged.status == 2)
        #expect(judged.output.contains(".aigate/people.yml: line 3"))
        #expect(!judged.output.contains("ann@example.org"))
    }

    @Test func pseudonymsComeFromStandardInput() throws {
        let result = try Program.run(
            ["people", "pseudonym"], in: FileManager.default.temporaryDirectory, environment: key,
            input: "Ann@Example.org\n\n@AnnLee\n")
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 2 && lines.allSatisfy { $0.wholeMatch(of: /p_[0-9a-f]{16}/) != nil })
        #expect(lines[0] == (try pseudonym("ann@example.org")))
        let without = try Program.run(
            ["people", "pseudonym", "a@example.org"], in: FileManager.default.temporaryDirectory)
        #expect(without.status == 2 && without.errors.contains("AIGATE_PEOPLE_KEY"))
    }

    @Test func otherScannersAlertsOnAILinesAreFindings() throws {
        let sample = try sample([
            ".aigate/tasks/T-1.yml": "title: Run it\nshown: {scans: [lint]}\n", "b.py": "old = 1\nolder = 2\n",
        ])
        let base = try sample.git(["rev-parse", "HEAD"])
        try sample.commit("b.py", "old = 1\nnew = 3\nolder = 2\n", "Add\n\n\(ai)\nTask: T-1\n")
        try sample.commit("c.py", "mine = 1\n", "By hand\n")
        let head = try sample.git(["rev-parse", "HEAD"])
        func scan(_ revision: String, in folder: String = "", line: Int = 2) throws -> String {
            let file = sample.folder.appending(path: ".git/scan.sarif")
            let results = [("b.py", 1), ("b.py", line), ("c.py", 1), ("none.py", 1)].map { path, line in
                """
                {"ruleId": "R\(line)", "level": "error", "message": {"text": "secret words"}, "locations": [{"physicalLocation":
                {"artifactLocation": {"uri": "\(folder)\(path)"}, "region": {"startLine": \(line)}}}]}
                """
            }
            let text = """
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "lint", "version": "1.0"}},
                "versionControlProvenance": [{"repositoryUri": "x", "revisionId": "\(revision)"}],
                "results": [\(results.joined(separator: ","))]}]}
                """
            try Data(text.utf8).write(to: file)
            return file.path
        }
        let judged = try Program.judge(["\(base)..HEAD", "--sarif", try scan(head)], in: sample)
        #expect(judged.findings.filter { $0.hasPrefix("scanner-alert") } == ["scanner-alert/error block b.py"])
        #expect(judged.findings.contains("task-evidence block .aigate/tasks/T-1.yml"))
        #expect(judged.evidence.inputs.map(\.role) == ["sarif"])
        #expect(judged.evidence.attachments.map(\.kind) == ["sarif"])
        let run = try sample.read(Judged.directory + "/run.json")
        #expect(run.contains(#""tools":[{"name":"lint","version":"1.0"}]"#))
        #expect(!run.contains("secret words"))

        let stale = try Program.judge(["\(base)..HEAD", "--sarif", try scan(base)], in: sample)
        #expect(stale.status == 3)
        #expect(stale.evidence.result.reasons.contains { $0.contains("not of the judged head") })
        // As GitHub tests a change: merged into the branch, which went on.
        try sample.git(["checkout", "--quiet", "-b", "target", base])
        try sample.commit("b.py", "first = 0\nold = 1\nolder = 2\n", "Go on\n")
        try sample.git(["merge", "--quiet", "--no-edit", head])
        let merge = try sample.git(["rev-parse", "HEAD"])
        let merged = try Program.judge(["\(base)..\(head)", "--sarif", try scan(merge, line: 3)], in: sample)
        #expect(merged.findings.filter { $0.hasPrefix("scanner-alert") } == ["scanner-alert/error block b.py"])
        // The other way round it is a newer state of the change itself.
        try sample.git(["checkout", "--quiet", "--detach", head])
        try sample.git(["merge", "--quiet", "--no-edit", "--no-ff", "\(merge)^1"])
        let newer = try sample.git(["rev-parse", "HEAD"])
        #expect(try Program.judge(["\(base)..\(head)", "--sarif", try scan(newer)], in: sample).status == 3)
        try sample.git(["checkout", "--quiet", "--detach", head])
        let foreign = try Program.judge(["\(base)..HEAD", "--sarif", try scan(head, in: "/other/clone/")], in: sample)
        #expect(foreign.status == 3)
        #expect(foreign.evidence.result.reasons.contains { $0.contains("outside of this clone") })
        let missing = try Program.judge(["\(base)..HEAD", "--sarif", ".git/none.sarif"], in: sample)
        #expect(missing.status == 3)
        let broken = sample.folder.appending(path: ".git/broken.sarif")
        try Data("{".utf8).write(to: broken)
        #expect(try Program.judge(["\(base)..HEAD", "--sarif", broken.path], in: sample).status == 3)
        let unasked = try Program.judge(["\(base)..HEAD"], in: sample)
        #expect(unasked.status == 3)
        #expect(unasked.evidence.result.reasons.contains { $0.contains("T-1 asks for the scan lint") })
    }

    private struct Task: Decodable {
        struct Asked: Decodable { let requestedBy: String? }
        struct Changed: Decodable { let commits, paths: [String] }
        struct Condition: Decodable { let name, state: String }
        let id: String
        let asked: Asked
        let changed: Changed
        let conditions: [Condition]
    }

    private func tasks(in sample: SampleRepository) throws -> [Task] {
        struct Run: Decodable { let tasks: [Task] }
        return try JSONDecoder().decode(Run.self, from: Data(sample.read(Judged.directory + "/run.json").utf8)).tasks
    }
}
