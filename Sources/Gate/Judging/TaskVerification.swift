// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// One task held against what AI-marked commits of the range did for it.
package struct TaskVerification: Sendable {
    package enum State: String, Sendable, CaseIterable {
        case met
        case notMet = "not-met"
        case notCheckable = "not-checkable"
    }

    package struct Condition: Sendable {
        /// `paths`, `tools`, `check secret`, `scan bandit`
        package let name: String
        package let state: State
        package let why: String

        package init(_ name: String, _ state: State, _ why: String) {
            self.name = name
            self.state = state
            self.why = why
        }

        /// Whether somebody else than who asked for it reviewed it.
        package var isReview: Bool { name == "review" }
    }

    package let task: WrittenTask
    /// In the order of the range.
    package let commits: [ObjectID]
    /// What they changed together, sorted.
    package let paths: [Path]
    package let addedLines: Int
    package let removedLines: Int
    package let conditions: [Condition]
    /// Of whoever asked for it; nil where nobody did, or without the organisation's key.
    package let requester: String?

    package init(
        task: WrittenTask, commits: [ObjectID], paths: [Path], addedLines: Int, removedLines: Int,
        conditions: [Condition],
        requester: String?
    ) {
        self.task = task
        self.commits = commits
        self.paths = paths
        self.addedLines = addedLines
        self.removedLines = removedLines
        self.conditions = conditions
        self.requester = requester
    }

    /// Of all tasks that the range names, by id.
    static func all(_ facts: RangeFacts, _ results: CheckResults) -> [TaskVerification] {
        guard let register = facts.registers.tasks else { return [] }
        let records = facts.records.filter { $0.taskWork != nil }
        guard !records.isEmpty else { return [] }
        return register.tasks.compactMap { task in
            let own = records.filter { $0.taskWork?.entries.contains { $0.task == task.id } ?? false }
            return own.isEmpty ? nil : TaskVerification(task, own, facts, results)
        }
    }

    private init(_ task: WrittenTask, _ records: [CommitRecord], _ facts: RangeFacts, _ results: CheckResults) {
        let commits = records.map(\.id)
        let works = records.compactMap(\.taskWork)
        let entries = works.flatMap(\.entries).filter { $0.task == task.id }
        self.init(
            task: task, commits: commits, paths: Set(works.flatMap(\.paths)).sorted(),
            addedLines: records.reduce(0) { $0 + $1.addedLines },
            removedLines: records.reduce(0) { $0 + $1.removedLines },
            conditions: TaskVerification.bounds(task, entries)
                + TaskVerification.shown(task, works, Set(commits), facts, results)
                + TaskVerification.review(task, entries),
            requester: task.requestedBy.flatMap { name in
                isPseudonym(name) ? name : facts.registers.pseudonym.map { $0(name) }
            })
    }

    /// What the task lets be done.
    private static func bounds(_ task: WrittenTask, _ entries: [TaskWork.Entry]) -> [Condition] {
        var conditions: [Condition] = []
        func add(_ name: String, _ problems: [String], _ fine: String) {
            conditions.append(
                problems.first.map { Condition(name, .notMet, $0) } ?? Condition(name, .met, fine))
        }
        if let expires = task.expires {
            add(
                "expires", entries.compactMap(\.expiredOn).map { "on \($0) it had expired (\(expires))" },
                "it counts until \(expires)")
        }
        if !task.paths.isEmpty { add("paths", counted(entries.flatMap(\.outside), "outside"), "all paths are inside") }
        if !task.keepOut.isEmpty {
            add("keep-out", counted(entries.flatMap(\.forbidden), "forbidden"), "no forbidden path was touched")
        }
        if !task.tools.isEmpty {
            let others = Set(entries.flatMap(\.tools)).sorted()
            add(
                "tools", others.isEmpty ? [] : [others.joined(separator: ", ") + " took part"],
                "no other tool took part")
        }
        if !task.dataClasses.isEmpty {
            let paths = entries.compactMap(\.misclassed)
            if paths.count < entries.count {
                conditions.append(Condition("data-classes", .notCheckable, "there is no .aigate/data.yml"))
            } else {
                add(
                    "data-classes", counted(paths.flatMap(\.self), "of other classes"), "all paths are of these classes"
                )
            }
        }
        return conditions
    }

    private static func counted(_ paths: [Path], _ what: String) -> [String] {
        let paths = Set(paths).sorted()
        guard let first = paths.first else { return [] }
        return ["\(paths.count) \(paths.count == 1 ? "path" : "paths") \(what), such as \(first.visible)"]
    }

    /// What the task wants to see.
    private static func shown(
        _ task: WrittenTask, _ works: [TaskWork], _ commits: Set<ObjectID>, _ facts: RangeFacts, _ results: CheckResults
    ) -> [Condition] {
        var conditions: [Condition] = []
        if task.shown.tests {
            let touched = works.contains(where: \.touchesTests)
            conditions.append(
                Condition("tests", touched ? .met : .notMet, touched ? "a test changed along" : "no test changed along")
            )
        }
        conditions += task.shown.checks.map { results.condition($0, on: commits) }
        return conditions
            + task.shown.scans.map { scanner in
                guard facts.scans.has(scanner) else {
                    return Condition(
                        "scan \(scanner)", .notCheckable, "no report of it for this head was given (--sarif)")
                }
                let count = facts.scans.alerts(of: scanner, on: commits).count(where: \.isSerious)
                return Condition(
                    "scan \(scanner)", count == 0 ? .met : .notMet,
                    count == 0 ? "it flags no line of these commits" : "it flags \(count) of their lines")
            }
    }

    private static func review(_ task: WrittenTask, _ entries: [TaskWork.Entry]) -> [Condition] {
        guard task.requestedBy != nil else { return [] }
        var state = (State.met, "somebody else than who asked for it reviewed it")
        for entry in entries {
            switch entry.review {
            case .others: continue
            case .requesterAlone: return [Condition("review", .notMet, "who asked for it is the only reviewer")]
            case .none, .unasked: state = (.notCheckable, "nobody has reviewed it yet")
            case .keyMissing:
                state = (.notCheckable, "who asked for it is a pseudonym, and AIGATE_PEOPLE_KEY is not set")
            }
        }
        return [Condition("review", state.0, state.1)]
    }
}
