// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Checks
import Gate
import Policy

/// `aigate explain RULE`
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say what a check looks for, why, and what to do about a finding.",
        discussion: "aigate explain hidden-unicode")

    @Argument(help: "A check, or check/rule, as findings name it.")
    var rule: String

    func run() throws {
        let id = rule.split(separator: "/", omittingEmptySubsequences: false).first.map(String.init) ?? rule
        guard let kind = Checks.all.first(where: { $0.about.id == id }) else {
            if let mode = AIPolicy.Mode(rawValue: rule) {
                throw Stop(ExitCode.usage, ExplainCommand.sentence(on: mode))
            }
            throw Stop(ExitCode.usage, unknownKey(id, known: Checks.all.map(\.about.id), what: "check"))
        }
        let rules = kind.about.rules.map { "\(id)/\($0.id)" }
        guard rule == id || rules.contains(rule) else {
            throw Stop(ExitCode.usage, unknownKey(rule, known: [id] + rules, what: "rule"))
        }
        Console.out(RulePage(kind, ControlsReader.own).text)
    }

    private static func sentence(on mode: AIPolicy.Mode) -> String {
        var policy = AIPolicy()
        policy.use = [AIPolicy.Use(mode: mode)]
        let commands = policy.demandedChecks.map { "'aigate explain \($0)'" }.joined(separator: " and ")
        return "'\(mode.rawValue)' is a mode of ai.use; \(commands) says what is found where it holds"
    }
}
