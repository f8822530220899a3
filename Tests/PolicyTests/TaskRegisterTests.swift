// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Policy
import TestKit
import Testing

@Suite struct TaskRegisterTests {
    private func file(_ name: String, _ text: String, isGiven: Bool = false) -> RegisterFile {
        RegisterFile(
            .tasks, name: name, bytes: Array(text.utf8),
            source: PolicySource(role: "tasks", kind: .commit, path: ".aigate/tasks/\(name)"), isGiven: isGiven)
    }

    private func read(_ text: String, name: String = "PAY-12.yml", isGiven: Bool = false) throws -> WrittenTask {
        let files = RegisterFiles(own: [file(name, text, isGiven: isGiven)])
        let register = try TaskRegisterReader(own: [], checks: ["secret"]).read(files)
        return try #require(register?.tasks.first)
    }

    private func mistake(_ text: String, name: String = "PAY-12.yml") -> String {
        do {
            _ = try read(text, name: name)
            return "none"
        } catch {
            return "\(error)"
        }
    }

    @Test func aTitleIsEnough() throws {
        let task = try read("title: Retry the upload\n")
        #expect(task.id == "PAY-12" && task.title == "Retry the upload")
        #expect(task.scope(of: Path("anything")) == .inside)
        #expect(task.isOpen(on: Day(number: 99_999)))
        #expect(task.sha256 == Fingerprint.sha256(Array("title: Retry the upload\n".utf8)))
    }

    @Test func whatIsForbiddenStaysSo() throws {
        let task = try read("title: a\npaths: [src/]\nkeep-out: [src/keys/]\nexpires: 2026-05-02\n")
        #expect(task.scope(of: Path("src/a.c")) == .inside)
        #expect(task.scope(of: Path("src/keys/a.c")) == .forbidden)
        #expect(task.scope(of: Path("b.c")) == .outside)
        for (day, isOpen) in [("2026-05-01", true), ("2026-05-02", true), ("2026-05-03", false)] {
            #expect(task.isOpen(on: try #require(Day(day))) == isOpen)
        }
    }

    @Test func saysWhatIsWrongWhere() {
        let cases: [(text: String, said: String)] = [
            ("", "holds nothing"), ("paths: [a]", "'title' is missing"), ("title: ...", "says nothing"),
            ("title: a\npath: [b]", "PAY-12.yml: line 2: unknown key 'path'; did you mean 'paths'?"),
            ("title: a\ntools: [cursr]", "line 2: tools: unknown tool 'cursr'; did you mean 'cursor'?"),
            ("title: a\ntools: []", "empty; name a tool"),
            ("title: a\nshown: {checks: [secrt]}", "unknown check 'secrt'; did you mean 'secret'?"),
            ("title: a\nexpires: 2026-02-30", "expected a day"),
            ("title: a\nkeep-out: [\"../b\"]", "matches nothing"),
            ("title: a\nrequested-by: bo@example.org", "cannot be erased"),
            ("title: a\ntitle: b", "line 2"), ("a: &x [b]\nc: *x", "line 1"),
        ]
        for (text, said) in cases {
            let mistake = mistake(text + "\n")
            #expect(mistake.contains(said), "\(text): \(mistake)")
        }
        #expect(mistake("title: a\n", name: "a b.yml").contains("named by its id"))
    }

    @Test func thePipelineMayNameWhoAsked() throws {
        #expect(try read("title: a\nrequested-by: Bo@Example.org\n", isGiven: true).requestedBy == "bo@example.org")
    }

    @Test func twoOfOneIDAndTasksBesideTheOrganisationsAreMistakes() {
        let reader = TaskRegisterReader(own: [], checks: nil)
        let twice = RegisterFiles(own: [file("a-1.yml", "title: a\n"), file("A-1.yml", "title: a\n")])
        #expect(throws: ConfigErrors.self) { try reader.read(twice) }
        let both = RegisterFiles(
            central: [file("A-1.yml", "title: a\n")], own: [file("B-1.yml", "title: a\n")], hasCentral: true)
        #expect(throws: ConfigErrors.self) { try reader.read(both) }
    }

    @Test func mutationsEndInAValueOrAMistake() {
        let samples: [(Registers.Part, String, String)] = [
            (
                .tasks, "A-1.yml",
                "title: a\npaths: [src/]\nkeep-out: [b/]\nshown: {tests: true, checks: [secret]}\nexpires: 2026-01-01\n"
            ),
            (
                .people, "people.yml",
                "version: 1\npeople:\n  - person: p_0123456789abcdef\n    roles: [r]\n    training:\n"
                    + "      - {course: a, done-on: 2026-01-01, valid-until: 2026-12-31}\nroles: [{name: r, paths: [a/]}]\n"
            ),
        ]
        var dice = SeededRandom(seed: 6)
        let words = [
            "title", "paths", ": ", "[", "]", "{", "}", "\n", "- ", "&a", "*a", "2026-02-30", "p_", "\u{0}", "  ",
        ]
        var read = 0
        for index in 0..<10_000 {
            let (part, name, text) = samples[index % 2]
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 0...4, using: &dice) {
                let place = Int.random(in: 0...bytes.count, using: &dice)
                let end = min(bytes.count, place + Int.random(in: 0...9, using: &dice))
                bytes.replaceSubrange(place..<end, with: Array((words.randomElement(using: &dice) ?? "").utf8))
            }
            let source = PolicySource(role: part.rawValue, kind: .commit, path: ".aigate/\(name)")
            let files = RegisterFiles(own: [RegisterFile(part, name: name, bytes: bytes, source: source)])
            do throws(ConfigErrors) {
                _ = try PeopleReader.read(files)
                _ = try TaskRegisterReader(own: [], checks: ["secret"]).read(files)
                read += 1
            } catch {
                #expect(!error.errors.isEmpty)
            }
        }
        #expect(read > 100 && read < 9_900)
    }
}
