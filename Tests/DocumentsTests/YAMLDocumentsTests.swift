// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

struct YAMLDocumentsTests {
    @Test func readsWhatPipelinesHold() throws {
        let text = """
            on: push
            .base: &base
              image: a:1
              tags: [x, 'true']
            job:
              <<: *base
              image: b:2
              script:
                - make
                - |
                  one
                  two
              again: *base
            ---
            second: ~
            """
        let documents = try YAMLDocuments.read(text.bytes)
        #expect(documents.count == 2)
        #expect(documents[0].entries.map(\.key) == ["on", ".base", "job"])
        let job = try #require(documents[0]["job"])
        #expect(job.line == 5)
        #expect(job["image"]?.text == "b:2")
        #expect(job["tags"]?.items.map(\.text) == ["x", "true"])
        #expect(job["script"]?.items.map(\.line) == [9, 10])
        #expect(job["script"]?.items.last?.text == "one\ntwo\n")
        #expect(job["again"]?.line == 13)
        #expect(job["again"]?["image"]?.text == "a:1")
        #expect(documents[1].shown == #"{"second": null}"#)
    }

    @Test func ofMergedMapsTheFirstCounts() throws {
        let documents = try YAMLDocuments.read(
            "a: &a {x: 1, y: 1}\nb: &b {x: 2, z: 2}\nc: {<<: [*a, *b], z: 3}\n".bytes)
        #expect(documents[0]["c"].map { [$0["x"]?.text, $0["y"]?.text, $0["z"]?.text] } == ["1", "1", "3"])
    }

    @Test func ignoresTagsAndDirectives() throws {
        let documents = try YAMLDocuments.read("%YAML 1.1\n---\na: !Ref b\nc: !!binary aGk=\n".bytes)
        #expect(documents[0].shown == #"{"a": "b", "c": "aGk="}"#)
    }

    @Test(arguments: [("a: [1\nb: 2\n", 2), ("a: *b\n", 1), ("a: &a [*a]\n", 1), ("a: b: c\n", 1), ("\"a", 1)])
    func saysTheLineOfAMistake(text: String, line: Int) {
        let error = #expect(throws: DocumentError.self) { try YAMLDocuments.read(text.bytes) }
        #expect(error?.line == line)
    }

    @Test func aliasesDoNotExplode() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            let list = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(list)]\n"
        }
        let error = #expect(throws: DocumentError.self) { try YAMLDocuments.read(text.bytes) }
        #expect(error?.reason == "more than \(DocumentLimit.nodes) values")
    }

    @Test func refusesWhatIsTooDeep() {
        #expect(throws: DocumentError.self) { try YAMLDocuments.read(String(repeating: "[", count: 900).bytes) }
        #expect(throws: DocumentError.self) { try YAMLDocuments.read(String(repeating: "- ", count: 900).bytes) }
    }

    @Test func survivesMutations() throws {
        let taken = try Mutation.survivors(
            of: [
                "a: &x {b: [1, 2], c: 'd'}\ne: *x\nf:\n  <<: *x\n  - g\n",
                "on: push\njobs:\n  a:\n    steps:\n      - uses: b/c@v1\n",
            ],
            words: [
                "&a ", "*x", "!!str ", "<<: ", "? ", "- ", ": ", "{", "}", "[", "]", "\"", "'", "|\n", ">-\n", "#",
                "%TAG ! !\n",
                "---\n", "...\n", "\n", "\r", "\t", "\0", "\u{2028}", "<<: [*x, *x]", "\u{FEFF}",
            ], seed: 6
        ) { bytes in
            do { for document in try YAMLDocuments.read(bytes) { _ = document.shown } } catch is DocumentError {
                throw Mutation.ExpectedFailure()
            }
        }
        #expect((100..<9_900).contains(taken))
    }
}
