// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What an AI-marked commit did, held against the tasks that it names.
package struct TaskWork: Sendable {
    /// In the order in which the commit names them.
    package let entries: [Entry]
    /// Of the files that it changed, old names of renamed ones included; sorted.
    package let paths: [Path]
    package let touchesTests: Bool

    package struct Entry: Sendable {
        /// Of a task in the register.
        package let task: String
        /// Paths that neither this task nor another one of the commit's lets change.
        package internal(set) var outside: [Path]
        /// Paths that this task forbids.
        package internal(set) var forbidden: [Path]
        /// Paths of other data classes than the task lets be touched; nil where nobody knows classes.
        package internal(set) var misclassed: [Path]?
        /// Tools that the task does not allow, by id.
        package let tools: [String]
        /// The first day on which the task counted no more, of those that matter for the commit.
        package let expiredOn: Day?
        /// Somebody other than whoever asked for it reviewed it.
        package let review: Review
    }

    /// Somebody reviewed it, and only the organisation's key could tell whether that is who asked for it.
    package var asksForKey: Bool { entries.contains { if case .keyMissing = $0.review { true } else { false } } }

    /// Who reviewed a task's commit.
    package enum Review: Sendable {
        /// Nobody, as yet.
        case none
        case others
        case requesterAlone
        /// The task does not say who asked for it.
        case unasked
        /// It names who did by a pseudonym, and the key is not there.
        case keyMissing
    }

    init(entries: [Entry], paths: [Path], touchesTests: Bool) {
        self.entries = entries
        self.paths = paths
        self.touchesTests = touchesTests
    }

    /// Nil for a commit that names no task of the register. `isTest`: whether a file is a test.
    package init?(_ change: CommitChange, isTest: (ChangedFile) -> Bool) {
        guard let register = change.registers.tasks, change.provenance.ai.isMarked else { return nil }
        let tasks = change.tasks.compactMap { register.task($0.id) }
        guard !tasks.isEmpty else { return nil }
        let paths = Set(change.files.flatMap { [$0.path, $0.oldPath].compactMap(\.self) }).sorted()
        self.paths = paths
        touchesTests = change.files.contains(where: isTest)
        entries = tasks.map { task in
            let outside = paths.filter { path in
                task.scope(of: path) == .outside && !tasks.contains { $0.scope(of: path) == .inside }
            }
            let tools = change.provenance.ai.tools.map(\.id)
            return Entry(
                task: task.id, outside: outside, forbidden: paths.filter { task.scope(of: $0) == .forbidden },
                misclassed: TaskWork.misclassed(paths, task, change.registers),
                tools: task.tools.isEmpty ? [] : tools.filter { !task.tools.contains($0) },
                expiredOn: change.days.all.first { !task.isOpen(on: $0) },
                review: TaskWork.review(of: change, task))
        }
    }

    private static func misclassed(_ paths: [Path], _ task: WrittenTask, _ registers: Registers) -> [Path]? {
        guard !task.dataClasses.isEmpty else { return [] }
        guard registers.data != nil else { return nil }
        return paths.filter { path in
            registers.dataClasses(of: path)?.allSatisfy { task.dataClasses.contains($0) } != true
        }
    }

    private static func review(of change: CommitChange, _ task: WrittenTask) -> Review {
        guard let requester = task.requestedBy else { return .unasked }
        guard !change.review.reviewers.isEmpty else { return .none }
        var isAlone = true
        for reviewer in change.review.reviewers {
            guard let isRequester = change.registers.has(reviewer.marks, name: requester) else {
                return .keyMissing
            }
            isAlone = isAlone && isRequester
        }
        return isAlone ? .requesterAlone : .others
    }
}
