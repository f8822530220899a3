// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Checks
import Evidence
import FoundationEssentials
import Gate
import Policy

/// `aigate controls`
struct ControlsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "controls", abstract: "Show which checks contribute evidence for which controls.",
        discussion: """
            With the sentences that a statement of applicability may carry. Whether a control is \
            met is the auditor's verdict: aigate contributes evidence, and every run.json holds \
            the map by which it was judged.

              aigate controls --framework iso27001
              aigate controls --format csv > soa.csv

            A repository's .aigate/controls.yml, or the organisation's beside its registers, \
            replaces entries by their id:

              version: 1
              frameworks:
                eu-ai-act: {enabled: true}
              controls:
                iso27001/A.8.28@2022: {checks: [review-missing, secret]}
            """)

    @Option(help: ArgumentHelp("Of one framework alone.", valueName: "id"))
    var framework: String?

    @Option(help: "table, json or csv.")
    var format: Format = .table

    @OptionGroup var policy: PolicyOptions

    @Option(help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
    var repository: String?

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, csv
    }

    func run() throws {
        let set = try explaining { try CurrentPolicy(options: policy, folder: repository).set() }
        let map = set.registers.controls
        if let framework { try refuse(framework, in: map) }
        let shown = map.controls.filter { framework == nil || $0.framework == framework }
        let matrix = ControlMatrix(controls: shown, frameworks: map.frameworks, policy: set, today: Clock.now.day)
        switch format {
        case .table: Console.out(matrix.table)
        case .json: Console.out(try matrix.json())
        case .csv: Console.out(matrix.csv)
        }
    }

    private func refuse(_ framework: String, in map: ControlMap) throws {
        guard let known = map.frameworks.first(where: { $0.id == framework }) else {
            throw Stop(ExitCode.usage, unknownKey(framework, known: map.frameworks.map(\.id), what: "framework"))
        }
        if !known.isEnabled {
            throw Stop(
                ExitCode.usage,
                "\(framework) is not enabled; .aigate/controls.yml turns it on: frameworks: {\(framework): {enabled: true}}"
            )
        }
    }
}

/// Controls with the checks that are in force for them.
struct ControlMatrix {
    let controls: [ControlMap.Control]
    let frameworks: [ControlMap.Framework]
    let policy: PolicySet
    let today: Day

    private func level(_ check: String) -> String {
        guard let kind = Checks.all.first(where: { $0.about.id == check }) else { return "" }
        if let register = kind.register, !policy.registers.has(register) { return "no register" }
        return policy.isOff(kind.about, on: today) ? "off" : policy.level(of: kind.about, on: today).rawValue
    }

    /// A control a paragraph: a line of its checks would be wider than any terminal.
    var table: String {
        var lines: [String] = []
        for framework in frameworks where framework.isEnabled {
            let own = controls.filter { $0.framework == framework.id }
            guard !own.isEmpty else { continue }
            lines += [framework.title, ""]
            for control in own {
                lines.append("\(control.id)  \(VisibleText.of(control.title))")
                lines += wrapped(VisibleText.of(control.statement))
                let checks = control.checks.map { "\($0) (\(level($0)))" }
                lines += wrapped(
                    control.isForRun ? "every run" : checks.isEmpty ? "no check" : checks.joined(separator: ", "))
                lines.append("")
            }
        }
        return lines.dropLast().joined(separator: "\n")
    }

    private func wrapped(_ text: String) -> [String] {
        var lines: [String] = []
        var line = "   "
        for word in text.split(separator: " ") {
            if line.count + word.count > 98 {
                lines.append(line)
                line = "   "
            }
            line += " " + word
        }
        return lines + [line]
    }

    var csv: [UInt8] {
        let rows = controls.map { control in
            [
                control.framework, control.id, VisibleText.of(control.title), VisibleText.of(control.statement),
                control.isForRun ? "every run" : control.checks.map { "\($0) (\(level($0)))" }.joined(separator: "; "),
            ]
        }
        return CSVText.bytes([["framework", "control", "title", "statement", "checks"]] + rows)
    }

    func json() throws -> String {
        let entries = controls.map { control in
            Entry(
                id: control.id, title: control.title, statement: control.statement, everyRun: control.isForRun,
                checks: control.checks.map { Entry.Check(id: $0, level: level($0)) })
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(entries), as: UTF8.self)
    }

    private struct Entry: Encodable {
        let id: String
        let title: String
        let statement: String
        let everyRun: Bool
        let checks: [Check]

        struct Check: Encodable {
            let id: String
            let level: String
        }
    }
}
