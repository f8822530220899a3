// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Evidence
import FoundationEssentials
import Gate
import Git
import Provenance

/// `aigate inventory`
struct InventoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inventory",
        abstract: "List the AI tools that history and files show, and where each stands in the register.",
        discussion: """
            Looked at are all commits that HEAD reaches (messages, people, notes of git-ai) and the files of HEAD's commit: \
            files that steer tools, dependencies and imports of AI services, names of their keys in environment files, \
            pipelines and settings. Values are never shown, people are counted and never named.

              aigate inventory
              aigate inventory --since v1.0 --format cyclonedx > ai.cdx.json
              aigate inventory --usage copilot-activity.csv
              aigate inventory --usage seats.csv --usage-map tool-id=cursor --usage-map account=Member

            --format json: {gaps, generatedAt, limitations, register, schema, scope, tools: [{commits, evidence, firstDay, \
            hints, id, kind, lastDay, models, name, people, register, registerSince, sharePerMille, traces, vendor}], usage}. \
            Fields may be added, none will change its meaning under the same schema. cyclonedx is CycloneDX 1.6 in JSON.

            Exit codes: 0 listed, whatever was found; 2 a mistake in the command line, policy, register or export; 3 the \
            history is cut off, or a part could not be read: what is listed is incomplete.
            """)

    @Option(help: ArgumentHelp("Leave out the commits that this one reaches.", valueName: "revision"))
    var since: String?

    @Option(help: "table, json, csv or cyclonedx.")
    var format: Format = .table

    @Option(
        help: ArgumentHelp(
            "A vendor's export of usage (CSV) to hold against git: GitHub's Copilot activity report, or columns such as "
                + "tool, account and date.",
            valueName: "file"))
    var usage: String?

    @Option(
        help: ArgumentHelp(
            "Which column of the export says what: account=COLUMN, tool=COLUMN, date=COLUMN, or tool-id=ID for an export "
                + "of one tool. Repeatable.",
            valueName: "key=column"))
    var usageMap: [String] = []

    @OptionGroup var policy: PolicyOptions

    @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
    var color: ColorChoice = .auto

    @Option(help: ArgumentHelp("auto or never.", valueName: "when"))
    var progress: ProgressChoice = .auto

    @Option(help: ArgumentHelp("Workers. Default: one per core.", valueName: "count"))
    var jobs: Int?

    @Option(help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
    var repository: String?

    @Option(
        help: ArgumentHelp(
            "The day as of which the register is asked, as 2026-11-21T09:00:00Z. Default: the clock.",
            valueName: "instant"))
    var now: Instant?

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, csv, cyclonedx
    }

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
        if usage == nil, !usageMap.isEmpty {
            throw ValidationError("--usage-map says how to read --usage FILE: give both")
        }
    }

    func run() async throws {
        let inventory: Inventory
        do { inventory = try await taking(now: now ?? Clock.now) } catch {
            throw try explaining { () throws -> Stop in throw error }
        }
        switch format {
        case .table:
            let isColored = color.isOn(Environment.current.variables)
            Console.out(Outgoing.masked(InventoryTable.render(inventory, color: isColored)))
        case .json: Console.out(Outgoing.masked(InventoryDocument.render(inventory)))
        case .csv: Console.out(Outgoing.masked(InventoryCSV.render(inventory)))
        case .cyclonedx: Console.out(Outgoing.masked(CycloneDXInventory.render(inventory, version: Version.text)))
        }
        if !inventory.gaps.isEmpty { throw Stop(ExitCode.incomplete, inventory.gaps) }
    }

    private func taking(now: Instant) async throws -> Inventory {
        var map = UsageMap()
        for text in usageMap where !map.add(text) {
            throw Stop(
                ExitCode.usage,
                "--usage-map: \(quoted(VisibleText.of(text, limit: 60))) is none of account=COLUMN, tool=COLUMN, "
                    + "date=COLUMN and tool-id=ID")
        }
        let export = try usage.map { try GivenUsage($0, map) }
        return try await InventoryTaking(
            folder: repository, options: policy, since: since, export: export,
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, showsProgress: progress == .auto, now: now
        ).inventory()
    }
}

/// A vendor's export, read once.
struct GivenUsage {
    let export: UsageExport
    let sha256: String

    /// In bytes.
    private static let limit = 64 << 20

    init(_ path: String, _ map: UsageMap) throws {
        let bytes = try read(path, limit: GivenUsage.limit)
        sha256 = Fingerprint.sha256(bytes)
        do throws(CSVRows.Problem) {
            export = try UsageExport(bytes, map: map)
        } catch {
            throw Stop(ExitCode.usage, "--usage: \(VisibleText.of(path)): \(error.description)")
        }
    }
}
