// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Checks
import Gate
import Policy
import Testing

/// A repository may tighten its organisation's settings of checks, and never loosen them.
struct OrganisationSettingsTests {
    /// What both say of one check, and what comes of it.
    struct Row: CustomTestStringConvertible, Sendable {
        let check: String
        let organisation: String
        let repository: String
        let outcome: Outcome

        enum Outcome: Sendable, Equatable {
            /// The settings that hold, as YAML.
            case holds(String)
            /// The same, and a sentence about what the repository does not get.
            case limited(String, String)
            /// Words of the error; it stands at the repository's line 4.
            case refused(String)
        }

        init(_ check: String, _ organisation: String, _ repository: String, _ outcome: Outcome) {
            self.check = check
            self.organisation = organisation
            self.repository = repository
            self.outcome = outcome
        }

        var testDescription: String { "\(check): \(organisation) over \(repository)" }
    }

    private static func read(_ row: Row) throws -> PolicySet {
        func file(_ name: String, _ settings: String) -> PolicyFile {
            let checks = settings.isEmpty ? "" : "checks:\n  \(row.check):\n    {\(settings)}\n"
            return PolicyFile(
                Array("version: 1\n\(checks)".utf8), from: PolicySource(role: "policy", kind: .file, path: name))
        }
        return try PolicySetReader(kinds: Checks.all, today: Day(number: 20_000)).read(
            repository: file("policy.yml", row.repository), organisation: file("org.yml", row.organisation)
        ).set
    }

    /// Without the braces and quotes.
    private static func settings(_ set: PolicySet, _ check: String) -> String {
        let text = set.settings(of: check).map { String(YAMLText.flow($0).dropFirst().dropLast()) } ?? ""
        return text.filter { $0 != "\"" }
    }

    private func expect(_ row: Row) throws {
        switch row.outcome {
        case .holds(let settings):
            let set = try OrganisationSettingsTests.read(row)
            #expect(OrganisationSettingsTests.settings(set, row.check) == settings)
            #expect(set.limitations.isEmpty)
        case .limited(let settings, let sentence):
            let set = try OrganisationSettingsTests.read(row)
            #expect(OrganisationSettingsTests.settings(set, row.check) == settings)
            #expect(set.limitations == ["policy.yml sets \(sentence)"])
        case .refused(let words):
            let error = #expect(throws: ConfigErrors.self) { try OrganisationSettingsTests.read(row) }
            #expect(error?.errors.map(\.line) == [4])
            #expect(error?.errors.map(\.file) == ["policy.yml"])
            #expect(error?.description.contains("org.yml line 4") == true)
            #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
        }
    }

    @Test(arguments: [
        Row("dependency-denied", "allow: [npm a, npm b]", "", .holds("allow: [npm a, npm b]")),
        Row("dependency-denied", "allow: [npm a, npm b]", "allow: [npm a]", .holds("allow: [npm a]")),
        Row(
            "dependency-denied", "allow: [npm a, npm b]", "allow: [npm a, npm b, npm c]",
            .refused("'npm c' is not in")),
        Row("dependency-denied", "allow: [npm a, npm b]", "allow: [npm c]", .refused("'npm c' is not in")),
        // The same name, and parts of what a pattern covers.
        Row("dependency-denied", "allow: [npm a]", "allow: [\"pkg:npm/a\"]", .holds("allow: [pkg:npm/a]")),
        Row("dependency-denied", "allow: [\"npm @a/*\"]", "allow: [\"npm @a/b\"]", .holds("allow: [npm @a/b]")),
        Row("dependency-denied", "allow: [\"npm @a/*\"]", "allow: [\"npm @a/b*\"]", .holds("allow: [npm @a/b*]")),
        Row("dependency-denied", "allow: [\"npm @a/b*\"]", "allow: [\"npm @a/*\"]", .refused("'npm @a/*' is not in")),
        Row("dependency-denied", "allow: [npm a]", "allow: [\"npm *\"]", .refused("'npm *' is not in")),
        // A name of every ecosystem is more than one of a single one.
        Row("dependency-denied", "allow: [npm a]", "allow: [a, npm a]", .refused("'a' is not in")),
        Row("dependency-denied", "allow: [a, npm b]", "allow: [npm a]", .holds("allow: [npm a]")),
        // An ecosystem without an entry is free: the last one cannot be taken out, and a first one tightens.
        Row("dependency-denied", "allow: [npm a, pypi b]", "allow: [npm a]", .refused("no entry for pypi is left")),
        Row("dependency-denied", "allow: [npm a]", "allow: []", .refused("no entry for npm is left")),
        Row("dependency-denied", "allow: [npm a]", "allow: [npm a, pypi b]", .holds("allow: [npm a, pypi b]")),
        // A file adds to the list.
        Row("dependency-denied", "allow: [npm a]", "allow-file: n.txt", .refused("'allow-file' would add to it")),
        Row("dependency-denied", "allow-file: n.txt", "allow: [npm a]", .refused("'allow' would add to it")),
        Row("dependency-denied", "allow-file: n.txt", "allow-file: m.txt", .refused("'allow-file'")),
        Row("dependency-denied", "allow-file: n.txt", "allow-file: n.txt", .holds("allow-file: n.txt")),
        Row("dependency-denied", "deny: [npm x]", "allow-file: n.txt", .holds("deny: [npm x], allow-file: n.txt")),
    ])
    func listsOfAllowedPackages(row: Row) throws { try expect(row) }

    @Test(arguments: [
        Row("dependency-denied", "deny: [npm x]", "", .holds("deny: [npm x]")),
        Row("dependency-denied", "deny: [npm x]", "deny: [npm x, npm y]", .holds("deny: [npm x, npm y]")),
        Row("dependency-denied", "deny: [npm x]", "deny: [npm y]", .holds("deny: [npm y, npm x]")),
        Row("dependency-denied", "deny: [npm x]", "deny: []", .holds("deny: [npm x]")),
        Row("dependency-denied", "", "deny: [npm y]", .holds("deny: [npm y]")),
        // What is denied stays denied, whatever is allowed.
        Row("dependency-denied", "deny: [npm x]", "allow: [npm x]", .holds("deny: [npm x], allow: [npm x]")),
        Row("licence-header", "deny: [GPL-3.0-only]", "deny: [MIT]", .holds("deny: [MIT, GPL-3.0-only]")),
        Row("licence-header", "allow: [MIT]", "deny: [MIT]", .holds("allow: [MIT], deny: [MIT]")),
    ])
    func listsOfDenied(row: Row) throws { try expect(row) }

    @Test(arguments: [
        Row("licence-header", "allow: [MIT, ISC]", "", .holds("allow: [MIT, ISC]")),
        Row("licence-header", "allow: [MIT, ISC]", "allow: [MIT]", .holds("allow: [MIT]")),
        Row("licence-header", "allow: [MIT, ISC]", "allow: [MIT, ISC, Zlib]", .refused("'Zlib' is not in")),
        Row("licence-header", "allow: [MIT, ISC]", "allow: []", .refused("no entry for licences is left")),
        Row("licence-header", "allow: [MIT]", "allow: [permissive]", .refused("'permissive' is not in")),
        Row("licence-header", "allow: [permissive]", "allow: [MIT]", .holds("allow: [MIT]")),
        // With an exception a licence may be of another kind than without.
        Row(
            "licence-header", "allow: [strong-copyleft]", "allow: [GPL-2.0-only]",
            .refused("'GPL-2.0-only' is not in")),
        Row("licence-header", "level: block", "allow: [MIT]", .holds("allow: [MIT]")),
        // Of notices an empty list is the strictest.
        Row("licence-text", "allow: [MPL, LGPL]", "allow: [MPL]", .holds("allow: [MPL]")),
        Row("licence-text", "allow: [MPL]", "allow: []", .holds("allow: []")),
        Row("licence-text", "allow: [MPL]", "allow: [MPL, GPL]", .refused("'GPL' is not in")),
        Row(
            "licence-text", "level: block", "allow: [GPL]",
            .limited("", "allow of licence-text to [GPL]; the organisation asks for the check and leaves it at []")),
        Row("licence-text", "", "allow: [GPL]", .holds("allow: [GPL]")),
        Row("licence-copyright", "holders: [Ann, Bo]", "holders: [Ann]", .holds("holders: [Ann]")),
        Row("licence-copyright", "holders: [Ann]", "holders: [Ann, Eve]", .refused("'Eve' is not in")),
        // Without holders a stranger is recorded alone.
        Row("licence-copyright", "holders: [Ann]", "holders: []", .refused("no entry for names is left")),
    ])
    func listsOfLicences(row: Row) throws { try expect(row) }

    @Test(arguments: [
        Row("licence-text", "exempt: [a, b]", "exempt: [a]", .holds("exempt: [a]")),
        Row("licence-text", "exempt: [a]", "exempt: [a, src]", .refused("'src' is not in")),
        Row(
            "licence-text", "level: warn", "exempt: [src]",
            .limited(
                "", "exempt of licence-text to [src]; the organisation asks for the check and leaves it at []")),
        Row(
            "licence-header", "deny: [MIT]", "exempt: [src]",
            .limited(
                "deny: [MIT]",
                "exempt of licence-header to [src]; the organisation asks for the check and leaves it at []")),
        Row("licence-header", "level: \"off\"", "exempt: [src]", .holds("exempt: [src]")),
        Row("licence-header", "", "exempt: [src]", .holds("exempt: [src]")),
        Row("protected-path-changed", "paths: [ci]", "paths: [ops]", .holds("paths: [ops, ci]")),
        Row("protected-path-changed", "paths: [ci]", "paths: []", .holds("paths: [ci]")),
    ])
    func listsOfPaths(row: Row) throws { try expect(row) }

    @Test(arguments: [
        Row("tests-deleted", "ai-only: false", "ai-only: true", .refused("the stricter one")),
        Row("tests-deleted", "ai-only: true", "ai-only: false", .holds("ai-only: false")),
        Row("tests-deleted", "ai-only: true", "", .holds("ai-only: true")),
        Row("tests-deleted", "", "ai-only: true", .holds("ai-only: true")),
        Row(
            "tests-deleted", "level: block", "ai-only: true",
            .limited(
                "", "ai-only of tests-deleted to true; the organisation asks for the check and leaves it at false")),
        Row("reviewer-unregistered", "required: true", "required: false", .refused("the stricter one")),
        Row("reviewer-unregistered", "required: false", "required: true", .holds("required: true")),
        Row("licence-header", "header: learn", "header: require", .holds("header: require")),
        Row("licence-header", "header: learn", "header: \"off\"", .refused("the stricter one")),
        Row(
            "licence-header", "level: warn", "header: \"off\"",
            .limited(
                "", "header of licence-header to \"off\"; the organisation asks for the check and leaves it at learn")),
        Row("suppression-added", "limit: 5", "limit: 3", .holds("limit: 3")),
        Row("suppression-added", "limit: 5", "limit: 6", .refused("the stricter one")),
        Row("scanner-alert", "error: warn", "error: block", .holds("error: block")),
        Row("scanner-alert", "error: warn", "error: \"off\"", .refused("the stricter one")),
        Row("scanner-alert", "block-from: 8", "block-from: 9", .refused("the stricter one")),
        Row("scanner-alert", "block-from: 8", "block-from: 7", .holds("block-from: 7")),
    ])
    func switchesAndNumbers(row: Row) throws { try expect(row) }

    @Test(arguments: [
        Row("training-missing", "courses: [a]", "courses: [b]", .holds("courses: [b, a]")),
        Row("training-missing", "courses: [a]", "courses: []", .holds("courses: [a]")),
        Row("tool-unassured", "external: [dpa]", "external: [contract]", .holds("external: [contract, dpa]")),
        Row("tool-unassured", "certificates: [x]", "certificates: []", .holds("certificates: [x]")),
        Row("agent-ignore-drift", "agents: [cursor]", "agents: []", .holds("agents: [cursor]")),
    ])
    func listsOfWhatIsAsked(row: Row) throws { try expect(row) }

    /// A default of what is asked is the organisation's word too, where it asks for the check.
    @Test func aDefaultListIsNotShortened() throws {
        let row = Row("tool-unassured", "level: warn", "external: []", .holds(""))
        let set = try OrganisationSettingsTests.read(row)
        #expect(OrganisationSettingsTests.settings(set, "tool-unassured").contains("dpa"))
        #expect(set.limitations.count == 1)
    }

    /// Whoever sets a list wants what it finds.
    @Test(arguments: [
        ("deny: [npm x]", "level: \"off\"", Level.block, 1), ("deny: [npm x]", "level: warn", .block, 1),
        ("deny: [npm x]", "level: block", .block, 0), ("level: monitor", "level: \"off\"", .monitor, 1),
        ("deny: [npm x], level: \"off\"", "level: \"off\"", .off, 0),
        ("deny: [npm x], level: warn", "level: \"off\"", .warn, 1),
    ])
    func aCheckThatTheOrganisationSetsIsNotSwitchedOff(
        _ organisation: String, _ repository: String, _ level: Level, _ sentences: Int
    ) throws {
        let set = try OrganisationSettingsTests.read(Row("dependency-denied", organisation, repository, .holds("")))
        let about = try #require(Checks.all.first { $0.about.id == "dependency-denied" }).about
        #expect(set.level(of: about, rule: "denied", on: Day(number: 20_000)) == level)
        #expect(set.isOff(about, on: Day(number: 20_000)) == (level == .off))
        #expect(set.limitations.count == sentences)
    }

    /// Which settings there are, so that a new one gets a row, or has no order of strictness.
    @Test func everySettingCanBeTightened() {
        let free = Checks.all.flatMap { kind in
            kind.settings.filter { $0.tightening == nil }.map { "\(kind.about.id) \($0.name)" }
        }
        #expect(free == [])
    }
}
