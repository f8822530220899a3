// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Checks

/// Each condition of a task, as the evidence tells it.
@Suite struct TaskConditionTests {
    private struct Case {
        let task: String
        var files = ["src/a.c"]
        var trailers = ""
        var day = "2026-05-03"
        let conditions: [String]
    }

    private static let cases: [Case] = [
        Case(task: "", conditions: []),
        Case(task: "expires: 2026-05-04", conditions: ["expires met"]),
        Case(task: "expires: 2026-05-03", conditions: ["expires met"]),
        Case(task: "expires: 2026-05-02", conditions: ["expires not-met"]),
        Case(task: "paths: [src/]", conditions: ["paths met"]),
        Case(task: "paths: [src/]", files: ["src/a.c", "b.c"], conditions: ["paths not-met"]),
        Case(task: "keep-out: [b.c]", conditions: ["keep-out met"]),
        Case(task: "keep-out: [src/]", conditions: ["keep-out not-met"]),
        Case(task: "paths: [src/]\nkeep-out: [a.c]", conditions: ["paths met", "keep-out not-met"]),
        Case(task: "tools: [claude-code]", conditions: ["tools met"]),
        Case(task: "tools: [cursor]", conditions: ["tools not-met"]),
        Case(task: "data-classes: [public]", conditions: ["data-classes not-checkable"]),
        Case(task: "shown: {tests: true}", conditions: ["tests not-met"]),
        Case(task: "shown: {tests: true}", files: ["tests/test_a.py"], conditions: ["tests met"]),
        Case(task: "shown: {checks: [secret]}", conditions: ["check secret met"]),
        Case(task: "shown: {checks: [residue]}", conditions: ["check residue not-met"]),
        Case(task: "shown: {checks: [waiver-expired]}", conditions: ["check waiver-expired not-checkable"]),
        Case(task: "shown: {scans: [Lint]}", conditions: ["scan Lint not-met"]),
        Case(task: "shown: {scans: [quiet]}", conditions: ["scan quiet met"]),
        Case(task: "shown: {scans: [absent]}", conditions: ["scan absent not-checkable"]),
        Case(task: "requested-by: \(Samples.bo)", conditions: ["review not-checkable"]),
        Case(
            task: "requested-by: \(Samples.bo)", trailers: "Reviewed-by: Bo Ray <bo@example.org>",
            conditions: ["review not-met"]),
        Case(
            task: "requested-by: \(Samples.bo)", trailers: "Reviewed-by: Dee Fox <dee@example.org>",
            conditions: ["review met"]),
        Case(
            task: "requested-by: \(Samples.bo)",
            trailers: "Reviewed-by: Bo Ray <bo@example.org>\nReviewed-by: Dee Fox <dee@example.org>",
            conditions: ["review met"]),
    ]

    @Test(arguments: cases.indices) func condition(index: Int) throws {
        let shown = TaskConditionTests.cases[index]
        let example = Example(
            "task",
            message: "Add\n\nCo-authored-by: Claude <noreply@anthropic.com>\nTask: T-1\n\(shown.trailers)\n",
            files: shown.files.map { ($0, "a\n") }, registers: [("tasks/T-1.yml", "title: Add\n\(shown.task)\n")],
            committedOn: shown.day)
        let sample = try ExampleChange(example)
        let record = CommitRecord(sample.change, taskWork: Checks.taskWork(of: sample.change))
        var scans = ScanFacts()
        scans.scanners = ["lint", "quiet"]
        scans.alerts = [
            ScanAlert(
                scanner: "lint", rule: "R", title: nil, severity: .warning, security: nil, path: Path("src/a.c"),
                line: 1,
                commit: record.id)
        ]
        let facts = RangeFacts(
            records: [record], policyChanges: [], waivers: [], today: Day(number: 20_000),
            registers: sample.change.registers, scans: scans)
        let finding = Finding(rule: "fence", "left over", fix: "take it out")
        let results = CheckResults(
            [Outcome(check: "residue", commit: record.id, result: .found([finding]))], ran: ["secret", "residue"]
        ) { _, _ in true }
        let task = try #require(facts.verifying(results).tasks.first)
        #expect(task.conditions.map { "\($0.name) \($0.state.rawValue)" } == shown.conditions)
        #expect(task.paths.map(\.visible) == shown.files.sorted())
    }

    /// What one task of a commit leaves out, another may let change; what one forbids, none lets.
    @Test func severalTasksOfOneCommit() throws {
        let example = Example(
            "tasks", message: "Add\n\nAssisted-by: Claude:claude-opus-4-6\nTask: T-1, T-2\n",
            files: [("src/a.c", "a\n"), ("lib/b.c", "b\n"), ("c.c", "c\n")],
            registers: [
                ("tasks/T-1.yml", "title: One\npaths: [src/]\n"),
                ("tasks/T-2.yml", "title: Two\npaths: [lib/]\nkeep-out: [src/]\n"),
            ])
        let found = try TaskScope(NoSettings()).findings(in: ExampleChange(example).change)
        let shown = found.map { "\($0.rule ?? "") \($0.place.path?.visible ?? "")" }.sorted()
        #expect(shown == ["forbidden src/a.c", "outside c.c"])
    }
}
