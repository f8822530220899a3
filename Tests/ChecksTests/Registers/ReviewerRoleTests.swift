// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@testable import Checks

/// Every form of a role, for a file that asks for it and one that does not, by reviewers of every kind.
@Suite struct ReviewerRoleTests {
    /// Bo has the role, Dee is in the register without one, Eve is not in it.
    private static let bo = "Bo Ray <bo@example.org>"
    private static let dee = "Dee Fox <dee@example.org>"
    private static let eve = "Eve Gil <eve@example.org>"

    enum Form: String, CaseIterable, Sendable {
        case paths, classes, both, owner, team, loginOfNobody

        /// Keys of the role `officer`.
        var role: String {
            switch self {
            case .paths: "paths: [hr/]"
            case .classes: "classes: [personal]"
            case .both: "paths: [hr/], classes: [personal]"
            case .team: "teams: [\"@acme/hr\"]"
            case .owner, .loginOfNobody: "paths: [nowhere/]"
            }
        }

        var codeOwners: String? {
            switch self {
            case .paths, .classes, .both: nil
            case .owner: "/hr/ bo@example.org\n"
            case .team: "/hr/ @acme/hr\n"
            case .loginOfNobody: "/hr/ @acme/other\n"
            }
        }
    }

    private static let data = """
        version: 1
        default: internal
        paths:
          - {match: ["hr/"], class: personal}
          - {match: ["vault/"], class: payment}

        """

    private static func people(_ roles: [String]) -> String {
        """
        version: 1
        people:
          - {person: \(Samples.bo), roles: [officer]}
          - {person: \(Samples.dee)}
        roles:
        \(roles.map { "  - {\($0)}" }.joined(separator: "\n"))

        """
    }

    /// What is found, as `rule path`.
    private func found(
        _ people: String, by reviewers: [String], in paths: [String], codeOwners: String? = nil, data: String? = data,
        isAI: Bool = true
    ) throws -> [String] {
        let credits = reviewers.map { "Reviewed-by: \($0)\n" }.joined()
        let example = Example(
            "roles", message: "Add\n\n\(isAI ? "Assisted-by: Claude:claude-opus-4-6\n" : "")\(credits)",
            before: codeOwners.map { [("CODEOWNERS", $0)] } ?? [], files: paths.map { ($0, "int a;\n") },
            registers: [("people.yml", people)] + (data.map { [("data.yml", $0)] } ?? []))
        return try ReviewerWithoutRole(NoSettings()).findings(in: ExampleChange(example).change).map {
            [$0.rule, $0.place.path?.visible].compactMap(\.self).joined(separator: " ")
        }
    }

    @Test(arguments: Form.allCases, [bo, dee, eve])
    func aFileAsksForItsRole(form: Form, reviewer: String) throws {
        let people = ReviewerRoleTests.people(["name: officer, \(form.role)"])
        let hr = try found(people, by: [reviewer], in: ["hr/a.c"], codeOwners: form.codeOwners)
        // A team without a role cannot be told from anybody.
        let expected = form == .loginOfNobody ? ["team-unknown hr/a.c"] : ["hr/a.c"]
        #expect(hr == (reviewer == ReviewerRoleTests.bo && form != .loginOfNobody ? [] : expected))
        #expect(try found(people, by: [reviewer], in: ["src/a.c"], codeOwners: form.codeOwners) == [])
        #expect(
            try found(people, by: [reviewer], in: ["hr/a.c", "src/a.c", "hr/b.c"], codeOwners: form.codeOwners).count
                == (hr.isEmpty ? 0 : 2))
    }

    @Test(arguments: Form.allCases) func oneOfTheReviewersIsEnough(form: Form) throws {
        guard form != .loginOfNobody else { return }
        let people = ReviewerRoleTests.people(["name: officer, \(form.role)"])
        let all = [ReviewerRoleTests.eve, ReviewerRoleTests.dee, ReviewerRoleTests.bo]
        #expect(try found(people, by: all, in: ["hr/a.c"], codeOwners: form.codeOwners) == [])
        #expect(try found(people, by: Array(all.prefix(2)), in: ["hr/a.c"], codeOwners: form.codeOwners) == ["hr/a.c"])
    }

    @Test(arguments: Form.allCases) func nobodyIsAskedForAPersonsCommit(form: Form) throws {
        let people = ReviewerRoleTests.people(["name: officer, \(form.role)"])
        let dee = [ReviewerRoleTests.dee]
        #expect(try found(people, by: dee, in: ["hr/a.c"], codeOwners: form.codeOwners, isAI: false) == [])
        #expect(try found(people, by: [], in: ["hr/a.c"], codeOwners: form.codeOwners) == [])
    }

    /// A class asks for its role wherever its paths are, and another class for another.
    @Test(arguments: [
        ("classes: [payment]", "hr/a.c", false), ("classes: [payment]", "vault/a.c", true),
        ("classes: [payment, personal]", "hr/a.c", true), ("classes: [internal]", "src/a.c", true),
        ("classes: [internal]", "hr/a.c", false), ("paths: [src/], classes: [personal]", "src/a.c", true),
        ("paths: [src/], classes: [personal]", "vault/a.c", false),
    ])
    func classesAskByThemselves(role: String, path: String, isAsked: Bool) throws {
        let people = ReviewerRoleTests.people(["name: officer, \(role)"])
        #expect(try found(people, by: [ReviewerRoleTests.dee], in: [path]) == (isAsked ? [path] : []))
        #expect(try found(people, by: [ReviewerRoleTests.bo], in: [path]) == [])
    }

    /// Without a register of data no path has a class.
    @Test func classesNeedARegisterOfData() throws {
        let people = ReviewerRoleTests.people(["name: officer, classes: [personal]"])
        #expect(try found(people, by: [ReviewerRoleTests.dee], in: ["hr/a.c"], data: nil) == [])
    }

    /// Bo is an officer, Dee is not: what one role of a path may do does not make up for another's class, and neither
    /// does CODEOWNERS for the register's word.
    @Test(
        arguments: [
            ("name: officer, paths: [hr/]", "name: dpo, classes: [personal]", nil, [bo], ["hr/a.c"]),
            ("name: officer, classes: [personal]", "name: lead, paths: [hr/]", nil, [bo], ["hr/a.c"]),
            ("name: officer, paths: [hr/]", "name: lead, paths: [hr/]", nil, [bo], []),
            ("name: officer, classes: [personal]", "name: dpo, classes: [personal]", nil, [bo], []),
            ("name: officer, paths: [hr/]", "name: dpo, classes: [payment]", nil, [bo], []),
            ("name: officer, paths: [hr/]", "name: lead, paths: [src/]", "* dee@example.org\n", [dee], ["hr/a.c"]),
            (
                "name: officer, classes: [personal]", "name: lead, paths: [src/]", "* dee@example.org\n", [dee],
                ["hr/a.c"]
            ),
            ("name: officer, classes: [personal]", "name: lead, paths: [src/]", "* dee@example.org\n", [bo], []),
            ("name: officer, paths: [src/]", "name: lead, paths: [src/]", "* dee@example.org\n", [dee], []),
            ("name: officer, paths: [src/]", "name: lead, paths: [src/]", "* dee@example.org\n", [bo], ["hr/a.c"]),
            ("name: officer, paths: [hr/]", "name: lead, teams: [\"@acme/hr\"]", "* @acme/hr\n", [dee], ["hr/a.c"]),
        ] as [(String, String, String?, [String], [String])])
    func eachAskIsMet(one: String, other: String, codeOwners: String?, reviewers: [String], expected: [String]) throws {
        let people = ReviewerRoleTests.people([one, other])
        #expect(try found(people, by: reviewers, in: ["hr/a.c"], codeOwners: codeOwners) == expected)
    }

    /// A misspelt class would ask nobody for anything.
    @Test func aRoleForAClassThatThereIsNotIsAMistake() throws {
        let people = ReviewerRoleTests.people(["name: officer, classes: [personel]"])
        let error = #expect(throws: ConfigErrors.self) {
            try found(people, by: [ReviewerRoleTests.bo], in: ["hr/a.c"])
        }
        #expect(error?.description.contains("unknown data class 'personel'; did you mean 'personal'?") == true)
        #expect(error?.errors.map(\.line) == [6])
    }
}
