// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Policy
import Testing

@Suite struct PeopleRegisterTests {
    private let ann = "p_0123456789abcdef"
    private let bo = "p_fedcba9876543210"

    private func file(_ text: String, isGiven: Bool) -> RegisterFile {
        RegisterFile(
            .people, name: "people.yml", bytes: Array(text.utf8),
            source: PolicySource(role: "people", kind: .commit, path: ".aigate/people.yml"), isGiven: isGiven)
    }

    private func read(_ text: String, isGiven: Bool = false, central: String? = nil) throws -> PeopleRegister {
        var files = RegisterFiles(own: [file(text, isGiven: isGiven)])
        if let central {
            files.central = [file(central, isGiven: true)]
            files.hasCentral = true
        }
        return try #require(RegistersReader(today: Day(number: 20_000), checks: []).read(files).people)
    }

    private func mistake(_ text: String, isGiven: Bool = false, central: String? = nil) -> String {
        do {
            _ = try read(text, isGiven: isGiven, central: central)
            return "none"
        } catch {
            return "\(error)"
        }
    }

    @Test func holdsPseudonymsInGit() throws {
        let register = try read("version: 1\npeople: [{person: \(ann), accounts: [\(bo)]}]\n")
        #expect(register.people.map(\.names) == [[ann, bo]])
        #expect(register.lacksKey)
        #expect(!register.naming { _ in ann }.lacksKey)
        #expect(register.naming { _ in ann }.person(["x@example.org"])?.names == [ann, bo])
        #expect(register.person(["x@example.org"]) == nil)
    }

    /// The name must not be spread by the message that refuses it.
    @Test(arguments: ["ann@example.org", "Ann Lee", "@annlee"]) func refusesPlainNamesInGit(name: String) {
        let mistake = mistake("version: 1\npeople:\n  - person: \"\(name)\"\n")
        #expect(mistake.contains(".aigate/people.yml: line 3: person: "))
        #expect(mistake.contains("cannot be erased") && mistake.contains("aigate people pseudonym"))
        #expect(!mistake.contains(name))
    }

    @Test func takesPlainNamesFromThePipeline() throws {
        let register = try read(
            "version: 1\npeople: [{person: Ann@Example.org, accounts: [\"@AnnLee\"]}]\n", isGiven: true)
        #expect(register.person(["ann@example.org"]) != nil)
        #expect(register.person(["@annlee"]) != nil)
        #expect(register.person(["bo@example.org"]) == nil)
        #expect(!register.lacksKey)
    }

    @Test func saysWhatIsWrongWhere() {
        let cases: [(text: String, said: String)] = [
            ("people: [{person: \(ann), rolls: [x]}]", "line 2: unknown key 'rolls'; did you mean 'roles'?"),
            ("people: [{person: \(ann), roles: [sec]}]\nroles: [{name: security}]", "line 2: unknown role 'sec'"),
            ("people:\n  - person: \(ann)\n  - person: \(ann)", "line 4: this person is on line 3 already"),
            ("people: [{person: p_12}]", "a pseudonym is p_ and 16 hexadecimal digits"),
            (
                "people:\n  - person: \(ann)\n    training: [{course: a, done-on: 2026-05-02, valid-until: 2026-05-01}]",
                "line 4: valid-until (2026-05-01) is before done-on (2026-05-02); did you mean"
            ),
            (
                """
                people:
                  - person: \(ann)
                    training:
                      - {course: a, done-on: 2026-01-01, valid-until: 2026-05-01}
                      - {course: a, done-on: 2026-05-01}
                """, "line 6: the course 'a' overlaps the record on line 5; end that one with 'valid-until: 2026-04-30'"
            ),
            ("people:\n  - person: \(ann)\n    training: [{course: a, done-on: 2026-02-30}]", "expected a day"),
            ("people: []\nroles: [{name: a}, {name: a}]", "the role 'a' is described twice"),
            ("people: []\nroles: [{name: a, teams: [acme]}]", "expected a team as @acme/security"),
            ("people: &a []", "line 2"), ("peoples: []", "did you mean 'people'?"),
        ]
        for (text, said) in cases {
            let mistake = mistake("version: 1\n\(text)\n")
            #expect(mistake.contains(said), "\(text): \(mistake)")
        }
    }

    @Test func trainingMayFollowOnTheNextDay() throws {
        _ = try read(
            """
            version: 1
            people:
              - person: \(ann)
                training:
                  - {course: a, done-on: 2026-05-02}
                  - {course: a, done-on: 2026-01-01, valid-until: 2026-05-01}
                  - {course: b, done-on: 2026-01-01}

            """)
    }

    @Test func aRepositoryOnlyAsksForMore() throws {
        let central = "version: 1\npeople: [{person: ann@example.org, roles: [sec]}]\nroles: [{name: sec, paths: [a/]}]\n"
        let register = try read("version: 1\npeople: []\nroles: [{name: sec, paths: [b/]}]\n", central: central)
        #expect(register.roles[0].paths.map(\.text) == ["a/", "b/"])
        #expect(register.people.count == 1)
        #expect(mistake("version: 1\npeople: [{person: \(ann)}]\n", central: central).contains("loosens"))
        #expect(
            mistake("version: 1\npeople: []\nroles: [{name: sec, teams: [\"@a/b\"]}]\n", central: central)
                .contains("'teams' loosens"))
        #expect(
            mistake("version: 1\npeople: []\nroles: [{name: secu}]\n", central: central).contains("did you mean 'sec'"))
    }

    @Test(arguments: [("2026-05-01", false), ("2026-05-02", true), ("2026-05-03", true), ("2026-05-04", false)])
    func trainingCountsFromItsFirstDayToItsLast(day: String, counts: Bool) throws {
        let record = TrainingRecord(
            course: "a", doneOn: try #require(Day("2026-05-02")), validUntil: Day(number: 20_576))
        #expect(record.counts(on: try #require(Day(day))) == counts)
    }
}
