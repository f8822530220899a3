// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Policy
import Testing

@Suite struct PolicySetReaderTests {
    private func file(_ role: String, _ path: String, _ text: String?) -> PolicyFile {
        let kind: PolicySource.Kind = text == nil ? .builtIn : .file
        return PolicyFile(
            text.map { Array($0.utf8) }, from: PolicySource(role: role, kind: kind, path: text == nil ? nil : path))
    }

    private func read(
        _ repository: String?, organisation: String? = nil, folder: [String] = [], waivers: String? = nil,
        grant: String? = nil
    ) throws -> PolicyReading {
        try PolicySetReader(kinds: sampleKinds, today: sampleDay).read(
            repository: file("policy", "policy.yml", repository),
            organisation: organisation.map { file("organisation", "org.yml", $0) },
            folder: folder.map { Path($0) }, waivers: waivers.map { file("waivers", "waivers.yml", $0) },
            grant: grant.map { file("waivers", "grant.yml", $0) },
            head: ObjectID(hex: String(repeating: "a", count: 40)))
    }

    private func mistakes(_ repository: String?, organisation: String? = nil, folder: [String] = []) -> [String] {
        do {
            _ = try read(repository, organisation: organisation, folder: folder)
            return []
        } catch {
            return (error as? ConfigErrors)?.errors.map(\.description) ?? ["\(error)"]
        }
    }

    @Test func withoutAPolicyTheDefaultsHold() throws {
        let set = try read(nil).set
        #expect(set.level(of: HiddenUnicode.about, on: sampleDay) == .block)
        #expect(set.enforcement == .enforce)
        #expect(set.limitations == [])
        #expect(set.sources.map(\.kind) == [.builtIn])
    }

    @Test func theFloorHoldsWithoutAPolicy() throws {
        let set = try read(nil, organisation: "version: 1\nchecks: {ai-undeclared: {level: block}}\n").set
        #expect(set.level(of: Undeclared.about, on: sampleDay) == .block)
        #expect(set.sources.map(\.role) == ["policy", "organisation"])
    }

    @Test func aLevelBelowTheFloorIsSaid() throws {
        let set = try read(
            """
            version: 1
            checks:
              ai-undeclared: {level: "off"}
              secret: {level: block, block-after: 2027-01-01}
              hidden-unicode: {level: block}
            paths:
              - match: ["docs/**"]
                checks: {hidden-unicode: {level: "off"}}
            generated: ["gen/**"]
            """,
            organisation: """
                version: 1
                checks:
                  ai-undeclared: {level: warn}
                  secret/aws-key: {level: block}
                  hidden-unicode: {level: warn}
                paths:
                  - match: ["src/**"]
                    checks: {ai-undeclared: {level: block}}
                """
        ).set
        #expect(
            set.limitations == [
                "policy.yml sets ai-undeclared to off; the organisation's floor is warn",
                "policy.yml sets secret/aws-key to block after 2027-01-01; the organisation's floor is block",
                "policy.yml sets ai-undeclared to off; the organisation's floor is block for src/**",
                "policy.yml sets hidden-unicode to off for docs/**; the organisation's floor is warn",
                "policy.yml marks gen/** as generated: of the organisation's floor only secrets and hidden characters "
                    + "are judged there",
            ])
        #expect(set.level(of: Undeclared.about, on: sampleDay) == .warn)
        #expect(set.level(of: Undeclared.about, path: Path("src/a"), on: sampleDay) == .block)
        #expect(set.level(of: SecretValue.about, rule: "aws-key", on: sampleDay) == .block)
        #expect(set.level(of: SecretValue.about, rule: "github-token", on: sampleDay) == .warn)
        #expect(set.level(of: HiddenUnicode.about, path: Path("docs/a"), on: sampleDay) == .warn)
    }

    @Test func aSettingOfTheOrganisationStays() throws {
        let floor = "version: 1\nchecks:\n  hidden-unicode:\n    limit: 3\n    where: code\n"
        #expect(
            mistakes("version: 1\nchecks:\n  hidden-unicode: {limit: 4}\n", organisation: floor) == [
                "policy.yml: line 3: the organisation sets 'limit' of check 'hidden-unicode' (org.yml line 4); leave it out"
            ])
        let set = try read(
            "version: 1\nchecks: {hidden-unicode: {limit: 3, allowed: [x]}}\n", organisation: floor
        ).set
        let settings = try #require(set.settings(of: "hidden-unicode")).map
        #expect(settings.map(\.key) == ["limit", "where", "allowed"])
    }

    @Test func reviewIsTightened() throws {
        let floor = """
            version: 1
            review: {level: R3, levels: [{level: R4, paths: [crypto]}], allowed-signers: keys/signers}
            """
        let lax = try read(
            "version: 1\nreview: {level: R1, levels: [{level: R2, tools: [claude-code]}], allowed-signers: mine}\n",
            organisation: floor
        ).set
        let review = lax.repository.review
        #expect(review.level == .approved)
        #expect(review.levels.map(\.level) == [.signed, .twoParty, .approved])
        #expect(review.levels.last?.paths.isEmpty == true)
        #expect(review.allowedSigners == "keys/signers")
        #expect(review.revokedKeys == ".aigate/revoked_keys")
        #expect(
            lax.limitations == [
                "policy.yml sets review.allowed-signers to mine; the organisation's policy makes it keys/signers",
                "policy.yml sets review.level to R1; the organisation's policy makes it R3",
            ])
        // Where the repository says nothing the situation does, and the floor holds all the same.
        let silent = try read("version: 1\n", organisation: floor).set.repository.review
        #expect(silent.level == nil)
        #expect(silent.levels.map(\.level) == [.twoParty, .approved])
        let strict = try read("version: 1\nreview: {level: R4}\n", organisation: floor).set
        #expect(strict.repository.review.level == .twoParty)
        #expect(strict.limitations.isEmpty)
    }

    @Test func numbersAreTightened() throws {
        let floor = """
            version: 1
            enforcement: enforce
            waivers: {default-days: 10, maximum-days: 20}
            limits: {file-bytes: 1048576}
            retention: {days: 730}
            review: {strict: true}
            """
        let set = try read(
            """
            version: 1
            enforcement: monitor
            waivers: {default-days: 30, maximum-days: 400}
            limits: {file-bytes: 4096}
            retention: {days: 90}
            review: {strict: false}
            """, organisation: floor
        ).set
        #expect(set.enforcement == .enforce)
        #expect(set.maximumWaiverDays == 20)
        #expect(set.repository.waivers.defaultDays == 20)
        #expect(set.fileLimit == 1_048_576)
        #expect(set.retentionDays == 730)
        #expect(set.repository.review.strict)
        #expect(
            set.limitations == [
                "policy.yml sets enforcement to monitor; the organisation's policy makes it enforce",
                "policy.yml sets waivers.maximum-days to 400; the organisation's policy makes it 20",
                "policy.yml sets limits.file-bytes to 4096; the organisation's policy makes it 1048576",
                "policy.yml sets retention.days to 90; the organisation's policy makes it 730",
                "policy.yml sets review.strict to false; the organisation's policy makes it true",
            ])
        #expect(try read("version: 1\n", organisation: floor).set.limitations == [])
    }

    @Test func whatTheOrganisationDoesNotSayIsFree() throws {
        let set = try read(
            "version: 1\nenforcement: monitor\nwaivers: {maximum-days: 700}\ngenerated: [gen]\n",
            organisation: "version: 1\n"
        ).set
        #expect(set.enforcement == .monitor)
        #expect(set.maximumWaiverDays == 700)
        #expect(set.repository.generated.map(\.text) == ["gen"])
    }

    @Test func listsCanOnlyBeShortened() throws {
        let floor = """
            version: 1
            review: {humans: [ann@example.org, bob@example.org], trailers: [Reviewed-by]}
            generated: ["gen/**"]
            protected-branches: [main]
            """
        #expect(
            mistakes(
                "version: 1\nreview:\n  humans: [eve@example.org]\n  trailers: [Seen-by]\ngenerated: [src]\n",
                organisation: floor) == [
                    "policy.yml: line 3: 'eve@example.org' is not in the organisation's review.humans (org.yml line 2); "
                        + "a repository may only shorten that list",
                    "policy.yml: line 4: 'seen-by' is not in the organisation's review.trailers (org.yml line 2); "
                        + "a repository may only shorten that list",
                    "policy.yml: line 5: 'src' is not in the organisation's generated (org.yml line 3); "
                        + "a repository may only shorten that list",
                ])
        let own = try read(
            "version: 1\nreview: {humans: [Ann@example.org]}\nprotected-branches: [live]\n", organisation: floor
        ).set.repository
        #expect(own.review.humans == ["Ann@example.org"])
        #expect(own.review.trailers == ["Reviewed-by"])
        #expect(own.generated.map(\.text) == ["gen/**"])
        #expect(own.protectedBranches.map(\.text) == ["/live"])
        let everyone = try read("version: 1\nreview: {humans: []}\n", organisation: floor).set.repository
        #expect(everyone.review.humans == ["ann@example.org", "bob@example.org"])
    }

    @Test func aBranchOfEitherIsProtected() throws {
        let set = try read(
            "version: 1\nprotected-branches: [live]\n",
            organisation: "version: 1\nprotected-branches: [\"release/*\"]\n"
        ).set
        #expect(set.protects(branch: "live", defaultBranch: "main"))
        #expect(set.protects(branch: "release/1", defaultBranch: "main"))
        #expect(set.protects(branch: "main", defaultBranch: "main"))
        #expect(!set.protects(branch: "ann/live", defaultBranch: "main"))
        let silent = try read("version: 1\n", organisation: "version: 1\nprotected-branches: [\"release/*\"]\n").set
        #expect(silent.protects(branch: "trunk", defaultBranch: "trunk"))
        #expect(silent.protects(branch: "release/1", defaultBranch: "trunk"))
        #expect(!silent.protects(branch: "main", defaultBranch: "trunk"))
        #expect(silent.protects(branch: "master", defaultBranch: nil))
    }

    @Test func aListOfTheOrganisationNeedsNoWarning() throws {
        let floor = "version: 1\ngenerated: [gen]\n"
        #expect(try read("version: 1\ngenerated: [gen]\n", organisation: floor).set.limitations == [])
    }

    @Test func settingsOfBothMustGoTogether() {
        let floor = "version: 1\nchecks: {hidden-unicode: {where: code}}\n"
        #expect(
            mistakes("version: 1\nchecks:\n  hidden-unicode: {limit: 90}\n", organisation: floor) == [
                "policy.yml: line 3: hidden-unicode: code has no use for a limit above 50"
            ])
    }

    @Test func anOrganisationHasNoSince() {
        let floor = "version: 1\nsince: 0123456789abcdef0123456789abcdef01234567\n"
        #expect(
            mistakes("version: 1\n", organisation: floor) == [
                "org.yml: line 2: 'since' names a commit of one repository; write it in that repository's policy"
            ])
    }

    @Test func refusesNamesThatMeanNothing() throws {
        let folder = ["tasks", "policy.yml", "tools.yml", "waivers.yml", "allowed_signers"]
        let known =
            "known: allowed_signers, controls.yml, data.yml, keyring.gpg, names.txt, packs, people.yml, policy.yml, "
            + "revoked_keys, tasks, tools.yml, waivers.yml"
        #expect(try read("version: 1\n", folder: folder).set.limitations.isEmpty)
        #expect(
            mistakes("version: 1\n", folder: ["policy.yml", "waiver.yml", "\u{1B}"]) == [
                ".aigate: unknown file '\\u{1B}'; " + known,
                ".aigate: unknown file 'waiver.yml'; did you mean 'waivers.yml'? " + known,
            ])
        #expect(
            mistakes(nil, folder: ["waivers.yml"]) == [".aigate: policy.yml is missing; 'aigate init' writes one"])
    }

    @Test func waiversFollowThePolicy() throws {
        let waivers = """
            version: 1
            waivers:
              - {rule: secret, path: tests, reason: made up, owner: Ann, expires: 2026-12-31}
            """
        let reading = try read("version: 1\n", waivers: waivers)
        #expect(reading.set.waivers.map(\.id) == ["waivers.yml:3"])
        #expect(reading.approver == nil)
        #expect(throws: ConfigErrors.self) {
            try read("version: 1\nwaivers: {default-days: 7, maximum-days: 14}\n", waivers: waivers)
        }
    }

    @Test func aGrantNamesItsApprover() throws {
        let grant = """
            version: 1
            head: \(String(repeating: "a", count: 40))
            approver: sec@example.org
            waivers:
              - {rule: secret, fingerprint: \(String(repeating: "0a", count: 32)), reason: seen, owner: Ann, expires: 2026-11-28}
            """
        let reading = try read("version: 1\nwaivers: {approvers: [sec@example.org]}\n", grant: grant)
        #expect(reading.approver == "sec@example.org")
        #expect(reading.set.waivers.map(\.id) == ["grant.yml:5"])
        #expect(throws: ConfigErrors.self) { try read("version: 1\n", grant: grant) }
    }
}
