// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Testing

@Suite struct PolicySetTests {
    private let about = About(
        id: "secret", title: "A secret.", why: "", fix: "", level: .warn,
        rules: [About.Rule("aws", "AWS"), About.Rule("pem", "PEM")], examples: [], clean: [], since: "0.1.0")
    private let today = Day(number: 20_000)

    private func policy(_ levels: [String: LevelSetting], paths: [(String, [String: LevelSetting])] = []) throws
        -> Policy
    {
        var policy = Policy()
        policy.levels = levels
        policy.paths = try paths.map { Policy.PathRule(patterns: [try PathPattern($0.0)], levels: $0.1) }
        return policy
    }

    private func set(_ repository: Policy, over floor: Policy? = nil) -> PolicySet {
        PolicySet(repository: repository, organisation: floor, sources: [])
    }

    @Test func theDefaultHoldsWhereNobodySpeaks() throws {
        let set = set(try policy([:]), over: try policy([:]))
        #expect(set.level(of: about, on: today) == .warn)
        #expect(set.level(of: about, rule: "aws", path: Path("a"), on: today) == .warn)
    }

    @Test func aRuleBeatsItsCheck() throws {
        let set = set(try policy(["secret": LevelSetting(.off), "secret/aws": LevelSetting(.block)]))
        #expect(set.level(of: about, rule: "aws", on: today) == .block)
        #expect(set.level(of: about, rule: "pem", on: today) == .off)
        #expect(!set.isOff(about, on: today))
    }

    @Test func theLastPathCounts() throws {
        let set = set(
            try policy(
                ["secret": LevelSetting(.block)],
                paths: [
                    ("docs/**", ["secret": LevelSetting(.off)]), ("docs/api/**", ["secret": LevelSetting(.monitor)]),
                ]))
        #expect(set.level(of: about, path: Path("docs/a"), on: today) == .off)
        #expect(set.level(of: about, path: Path("docs/api/a"), on: today) == .monitor)
        #expect(set.level(of: about, path: Path("src/a"), on: today) == .block)
        #expect(set.level(of: about, on: today) == .block)
    }

    @Test func noRepositoryLowersTheFloor() throws {
        let floor = try policy(["secret": LevelSetting(.warn)], paths: [("src/**", ["secret": LevelSetting(.block)])])
        let set = set(
            try policy(
                ["secret": LevelSetting(.off), "secret/aws": LevelSetting(.off)],
                paths: [("**", ["secret/aws": LevelSetting(.off)])]),
            over: floor)
        #expect(set.level(of: about, rule: "aws", on: today) == .warn)
        #expect(set.level(of: about, rule: "aws", path: Path("src/a"), on: today) == .block)
        #expect(set.level(of: about, rule: "pem", path: Path("docs/a"), on: today) == .warn)
        #expect(!set.isOff(about, on: today))
    }

    @Test func theRepositoryMayBeStricter() throws {
        let set = set(
            try policy(["secret": LevelSetting(.block)]), over: try policy(["secret": LevelSetting(.monitor)]))
        #expect(set.level(of: about, on: today) == .block)
    }

    @Test func graceEndsWithItsDay() throws {
        let grace = LevelSetting(.block, blockAfter: today)
        #expect(grace.level(on: today) == .warn)
        #expect(grace.level(on: today.adding(days: 1)) == .block)
        let set = set(try policy(["secret": grace]), over: try policy(["secret": LevelSetting(.block)]))
        #expect(set.level(of: about, on: today) == .block)
    }

    @Test func offIsOffOnlyEverywhere() throws {
        #expect(set(try policy(["secret": LevelSetting(.off)])).isOff(about, on: today))
        let partial = try policy(["secret": LevelSetting(.off)], paths: [("src", ["secret/aws": LevelSetting(.warn)])])
        #expect(!set(partial).isOff(about, on: today))
        let floor = try policy([:], paths: [("src", ["secret": LevelSetting(.monitor)])])
        #expect(!set(try policy(["secret": LevelSetting(.off)]), over: floor).isOff(about, on: today))
        let neighbour = try policy(["secret": LevelSetting(.off), "secrets": LevelSetting(.block)])
        #expect(set(neighbour).isOff(about, on: today))
    }
}
