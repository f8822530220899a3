// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Checks
import Gate
import Git

/// `aigate rehearse`
struct RehearseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse", abstract: "Say which merges of the past a policy would have blocked, by rule.",
        discussion: """
            Judges what came since a revision as if it had just landed, by HEAD's policy or the one given, and counts the \
            steps of the branch's first-parent history that each rule would have stopped.

              aigate rehearse --since v1.0
              aigate rehearse --since HEAD~200 --policy .aigate/policy.yml
            """)

    @Option(help: ArgumentHelp("Where to start.", valueName: "revision"))
    var since: String

    @Option(name: .customLong("policy"), help: ArgumentHelp("The policy to try. Default: HEAD's.", valueName: "file"))
    var file: String?

    @Option(help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
    var repository: String?

    @Option(
        help: ArgumentHelp("The day to judge on, as 2026-11-21T09:00:00Z. Default: the clock.", valueName: "instant"))
    var now: Instant?

    func run() async throws {
        var arguments = ["\(since)..HEAD", "--ci", "none"] + (repository.map { ["--repository", $0] } ?? [])
        arguments += file.map { ["--policy", $0] } ?? ["--policy-from", "HEAD"]
        arguments += now.map { ["--now", $0.description] } ?? []
        let run = CheckRun(try CheckCommand.parse(arguments))
        let judgement = await run.judgement(as: .landed)
        guard !judgement.isMisconfigured else { throw Stop(ExitCode.usage, judgement.unjudged) }
        try explaining { try report(judgement) }
        if !judgement.unjudged.isEmpty { throw Stop(ExitCode.incomplete, judgement.unjudged) }
    }

    private func report(_ judgement: Judgement) throws {
        let steps = try FirstParentSteps(Repository(at: repository), judgement.commits)
        var stopped: [String: (level: Level, findings: Int, steps: Set<ObjectID>)] = [:]
        for finding in judgement.findings where finding.isOpen {
            guard let commit = finding.commit, let step = steps.step(of: commit) else { continue }
            var entry = stopped[finding.rule] ?? (finding.level, 0, [])
            entry.level = max(entry.level, finding.level)
            entry.findings += 1
            entry.steps.insert(step)
            stopped[finding.rule] = entry
        }
        Console.out("level\tmerges\tfindings\trule")
        for (rule, entry) in stopped.sorted(by: {
            ($1.value.level, $1.value.steps.count, $0.key) < ($0.value.level, $0.value.steps.count, $1.key)
        }) {
            Console.out("\(entry.level.rawValue)\t\(entry.steps.count)\t\(entry.findings)\t\(rule)")
        }
        let blocked = stopped.values.filter { $0.level == .block }.reduce(into: Set<ObjectID>()) {
            $0.formUnion($1.steps)
        }
        for record in judgement.commits where blocked.contains(record.id) {
            Console.out("would block \(record.id.short) \(Outgoing.masked(record.subject.text))")
        }
        Console.out("aigate: \(blocked.count) of \(steps.count) merges since \(since) would have been blocked")
    }
}

/// The steps by which a branch moved: each first-parent commit, with the commits that it brought.
struct FirstParentSteps {
    private var steps: [ObjectID: ObjectID] = [:]
    private(set) var count = 0

    /// `records` in the order of a range whose head is last.
    init(_ repository: Repository, _ records: [CommitRecord]) throws {
        let byID = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
        var chain: [CommitRecord] = []
        var next = records.last
        while let record = next {
            chain.append(record)
            next = record.parents.first.flatMap { byID[$0] }
        }
        count = chain.count
        // From the oldest on: what a step reaches and no older one did came with it.
        for record in chain.reversed() {
            var open = [record.id]
            while let id = open.popLast() {
                guard steps[id] == nil, let reached = byID[id] else { continue }
                steps[id] = record.id
                open += reached.parents
            }
        }
    }

    func step(of commit: ObjectID) -> ObjectID? { steps[commit] }
}
