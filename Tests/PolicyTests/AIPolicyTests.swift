// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate
import Policy
import TestKit
import Testing

/// The key `ai`, of a repository and over an organisation's floor.
struct AIPolicyTests {
    private func set(_ repository: String, _ organisation: String? = nil) throws -> PolicySet {
        func file(_ role: String, _ text: String) -> PolicyFile {
            PolicyFile(
                Array("version: 1\n\(text)\n".utf8), from: PolicySource(role: role, kind: .file, path: "\(role).yml"))
        }
        return try PolicySetReader(kinds: sampleKinds, today: sampleDay).read(
            repository: file("policy", repository), organisation: organisation.map { file("org", $0) }
        ).set
    }

    private func mode(_ set: PolicySet, _ path: String?, _ tool: String = "cursor") -> AIPolicy.Mode {
        set.repository.ai.mode(at: path.map { Path($0) }, tool: tool)
    }

    private func mistakes(_ repository: String, _ organisation: String) -> [String] {
        do {
            _ = try set(repository, organisation)
            return []
        } catch {
            return (error as? ConfigErrors)?.errors.map(\.description) ?? ["\(error)"]
        }
    }

    @Test func theLastMatchCounts() throws {
        let policy = try set(
            "ai: {use: [{mode: forbid-ai, paths: [src/]}, {mode: normalise, tools: [cursor]}, {mode: require, paths: [src/gen/]}]}"
        )
        #expect(mode(policy, "src/a", "amp") == .forbidAI)
        #expect(mode(policy, "src/a") == .normalise)
        #expect(mode(policy, "src/gen/a") == .require)
        #expect(mode(policy, "docs/a", "amp") == .require)
        #expect(mode(policy, nil, "amp") == .require)
        #expect(mode(policy, nil) == .normalise)
    }

    /// Repository, organisation, what holds.
    @Test(
        arguments: [
            ("require", "require", "require"), ("normalise", "require", "normalise"),
            ("forbid-trailer", "require", "require"), ("forbid-ai", "require", "forbid-ai"),
            ("require", "normalise", "normalise"), ("forbid-trailer", "normalise", "normalise"),
            ("forbid-ai", "normalise", "forbid-ai"), ("require", "forbid-trailer", "forbid-trailer"),
            ("normalise", "forbid-trailer", "forbid-trailer"), ("forbid-ai", "forbid-trailer", "forbid-ai"),
            ("require", "forbid-ai", "forbid-ai"), ("normalise", "forbid-ai", "forbid-ai"),
            ("forbid-trailer", "forbid-ai", "forbid-ai"),
        ])
    func theFloorHolds(_ own: String, _ floor: String, _ expected: String) throws {
        let policy = try set("ai: {use: [{mode: \(own)}]}", "ai: {use: [{mode: \(floor)}]}")
        #expect(mode(policy, "a").rawValue == expected)
        let isBelow = expected != own
        #expect(
            policy.limitations
                == (isBelow
                    ? ["policy.yml sets ai.use to {mode: \(own)}; the organisation's floor is {mode: \(floor)}"] : []))
    }

    @Test func aFloorWithoutAMatchAsksNothing() throws {
        let policy = try set("ai: {use: [{mode: forbid-trailer}]}", "ai: {use: [{mode: forbid-ai, paths: [crypto/]}]}")
        #expect(mode(policy, "crypto/a") == .forbidAI)
        #expect(mode(policy, "src/a") == .forbidTrailer)
        #expect(mode(try set("", "ai: {use: [{mode: forbid-ai, tools: [amp]}]}"), "a") == .require)
    }

    @Test func valuesAreTightened() throws {
        let policy = try set(
            "ai: {form: tool-model, every-commit: false, line-share: 10, agents: [a@example.org]}",
            "ai: {form: generated-by, every-commit: true, line-share: 60, agents: [A@example.org, b@example.org]}")
        let ai = policy.repository.ai
        #expect(ai.form == .generatedBy)
        #expect(ai.everyCommit)
        #expect(ai.lineShare == 60)
        #expect(ai.agents == ["a@example.org", "b@example.org"])
        #expect(
            policy.limitations == [
                "policy.yml sets ai.every-commit to false; the organisation's policy makes it true",
                "policy.yml sets ai.line-share to 10; the organisation's policy makes it 60",
                "policy.yml sets ai.form to tool-model; the organisation's policy makes it generated-by",
            ])
    }

    @Test func whoIsHumanIsTheOrganisationsToSay() throws {
        let floor = "ai: {humans: [ann@example.org]}"
        #expect(
            mistakes("ai:\n  humans: [bo@example.org]", floor) == [
                "policy.yml: line 3: 'bo@example.org' is not in the organisation's ai.humans (org.yml line 2); "
                    + "a repository may only shorten that list"
            ])
        #expect(try set("", floor).repository.ai.humans == ["ann@example.org"])
        #expect(
            mistakes("ai:\n  humans: [bo@example.org]", "ai: {agents: [bo@example.org]}") == [
                "policy.yml: line 3: 'bo@example.org' is in ai.agents and in ai.humans; it can only be one of them"
            ])
        #expect(
            mistakes("ai:\n  agents: [ann@example.org]", floor) == [
                "policy.yml: line 3: 'ann@example.org' is in ai.agents and in ai.humans; it can only be one of them"
            ])
    }

    /// GitHub puts an account's number in front of its address, or leaves it out.
    @Test func oneMailboxIsNotBothAgentAndPerson() throws {
        let agents = "ai: {agents: [\"12+x@users.noreply.github.com\"], humans: "
        #expect(
            mistakes("\(agents)[X@users.noreply.github.com]}", "") == [
                "policy.yml: line 2: 'X@users.noreply.github.com' is in ai.agents and in ai.humans; it can only be one of them"
            ])
        #expect(mistakes("\(agents)[y@users.noreply.github.com, 12+x@example.org]}", "").isEmpty)
    }

    /// What is written, and what the answer to it says.
    @Test(
        arguments: [
            ("ai: {use: [{mode: normalize}]}", "did you mean 'normalise'?"),
            ("ai: {use: [{mode: forbid}]}", "did you mean 'forbid-ai'?"),
            ("ai: {form: kernel}", "did you mean 'agent-model'?"),
            ("ai: {use: [{mode: require, tools: [claude]}]}", "unknown tool 'claude'; did you mean 'claude-code'?"),
            ("ai: {use: [{mode: require, tools: [copilot]}]}", "did you mean 'github-copilot'?"),
            (
                "ai: {mode: require}",
                "'mode' belongs elsewhere: write it in an item of ai.use, as in use: [{mode: require}]"
            ),
            ("checks: {ai-undeclared: off}", "a level is a key of its own; write ai-undeclared: {level: off}"),
            (
                "paths: [{match: [a], checks: {ai-undeclared: warn}}]",
                "a level is a key of its own; write ai-undeclared: {level: warn}"
            ),
            (
                "ai: {use: [{mode: forbid-ai, paths: [\"./crypto/\"]}]}",
                "'./crypto/' matches nothing: no path of a repository has the component '.'; did you mean '/crypto/'?"
            ),
            ("ai: {use: [{mode: forbid-ai, paths: [a/./b]}]}", "did you mean 'a/b'?"),
            (
                "ai: {use: [{mode: forbid-ai, paths: [../b]}]}",
                "has the component '..'; write it from the repository's root"
            ),
            (
                "generated: ['gen\\a']",
                "'gen\\a' has a backslash, and paths are written with '/'; did you mean 'gen/a'?"
            ),
            ("vendored: ['lib/ ']", "'lib/ ' ends with a blank; did you mean 'lib/'?"),
            ("paths: [{match: [.], checks: {ai-undeclared: {level: warn}}}]", "has the component '.'; write it from"),
        ])
    func saysWhatWasMeant(_ written: String, _ answer: String) {
        let found = mistakes(written, "")
        #expect(found.contains { $0.contains(answer) }, "\(found)")
    }

    /// Who asks for something asks for its check too.
    @Test func aCheckThatTheFloorAsksForStaysOn() throws {
        let off = "checks: {ai-undeclared: {level: \"off\"}}"
        let policy = try set(off, "ai: {use: [{mode: require}]}")
        #expect(policy.level(of: Undeclared.about, on: sampleDay) == .warn)
        #expect(policy.limitations == ["policy.yml sets ai-undeclared to off; the organisation's floor is warn"])
        let named = try set(off, "checks: {ai-undeclared: {level: monitor}}\nai: {use: [{mode: require}]}")
        #expect(named.level(of: Undeclared.about, on: sampleDay) == .monitor)
        let silent = try set(off, "ai: {use: [{mode: forbid-trailer}]}")
        #expect(silent.level(of: Undeclared.about, on: sampleDay) == .off)
    }

    private static let words = [
        "require", "normalise", "forbid-trailer", "forbid-ai", "forbid", "use", "mode", "paths", "tools", "cursor",
        "claude-code", "unknown", "\"**\"", "\"src/**\"", "crypto/", "[]", "[", "]", "{", "}", ": ", ", ", "- ", "\n",
        "~", "!!str ", "&a ", "*a", "\"", "\u{202E}", "\0", "\u{1B}[2J", "form", "agents", "humans", "a@example.org",
        "100", "0", "101", "true", "every-commit", "line-share", "]]>", "::error::",
    ]

    /// One edit of the text, in one case of two.
    private static func mutated(_ text: String, _ random: inout SeededRandom) -> String {
        guard Bool.random(using: &random) else { return text }
        var bytes = Array(text.utf8)
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0...9, using: &random))
        let word = Array((words.randomElement(using: &random) ?? "").utf8)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: word, at: place)
        case 2: bytes.replaceSubrange(place..<end, with: word)
        default: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A section as somebody might write it.
    private static func section(_ random: inout SeededRandom) -> String {
        func some<Item>(_ items: [Item], _ random: inout SeededRandom) -> [Item] {
            items.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
        }
        var text = "ai:\n  use:" + (Bool.random(using: &random) ? "\n    - {mode: require}" : " []")
        if !text.hasSuffix("[]") {
            for _ in 0..<Int.random(in: 0..<5, using: &random) {
                let mode = AIPolicy.Mode.allCases.randomElement(using: &random) ?? .require
                let paths = some(["\"src/**\"", "docs/", "crypto/", "\"*\""], &random)
                let tools = some(["cursor", "claude-code", "unknown"], &random)
                text += "\n    - {mode: \(mode.rawValue)"
                text += paths.isEmpty ? "" : ", paths: [\(paths.joined(separator: ", "))]"
                text += (tools.isEmpty ? "" : ", tools: [\(tools.joined(separator: ", "))]") + "}"
            }
        }
        let rest = ["every-commit: true", "line-share: 40", "agents: [a@example.org]", "humans: [b@example.org]"]
        return text + some(rest, &random).map { "\n  \($0)" }.joined()
    }

    /// 2,000 pairs: each is refused with its mistakes or read; what is read says the same when it is shown and read
    /// again, and nowhere asks for less than the floor.
    @Test func mutatedPoliciesAreAnswered() throws {
        var random = SeededRandom(seed: 0xA1)
        var taken = 0
        var cases = 0
        for round in 0..<2000 {
            cases += 1
            let own = AIPolicyTests.mutated(AIPolicyTests.section(&random), &random)
            let floor = AIPolicyTests.mutated(AIPolicyTests.section(&random), &random)
            do {
                try check(set(own, floor), "round \(round): \(own)")
                taken += 1
            } catch let errors as ConfigErrors {
                #expect((1...ConfigErrors.limit).contains(errors.errors.count))
                let texts = errors.errors.map(\.description)
                #expect(texts.allSatisfy { !$0.unicodeScalars.contains(where: VisibleText.isHidden) })
            }
        }
        #expect(cases == 2000)
        #expect((600...1600).contains(taken), "\(taken)")
    }

    private func check(_ set: PolicySet, _ name: String) throws {
        let ai = set.repository.ai
        let text = PolicyText.effective(set, kinds: sampleKinds)
        let again = try PolicyReader.policy(Array(text.utf8), file: "shown", kinds: sampleKinds).ai
        var without = ai
        without.floor = []
        let floor = set.organisation?.ai ?? AIPolicy()
        for path in [nil, "src/a", "docs/a", "crypto/a", "a"].map({ $0.map { Path($0) } }) {
            for tool in ["cursor", "claude-code", "amp", "unknown"] {
                #expect(again.mode(at: path, tool: tool) == without.mode(at: path, tool: tool), "\(name)")
                let least = floor.use.last { entry in
                    (entry.tools.isEmpty || entry.tools.contains(tool))
                        && (entry.paths.isEmpty
                            || path.map { path in entry.paths.contains { $0.matches(path) } } ?? false)
                }
                #expect(least.map { ai.mode(at: path, tool: tool).covers($0.mode) } ?? true, "\(name)")
            }
        }
        #expect(ai.everyCommit || !floor.everyCommit, "\(name)")
        #expect((ai.lineShare ?? 0) >= (floor.lineShare ?? 0), "\(name)")
        #expect(Set(ai.agents).isDisjoint(with: ai.humans), "\(name)")
    }
}
