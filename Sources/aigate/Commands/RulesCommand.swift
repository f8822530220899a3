// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Checks
import Content
import Gate
import Policy

/// `aigate rules`
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List every check with its default level, or try out a rule pack.",
        discussion: """
            aigate rules --format json
            aigate rules check .aigate/packs/ours.yml
            """,
        subcommands: [List.self, Prove.self], defaultSubcommand: List.self)

    /// `aigate rules list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List every check with its default level.",
            discussion: "aigate rules --format json")

        @Option(help: "text or json.")
        var format: Format = .text

        enum Format: String, CaseIterable, ExpressibleByArgument {
            case text, json
        }

        func run() throws {
            switch format {
            case .text:
                let width = Checks.all.map(\.about.id.count).max() ?? 0
                for kind in Checks.all {
                    let about = kind.about
                    let padding = String(repeating: " ", count: width - about.id.count)
                    let level = about.level.rawValue
                    Console.out(
                        "\(about.id)\(padding)  \(level)\(String(repeating: " ", count: 8 - level.count))\(about.title)"
                    )
                }
            case .json: Console.out(try RuleList.json(Checks.all, ControlsReader.own))
            }
        }
    }

    /// `aigate rules check PACK`
    struct Prove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Hold a rule pack against its own examples.",
            discussion: """
                Every text under 'match' must have a finding of its rule, every text under 'no-match' none. Templates such as
                {alnum:36} stand for random characters, so that no value that looks real stands in the pack.

                aigate rules check .aigate/packs/ours.yml
                """)

        @Argument(help: "The pack, as YAML.")
        var pack: String

        func run() throws {
            let parsed: RulePack
            do { parsed = try RulePack(YAMLReader.read(read(pack, limit: YAMLReader.sizeLimit), file: pack)) } catch let
                errors as ConfigErrors
            {
                throw Stop(ExitCode.usage, errors.errors.map(\.description))
            } catch let error as ConfigError {
                throw Stop(ExitCode.usage, error.description)
            }
            let problems = try PackProof(parsed).problems()
            guard problems.isEmpty else { throw Stop(ExitCode.blocked, problems) }
            let examples = parsed.rules.reduce(0) { $0 + $1.matches.count + $1.nonMatches.count }
            let isOne = parsed.rules.count == 1
            Console.out(
                "\(parsed.rules.count) \(isOne ? "rule does what its" : "rules do what their") \(examples) examples say"
            )
        }
    }
}
