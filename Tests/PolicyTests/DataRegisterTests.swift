// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Policy
import TestKit
import Testing

/// `data.yml`: what it says, and what it may not say.
@Suite struct DataRegisterTests {
    private func classes(_ register: DataRegister?, _ path: String) -> String? {
        register?.classification(of: Path(path)).name
    }

    @Test func leastThatItCanSay() throws {
        let register = try #require(try DataSample.register(own: "version: 1\n"))
        #expect(register.preset == .iso27001)
        #expect(register.defaultClass.id == "internal")
        #expect(register.classification(of: Path("a.c")).isByDefault)
    }

    @Test func lastMatchCounts() throws {
        let register = try DataSample.register(
            own: """
                version: 1
                default: confidential
                paths:
                  - {match: ["customers/**"], class: personal}
                  - {match: ["customers/README.md", "docs/"], class: public}
                """)
        #expect(classes(register, "customers/a/b.csv") == "personal")
        #expect(classes(register, "customers/README.md") == "public")
        #expect(classes(register, "docs/x/y.md") == "public")
        #expect(classes(register, "src/a.c") == "confidential")
        let entry = try #require(register?.classification(of: Path("docs/x.md")).entries.first)
        #expect(entry.pattern?.text == "docs/")
        #expect(entry.place == RegisterPlace(file: ".aigate/data.yml", line: 5))
    }

    @Test func ofBothRegistersTheStricterHolds() throws {
        let register = try #require(
            try DataSample.register(
                central: "version: 1\npaths:\n  - {match: [customers/], class: personal}\n",
                own: """
                    version: 1
                    classes: {trade-secret: {title: Recipes, external: prohibited, self-hosted: permitted}}
                    paths:
                      - {match: [customers/], class: public}
                      - {match: [recipes/], class: trade-secret}
                      - {match: [docs/], class: public}
                    """))
        let customer = register.classification(of: Path("customers/a.csv"))
        #expect(customer.name == "personal and public")
        #expect(customer.cell(.external) == .prohibited)
        #expect(customer.cell(.selfHosted) == .withControls)
        #expect(register.classification(of: Path("recipes/a")).cell(.external) == .prohibited)
        // The organisation's default stands beside what the repository says.
        #expect(register.classification(of: Path("docs/a")).name == "internal and public")
        #expect(!register.classification(of: Path("docs/a")).isByDefault)
        #expect(register.limitations == [])
    }

    @Test func weakerClassOfARepositoryIsSaid() throws {
        let register = try DataSample.register(
            central: "version: 1\ndefault: confidential\n",
            own: "version: 1\npaths:\n  - {match: [src/], class: public}\n")
        #expect(
            register?.limitations == [
                ".aigate/data.yml line 3 calls paths 'public'; where the organisation's register says no more than its default 'confidential', that holds as well"
            ])
        #expect(register?.classification(of: Path("src/a")).cell(.external) == .withReview)
    }

    @Test func repositoryMayTighten() throws {
        let register = try DataSample.register(
            central: "version: 1\n",
            own: "version: 1\nmatrix: {internal: {external: with-review}}\ndefault: confidential\n")
        #expect(register?.dataClass("internal")?.external.permission == .withReview)
        #expect(
            register?.dataClass("internal")?.external.source
                == .written(RegisterPlace(file: ".aigate/data.yml", line: 2)))
        #expect(register?.defaultClass.id == "confidential")
    }

    @Test func contractOpensAClassOfTISAX() throws {
        func cells(_ contract: String) throws -> [Permission]? {
            let text =
                "version: 1\npreset: tisax\ncontracts: {prototype: \(contract)}\n"
                + "paths:\n  - {match: [cad/], class: prototype}\n"
            return try DataSample.register(own: text)?.dataClass("prototype").map {
                [$0.external.permission, $0.selfHosted.permission]
            }
        }
        #expect(try cells("{reference: NDA-7}") == [.prohibited, .withControls])
        #expect(try cells("{reference: NDA-7, external: true}") == [.withControls, .withControls])
    }

    @Test(arguments: [
        ("version: 1\npahts: []\n", "line 2: unknown key 'pahts'; did you mean 'paths'?"),
        ("version: 1\npreset: iso27002\n", "line 2: preset: expected one of iso27001, strict, tisax"),
        ("version: 1\ndefault: intern\n", "line 2: unknown class 'intern'; did you mean 'internal'?"),
        (
            "version: 1\npaths: [{match: [a], class: persnal}]\n",
            "line 2: unknown class 'persnal'; did you mean 'personal'?"
        ),
        ("version: 1\npaths: [{match: [], class: personal}]\n", "line 2: match: empty; name a path"),
        ("version: 1\npaths: [{match: [../a], class: personal}]\n", "no path of a repository"),
        ("version: 1\nmatrix: {personal: {external: forbidden}}\n", "did you mean 'prohibited'?"),
        (
            "version: 1\nmatrix: {persona: {external: prohibited}}\n",
            "unknown class 'persona'; did you mean 'personal'?"
        ),
        ("version: 1\nmatrix: {personal: {extern: prohibited}}\n", "did you mean 'external'?"),
        (
            "version: 1\nclasses: {personal: {title: x, external: permitted, self-hosted: permitted}}\n",
            "is there already"
        ),
        (
            "version: 1\nclasses: {My Class: {title: x, external: permitted, self-hosted: permitted}}\n",
            "an id has lower-case"
        ),
        ("version: 1\nclasses: {mine: {title: x, external: permitted}}\n", "'self-hosted' is missing"),
        (
            "version: 1\nclasses:\n  mine: {title: x, external: permitted, self-hosted: permitted}\n  mine: {title: x, external: permitted, self-hosted: permitted}\n",
            "line 4"
        ),
        ("version: 1\ncontracts: {internal: {reference: x}}\n", "needs no contract"),
        (
            "version: 1\npreset: tisax\npaths: [{match: [a], class: prototype}]\n",
            "line 3: class 'prototype' needs the contract"
        ),
        ("version: 1\npreset: tisax\ndefault: customer\n", "line 3: class 'customer' needs the contract"),
        ("version: 1\npreset: tisax\nmatrix: {prototype: {external: permitted}}\n", "only its contract opens it"),
        ("version: 1\npaths: &a [{match: [x], class: public}]\n", "line 2"),
        ("version: 2\n", "version"),
    ])
    func mistakesSayWhereAndWhat(_ text: String, _ sentence: String) {
        let mistakes = DataSample.mistakes(own: text)
        #expect(mistakes.count == 1, "\(mistakes)")
        #expect(mistakes.first?.contains(sentence) == true, "\(mistakes)")
        #expect(mistakes.first?.hasPrefix(".aigate/data.yml: line ") == true, "\(mistakes)")
    }

    @Test(arguments: [
        (
            "matrix: {personal: {external: with-controls}}",
            "loosens personal for external tools from prohibited (preset iso27001)"
        ),
        ("matrix: {confidential: {external: permitted}}", "a repository may only tighten"),
        ("default: internal", "is weaker than the organisation's 'confidential'"),
        ("preset: strict", "leave 'preset' out"),
        ("classes: {secret-recipe: {title: x, external: permitted, self-hosted: permitted}}", "is there already"),
    ])
    func whatLoosensIsAMistake(_ own: String, _ sentence: String) {
        let central =
            "version: 1\ndefault: confidential\n"
            + "classes: {secret-recipe: {title: Recipes, external: prohibited, self-hosted: permitted}}\n"
        let mistakes = DataSample.mistakes(central: central, own: "version: 1\n\(own)\n")
        #expect(mistakes.count == 1, "\(mistakes)")
        #expect(mistakes.first?.hasPrefix(".aigate/data.yml: line 2: ") == true, "\(mistakes)")
        #expect(mistakes.first?.contains(sentence) == true, "\(mistakes)")
    }

    @Test func onlyTheOrganisationOpensAContract() {
        let central = "version: 1\npreset: tisax\ncontracts: {customer: {reference: C-1}}\n"
        let open = DataSample.mistakes(
            central: central, own: "version: 1\ncontracts: {prototype: {reference: N-1, external: true}}\n")
        #expect(open.count == 1 && open[0].contains("only the organisation's register"))
        let other = DataSample.mistakes(central: central, own: "version: 1\ncontracts: {customer: {reference: C-2}}\n")
        #expect(other.count == 1 && other[0].contains("names another contract"))
        let own = "version: 1\ncontracts: {prototype: {reference: N-1}}\npaths: [{match: [cad/], class: prototype}]\n"
        #expect(DataSample.mistakes(central: central, own: own) == [])
    }

    @Test func bombIsRefused() {
        var text = "version: 1\nclasses:\n"
        for level in 0..<40 { text += String(repeating: "  ", count: level + 1) + "a:\n" }
        #expect(!DataSample.mistakes(own: text).isEmpty)
        #expect(!DataSample.mistakes(own: "version: 1\npaths: [" + String(repeating: "[", count: 10_000)).isEmpty)
    }

    @Test func everyMutationIsAnswered() {
        let text = Array(
            """
            version: 1
            preset: tisax
            classes: {trade-secret: {title: Recipes, external: prohibited, self-hosted: with-review}}
            default: confidential
            paths:
              - {match: ["customers/**", "*.csv"], class: personal}
              - {match: [cad/], class: prototype}
            matrix: {internal: {external: with-review, self-hosted: permitted}}
            contracts: {prototype: {reference: NDA-7, external: true}}

            """.utf8)
        let words = [
            "&a ", "*a", "personal", "external", "permitted", "{", "}", "[", "]", "\n", "paths:", "0", "\u{1B}", "::",
        ]
        var random = SeededRandom(seed: 0xDA7A)
        var taken = 0
        for _ in 0..<10_000 {
            var bytes = text
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                let end = min(bytes.count, place + Int.random(in: 0...8, using: &random))
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.removeSubrange(place..<end)
                case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                default:
                    bytes.replaceSubrange(place..<end, with: Array((words.randomElement(using: &random) ?? "").utf8))
                }
            }
            let file = RegisterFile(
                .data, name: "data.yml", bytes: bytes, source: PolicySource(role: "data", kind: .file, path: "f"))
            do {
                let register = try RegistersReader(today: sampleDay, checks: []).data(RegisterFiles(own: [file]))
                #expect(register?.classification(of: Path("customers/a.csv")).entries.isEmpty == false)
                taken += 1
            } catch {
                #expect((1...ConfigErrors.limit).contains(error.errors.count))
                #expect(
                    error.errors.allSatisfy { !$0.description.unicodeScalars.contains { VisibleText.isHidden($0) } })
            }
        }
        #expect((1..<10_000).contains(taken))
    }

    @Test func schemaNamesEveryKey() throws {
        let text = String(decoding: try PolicySchema.data(), as: UTF8.self)
        for key in ["preset", "classes", "default", "paths", "matrix", "contracts", "self-hosted", "with-legal-basis"] {
            #expect(text.contains("\"\(key)\""), "\(key)")
        }
    }
}
