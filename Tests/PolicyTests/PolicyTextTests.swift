// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Policy
import TestKit
import Testing

@Suite struct PolicyTextTests {
    private func set(_ policy: Policy, over floor: Policy? = nil) -> PolicySet {
        PolicySet(repository: policy, organisation: floor, sources: [])
    }

    private func read(_ text: String) throws -> Policy {
        try PolicyReader.policy(Array(text.utf8), file: "policy.yml", kinds: sampleKinds)
    }

    @Test func defaultsHaveTheirText() throws {
        let text = PolicyText.defaults(sampleKinds)
        try expectSnapshot(text.utf8, "Fixtures/Policies/sample-defaults.yml")
        let policy = try read(text)
        for kind in sampleKinds {
            #expect(policy.levels[kind.about.id] == LevelSetting(kind.about.level))
            #expect(try kind.make(policy.settings[kind.about.id]) is any CommitCheck)
        }
        #expect(policy.since == nil)
        #expect(policy.retentionDays == nil)
    }

    @Test(arguments: try PolicyFixture.all("good").filter { !$0.isWaivers })
    func readsBackTheSame(_ fixture: PolicyFixture) throws {
        let policy = try PolicyReader.policy(fixture.bytes, file: "policy.yml", kinds: sampleKinds)
        let text = PolicyText.effective(set(policy), kinds: sampleKinds)
        let again = try read(text)
        #expect(PolicyText.effective(set(again), kinds: sampleKinds) == text)
        #expect(again.enforcement == policy.enforcement)
        #expect(again.since == policy.since)
        #expect(again.paths.map(\.levels) == policy.paths.map(\.levels))
        #expect(again.paths.map(\.patterns) == policy.paths.map(\.patterns))
        #expect(again.generated == policy.generated)
        #expect(again.review.humans == policy.review.humans)
        #expect(again.waivers.approvers == policy.waivers.approvers)
        #expect(again.retentionDays == policy.retentionDays)
        for kind in sampleKinds {
            for rule in [nil] + kind.about.rules.map(\.id) {
                for path in [nil, Path("docs/a.md"), Path("src/b")] {
                    #expect(
                        set(again).level(of: kind.about, rule: rule, path: path, on: sampleDay)
                            == set(policy).level(of: kind.about, rule: rule, path: path, on: sampleDay))
                }
            }
        }
    }

    @Test func theOrganisationsFloorIsShown() throws {
        let repository = try read(
            """
            version: 1
            checks: {secret: {level: block, block-after: 2027-03-01}, ai-undeclared: {level: monitor}}
            """)
        let organisation = try read(
            """
            version: 1
            checks: {secret: {level: block, block-after: 2027-01-01}, secret/aws-key: {level: block}, ai-undeclared: {level: warn}}
            paths: [{match: [src], checks: {ai-undeclared: {level: block}}}]
            """)
        let text = PolicyText.effective(set(repository, over: organisation), kinds: sampleKinds)
        #expect(text.contains("  secret: {level: block, block-after: 2027-01-01}\n"))
        #expect(text.contains("  secret/aws-key: {level: block}\n"))
        #expect(text.contains("  ai-undeclared:\n    level: warn\n"))
        #expect(text.contains("# the organisation's floor for [\"src\"]: ai-undeclared block\n"))
        let shown = try read(text)
        for kind in sampleKinds {
            for rule in [nil] + kind.about.rules.map(\.id) {
                #expect(
                    set(shown, over: organisation).level(of: kind.about, rule: rule, on: sampleDay)
                        == set(repository, over: organisation).level(of: kind.about, rule: rule, on: sampleDay))
            }
        }
    }

    @Test func initWritesAPolicy() throws {
        let since = ObjectID(hex: "0123456789abcdef0123456789abcdef01234567")
        let policy = try read(PolicyText.initial(sampleKinds, monitor: true, since: since))
        #expect(policy.enforcement == .monitor)
        #expect(policy.since == since)
        #expect(try read(PolicyText.initial(sampleKinds, monitor: false, since: nil)).enforcement == .enforce)
    }

    @Test func hostileTextStaysInItsLine() throws {
        var policy = Policy()
        policy.review.humans = ["a\nenforcement: monitor\n\"\\\u{202E}@example.org"]
        let source = PolicySource(role: "policy", kind: .file, path: "x\nversion: 2")
        let set = PolicySet(repository: policy, sources: [source], limitations: ["a\nb: 1"])
        let text = PolicyText.effective(set, kinds: sampleKinds)
        let node = try YAMLReader.read(Array(text.utf8), file: "f")
        let review = try #require(node.map.first { $0.key == "review" }).value
        let humans = try #require(review.map.first { $0.key == "humans" }).value
        #expect(try humans.list.map { try $0.text } == policy.review.humans)
        #expect(try node.map.first?.key == "version")
    }
}
