// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Checks

/// Every edge of a training's days, on the commit's day and on the run's.
@Suite struct TrainingDayTests {
    /// The training counts from 2026-05-02 to 2026-05-04.
    private func rules(_ settings: String = "", committed: String, judged: String) throws -> [String] {
        let people = """
            version: 1
            people:
              - person: \(Samples.ann)
                training: [{course: basics, done-on: 2026-05-02, valid-until: 2026-05-04}]

            """
        let example = Example(
            "days", message: "Add\n\nAssisted-by: Claude:claude-opus-4-6\n",
            policy: settings.isEmpty ? nil : "checks: {training-missing: {courses: [\(settings)]}}",
            registers: [("people.yml", people)], committedOn: committed, judgedOn: judged)
        var wanted = TrainingMissing.Settings()
        wanted.courses = settings.isEmpty ? [] : settings.split(separator: ",").map(String.init)
        return try TrainingMissing(wanted).findings(in: ExampleChange(example).change).map { $0.rule ?? "none" }
    }

    @Test(
        arguments: [
            ("2026-05-01", "2026-05-01", "later"), ("2026-05-02", "2026-05-02", nil), ("2026-05-03", "2026-05-03", nil),
            ("2026-05-04", "2026-05-04", nil), ("2026-05-05", "2026-05-05", "expired"),
            ("2026-05-01", "2026-05-02", "later"), ("2026-05-02", "2026-05-04", nil),
            ("2026-05-04", "2026-05-05", "expired"),
            ("2026-05-05", "2026-05-04", "expired"),
        ] as [(String, String, String?)]) func bothDaysCount(committed: String, judged: String, rule: String?) throws
    {
        #expect(try rules(committed: committed, judged: judged) == (rule.map { [$0] } ?? []))
    }

    @Test func eachCourseIsNeeded() throws {
        #expect(try rules("basics", committed: "2026-05-03", judged: "2026-05-03") == [])
        #expect(try rules("basics,privacy", committed: "2026-05-03", judged: "2026-05-03") == ["none"])
        #expect(try rules("basics,privacy", committed: "2026-05-05", judged: "2026-05-05") == ["expired", "none"])
    }
}
