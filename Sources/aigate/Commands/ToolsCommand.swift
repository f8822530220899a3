// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Checks
import Evidence
import Gate
import Git
import Policy
import Provenance

/// `aigate tools`
struct ToolsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tools", abstract: "Show the register of AI tools as of a day, or write an entry for a new one.",
        discussion: """
            aigate tools --on 2026-06-30 --within 90d   what held on that day, and what ended soon after
            aigate tools request cursor                 an entry to fill in
            """,
        subcommands: [Show.self, Request.self], defaultSubcommand: Show.self)

    /// `aigate tools show`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show the register of AI tools as of a day (the default).",
            discussion: """
                The register is HEAD's .aigate/tools.yml, or the organisation's (--registers). Which tools are seen in use, \
                commit messages, identities and notes say; 'aigate inventory' looks into files as well.

                --format json: {commits, datedBack: [{date, inRegisterSince, status, tool}], day, ending: [{day, fact, \
                reference, tool}], limitations, schema, tools: [{dataClasses, deployment, facts: [{fact, standing: holds, \
                expired or missing, to}], id, lastSeen, name, owner, since, status, tier, vendor}], within}.

                Exit codes: 0 shown, 2 no register, or a mistake in it, 3 the history could not be read.
                """)

        @Option(help: ArgumentHelp("The day, as 2026-06-30. Default: today.", valueName: "date"))
        var on: Day?

        @Option(help: ArgumentHelp("What ends within so many days of it, as 90d. Default: 60d.", valueName: "days"))
        var within: Days?

        @Option(help: "table, json or csv.")
        var format: Format = .table

        @Option(help: ArgumentHelp("Look for use in the newest commits only. Default: all.", valueName: "count"))
        var commits: Int?

        @OptionGroup var policy: PolicyOptions

        @Option(
            help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
        var repository: String?

        enum Format: String, CaseIterable, ExpressibleByArgument {
            case table, json, csv
        }

        func validate() throws {
            if let commits, commits < 1 { throw ValidationError("--commits takes a number from 1") }
        }

        func run() throws {
            let report = try explaining { try register() }
            switch format {
            case .table: Console.out(Outgoing.masked(report.text()))
            case .json: Console.out(Outgoing.masked(report.json()))
            case .csv: Console.out(Outgoing.masked(report.csv()))
            }
        }

        private func register() throws -> ToolsReport {
            let opened = try Repository(at: repository)
            let set = try CurrentPolicy(options: policy, folder: repository).set()
            guard let tools = set.registers.tools else {
                throw Stop(
                    ExitCode.usage, "there is no register of AI tools: \(Registers.Part.tools.path)",
                    "'aigate tools request NAME' writes an entry to begin with")
            }
            let history = RegisterHistory(options: policy, repository: opened)
            let (dated, limitations) = try history.dated(tools, from: set.sources)
            var seen: ToolsSeen?
            if let head = try opened.headCommit() {
                seen = try ToolsSeen(dated, in: opened, head: head, set.repository.ai, limit: commits)
            }
            return ToolsReport(
                dated, on: on ?? Clock.now.day, within: within?.count ?? 60, lastSeen: seen?.last ?? [:],
                commits: seen?.commits ?? 0, limitations: limitations)
        }
    }

    /// `aigate tools request NAME`
    struct Request: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "request", abstract: "Print an entry of the register for a tool, with status requested.",
            discussion: """
                Fill in the dots, take out what does not apply or is not known yet, and open a pull request with it.

                  aigate tools request cursor
                  aigate tools request "Acme Coder" --write

                Exit codes: 0 printed or written, 2 the register has the tool already, or cannot be added to.
                """)

        @Argument(help: ArgumentHelp("A tool's id or name, of the catalogue or your own.", valueName: "name"))
        var name: String

        @Flag(help: "Add it to .aigate/tools.yml.")
        var write = false

        @Option(help: ArgumentHelp("The folder that holds .aigate.", valueName: "folder"))
        var folder = "."

        @Option(
            help: ArgumentHelp("The day to date it, as 2026-11-21T09:00:00Z. Default: the clock.", valueName: "instant")
        )
        var now: Instant?

        func run() throws {
            let entry = try ToolEntryText(name, on: (now ?? Clock.now).day)
            guard write else { return Console.out(Outgoing.masked(entry.text)) }
            let path = "\(folder)/\(Registers.Part.tools.path)"
            try explaining { try ToolEntryFile(path).add(entry) }
            Console.out("added \(entry.id) to \(VisibleText.of(path)); fill in the dots")
        }
    }
}

extension Day: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
