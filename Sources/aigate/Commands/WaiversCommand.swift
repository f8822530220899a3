// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Gate

/// `aigate waivers`
struct WaiversCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waivers", abstract: "List the waivers: which hold, which expire, which lift nothing.",
        discussion: """
            Judges the range (default: everything that HEAD reaches) to see which waivers are used.

              aigate waivers --expiring 14d     those that end within 14 days, and those that have
            """)

    @Argument(help: ArgumentHelp("A..B, A...B, or a revision. Default: the whole history.", valueName: "range"))
    var range: String?

    @Option(help: ArgumentHelp("Only those that expire within this time, such as 14d.", valueName: "days"))
    var expiring: Days?

    @Option(help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
    var repository: String?

    @Option(
        help: ArgumentHelp("The day to judge on, as 2026-11-21T09:00:00Z. Default: the clock.", valueName: "instant"))
    var now: Instant?

    func run() async throws {
        let arguments =
            (range.map { [$0] } ?? ["HEAD", "--all"]) + ["--policy-from", "HEAD", "--ci", "none"]
            + (repository.map { ["--repository", $0] } ?? [])
        let check = try CheckCommand.parse(arguments + (now.map { ["--now", $0.description] } ?? []))
        let judgement = await CheckRun(check).judgement()
        guard !judgement.isMisconfigured else { throw Stop(ExitCode.usage, judgement.unjudged) }
        let today = judgement.run.startedAt.day
        let unused = Set(judgement.unusedWaivers)
        let shown = judgement.policy.waivers.filter { waiver in
            expiring.map { waiver.expires <= today.adding(days: $0.count) } ?? true
        }
        for waiver in shown {
            let state = waiver.expires < today ? "expired" : unused.contains(waiver) ? "unused" : "used"
            Console.out(
                Outgoing.masked(
                    "\(state)\t\(waiver.expires)\t\(waiver.rule)\t\(scope(waiver))\t\(VisibleText.of(waiver.owner))\t\(waiver.id)"
                ))
        }
        if shown.isEmpty { Console.err(expiring == nil ? "no waivers" : "no waiver expires within that time") }
        if !judgement.unjudged.isEmpty { throw Stop(ExitCode.incomplete, judgement.unjudged) }
    }

    private func scope(_ waiver: Waiver) -> String {
        switch waiver.scope {
        case .path(let pattern): "path \(VisibleText.of(pattern.text))"
        case .commit(let id): "commit \(id.short)"
        case .fingerprint(let value): "fingerprint \(value.prefix(12))"
        }
    }
}

/// `14d`
struct Days: ExpressibleByArgument {
    let count: Int

    init?(argument: String) {
        let number = argument.hasSuffix("d") ? argument.dropLast() : argument[...]
        guard let count = Int(number), (0...3650).contains(count) else { return nil }
        self.count = count
    }
}
